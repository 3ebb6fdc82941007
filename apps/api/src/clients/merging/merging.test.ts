/** Two archives of one person become one, and two again: what is joined, what stays, who signs, and what nobody can get around. */
import { localDate } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { agreesToProfile } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { A_CASE, registered } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { vaultOf } from '../../access/vault.ts'
import { readConfig } from '../../config.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { subjectArchive } from '../../exports/production/subject-archive.service.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { clientColumns } from './merge-tables.service.ts'

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

type Client = Payload & { readonly id: string; readonly number: string; readonly version: number }
interface Merge extends Payload {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly status: string
  readonly movedCount: number
  readonly kept: readonly { readonly key: string }[]
  readonly counts: readonly { readonly what: string; readonly merged: number; readonly staying: number }[]
}
const MERGE = `id version number status movedCount kept { key } taken { key } counts { what survivor merged staying }`

const opened = (name: string, more: object = {}) =>
  story.as('CR_SPECIALIST').does<Client>(
    'openClient',
    {
      kind: 'HOUSEHOLD',
      relation: 'OWNER',
      name,
      explained: true,
      consentPurposes: ['CARE'],
      occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01' }],
      ...more,
    },
    'id version number: code',
  )

/** Until so many transactions wait for a lock of this database. */
const waited = (many: number) =>
  vi.waitFor(async () => {
    const { rows } = await database.pool.query<{ many: number }>(
      "select count(*)::integer as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    expect(rows[0]!.many).toBe(many)
  }, 10_000)

interface Preview {
  readonly fingerprint: string
  readonly obstacles: readonly { readonly reason: string; readonly message: string }[]
  readonly fields: readonly { readonly key: string; readonly standing: string }[]
}
const preview = async (survivor: Client, merged: Client, by: Person = story.as('CR_SPECIALIST')) =>
  (
    await by.get<{ clientMergePreview: Preview }>(
      `query($survivor: ID!, $merged: ID!) { clientMergePreview(survivor: $survivor, merged: $merged) {
         fingerprint obstacles { reason message } fields { key standing customFieldId } counts { what survivor merged staying } } }`,
      { survivor: survivor.id, merged: merged.id },
    )
  ).clientMergePreview
const propose = async (
  survivor: Client,
  merged: Client,
  taken: readonly string[] = [],
  fingerprint?: string,
) =>
  story.as('CR_SPECIALIST').does<Merge>(
    'proposeClientMerge',
    {
      survivorId: survivor.id,
      mergedId: merged.id,
      fingerprint: fingerprint ?? (await preview(survivor, merged)).fingerprint,
      taken,
      reason: '同一户登记了两次',
    },
    MERGE,
  )
const does = (verb: string, merge: Merge, more: object = {}, by: Person = story.as('CS_MANAGER')) =>
  by.does<Merge>(
    `${verb}ClientMerge`,
    { clientMergeId: merge.id, expectedVersion: merge.version, ...more },
    MERGE,
  )
const merged = async (survivor: Client, other: Client, taken: readonly string[] = []) =>
  does('approve', await propose(survivor, other, taken))
const reversed = async (merge: Merge) =>
  does('approve', await does('reverse', merge, { reason: '是父子二人' }, story.as('CR_SUPERVISOR')))

/** Every table of the organization, but for what is written about the merge itself: the trail, signatures, what waits to be told. */
const BESIDE =
  /^(audit_|ledger|client_merge|sign_off|signing|signature_|commitment_salt|outbox|idempotency_|counter|session$|notice)/
const world = async (): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  await database.asSuperuser(async (db) => {
    const { rows } = await db.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') order by 1`,
    )
    for (const { name } of rows.filter((row) => !BESIDE.test(row.name))) {
      const hashed = await db.query<{ hash: string }>(
        `select md5(coalesce(string_agg((to_jsonb(t) - 'version')::text, '|' order by to_jsonb(t)::text), '')) as hash from ${name} t where org_id = $1`,
        [story.orgId],
      )
      found[name] = hashed.rows[0]!.hash
    }
  })
  return found
}
const read = async <T>(id: string, fields: string, by: Person = story.as('CR_SPECIALIST')) =>
  (await by.get<{ client: T }>(`query($id: ID!) { client(id: $id) { ${fields} } }`, { id })).client
const profileOf = (clientId: string, fields: string) =>
  story
    .as('CS_MANAGER')
    .does<Record<string, unknown>>(
      'revealProfileOfClient',
      { clientId, fields: fields.split(' '), reason: '上门前核对' },
      fields,
    )
