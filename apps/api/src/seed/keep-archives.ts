/** What the archives of the story hold beside a name and a number: told through the services' own functions, many in one transaction. */
import { CONTACT_CHANNELS, type ClientInput } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { addConsents } from '../clients/consents/consent.service.ts'
import { addContacts, addMembers, followContacts } from '../clients/contacts/add-contacts.ts'
import { addStays } from '../clients/occupancy/stays.service.ts'
import type { VerbContext } from '../context.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { UserError } from '../graphql/user-error.ts'
import { DAY, localDay } from './calendar.ts'
import type { Stage } from './cases/stage.ts'
import type { Chance } from './chance.ts'
import type { PlannedClient } from './organizations/clients.ts'
import { mobileNumber, personName } from './organizations/names.ts'
import { holding, type Member } from './organizations/world.ts'

/** Everything that a client's archive gets, in the order in which it is told. */
export const keepArchives = async (
  { world }: Stage,
  by: (member: Member) => VerbContext,
  chance: Chance,
): Promise<void> => {
  const [keeper] = holding(world, 'CR_SPECIALIST')
  if (!keeper) return
  const context = by(keeper)
  const companies = world.clients.filter(({ kind }) => kind === 'COMPANY')
  const homes = world.clients.filter(({ kind, units }) => kind !== 'COMPANY' && units.length > 0)
  const families = homes.filter(({ kind }) => kind === 'HOUSEHOLD')
  const telling = (clients: readonly PlannedClient[], part: number) =>
    clients.filter(() => chance.happens(part))

  await tell(context, 'client:addContact', companies, async (tx, client) => {
    await addContacts(tx, client.id, contactsOfCompany(chance))
    await followContacts(tx, { orgId: world.orgId, ...client })
  })
  await tell(context, 'client:addContact', telling(families, 0.15), async (tx, client) => {
    await addContacts(tx, client.id, [{ ...contact(chance), concerns: '家里没人时先打这个电话' }])
    await followContacts(tx, { orgId: world.orgId, ...client })
  })
  await tell(context, 'client:addMember', telling(families, 0.5), (tx, { id, name }) =>
    addMembers(tx, id, membersOf(name, chance)),
  )
  await tell(context, 'client:recordConsent', telling(world.clients, 0.6), (tx, { id }) =>
    addConsents(tx, id, consentsOf(chance)),
  )
  // Some rented nearby before they bought: the unit of another owner, until the day before.
  await tell(context, 'client:recordOccupancy', telling(homes, 0.08), (tx, client) =>
    addStays(tx, client.id, formerStay(client, homes, chance)),
  )
}

const tell = async (
  context: VerbContext,
  verb: Parameters<typeof transaction>[1],
  clients: readonly PlannedClient[],
  work: (tx: Transaction, client: PlannedClient) => Promise<void>,
): Promise<void> => {
  const [first] = clients
  if (!first) return
  const done = await transaction(context, verb, async (tx) => {
    for (const client of clients) await work(tx, client)
    return tx.get(Client, first.id)
  })
  if (done instanceof UserError) throw new Error(`an archive was refused: ${done.message}`)
}

type NewContact = ClientInput<'addContact'>

const NOTHING: Omit<NewContact, 'name'> = {
  phone: null,
  email: null,
  employer: null,
  position: null,
  rank: null,
  decisionRoles: [],
  concerns: null,
  channels: [],
  preferredHours: null,
  frequency: null,
  birthday: null,
  interests: null,
  doNotContact: false,
  primary: false,
}

const HOURS = ['工作日 9:00–11:30', '工作日 14:00–17:30', '午休时间不要打', '周末也可以']

const contact = (chance: Chance): NewContact => ({
  ...NOTHING,
  name: personName(chance).name,
  phone: mobileNumber(chance),
  channels: [chance.pick(CONTACT_CHANNELS)],
  preferredHours: chance.happens(0.6) ? chance.pick(HOURS) : null,
})

