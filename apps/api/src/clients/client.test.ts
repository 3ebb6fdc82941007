/** The archive as those who keep it meet it: opened in one act, amended at once, nothing of it for who has no need of it. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
})

const opening = (more: object = {}) => ({
  kind: 'HOUSEHOLD',
  relation: 'OWNER',
  name: '陈建国',
  phone: '139 0000 5678',
  email: 'chen@example.com',
  source: 'REFERRAL',
  referrer: '王小明',
  explained: true,
  consentPurposes: ['CARE', 'SURVEY'],
  contacts: [{ name: '陈晓', phone: '13900005679', decisionRoles: ['USES'] }],
  members: [{ name: '陈晓', kinship: 'CHILD', lifeStage: 'CHILD' }],
  occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01', sharePercent: 50 }],
  ...more,
})
const WHOLE = `id version number: code name phoneMasked emailMasked phoneTail source referrer explainedAt archivedAt
  openedBy { id } contacts { id version name phoneMasked isPrimary decisionRoles birthday }
  members { id version name kinship lifeStage } consents { purpose decision way }
  occupancies { id version relation fromOn toOn shareBasisPoints unit { id } }`

interface Archive extends Payload {
  readonly contacts: readonly { id: string; version: number; name: string; isPrimary: boolean }[]
  readonly members: readonly { id: string; version: number; name: string }[] | null
  readonly consents: readonly { purpose: string; decision: string; way: string }[]
  readonly occupancies: readonly { id: string; version: number; toOn: string | null; fromOn: string }[]
}
const open = (more: object = {}, role: Parameters<Story['as']>[0] = 'SERVICE_AGENT') =>
  story.as(role).does<Archive>('openClient', opening(more), WHOLE)
const read = async (id: string, role: Parameters<Story['as']>[0] = 'CR_SPECIALIST', fields = WHOLE) =>
  (
    await story
      .as(role)
      .get<{ client: Archive | null }>(`query($id: ID!) { client(id: $id) { ${fields} } }`, {
        id,
      })
  ).client
const fieldsOf = ({ fields = [] }: Payload) => fields.map(({ path }) => path)

describe('openClient', () => {
  it('takes down everything that is told, in one act', async () => {
    const client = await open()
    expect(client).toMatchObject({
      number: 'C0002',
      name: '陈建国',
      phoneMasked: '139****5678',
      phoneTail: '5678',
      emailMasked: 'c***@example.com',
      referrer: '王小明',
      contacts: [{ name: '陈晓', isPrimary: true, phoneMasked: '139****5679' }],
      members: [{ name: '陈晓', kinship: 'CHILD', lifeStage: 'CHILD' }],
      occupancies: [{ relation: 'OWNER', toOn: null, shareBasisPoints: 5000 }],
    })
    expect(client.explainedAt).toBeTruthy()
    expect(client.consents.map(({ purpose, decision }) => `${purpose} ${decision}`).toSorted()).toEqual([
      'CARE GIVEN',
      'SURVEY GIVEN',
    ])
  })

  it('finds the client by name and by the end of the number at once', async () => {
    const { id } = await open()
    const agent = story.as('SERVICE_AGENT')
    expect(await agent.get('{ findClients(words: "建国") { id } }')).toEqual({ findClients: [{ id }] })
    expect(await agent.get('{ findClients(words: "jianguo") { id } }')).toEqual({ findClients: [{ id }] })
    const byTail = await agent.does<{ clients: object[] }>(
      'lookupClientsByPhone',
      { tail: '5678' },
      'clients { id }',
    )
    expect(byTail.clients).toEqual([{ id }])
  })

  it('names everything that is missing at once, and writes nothing', async () => {
    const refused = await open({
      kind: 'COMPANY',
      explained: false,
      phone: undefined,
      email: undefined,
      contacts: [],
      occupancies: [],
    })
    expect(fieldsOf(refused).toSorted()).toEqual(['contacts', 'explained', 'members', 'occupancies', 'phone'])
    const { clients } = await story
      .as('CS_MANAGER')
      .get<{ clients: { edges: unknown[] } }>('{ clients(first: 9) { edges { node { id } } } }')
    expect(clients.edges).toHaveLength(1)
  })

  it('points at the field of a number that is none', async () => {
    expect(fieldsOf(await open({ phone: 'call me' }))).toEqual(['phone'])
    expect(fieldsOf(await open({ contacts: [{ name: 'x', email: 'nowhere' }] }))).toEqual([
      'contacts.0.email',
    ])
  })

  it('refuses a code that somebody has, and goes on after codes that an import brought', async () => {
    expect(fieldsOf(await open({ code: 'c0001' }))).toEqual(['code'])
    const unlike = { phone: '13900000001', name: '甲' }
    expect(await open({ ...unlike, code: 'C0047' })).toMatchObject({ number: 'C0047' })
    expect(
      await open({ phone: '13900000002', name: '乙', contacts: [], occupancies: [], relation: 'PROSPECT' }),
    ).toMatchObject({ number: 'C0048' })
  })

  it('names who has the same number, and is told that it is somebody else', async () => {
    const known = story.ids.client
    const same = { phone: '+86 138-0000-1234' }
    const refused = await story
      .as('SERVICE_AGENT')
      .does('openClient', opening(same), 'id } ... on DuplicateError { existingId')
    expect(refused).toMatchObject({ code: 'DUPLICATE', existingId: known })
    expect(await open({ ...same, knownNotToBeThem: [known] })).toMatchObject({ phoneMasked: '138****1234' })
  })

  it('names who has the same name at the same door', async () => {
    const refused = await story
      .as('SERVICE_AGENT')
      .does('openClient', opening({ name: '王小明' }), 'id } ... on DuplicateError { existingId')
    expect(refused).toMatchObject({ code: 'DUPLICATE', existingId: story.ids.client })
  })

  it('does not tell who has the number to who could not see it', async () => {
    const prospect = { kind: 'INDIVIDUAL', relation: 'PROSPECT', occupancies: [], phone: '13800001234' }
    const theirs = await open(prospect, 'SALES')
    expect(theirs.code).toBeUndefined()
    // And it is theirs, so that they find it again.
    expect(await read(theirs.id, 'SALES', 'id name')).toMatchObject({ name: '陈建国' })
    expect(await read(theirs.id, 'KEY_ACCOUNT_MANAGER', 'id')).toBeNull()
  })

  it('is for site managers at their own doors only', async () => {
    const mine = await open({}, 'SITE_MANAGER')
    expect(await read(mine.id, 'SITE_MANAGER', 'id name')).toMatchObject({ name: '陈建国' })
    const admin = story.as('ADMIN')
    const project = await admin.does('addProject', { code: 'P2', name: '别处', type: 'RESIDENTIAL' })
    const building = await admin.does('addBuilding', { projectId: project.id, name: '1栋' })
    const range = { fromFloor: 1, toFloor: 1, fromDoor: 1, toDoor: 1 }
    await admin.does('addUnits', { buildingId: building.id, expectedVersion: 1, ...range })
    const { units } = await admin.get<{ units: { edges: { node: { id: string } }[] } }>(
      'query($b: [ID!]) { units(first: 1, filter: { building: $b }) { edges { node { id } } } }',
      { b: [building.id] },
    )
    const elsewhere = [{ unitId: units.edges[0]!.node.id, relation: 'OWNER', fromOn: '2024-01-01' }]
    const refused = await open({ phone: '13900000003', occupancies: elsewhere }, 'SITE_MANAGER')
    expect(fieldsOf(refused)).toEqual(['occupancies.0.unitId'])
  })

  it.each(['QUALITY', 'INFORMATION_CLERK', 'AUDITOR', 'TECHNICIAN', 'ADMIN'] as const)(
    'is not for %s',
    async (role) => {
      await expect(open({}, role)).rejects.toThrow('FORBIDDEN')
    },
  )
})

describe('amendClient', () => {
  it('changes what is given, and leaves the rest', async () => {
    const { id, version } = await open()
    const amended = await story
      .as('SERVICE_AGENT')
      .does<Archive>('amendClient', { clientId: id, expectedVersion: version, phone: '13711112222' }, WHOLE)
    expect(amended).toMatchObject({
      phoneMasked: '137****2222',
      phoneTail: '2222',
      emailMasked: 'c***@example.com',
    })
    const gone = { clientId: id, expectedVersion: version + 1, email: '' }
    expect(await story.as('SERVICE_AGENT').does('amendClient', gone, WHOLE)).toMatchObject({
      emailMasked: null,
      phoneMasked: '137****2222',
    })
  })

  it('leaves names to client relations', async () => {
    const { id, version } = await open()
    const renamed = { clientId: id, expectedVersion: version, name: '陈建华' }
    expect(await story.as('SERVICE_AGENT').does('amendClient', renamed)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await story.as('CR_SPECIALIST').does('amendClient', renamed, 'id name')).toMatchObject({
      name: '陈建华',
    })
    const { clients } = await story
      .as('SERVICE_AGENT')
      .get<{ clients: { edges: unknown[] } }>(
        '{ clients(first: 5, filter: { search: "建华" }) { edges { node { id } } } }',
      )
    expect(clients.edges).toHaveLength(1)
  })

  it('is not the way to name who answers for them: that is a verb of its own, and its keeper has it not', async () => {
    const { id, version } = await open()
    const manager = story.ids.staff.KEY_ACCOUNT_MANAGER
    const smuggled = { clientId: id, expectedVersion: version, keyAccountManagerId: manager }
    await expect(story.as('CR_SPECIALIST').does('amendClient', smuggled)).rejects.toThrow(
      'keyAccountManagerId',
    )
    const naming = { clientIds: [id], managerId: manager }
    const named = (role: 'CR_SPECIALIST' | 'CR_SUPERVISOR') =>
      story.as(role).does('assignManagerOfClients', naming, 'assignedIds')
    await expect(named('CR_SPECIALIST')).rejects.toThrow('FORBIDDEN')
    expect(await named('CR_SUPERVISOR')).toMatchObject({ assignedIds: [id] })
    expect(await read(id, 'KEY_ACCOUNT_MANAGER', 'id')).toMatchObject({ id })
  })

  it('tells who was faster', async () => {
    const { id, version } = await open()
    const input = { clientId: id, expectedVersion: version, referrer: '李四' }
    await story.as('CR_SPECIALIST').does('amendClient', input)
    expect(await story.as('SERVICE_AGENT').does('amendClient', input)).toMatchObject({ code: 'STALE_RECORD' })
  })
})

describe('archiveClient', () => {
  it('waits for open cases, closes the archive to changes, and is taken back', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const { id, version } = await open()
    await registered(story, { clientId: id })
    const input = { clientId: id, expectedVersion: version, reason: '已搬离' }
    expect(await specialist.does('archiveClient', input)).toMatchObject({ code: 'NOT_ELIGIBLE' })

    const other = await open({ phone: '13900000009', name: '周敏' })
    const stated = { clientId: other.id, expectedVersion: other.version, reason: '已搬离' }
    const archived = await specialist.does('archiveClient', stated, 'id version archivedAt archiveReason')
    expect(archived).toMatchObject({ archiveReason: '已搬离' })
    const contact = { clientId: other.id, name: '无' }
    expect(await specialist.does('addContact', contact)).toMatchObject({ code: 'WRONG_STATUS' })
    const back = { clientId: other.id, expectedVersion: archived.version }
    expect(await specialist.does('restoreClient', back, 'id archivedAt')).toMatchObject({ archivedAt: null })
    expect(await specialist.does('addContact', contact)).toMatchObject({ __typename: 'Client' })
  })
})

describe('contacts', () => {
  it('have one that comes first, always', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const client = await open()
    const names = async () =>
      (await read(client.id))!.contacts.map(({ name, isPrimary }) => `${name}${isPrimary ? '*' : ''}`)
    await specialist.does('addContact', { clientId: client.id, name: '赵二' })
    expect(await names()).toEqual(['陈晓*', '赵二'])
    await specialist.does('addContact', { clientId: client.id, name: '钱三', primary: true })
    expect(await names()).toEqual(['钱三*', '陈晓', '赵二'])
    const [first] = (await read(client.id))!.contacts
    await specialist.does('removeContact', { contactId: first!.id, expectedVersion: first!.version })
    expect(await names()).toEqual(['陈晓*', '赵二'])
  })

  it('are amended without sending their number back', async () => {
    const client = await open()
    const [contact] = client.contacts
    const input = {
      contactId: contact!.id,
      expectedVersion: contact!.version,
      name: '陈小晓',
      channels: ['WECHAT'],
    }
    const amended = await story.as('SERVICE_AGENT').does<Archive>('amendContact', input, WHOLE)
    expect(amended.contacts[0]).toMatchObject({ name: '陈小晓', phoneMasked: '139****5679', isPrimary: true })
    expect(await story.as('SERVICE_AGENT').does('amendContact', input)).toMatchObject({
      code: 'STALE_RECORD',
    })
  })

  it('of a company are never none', async () => {
    const company = await open({ kind: 'COMPANY', relation: 'INDIRECT', members: [], occupancies: [] })
    const [contact] = company.contacts
    const input = { contactId: contact!.id, expectedVersion: contact!.version }
    expect(await story.as('CR_SPECIALIST').does('removeContact', input)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
  })

  it('show their number for a reason, which is logged', async () => {
    const client = await open()
    const input = { contactId: client.contacts[0]!.id, reason: '回电' }
    const shown = await story.as('SERVICE_AGENT').does('revealPhoneOfContact', input, 'phone')
    expect(shown).toMatchObject({ phone: '13900005679' })
    await expect(story.as('QUALITY').does('revealPhoneOfContact', input, 'phone')).rejects.toThrow(
      'FORBIDDEN',
    )
    const { auditEntries } = await story
      .as('AUDITOR')
      .get<{ auditEntries: { edges: { node: object }[] } }>(
        `{ auditEntries(first: 1) { edges { node { verb subjectType } } } }`,
      )
    expect(auditEntries.edges[0]!.node).toMatchObject({ verb: 'client:revealPhone' })
  })
})

describe('household members', () => {
  it('are kept for those who care for the client, and hidden from others', async () => {
    const client = await open()
    expect((await read(client.id, 'SITE_MANAGER'))!.members).toHaveLength(1)
    expect(await read(client.id, 'QUALITY', 'id members { name } contacts { name birthday }')).toMatchObject({
      members: null,
      contacts: [{ name: '陈晓', birthday: null }],
    })
    expect(await read(client.id, 'AUDITOR', 'id name members { name } contacts { name }')).toMatchObject({
      name: null,
      members: null,
      contacts: [{ name: null }],
    })
  })

  it('come and go', async () => {
    const agent = story.as('SERVICE_AGENT')
    const client = await open()
    const added = await agent.does<Archive>(
      'addMember',
      { clientId: client.id, name: '陈老', kinship: 'PARENT', lifeStage: 'ELDERLY', note: '行动不便' },
      WHOLE,
    )
    const elder = added.members!.find(({ name }) => name === '陈老')!
    const amended = {
      memberId: elder.id,
      expectedVersion: elder.version,
      name: '陈老先生',
      kinship: 'PARENT',
    }
    await agent.does('amendMember', amended)
    const removed = { memberId: elder.id, expectedVersion: elder.version + 1 }
    expect((await agent.does<Archive>('removeMember', removed, WHOLE)).members).toHaveLength(1)
    expect(
      await agent.does('removeMember', { ...removed, expectedVersion: elder.version + 2 }),
    ).toMatchObject({
      code: 'WRONG_STATUS',
    })
  })
})

describe('occupancies', () => {
  it('stand side by side, but not twice for one client, and not for more than the whole', async () => {
    const agent = story.as('SERVICE_AGENT')
    const client = await open()
    const stay = { clientId: client.id, unitId: story.ids.unit, fromOn: '2025-01-01' }
    expect(fieldsOf(await agent.does('recordOccupancy', { ...stay, relation: 'OWNER' }))).toEqual(['fromOn'])
    const asUser = await agent.does<Archive>('recordOccupancy', { ...stay, relation: 'OCCUPANT' }, WHOLE)
    expect(asUser.occupancies).toHaveLength(2)
    const owner = [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01' }]
    const greedy = await open({
      phone: '13900000004',
      name: '吴一',
      occupancies: [{ ...owner[0], sharePercent: 50.01 }],
    })
    expect(fieldsOf(greedy)).toEqual(['occupancies.0.sharePercent'])
    const fair = await open({
      phone: '13900000004',
      name: '吴一',
      occupancies: [{ ...owner[0], sharePercent: 50 }],
    })
    expect(fair.occupancies).toHaveLength(1)
  })

  it('end on a day, once; the site manager still finds who has left, until they live elsewhere', async () => {
    const site = story.as('SITE_MANAGER')
    const client = await open()
    const [stay] = client.occupancies
    const input = { occupancyId: stay!.id, expectedVersion: stay!.version }
    expect(fieldsOf(await site.does('endOccupancy', { ...input, toOn: '2024-02-29' }))).toEqual(['toOn'])
    expect(fieldsOf(await site.does('endOccupancy', input))).toEqual(['toOn'])
    const ended = await site.does<Archive>('endOccupancy', { ...input, toOn: '2025-06-30' }, WHOLE)
    expect(ended.occupancies).toMatchObject([{ toOn: '2025-06-30' }])
    const again = { ...input, expectedVersion: stay!.version + 1, toOn: '2025-07-01' }
    expect(await site.does('endOccupancy', again)).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await read(client.id, 'SITE_MANAGER', 'id')).toMatchObject({ id: client.id })
  })

  it('that were recorded in error are seen nowhere any more', async () => {
    const client = await open()
    const [stay] = client.occupancies
    const input = { occupancyId: stay!.id, expectedVersion: stay!.version, recordedInError: true }
    expect((await story.as('CR_SPECIALIST').does<Archive>('endOccupancy', input, WHOLE)).occupancies).toEqual(
      [],
    )
    const { node, clients } = await story.as('CR_SPECIALIST').get<{
      node: { occupants: { client: { name: string } }[] }
      clients: { edges: unknown[] }
    }>(
      `query($unit: ID!) { node(id: $unit) { ... on Unit { occupants { client { name } } } }
        clients(first: 9, filter: { unit: $unit }) { edges { node { id } } } }`,
      { unit: story.ids.unit },
    )
    expect(node.occupants.map((it) => it.client.name)).toEqual(['王小明'])
    expect(clients.edges).toHaveLength(1)
  })

  it('of a unit are for those who read clients', async () => {
    const occupants = (role: 'TECHNICIAN' | 'SITE_MANAGER') =>
      story
        .as(role)
        .get<{ node: { occupants: unknown[] } }>(
          'query($unit: ID!) { node(id: $unit) { ... on Unit { occupants { relation client { name } } } } }',
          { unit: story.ids.unit },
        )
    expect((await occupants('TECHNICIAN')).node.occupants).toEqual([])
    expect((await occupants('SITE_MANAGER')).node.occupants).toEqual([
      { relation: 'OWNER', client: { name: '王小明' } },
    ])
  })
})

describe('consents', () => {
  it('are given and withdrawn by purpose, and every word stays', async () => {
    const agent = story.as('SERVICE_AGENT')
    const client = await open({ consentPurposes: [] })
    const word = { clientId: client.id, purpose: 'MARKETING', way: 'SIGNED' }
    expect(await agent.does('withdrawConsent', word)).toMatchObject({ code: 'WRONG_STATUS' })
    await agent.does('recordConsent', word)
    expect(await agent.does('recordConsent', word)).toMatchObject({ code: 'WRONG_STATUS' })
    const withdrawn = await agent.does<Archive>('withdrawConsent', { ...word, way: 'SPOKEN' }, WHOLE)
    expect(withdrawn.consents).toEqual([
      { purpose: 'MARKETING', decision: 'WITHDRAWN', way: 'SPOKEN' },
      { purpose: 'MARKETING', decision: 'GIVEN', way: 'SIGNED' },
    ])
    await expect(
      database.asSuperuser((client) =>
        client.query(`set role steward_app; update client_consent set decision = 'GIVEN'`),
      ),
    ).rejects.toThrow('permission denied')
  })
})

describe('a unit', () => {
  it('has its developer and warranty from who answers for it', async () => {
    const site = story.as('SITE_MANAGER')
    const input = {
      unitId: story.ids.unit,
      expectedVersion: 1,
      developer: '翠湖置业',
      warrantyEndsOn: '2027-05-31',
    }
    expect(await site.does('changeUnit', input, 'id developer warrantyEndsOn version')).toMatchObject({
      developer: '翠湖置业',
      warrantyEndsOn: '2027-05-31',
      version: 2,
    })
    expect(await site.does('changeUnit', input)).toMatchObject({ code: 'STALE_RECORD' })
  })
})
