/** Who owns or uses which unit: new stays, checked against those of the unit, and where the archive belongs because of them. */
import {
  basisPoints,
  can,
  invalidInput,
  localDate,
  occupancyFault,
  placeOfArchive,
  type ClientInput,
} from '@steward/domain'
import { In, IsNull } from 'typeorm'
import { invalidReference } from '../../database/invalid-reference.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { OrganizationProfile, Unit } from '../../organization/organization.entity.ts'
import { Client, ClientOccupancy } from '../client.entity.ts'

type Wanted = ClientInput<'recordOccupancy'>

/** A stay as it will be written. `path`: of its member in the input, for refusals. */
export interface NewStay extends Omit<Wanted, 'sharePercent'> {
  readonly shareBasisPoints: number | null
  readonly path: string
}

export interface Placed {
  readonly projectId: string | null
  readonly buildingId: string | null
}

const NOWHERE: Placed = { projectId: null, buildingId: null }
const placedAt = (unit: Unit | undefined): Placed =>
  unit ? { projectId: unit.projectId, buildingId: unit.buildingId } : NOWHERE

export const today = async (tx: Transaction): Promise<string> => {
  const orgId = tx.actor.organizationId
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  return localDate(tx.now, timeZone)
}

/** The units, each locked so that nobody adds to it meanwhile; a field is refused whose unit the actor may not read. */
const unitsAt = async (
  tx: Transaction,
  stays: readonly Pick<NewStay, 'unitId' | 'path'>[],
): Promise<ReadonlyMap<string, Unit>> => {
  if (stays.length === 0) return new Map()
  const found = await tx.manager.find(Unit, {
    where: { orgId: tx.actor.organizationId, id: In(stays.map(({ unitId }) => unitId)) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  })
  const units = new Map(found.map((unit) => [unit.id, unit]))
  for (const { unitId, path } of stays) {
    const unit = units.get(unitId)
    if (!unit || !can(tx.actor, 'project:read', placedAt(unit))) throw invalidReference(`${path}unitId`)
  }
  return units
}

/** The stays of an archive to be opened, and where it will belong. */
export const placesOfStays = async (
  tx: Transaction,
  wanted: readonly Wanted[],
): Promise<{ stays: readonly NewStay[]; place: Placed }> => {
  const stays = wanted.map((stay, at) => newStay(stay, `occupancies.${at}.`))
  const units = await unitsAt(tx, stays)
  const newest = stays.length === 0 ? undefined : placeOfArchive(stays, await today(tx))
  return { stays, place: placedAt(newest && units.get(newest.unitId)) }
}

export const newStay = ({ sharePercent, ...stay }: Wanted, path = ''): NewStay => ({
  ...stay,
  shareBasisPoints: basisPoints(sharePercent),
  path,
})

/** Writes new stays. Refuses what cannot stand beside the others of the unit, and units that the actor may not read. */
export const addStays = async (
  tx: Transaction,
  clientId: string,
  stays: readonly NewStay[],
): Promise<void> => {
  if (stays.length === 0) return
  await unitsAt(tx, stays)
  const ofUnits: Parameters<typeof occupancyFault>[1][number][] = await tx.manager.findBy(ClientOccupancy, {
    orgId: tx.actor.organizationId,
    unitId: In(stays.map(({ unitId }) => unitId)),
    withdrawnAt: IsNull(),
  })
  for (const { path, ...stay } of stays) {
    const fault = occupancyFault({ ...stay, clientId }, ofUnits)
    if (fault) throw new Refused(invalidInput({ ...fault, path: `${path}${fault.path}` }))
    ofUnits.push({ ...stay, clientId })
    await tx.insert(ClientOccupancy, {
      ...stay,
      clientId,
      recordedById: tx.actorId,
      withdrawnAt: null,
      version: 1,
    })
  }
}

/** Where an archive belongs by its stays. */
export const placeByStays = async (tx: Transaction, { orgId, id: clientId }: Client): Promise<Placed> => {
  const stays = await tx.manager.findBy(ClientOccupancy, { orgId, clientId, withdrawnAt: IsNull() })
  const newest = placeOfArchive(stays, await today(tx))
  const unit = newest && (await tx.manager.findOneBy(Unit, { orgId, id: newest.unitId }))
  return placedAt(unit ?? undefined)
}

/** The archive follows its stays: who answers for the place of the newest one sees it. */
export const followStays = async (tx: Transaction, client: Client): Promise<Client> => {
  const place = await placeByStays(tx, client)
  return place.projectId === client.projectId && place.buildingId === client.buildingId
    ? client
    : tx.patch(Client, client, place)
}