const setProfile = (clientId: string, stated: object, expectedVersion = 0) =>
  story.as('CR_SPECIALIST').does('setProfileOfClient', { clientId, expectedVersion, ...stated }, 'version')

/** A household that was written down twice, with something of everything behind the second archive. */
const twins = async () => {
  const survivor = await opened('陈建国', {
    phone: '13900005678',
    contacts: [{ name: '陈晓', phone: '13900005679' }],
  })
  const other = await opened('陈建国', {
    phone: '13700001111',
    email: 'chen@example.com',
    knownNotToBeThem: [survivor.id],
    consentPurposes: ['CARE', 'SURVEY'],
    contacts: [{ name: '陈大文' }],
    members: [{ name: '陈小宝', kinship: 'CHILD' }],
    occupancies: [
      { unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-05-01' },
      { unitId: story.ids.unit, relation: 'OCCUPANT', fromOn: '2020-01-01', toOn: '2020-12-31' },
    ],
  })
  for (const { id } of [survivor, other]) await agreesToProfile(story, id)
  await setProfile(survivor.id, { occupation: '教师' })
  await setProfile(other.id, { occupation: '医生', birthday: '1980-01-02' })
  const supervisor = story.as('CR_SUPERVISOR')
  const tag = await supervisor.does('defineTag', {
    nameZh: '年付',
    nameEn: 'Pays yearly',
    tone: 'INFO',
    kinds: ['HOUSEHOLD'],
  })
  await supervisor.does('tagClients', { tagId: tag.id, clientIds: [survivor.id, other.id] }, '__typename')
  const field = await supervisor.does('defineCustomField', {
    key: 'blood',
    labelZh: '血型',
    labelEn: 'Blood',
    kinds: ['HOUSEHOLD'],
    class: 'SENSITIVE',
    type: 'TEXT',
  })
  await supervisor.does(
    'setFieldsOfClient',
    { clientId: other.id, values: [{ fieldId: field.id, value: 'AB', expectedVersion: 0 }] },
    'id',
  )
  const agent = story.as('SERVICE_AGENT')
  const said = await agent.does('recordReception', { clientId: other.id, words: '问车位' })
  const complaint = await registered(story, { clientId: other.id })
  const due = await story.as('FINANCE').does(
    'registerReceivable',
    {
      clientId: other.id,
      kind: 'MANAGEMENT_FEE',
      period: '2026-01',
      amountMinor: 10_000,
      dueOn: '2026-01-31',
      unitId: story.ids.unit,
    },
    'id',
  )
  const sent = await opened('李四', {
    phone: '13600002222',
    referrerClientId: other.id,
    relation: 'PROSPECT',
    occupancies: [],
  })
  return { survivor, other, field, said, complaint, due, sent }
}

describe('two archives of one household', () => {
  it('become one with both histories, and two again as if nothing had been', async () => {
    const { survivor, other, field, complaint, sent } = await twins()
    const before = await world()
    const seen = await preview(survivor, other)
    expect(Object.fromEntries(seen.fields.map(({ key, standing }) => [key, standing]))).toMatchObject({
      name: 'SAME',
      phone: 'DIFFERENT',
      email: 'MERGED_ONLY',
      'profile:occupation': 'SEALED',
      'profile:birthday': 'MERGED_ONLY',
      [`field:${fromGlobalId('CustomField', field.id)!}`]: 'MERGED_ONLY',
    })
    expect(JSON.stringify(seen)).not.toMatch(/1390000|AB"|1980/)
    const blood = `field:${fromGlobalId('CustomField', field.id)!}`
    const proposal = await propose(survivor, other, ['email', 'profile:birthday', blood])
    const counts = Object.fromEntries(proposal.counts.map(({ what, ...rest }) => [what, rest]))
    expect(counts).toMatchObject({
      client_occupancy: { survivor: 1, merged: 2, staying: 1 },
      client_tag: { survivor: 1, merged: 1, staying: 1 },
      client_profile: { survivor: 1, merged: 1, staying: 1 },
      client_contact: { survivor: 1, merged: 1, staying: 0 },
      client_consent: { merged: 3, staying: 0 },
      complaint: { survivor: 0, merged: 1, staying: 0 },
      receivable: { survivor: 0, merged: 1, staying: 0 },
      'client.referrer_client_id': { merged: 1 },
    })
    // Nothing has changed yet, and nobody approves what they have proposed.
    expect(
      await does('approve', proposal, {}, story.as('CR_SPECIALIST')).catch((error: Error) => error.message),
    ).toContain('FORBIDDEN')
    expect(await world()).toEqual(before)
    const done = await does('approve', proposal)
    expect(done).toMatchObject({ status: 'MERGED' })

    const page = await read<Record<string, unknown>>(
      survivor.id,
      `phoneMasked emailMasked contacts { name isPrimary } members { name } occupancies { relation } tags { tag { nameZh } }
       openComplaintCount mergedClients { code } sealedFieldValues { field { key } }
       timeline(first: 50) { edges { node { kind formerClientCode merge { number status } reception { words } complaint { id } } } }`,
    )
    expect(page).toMatchObject({
      phoneMasked: '139****5678',
      emailMasked: 'c***@example.com',
      contacts: [
        { name: '陈晓', isPrimary: true },
        { name: '陈大文', isPrimary: false },
      ],
      members: [{ name: '陈小宝' }],
      tags: [{ tag: { nameZh: '年付' } }],
      openComplaintCount: 1,
      mergedClients: [{ code: other.number }],
      sealedFieldValues: [{ field: { key: 'blood' } }],
    })
    const told = (page['timeline'] as { edges: { node: Record<string, unknown> }[] }).edges.map(
      ({ node }) => node,
    )
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'RECEPTION',
        formerClientCode: other.number,
        reception: { words: '问车位' },
      }),
    )
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'CASE_REGISTERED',
        formerClientCode: other.number,
        complaint: { id: complaint.id },
      }),
    )
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'MERGED', merge: { number: done.number, status: 'MERGED' } }),
    )
    expect(told.filter(({ kind }) => kind === 'OPENED').map((it) => it['formerClientCode'])).toEqual(
      expect.arrayContaining([null, other.number]),
    )
    // What was sealed for the one is read as the other's, under the key and in the place that it was sealed in.
    expect(await profileOf(survivor.id, 'birthday occupation')).toMatchObject({
      birthday: '1980-01-02',
      occupation: '教师',
    })
    expect(
      await story
        .as('CS_MANAGER')
        .does(
          'revealFieldsOfClient',
          { clientId: survivor.id, fieldIds: [field.id], reason: '上门前核对' },
          'values { value }',
        ),
    ).toMatchObject({ values: [{ value: 'AB' }] })
    expect(await read(sent.id, 'referrerClient { code }')).toMatchObject({
      referrerClient: { code: survivor.number },
    })

    // Whoever looks for the one finds the other; nothing is begun with what is left of them.
    const { findClients } = await story
      .as('SERVICE_AGENT')
      .get<{ findClients: { code: string }[] }>(
        `query($words: String!) { findClients(words: $words) { code } }`,
        {
          words: other.number,
        },
      )
    expect(findClients).toEqual([{ code: survivor.number }])
    const left = await read<Client>(other.id, 'id version code mergedInto { code } archivedAt')
    expect(left).toMatchObject({ mergedInto: { code: survivor.number } })
    const begun: readonly (readonly [Parameters<Story['as']>[0], string, object])[] = [
      [
        'CR_SPECIALIST',
        'amendClient',
        { clientId: other.id, expectedVersion: left.version, phone: '13700001112' },
      ],
      ['CR_SPECIALIST', 'restoreClient', { clientId: other.id, expectedVersion: left.version }],
      ['SERVICE_AGENT', 'recordReception', { clientId: other.id, words: '又来了' }],
      [
        'FINANCE',
        'registerReceivable',
        { clientId: other.id, kind: 'MANAGEMENT_FEE', amountMinor: 1, dueOn: '2026-02-28' },
      ],
      ['CR_SUPERVISOR', 'assignManagerOfClients', { clientIds: [other.id], managerId: null }],
      [
        'FINANCE',
        'recordManyCostEvents',
        {
          clientIds: [survivor.id, other.id],
          costClass: 'SERVICE',
          occurredOn: '2026-01-01',
          purpose: '上门',
          materialMinor: 1,
        },
      ],
    ]
    for (const [role, verb, input] of begun) {
      const { code, message } = await story
        .as(role)
        .does<Payload & { message: string }>(verb, input as never, '__typename')
      expect([verb, code, message]).toEqual([verb, 'NOT_ELIGIBLE', expect.stringContaining(survivor.number)])
    }
    expect(
      await story.as('SERVICE_AGENT').does('registerComplaint', { ...A_CASE, clientId: other.id }),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })

    expect(await reversed(done)).toMatchObject({ status: 'REVERSED', kept: [] })
    // Asking was put on record meanwhile: who was shown what is no part of either archive.
    const after = await world()
    expect({ ...after, client_reveal: '' }).toEqual({ ...before, client_reveal: '' })
    expect(await profileOf(other.id, 'birthday occupation')).toMatchObject({
      birthday: '1980-01-02',
      occupation: '医生',
    })
    expect(await profileOf(survivor.id, 'occupation')).toMatchObject({ occupation: '教师' })
  })

  it('keep what was worked on between: fields stay as somebody left them, new things with who goes on', async () => {
    const survivor = await opened('周一', { phone: '13900000001' })
    const other = await opened('周一', {
      phone: '13900000002',
      knownNotToBeThem: [survivor.id],
      contacts: [{ name: '周二' }],
    })
    for (const { id } of [survivor, other]) await agreesToProfile(story, id)
    await setProfile(other.id, { occupation: '医生' })
    const done = await merged(survivor, other, ['phone'])
    const now = await read<Client>(survivor.id, 'version phoneMasked profile { version }')
    expect(now).toMatchObject({ phoneMasked: '139****0002', profile: { version: 1 } })
    const keeper = story.as('CR_SPECIALIST')
    await keeper.does('amendClient', {
      clientId: survivor.id,
      expectedVersion: now.version,
      phone: '13900000003',
    })
    // Sealed under the key of who goes on, in a row that goes back.
    await setProfile(survivor.id, { birthday: '1970-01-01' }, 1)
    await keeper.does('recordReception', { clientId: survivor.id, words: '合并之后' })
    const { clientMergeReversal } = await keeper.get<{ clientMergeReversal: object }>(
      `query($id: ID!) { clientMergeReversal(merge: $id) { obstacles { reason } kept { key } restored { key } } }`,
      { id: done.id },
    )
    expect(clientMergeReversal).toEqual({ obstacles: [], kept: [{ key: 'phone' }], restored: [] })
    expect(await reversed(done)).toMatchObject({ status: 'REVERSED', kept: [{ key: 'phone' }] })
    const words =
      'phoneMasked contacts { name } profile { onFile } timeline(first: 20) { edges { node { reception { words } } } }'
    expect(await read(survivor.id, words)).toMatchObject({
      phoneMasked: '139****0003',
      contacts: [],
      profile: null,
    })
    expect(JSON.stringify(await read(survivor.id, words))).toContain('合并之后')
    expect(await read(other.id, words)).toMatchObject({
      phoneMasked: '139****0002',
      contacts: [{ name: '周二' }],
    })
    expect(await profileOf(other.id, 'birthday occupation')).toMatchObject({
      birthday: '1970-01-01',
      occupation: '医生',
    })
  })

  it('are not taken back while money of the one has settled what would be owed by the other', async () => {
    const [survivor, other] = [
      await opened('周一', { phone: '13900000001' }),
      await opened('周二', { phone: '13900000002' }),
    ]
    const finance = story.as('FINANCE')
    const paid = await finance.does(
      'recordPayment',
      { clientId: other.id, amountMinor: 5_000, method: 'CASH', receivedOn: '2026-01-05' },
      'id version number',
    )
    const done = await merged(survivor, other)
    const owed = { clientId: survivor.id, kind: 'PARKING', amountMinor: 5_000, dueOn: '2026-01-31' }
    await finance.does('registerReceivable', owed)
    const settled = await finance.does('allocatePayment', {
      paymentId: paid.id,
      expectedVersion: paid.version,
    })
    const reverse = () => does('reverse', done, { reason: '是父子二人' }, story.as('CR_SUPERVISOR'))
    expect(await reverse()).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining(String(paid['number'])) as string,
    })
    const again = { paymentId: paid.id, expectedVersion: settled.version, reason: '重新登记' }
    await finance.does('reversePayment', again)
    expect(await reverse()).toMatchObject({ status: 'REVERSAL_IN_SIGNING' })
  })

  it('are not taken back while a statement issued since names what would be owed by the other', async () => {
    const [survivor, other] = [
      await opened('郑一', { phone: '13900000011' }),
      await opened('郑二', { phone: '13900000012' }),
    ]
    const finance = story.as('FINANCE')
    const owed = { clientId: other.id, kind: 'PARKING', amountMinor: 7_000, dueOn: '2026-01-31' }
    await finance.does('registerReceivable', owed)
    const done = await merged(survivor, other)
    const asOfOn = localDate(new Date(), 'Asia/Shanghai')
    const statement = await finance.does(
      'issueReconciliation',
      { clientId: survivor.id, asOfOn },
      'id version number',
    )
    const reverse = () => does('reverse', done, { reason: '是父子二人' }, story.as('CR_SUPERVISOR'))
    expect(await reverse()).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining(String(statement['number'])) as string,
    })
    const sent = await finance.does('sendReconciliation', {
      reconciliationId: statement.id,
      expectedVersion: statement.version,
      channel: 'POST',
    })
    const confirmed = { reconciliationId: statement.id, expectedVersion: sent.version, confirmedBy: '郑一' }
    expect((await finance.does('confirmReconciliation', confirmed)).code).toBeUndefined()
    expect(await reverse()).toMatchObject({ status: 'REVERSAL_IN_SIGNING' })
  })

  it('are both in the copy that the person asks for', async () => {
    const [survivor, other] = [
      await opened('吴一', { phone: '13900000021' }),
      await opened('吴二', { phone: '13900000022' }),
    ]
    await merged(survivor, other)
    const archive = await withTenant(database.app, story.orgId, (db) =>
      subjectArchive(db, vaultOf(readConfig({})), {
        orgId: story.orgId,
        clientId: fromGlobalId('Client', survivor.id)!,
        timeZone: 'Asia/Shanghai',
      }),
    )
    const identity = archive.parts.find(({ key }) => key === 'identity')!.rows.map(([, said]) => said)
    expect(identity).toEqual(expect.arrayContaining(['吴一', '吴二', '13900000021', '13900000022']))
  })

  it('are taken back in the order in which they came, the newest first', async () => {
    const [a, b, c] = [
      await opened('甲', { phone: '13900000001', contacts: [{ name: '甲妻' }] }),
      await opened('乙', { phone: '13900000002', contacts: [{ name: '乙妻' }] }),
      await opened('丙', { phone: '13900000003' }),
    ]
    const before = await world()
    const first = await merged(b, a)
    const second = await merged(c, b)
    expect(await read(a.id, 'mergedInto { code }')).toEqual({ mergedInto: { code: c.number } })
    expect(await does('reverse', first, { reason: '错了' }, story.as('CR_SUPERVISOR'))).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining(second.number) as string,
    })
    await reversed(second)
    expect(await read(a.id, 'mergedInto { code }')).toEqual({ mergedInto: { code: b.number } })
    await reversed(first)
    // Who had no key has one now: what is written down of them is sealed by it.
    expect({ ...(await world()), client_key: '' }).toEqual({ ...before, client_key: '' })
  })
})

