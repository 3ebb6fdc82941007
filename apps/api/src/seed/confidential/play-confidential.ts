/** The confidential part of the archive: how companies stand, what households told of themselves, and who has looked at it. */
import type { Permission } from '@steward/domain'
import type { Vault } from '../../access/vault.ts'
import { newSeal, type ClientSeal } from '../../clients/confidential/client-seal.service.ts'
import { revealProfile, writeProfile } from '../../clients/confidential/profile.service.ts'
import type { ClientStatusRecord } from '../../clients/confidential/status-record.entity.ts'
import {
  revealStatus,
  writeStatus,
  type StatedStatus,
} from '../../clients/confidential/status-record.service.ts'
import { revealPhoneOfClient } from '../../clients/reveal-phone.service.ts'
import { addConsents } from '../../clients/consents/consent.service.ts'
import { transaction, type TenantRow, type Transaction } from '../../database/transaction.ts'
import { UserError } from '../../graphql/user-error.ts'
import { atDesk, DAY } from '../calendar.ts'
import type { Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { by } from '../hand-over-shifts.ts'
import type { PlannedClient } from '../organizations/clients.ts'
import { holding, type Member } from '../organizations/world.ts'
import { firstStatus, nextStatus } from './company-status.ts'
import { aProfile } from './profiles.ts'

type ConfidentialStage = Stage & { readonly vault: Vault }

interface Company {
  readonly client: PlannedClient
  readonly seal: ClientSeal
  stated: StatedStatus
  record: ClientStatusRecord
}

/** Half of the companies were visited again, and a quarter once more. */
const ROUNDS = [
  { daysAgo: 170, share: 1 },
  { daysAgo: 80, share: 1 / 2 },
  { daysAgo: 21, share: 1 / 4 },
]
const PROFILES = 60

/** Nothing where nobody keeps the archive. */
export const playConfidential = async (stage: ConfidentialStage): Promise<void> => {
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (!keeper) return
  const chance = new Chance(20_265)
  const companies = await recordCompanies(stage, keeper, chance)
  const persons = await fillProfiles(stage, keeper, chance)
  await lookAtThem(stage, companies, persons, chance)
}

/** One transaction for all of a round: the verb's own inner function, row by row. */
const inOne = async <T extends TenantRow>(
  stage: ConfidentialStage,
  keeper: Member,
  verb: Permission,
  daysAgo: number,
  work: (tx: Transaction) => Promise<T>,
): Promise<void> => {
  const at = new Date(stage.now.getTime() - daysAgo * DAY)
  const done = await transaction(by(stage, keeper, at), verb, work)
  if (done instanceof UserError) throw new Error(`the archive was refused: ${done.message}`)
}

const recordCompanies = async (
  stage: ConfidentialStage,
  keeper: Member,
  chance: Chance,
): Promise<readonly Company[]> => {
  const { orgId, clients } = stage.world
  const wanted = clients.filter(({ kind }) => kind === 'COMPANY')
  if (wanted.length === 0) return []
  const companies: Company[] = []
  const [first, ...later] = ROUNDS
  await inOne(stage, keeper, 'client:recordStatus', first!.daysAgo, async (tx) => {
    for (const client of wanted) {
      const seal = await newSeal(tx, stage.vault, client.id)
      const stated = firstStatus(chance)
      const change = { client: { orgId, id: client.id }, before: null, stated, clear: [] }
      companies.push({ client, seal, stated, record: await writeStatus(tx, seal, change) })
    }
    return companies[0]!.record
  })
  for (const { daysAgo, share } of later) {
    const again = companies.slice(0, Math.ceil(companies.length * share))
    await inOne(stage, keeper, 'client:recordStatus', daysAgo, async (tx) => {
      for (const company of again) {
        company.stated = nextStatus(chance, company.stated)
        const change = {
          client: { orgId, id: company.client.id },
          before: company.record,
          stated: company.stated,
          clear: [],
        }
        company.record = await writeStatus(tx, company.seal, change)
      }
      return again[0]!.record
    })
  }
  return companies
}

const fillProfiles = async (
  stage: ConfidentialStage,
  keeper: Member,
  chance: Chance,
): Promise<readonly PlannedClient[]> => {
  const { orgId, clients } = stage.world
  const persons = chance
    .shuffled(clients.filter(({ kind, relation }) => kind !== 'COMPANY' && relation === 'OWNER'))
    .slice(0, PROFILES)
  if (persons.length === 0) return []
  await inOne(stage, keeper, 'client:setProfile', 45, async (tx) => {
    let last
    for (const { id } of persons) {
      await addConsents(tx, id, [{ purpose: 'PROFILE', way: 'SIGNED', note: null }])
      const seal = await newSeal(tx, stage.vault, id)
      const change = { client: { orgId, id }, before: null, stated: aProfile(chance), clear: [] }
      last = await writeProfile(tx, seal, change)
    }
    return last!
  })
  return persons
}

const REASONS_OF_COMPANIES = ['合同评审', '年度客户分级评估', '核对欠费与付款能力', '续租谈判前了解情况']
const REASONS_OF_PERSONS = ['上门拜访前了解情况', '准备生日关怀', '回访时核实身份']
const REASONS_OF_CALLS = ['回电核实情况', '告知处理进展', '约定上门时间']

/** Those who may, now and then over the last weeks, at their desks. */
const lookAtThem = async (
  stage: ConfidentialStage,
  companies: readonly Company[],
  persons: readonly PlannedClient[],
  chance: Chance,
): Promise<void> => {
  const deciding = (['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'] as const).flatMap((role) =>
    holding(stage.world, role),
  )
  const calling = holding(stage.world, 'SERVICE_AGENT')
  const somebodyOf = (people: readonly Member[]) => {
    const at = atDesk(new Date(stage.now.getTime() - chance.from(1.5, 28) * DAY), chance)
    return { ...by(stage, chance.pick(people), at), vault: stage.vault }
  }
  const looks: (() => Promise<object>)[] = [
    ...Array.from(
      { length: companies.length > 0 && deciding.length > 0 ? 12 : 0 },
      () => () =>
        revealStatus(somebodyOf(deciding), {
          statusRecordId: chance.pick(companies).record.id,
          fields: chance.pick([['creditStatus'], ['banks', 'bankAccount'], ['loans', 'cashTurnoverMinor']]),
          reason: chance.pick(REASONS_OF_COMPANIES),
        }),
    ),
    ...Array.from(
      { length: persons.length > 0 && deciding.length > 0 ? 12 : 0 },
      () => () =>
        revealProfile(somebodyOf(deciding), {
          clientId: chance.pick(persons).id,
          fields: chance.pick([['birthday'], ['occupation', 'housing'], ['birthday', 'housing']]),
          reason: chance.pick(REASONS_OF_PERSONS),
        }),
    ),
    ...Array.from(
      { length: calling.length > 0 ? 16 : 0 },
      () => () =>
        revealPhoneOfClient(somebodyOf(calling), {
          clientId: chance.pick(stage.world.clients).id,
          reason: chance.pick(REASONS_OF_CALLS),
        }),
    ),
  ]
  for (const look of looks) {
    const done = await look()
    if (done instanceof UserError) throw new Error(`a reveal of the story was refused: ${done.message}`)
  }
}
