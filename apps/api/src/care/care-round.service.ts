/** Each night the occasions of the days to come are made, and those whose reason fell away are taken back: in parts, so that a kill goes on. */
import {
  careDue,
  dayNumber,
  dayText,
  hasPassed,
  isMadeFrom,
  localDate,
  type CareWithdrawal,
  type DueCare,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { nextClients } from '../silence/raise-alerts.service.ts'
import { nextNight } from '../silence/silence-sweep.service.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { carePolicyOf } from './approached.service.ts'
import { CareDue, CareOccasionEntity } from './care.entity.ts'
import { caredFor } from './cared-for.service.ts'
import { festivalsBetween } from './festivals.ts'

interface Due extends DueRow {
  readonly after: string | null
}
export interface CareSurroundings {
  readonly orgId: string
  readonly timeZone: string
  readonly today: string
}

const BATCH = 1_000
/** Occasions of so many days back still have their reason; the most days before an occasion at which it is due. */
const REACH_DAYS = 31

/** Of whoever is not looked at any more: archived, merged, erased. */
const OF_CLOSED = `
select o.id from care_occasion o join client c on c.org_id = o.org_id and c.id = o.client_id
 where o.org_id = $1 and o.status = 'PLANNED' and (c.archived_at is not null or c.merged_into_id is not null or c.erased_at is not null)
 order by o.id limit 2000`

/** Whose archive is still kept: their row is held, so that nobody is merged or erased meanwhile. */
const HELD = `
select id from client where org_id = $1 and id = any($2) and archived_at is null and merged_into_id is null and erased_at is null
   and erasure_revision_id is null
 order by id for share`

const withdraw = (tx: Transaction, occasion: CareOccasionEntity, withdrawal: CareWithdrawal) =>
  tx.patch(CareOccasionEntity, occasion, { status: 'WITHDRAWN', withdrawal, settledAt: tx.now })

const withdrawOfClosed = async (tx: Transaction, orgId: string): Promise<void> => {
  for (const { id } of await tx.manager.query<{ id: string }[]>(OF_CLOSED, [orgId]))
    await withdraw(tx, await tx.lock(CareOccasionEntity, id), 'REASON_GONE')
}

const fresh = (clientId: string, due: DueCare, createdAt: Date) => ({
  ...due,
  clientId,
  status: 'PLANNED' as const,
  receptionId: null,
  reason: null,
  despite: null,
  withdrawal: null,
  postponed: 0,
  settledById: null,
  settledAt: null,
  createdAt,
  version: 1,
})

/** Makes and takes back what is due about these clients. */
export const reckonCare = async (
  tx: Transaction,
  around: CareSurroundings,
  clientIds: readonly string[],
): Promise<void> => {
  const { orgId, today } = around
  const policy = await carePolicyOf(tx.manager, orgId)
  const day = dayNumber(today)!
  const window = { from: dayText(day - REACH_DAYS), to: dayText(day + policy.horizonDays + REACH_DAYS) }
  const festivals = festivalsBetween(window.from, window.to)
  const horizon = dayText(day + policy.horizonDays)
  const due = new Map<string, DueCare & { readonly clientId: string }>()
  for (const client of await caredFor(tx.manager, around, clientIds))
    for (const it of careDue(client, policy, festivals, window))
      due.set(`${client.id} ${it.key}`, { ...it, clientId: client.id })
  const standing = await tx.manager.find(CareOccasionEntity, {
    where: [
      { orgId, clientId: In([...clientIds]), status: 'PLANNED' },
      { orgId, clientId: In([...clientIds]), key: In([...new Set([...due.values()].map(({ key }) => key))]) },
    ],
    lock: { mode: 'for_no_key_update' },
    order: { id: 'ASC' },
  })
  const known = new Map(standing.map((it) => [`${it.clientId} ${it.key}`, it]))
  const wanted = [...due].filter(
    ([at, it]) =>
      it.dueOn <= horizon && isMadeFrom(it, today) && (known.get(at)?.status ?? 'WITHDRAWN') === 'WITHDRAWN',
  )
  const holders = [...new Set(wanted.map(([, { clientId }]) => clientId))]
  const held = new Set((await tx.manager.query<{ id: string }[]>(HELD, [orgId, holders])).map(({ id }) => id))
  for (const [at, { clientId, ...it }] of wanted) {
    if (!held.has(clientId)) continue
    const before = known.get(at)
    // What passed unseen does not come back; what was taken back does, with its reason.
    if (before?.withdrawal === 'PASSED') continue
    if (before)
      await tx.patch(CareOccasionEntity, before, {
        ...it,
        status: 'PLANNED',
        withdrawal: null,
        settledAt: null,
      })
    else await tx.insert(CareOccasionEntity, fresh(clientId, it, tx.now))
  }
  for (const [at, occasion] of known) {
    if (occasion.status !== 'PLANNED') continue
    const reason = due.get(at)
    // What was put off beyond the days looked at has its reason until it passes.
    if (!reason && isLookedAt(occasion, window.from)) await withdraw(tx, occasion, 'REASON_GONE')
    else if (hasPassed(occasion, today)) await withdraw(tx, occasion, 'PASSED')
    else if (reason && isChanged(occasion, reason)) {
      const { means, owner, dueOn, contactId } = reason
      const moved = occasion.postponed > 0 ? {} : { dueOn }
      await tx.patch(CareOccasionEntity, occasion, { means, owner, contactId, ...moved })
    }
  }
}

/** Being out of touch has one occasion, however long ago it began. */
const isLookedAt = ({ kind, occursOn }: CareOccasionEntity, from: string): boolean =>
  kind === 'FREQUENCY' || occursOn >= from

/** Another rule, or another one to turn to. */
const isChanged = (occasion: CareOccasionEntity, { means, owner, dueOn, contactId }: DueCare): boolean =>
  occasion.means !== means ||
  occasion.owner !== owner ||
  occasion.contactId !== contactId ||
  (occasion.postponed === 0 && occasion.dueOn !== dueOn)

const look = async (manager: EntityManager, { orgId, id, after }: Due, now: Date): Promise<void> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const around = { orgId, timeZone, today: localDate(now, timeZone) }
  const looked = await asSystem(manager, { orgId, now, requestId: `care-${id}` }, async (tx) => {
    if (after === null) await withdrawOfClosed(tx, orgId)
    const clients = await nextClients(manager, orgId, after, BATCH)
    if (clients.length > 0) await reckonCare(tx, around, clients)
    return clients
  })
  const last = looked.length < BATCH ? null : looked.at(-1)!
  await manager.update(
    CareDue,
    { orgId, id },
    { dueAt: last === null ? nextNight(now, timeZone) : now, after: last, attempts: 0 },
  )
}

export const careRound = dueSweep<Due>({
  name: 'care',
  table: 'care_due',
  step: 'after',
  work: look,
  failed: 'occasions of care not reckoned',
})