describe('a merge', () => {
  it('is refused with what is in the way, and goes back when either archive has changed', async () => {
    const a = await opened('甲', { phone: '13900000001' })
    const b = await opened('乙', { phone: '13900000002' })
    const firm = await opened('丙公司', {
      kind: 'COMPANY',
      phone: '13900000003',
      relation: 'PROSPECT',
      contacts: [{ name: '丁' }],
      occupancies: [],
    })
    const reasonsOf = async (one: Client, other: Client) =>
      (await preview(one, other)).obstacles.map(({ reason }) => reason)
    expect(await reasonsOf(a, firm)).toEqual(['kindsFit'])
    expect(await reasonsOf(a, a)).toEqual(['twoClients'])
    expect(await propose(a, firm)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await propose(a, b, ['name', 'salary'])).toMatchObject({ fields: [{ path: 'taken.1' }] })
    const proposal = await propose(a, b, ['name'])
    expect(await reasonsOf(b, firm)).toContain('noOtherMergeIsOpen')
    await story
      .as('CR_SPECIALIST')
      .does('addContact', { clientId: b.id, name: '乙妻', decisionRoles: [], channels: [] }, 'id')
    expect(await does('approve', proposal)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('prepared') as string,
    })
    const seen = (await preview(a, b)).fingerprint
    await does('withdraw', proposal, {}, story.as('CR_SPECIALIST'))
    await story
      .as('CR_SPECIALIST')
      .does('recordConsent', { clientId: a.id, purpose: 'SURVEY', way: 'SPOKEN' }, 'id')
    expect(await propose(a, b, [], seen)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const again = await propose(a, b)
    expect(await does('reject', again, { reason: '不是同一人' })).toMatchObject({ status: 'REJECTED' })
    expect(await read(b.id, 'mergedInto { id } archivedAt')).toEqual({ mergedInto: null, archivedAt: null })
  })

  it('leaves nothing behind that began while it was carried out', async () => {
    const [goesOn, other] = [
      await opened('陈默', { phone: '13900000001' }),
      await opened('沈言', { phone: '13900000002' }),
    ]
    const id = (client: Client) => fromGlobalId('Client', client.id)!
    const agent = story.as('SERVICE_AGENT')
    const begun: Promise<Payload>[] = []
    await withTenant(database.app, story.orgId, async (db) => {
      await db.query('update client set merged_into_id = $3 where org_id = $1 and id = $2', [
        story.orgId,
        id(other),
        id(goesOn),
      ])
      begun.push(
        registered(story, { clientId: other.id }),
        agent.does('recordReception', { clientId: other.id, channel: 'PHONE', words: '问水费' }),
      )
      await waited(begun.length)
    })
    for (const answer of await Promise.all(begun)) expect(answer).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('is one at a time, by two, over clients whom one may see, and out of reach of raw SQL', async () => {
    const [a, b, c] = [
      await opened('甲', { phone: '13900000001' }),
      await opened('乙', { phone: '13900000002' }),
      await opened('丙', { phone: '13900000003', relation: 'PROSPECT', occupancies: [] }),
    ]
    const [into, other] = [(await preview(a, b)).fingerprint, (await preview(c, b)).fingerprint]
    const answers = await Promise.all([propose(a, b, [], into), propose(c, b, [], other)])
    expect(answers.map(({ code }) => code ?? 'DONE').toSorted()).toEqual(['DONE', 'NOT_ELIGIBLE'])
    const [proposal] = answers.filter(({ code }) => code === undefined)
    // Of two who hold the role the one who has prepared it is not the one who approves it.
    const both = await story.colleague(['CR_SPECIALIST', 'CS_MANAGER'])
    await does('withdraw', proposal!, {}, story.as('CR_SPECIALIST'))
    const own = await both.does<Merge>(
      'proposeClientMerge',
      {
        survivorId: a.id,
        mergedId: b.id,
        fingerprint: (await preview(a, b)).fingerprint,
        taken: [],
        reason: '同一人',
      },
      MERGE,
    )
    expect(await does('approve', own, {}, both)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await read(b.id, 'mergedInto { id }')).toEqual({ mergedInto: null })
    const done = await does('approve', own)
    expect(await does('approve', own)).toMatchObject({ code: 'STALE_RECORD' })

    // An account manager of the one reads the merge with it, and of the other nothing.
    await story
      .as('CS_MANAGER')
      .does(
        'assignManagerOfClients',
        { clientIds: [a.id], managerId: story.ids.staff.KEY_ACCOUNT_MANAGER },
        '__typename',
      )
    const ask = `query($id: ID!) { clientMerge(id: $id) { number survivor { id } merged { id } reason } }`
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    expect(await manager.get(ask, { id: done.id })).toMatchObject({
      clientMerge: { survivor: { id: a.id }, merged: null, reason: '同一人' },
    })
    const asked = await manager.run(
      `query($s: ID!, $m: ID!) { clientMergePreview(survivor: $s, merged: $m) { fingerprint } }`,
      { s: a.id, m: c.id },
    )
    expect(asked.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    expect(
      (await story.as('SALES').get<{ clientMerge: object | null }>(ask, { id: done.id })).clientMerge,
    ).toBeNull()
    const stranger = await given(database, server)
    expect(
      (await stranger.as('CS_MANAGER').get<{ clientMerge: null }>(ask, { id: done.id })).clientMerge,
    ).toBeNull()

    const attempt = (sql: string) =>
      withTenant(database.app, story.orgId, (db) => db.query(sql)).then(
        () => 'DONE',
        (error: Error) => error.message,
      )
    for (const sql of [
      `delete from client_merge_row`,
      `update client_merge_row set before = null`,
      `update client_merge set merged_id = survivor_id`,
      `update client_merge set taken = '{name}'`,
      `delete from client_merge`,
      `update client_consent set decision = 'GIVEN'`,
    ])
      expect([sql, await attempt(sql)]).toEqual([sql, expect.stringContaining('permission denied')])
  })
})

it('finds every table that says whose a row is, and may point it elsewhere', async () => {
  const columns = await withTenant(database.app, story.orgId, (manager) => clientColumns(manager))
  expect(columns.length).toBeGreaterThan(15)
  // A history that refers to clients lets that one column be changed: GRANT UPDATE (client_id), and a line in catalog.test.ts.
  expect(
    columns.filter(({ isMovable }) => !isMovable).map(({ table, column }) => `${table}.${column}`),
  ).toEqual([])
})
