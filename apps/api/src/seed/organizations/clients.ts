import type { ClientKind, ClientRelation, ProjectType } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { DAY, localDay } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import type { ClientMix } from './blueprint.ts'
import { companyName, mobileNumber, personName, unheardOf } from './names.ts'
import type { PlannedProject, PlannedUnit } from './places.ts'

export interface PlannedClient {
  readonly id: string
  readonly code: string
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly name: string
  /** As staff speak of them in a text. */
  readonly address: string
  readonly phone: string
  /** First the one they live or work in. */
  readonly units: readonly PlannedUnit[]
  readonly fromOn: string
  readonly keyAccountManagerId: string | null
}

export interface Managers {
  readonly keyAccounts: number
  /** In turn. */
  readonly keyAccountManagerIds: readonly string[]
  /** Whose the prospects are, where there is a sales person. */
  readonly salesId: string | undefined
}

/** All clients of an organization, each in units of their kind; codes count from C0001. */
export const planClients = (
  mix: ClientMix,
  projects: readonly PlannedProject[],
  managers: Managers,
  now: Date,
  chance: Chance,
): readonly PlannedClient[] => {
  const seen = new Set<string>()
  const clients: PlannedClient[] = []
  const add = (
    client: Pick<PlannedClient, 'kind' | 'relation' | 'name' | 'address' | 'units'>,
    keyAccountManagerId: string | null = null,
  ) => {
    clients.push({
      ...client,
      id: newId(),
      code: `C${String(clients.length + 1).padStart(4, '0')}`,
      phone: unheardOf(
        seen,
        () => mobileNumber(chance),
        (it) => it,
      ),
      fromOn: localDay(new Date(now.getTime() - chance.between(200, 3_600) * DAY)),
      keyAccountManagerId,
    })
  }
  const someone = () =>
    unheardOf(
      seen,
      () => personName(chance),
      ({ name }) => name,
    )

  const dwellings = chance.shuffled(unitsOf(projects, 'RESIDENTIAL'))
  const sold = dwellings.splice(0, mix.households + mix.individualOwners)
  sold.forEach((unit, at) => {
    const kind = at < mix.households ? 'HOUSEHOLD' : 'INDIVIDUAL'
    add({ ...someone(), kind, relation: 'OWNER', units: [unit] })
  })
  for (const unit of chance.shuffled(sold).slice(0, mix.tenants)) {
    add({ ...someone(), kind: 'INDIVIDUAL', relation: 'OCCUPANT', units: [unit] })
  }

  const companies = (['OFFICE', 'INDUSTRIAL', 'COMMERCIAL'] as const).flatMap((type) => {
    const free = chance.shuffled(unitsOf(projects, type))
    const wanted = mix.companies[type] ?? 0
    return Array.from({ length: wanted }, (_, at) => {
      const called = unheardOf(
        seen,
        () => companyName(type, chance),
        ({ name }) => name,
      )
      // One in three takes a second unit, as long as there is one for everybody still to come.
      const spare = free.length > wanted - at && chance.happens(1 / 3)
      return { ...called, units: free.splice(0, spare ? 2 : 1) }
    })
  })
  const keyAccounts = new Set(chance.shuffled(companies).slice(0, managers.keyAccounts))
  companies.forEach((company, at) => {
    const { keyAccountManagerIds: ids } = managers
    add(
      { ...company, kind: 'COMPANY', relation: 'COMMERCIAL' },
      keyAccounts.has(company) ? (ids[at % ids.length] ?? null) : null,
    )
  })

  const { salesId = null } = managers
  for (let n = 0; n < mix.prospects; n++) {
    add({ ...someone(), kind: 'INDIVIDUAL', relation: 'PROSPECT', units: [] }, salesId)
  }
  for (let n = 0; n < mix.indirect; n++) {
    const called = unheardOf(
      seen,
      () => companyName('OFFICE', chance),
      ({ name }) => name,
    )
    add({ ...called, kind: 'COMPANY', relation: 'INDIRECT', units: [] }, salesId)
  }
  return clients
}

const unitsOf = (projects: readonly PlannedProject[], type: ProjectType): readonly PlannedUnit[] =>
  projects.filter(({ draft }) => draft.type === type).flatMap(({ units }) => units)