const DECIDERS = [
  ['总经理', 'TOP'],
  ['副总经理', 'TOP'],
  ['店长', 'TOP'],
] as const
const HANDLERS = [
  ['行政主管', 'MIDDLE'],
  ['财务经理', 'MIDDLE'],
  ['设备主管', 'OPERATIONAL'],
] as const
const CONCERNS = [
  '费用明细清楚、按时对账',
  '响应快，有事先打招呼',
  '停电停水要提前两天通知',
  '消防与用电安全',
]
const INTERESTS = ['羽毛球', '钓鱼', '茶', '摄影', '马拉松']

/** Who handles things every day comes first; who decides is known by name for two companies in three. */
const contactsOfCompany = (chance: Chance): NewContact[] => {
  const [daily, dailyRank] = chance.pick(HANDLERS)
  const [top, topRank] = chance.pick(DECIDERS)
  const handler: NewContact = {
    ...contact(chance),
    position: daily,
    rank: dailyRank,
    decisionRoles: daily === '财务经理' ? ['PAYS', 'INFLUENCES'] : ['USES', 'INFLUENCES'],
    frequency: chance.pick(['MONTHLY', 'QUARTERLY', 'ON_OCCASION']),
    concerns: chance.pick(CONCERNS),
    primary: true,
  }
  const decider: NewContact = {
    ...contact(chance),
    position: top,
    rank: topRank,
    decisionRoles: ['DECIDES'],
    frequency: 'QUARTERLY',
    birthday: `19${chance.between(62, 89)}-${chance.pick(['03-08', '06-18', '09-21', '11-05'])}`,
    interests: chance.happens(0.4) ? chance.pick(INTERESTS) : null,
    doNotContact: chance.happens(0.1),
  }
  return chance.happens(2 / 3) ? [handler, decider] : [handler]
}

const membersOf = (name: string, chance: Chance): ClientInput<'addMember'>[] => {
  const surname = [...name][0] ?? ''
  const given = () => [...personName(chance).name].slice(1).join('')
  const spouse = { name: personName(chance).name, kinship: 'SPOUSE', lifeStage: 'ADULT', note: null } as const
  const child = { name: `${surname}${given()}`, kinship: 'CHILD', lifeStage: 'CHILD', note: null } as const
  const elder = {
    name: `${surname}${given()}`,
    kinship: 'PARENT',
    lifeStage: 'ELDERLY',
    note: chance.pick(['行动不便，上门请提前电话', '听力不好，请按门铃久一点', '白天独自在家']),
  } as const
  return [spouse, ...(chance.happens(0.6) ? [child] : []), ...(chance.happens(0.3) ? [elder] : [])]
}

/** Whether statements may be mailed is asked when the first is sent. */
const PURPOSES = ['CARE', 'SURVEY', 'MARKETING', 'PROFILE', 'SHARING'] as const

const consentsOf = (chance: Chance): ClientInput<'recordConsent'>[] => {
  const likely = { CARE: 0.8, SURVEY: 0.9, MARKETING: 0.35, PROFILE: 0.3, SHARING: 0.05 }
  const way = chance.pick(['SPOKEN', 'SIGNED', 'SIGNED'] as const)
  return PURPOSES.filter((purpose) => chance.happens(likely[purpose])).map((purpose) => ({
    purpose,
    way,
    note: null,
  }))
}

const formerStay = (client: PlannedClient, homes: readonly PlannedClient[], chance: Chance) => {
  const unit = chance.pick(homes).units[0]!
  const bought = Date.parse(client.fromOn)
  return [
    {
      unitId: unit.id,
      relation: 'OCCUPANT' as const,
      fromOn: localDay(new Date(bought - chance.between(400, 900) * DAY)),
      toOn: localDay(new Date(bought - DAY)),
      movedInOn: null,
      shareBasisPoints: null,
      path: '',
    },
  ]
}
