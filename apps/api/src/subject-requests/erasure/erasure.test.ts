/** A person asks to be forgotten: what blocks it is named, two sign, and then no trace of their words is left, neither in a table nor on disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyLedger } from '@steward/verify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { draftPlan, planContent, planVerb } from '../../../test/plan-of-story.ts'
import { A_CASE } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { testSigner } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { readConfig } from '../../config.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
const dataDir = mkdtempSync(join(tmpdir(), 'steward-erasure-'))

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config: { ...readConfig({}), dataDir } })
  worker = await testWorker(database, { dataDir })
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What is found of it is found of the person: in a name, its pinyin, a number. Long enough to stand in no hash by chance. */
const WORD = '鑫驫龘'
const PHONE = '19937462815'
const TRACES = [WORD, encodeURIComponent(WORD).toLowerCase(), 'xinbiaoda', PHONE, 'qzxkjv']
const TAILS = [PHONE.slice(-4), '2816', '2817']
let nth = 0
const marked = (more = ''): string => `${WORD}qzxkjv${(nth += 1)}${more}`

/** Of somebody else. */
const plain = (): string => '旁人'

const day = (ahead = 0) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
const agent = () => story.as('SERVICE_AGENT')
const keeper = () => story.as('CR_SPECIALIST')
const supervisor = () => story.as('CR_SUPERVISOR')
const manager = () => story.as('CS_MANAGER')

const problems: string[] = []
/** Does it, and must not be refused. */
const done = async <T extends Payload = Payload>(
  person: Person,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
  fields = 'id version',
): Promise<T> => {
  const answer = await person.does<T>(mutation, input, fields)
  if (answer.code) problems.push(`${mutation}: ${JSON.stringify(answer)}`)
  return answer
}
const settled = async () => {
  await worker.sweep()
  await worker.relay()
  for (const job of ['attachment-removal', 'copy-production', 'copy-files']) await worker.runJobs(job)
  await worker.relay()
}
const inTables = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))

const attach = async (clientId: string, classification: string) => {
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url: '/files/attachments',
    headers: {
      cookie: `steward=${keeper().token}`,
      'content-type': 'application/octet-stream',
      'x-steward-csrf': '1',
      'x-steward-attachment': encodeURIComponent(
        JSON.stringify({ clientId, classification, name: `${marked()}.txt`, note: marked() }),
      ),
    },
    payload: Buffer.from(`说明：${marked()} ${PHONE}\n`),
  })
  if (statusCode !== 201) throw new Error(body)
}

/** A client of whom every part of the archive, cases, money, leads, copies and requests says something. */
const aWholeClient = async (): Promise<string> => {
  const { id: clientId } = await done(keeper(), 'openClient', {
    kind: 'HOUSEHOLD',
    relation: 'OWNER',
    name: WORD,
    phone: PHONE,
    email: 'qzxkjv@example.com',
    referrer: marked(),
    explained: true,
    contacts: [
      {
        name: marked(),
        phone: '19937462816',
        email: 'b.qzxkjv@example.com',
        employer: marked(),
        position: marked(),
        concerns: marked(),
        preferredHours: marked(),
        interests: marked(),
        birthday: '1970-02-03',
        primary: true,
      },
    ],
    members: [{ name: marked(), kinship: 'CHILD', note: marked() }],
    occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2021-05-01' }],
  })
  await aLead(clientId)
  await done(keeper(), 'recordConsent', { clientId, purpose: 'PROFILE', way: 'SPOKEN', note: marked() })
  await done(
    keeper(),
    'setProfileOfClient',
    { clientId, expectedVersion: 0, occupation: marked(), associations: marked(), eventsAttended: marked() },
    'id',
  )
  await done(
    supervisor(),
    'revealProfileOfClient',
    { clientId, fields: ['occupation'], reason: marked() },
    '__typename',
  )
  await done(supervisor(), 'revealPhoneOfClient', { clientId, reason: marked() }, '__typename')
  await done(keeper(), 'recordReception', {
    clientId,
    words: marked(),
    result: marked(),
    nextStep: marked(),
    nextOn: day(3),
  })
  await done(manager(), 'saveView', {
    place: 'CLIENTS',
    name: marked(),
    query: `kind=HOUSEHOLD&field=${await field('PERSONAL')}~p~eq~${encodeURIComponent(WORD)}`,
    sharing: 'PRIVATE',
  })
  await attach(clientId, 'INTERNAL')
  await attach(clientId, 'SENSITIVE')
  await done(
    keeper(),
    'setFieldsOfClient',
    {
      clientId,
      values: [
        { fieldId: await field('PERSONAL'), expectedVersion: 0, value: marked() },
        { fieldId: await field('SENSITIVE'), expectedVersion: 0, value: marked() },
      ],
    },
    'id',
  )
  return clientId
}

/** Where they came from: a lead that led to them. */
const aLead = async (clientId: string): Promise<void> => {
  const on = ({ id, version }: Payload) => ({ leadId: id, expectedVersion: version })
  const sales = story.as('KEY_ACCOUNT_MANAGER')
  await inTables('update client set key_account_manager_id = $2 where id = $1', [
    fromGlobalId('Client', clientId),
    sales.staffId,
  ])
  const lead = await done(sales, 'openLead', {
    kind: 'HOUSEHOLD',
    name: marked(),
    phone: '19937462817',
    email: 'c.qzxkjv@example.com',
    need: marked(),
    referrer: marked(),
    sourceId: await leadSource(),
  })
  const note = { channel: 'PHONE', note: marked(), nextStep: marked(), nextStepOn: day(2) }
  const contacted = await done(sales, 'contactLead', { ...on(lead), ...note })
  const qualified = await done(sales, 'qualifyLead', { ...on(contacted), need: marked() })
  await done(sales, 'convertLead', { ...on(qualified), clientId })
}

const leadSource = async (): Promise<string> => {
  const { id } = await done(manager(), 'defineLeadSource', { name: `来源 ${nth}`, countsAs: 'OTHER' }, 'id')
  return id
}
const fields = new Map<string, string>()
const field = async (fieldClass: string): Promise<string> => {
  const known = fields.get(fieldClass)
  if (known) return known
  const { id } = await done(
    manager(),
    'defineCustomField',
    {
      key: `f${fieldClass.toLowerCase()}`,
      labelZh: fieldClass,
      labelEn: fieldClass,
      type: 'TEXT',
      class: fieldClass,
      kinds: ['HOUSEHOLD'],
    },
    'id',
  )
  fields.set(fieldClass, id)
  return id
}

const aCase = async (clientId: string, words = marked) =>
  done(agent(), 'registerComplaint', {
    clientId,
    channel: 'PHONE',
    kind: 'COMPLAINT',
    purpose: 'CRITICISM',
    severity: 3,
    categoryId: story.ids.category,
    summary: words(),
    facts: words(),
    demand: words(),
    contactName: words(),
    contactPhone: words === marked ? PHONE : '13800001234',
    readBack: true,
  })

const asked = async (clientId: string, words = marked) => {
  const request = await done<Request>(
    agent(),
    'registerSubjectRequest',
    {
      clientId,
      kind: 'ERASURE',
      askedBy: 'RELATIVE',
      requesterName: words(),
      channel: 'COUNTER',
      words: words(),
    },
    REQUEST,
  )
  return does(keeper(), 'verify', request, { proof: 'KINSHIP_SEEN', proofNote: words() })
}

interface Request extends Payload {
  readonly status: string
  readonly erasure: { readonly id: string; readonly version: number; readonly status: string } | null
}
const REQUEST = 'id version status erasure { id version status }'
const does = (person: Person, verb: string, { id, version }: Payload, more: object = {}) =>
  person.does<Request>(
    `${verb}SubjectRequest`,
    { subjectRequestId: id, expectedVersion: version, ...more },
    REQUEST,
  )
const approves = (person: Person, { erasure }: Request) =>
  person.does<Payload>(
    'approveDocument',
    { revisionId: erasure!.id, expectedVersion: erasure!.version },
    'id status',
  )

/** Every text, json and byte of every table, as somebody from whom nothing is hidden. @returns `table.column: what was found` */
const tracesInTables = async (): Promise<readonly string[]> => {
  const found: string[] = []
  await database.asSuperuser(async (client) => {
    const { rows } = await client.query<{ t: string; c: string; bytes: boolean }>(
      `select table_name as t, column_name as c, udt_name = 'bytea' as bytes from information_schema.columns
        where table_schema in ('public', 'graphile_worker') and udt_name in ('text', 'varchar', 'jsonb', 'json', '_text', 'bytea', 'tsvector')
          and (table_schema, table_name) in (select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE')
          and table_schema = 'public' order by 1, 2`,
    )
    for (const { t, c, bytes } of rows) {
      const text = bytes ? `encode("${c}", 'escape')` : `"${c}"::text`
      const hit = await client.query<{ v: string }>(
        `select ${text} as v from "${t}" where lower(${text}) like any($1) limit 1`,
        [TRACES.map((trace) => `%${trace}%`)],
      )
      // The end of a number is four digits: looked for where ends are kept.
      if (
        c.includes('tail') &&
        (await client.query(`select from "${t}" where "${c}" = any($1)`, [TAILS])).rowCount
      )
        found.push(`${t}.${c}: an end of their number`)
      if (hit.rows[0]) found.push(`${t}.${c}: ${hit.rows[0].v.slice(0, 120)}`)
    }
  })
  return found
}
const tracesOnDisk = (folder = dataDir): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return tracesOnDisk(path)
    const content = readFileSync(path)
    return TRACES.some((trace) => content.includes(trace)) ? [path] : []
  })

/** A list with them in it was approved, and the worker has not made it yet. */
const copyBeingMade = async (clientId: string): Promise<void> => {
  const [asker, approver] = [story.as('CR_SPECIALIST'), story.as('CS_MANAGER')]
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  type Request = Payload & { readonly id: string; readonly version: number }
  const step = ({ id, version }: Request) => ({ exportRequestId: id, expectedVersion: version })
  const submitted = await asker.does<Request>('submitExportRequest', {
    purpose: '停水通知',
    use: 'INSIDE',
    clientIds: [clientId],
    scopeNote: '一户',
    columns: ['code'],
    form: 'CSV',
    recipientId: story.ids.staff.SERVICE_AGENT,
    copies: 1,
    useFrom: today,
    useUntil: today,
  })
  const approved = await approver.does<Request>('approveExportRequest', step(submitted))
  const produced = await asker.does<Request>('produceExportRequest', step(approved))
  if (produced.code) throw new Error(JSON.stringify(produced))
}

describe('erasure', () => {
  it('is refused while anything stands in its way, and to whoever proved who asks', async () => {
    const clientId = story.ids.client
    const open = await aCase(clientId, plain)
    const selling = await done(manager(), 'openOpportunity', {
      clientId,
      title: plain(),
      assigneeId: story.ids.staff.SALES,
    })
    const planned = await draftPlan(supervisor(), {
      kind: 'RELATIONSHIP',
      clientId,
      content: planContent(supervisor(), { title: plain() }),
    })
    const request = await asked(clientId, plain)
    await copyBeingMade(clientId)
    const { erasurePreview } = await manager().get<{
      erasurePreview: { blocks: { kind: string }[]; goes: { what: string }[]; stays: { what: string }[] }
    }>(
      'query($id: ID!) { erasurePreview(subjectRequestId: $id) { blocks { kind number } goes { what count } stays { what count } } }',
      { id: request.id },
    )
    expect(erasurePreview.blocks).toMatchObject([
      { kind: 'COPY_IN_MAKING' },
      { kind: 'OPEN_CASE' },
      { kind: 'OPEN_OPPORTUNITY' },
      { kind: 'OPEN_PLAN', number: planned.number },
    ])
    expect(erasurePreview.goes.map(({ what }) => what)).toContain('IDENTITY')
    expect(await does(manager(), 'answer', request, { answer: '不删了' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await does(manager(), 'erase', request)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('open'),
    })
    // Raw SQL under the API's own role: the function looks for two signatures itself.
    const raw = inTables('select erase_client($1)', [fromGlobalId('Client', clientId)])
    await expect(raw).rejects.toThrow('not signed by two')
    await does(agent(), 'withdraw', request, { answer: plain() })
    await done(agent(), 'withdrawComplaint', {
      complaintId: open.id,
      expectedVersion: open.version,
      reason: '客户撤回',
    })
    await planVerb(supervisor(), 'cancel', planned, { reason: plain() })
    await done(manager(), 'loseOpportunity', {
      opportunityId: selling.id,
      expectedVersion: selling.version,
      reason: 'NO_NEED',
    })
  })

  it('is not carried out once nobody asks for it any more, and not stopped once two have signed', async () => {
    const { id: clientId } = await done(keeper(), 'openClient', {
      kind: 'HOUSEHOLD',
      relation: 'PROSPECT',
      name: plain(),
      phone: '13500001234',
      explained: true,
    })
    const taken = await does(manager(), 'erase', await asked(clientId, plain))
    expect(await does(agent(), 'withdraw', taken, { answer: plain() })).toMatchObject({ status: 'WITHDRAWN' })
    expect(await approves(story.as('CS_DIRECTOR'), taken)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('withdrawn'),
    })
    const erased = async () => {
      await settled()
      const ask = 'query($id: ID!) { client(id: $id) { erasedAt } }'
      return (await manager().get<{ client: { erasedAt: string | null } }>(ask, { id: clientId })).client
        .erasedAt
    }
    expect(await erased()).toBeNull()

    await done(keeper(), 'addContact', { clientId, name: 'Li' }, 'id')
    const { id: view } = await done(manager(), 'saveView', {
      place: 'CLIENTS',
      name: 'Living alone',
      query: 'kind=HOUSEHOLD',
      sharing: 'PRIVATE',
    })

    const ordered = await does(manager(), 'erase', await asked(clientId, plain))
    expect(await approves(story.as('CS_DIRECTOR'), ordered)).toMatchObject({ status: 'EFFECTIVE' })
    // The worker has yet to come by: nothing is offered that would be refused.
    const { subjectRequest } = await agent().get<{ subjectRequest: { availableActions: string[] } }>(
      'query($id: ID!) { subjectRequest(id: $id) { availableActions } }',
      { id: ordered.id },
    )
    expect(subjectRequest.availableActions).toEqual([])
    expect(await does(agent(), 'withdraw', ordered, { answer: plain() })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await keeper().does('recordReception', { clientId, words: plain() })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect((await agent().does('registerComplaint', { ...A_CASE, clientId })).code).toBe('NOT_ELIGIBLE')
    expect(await erased()).not.toBeNull()
    // Two letters name nobody: what somebody else has saved stays.
    const left = await inTables<unknown[]>('select from saved_view where id = $1', [
      fromGlobalId('SavedView', view),
    ])
    expect(left).toHaveLength(1)
    expect(problems).toEqual([])
  })

  it('takes every trace of the person, from every table and from the disk, and leaves what is signed to verify', async () => {
    const clientId = await aWholeClient()
    const kase = await aCase(clientId)
    await done(agent(), 'withdrawComplaint', {
      complaintId: kase.id,
      expectedVersion: kase.version,
      reason: marked(),
    })
    const finance = story.as('FINANCE')
    const charge = { clientId, kind: 'PARKING', amountMinor: 100, dueOn: day(-5) }
    const owed = await done(finance, 'registerReceivable', charge, 'id')
    const paid = await done(finance, 'recordPayment', {
      clientId,
      amountMinor: 100,
      method: 'CASH',
      payer: marked(),
      reference: marked(),
      note: marked(),
      receivedOn: day(),
    })
    await finance.does('allocatePayment', { paymentId: paid.id, expectedVersion: paid.version })
    // Somebody who was merged into them goes with them.
    await inTables(
      `insert into client (org_id, id, code, kind, relation, name, phone, phone_tail, search_grams, merged_into_id, archived_at, created_at)
       select org_id, gen_random_uuid(), 'C-MERGED', kind, relation, name, phone, phone_tail, search_grams, id, now(), now()
         from client where id = $1`,
      [fromGlobalId('Client', clientId)],
    )
    expect(problems).toEqual([])
    expect((await tracesInTables()).length).toBeGreaterThan(20)
    expect(tracesOnDisk().length).toBeGreaterThan(0)

    const request = await asked(clientId)
    const ordered = await does(manager(), 'erase', request)
    expect(ordered).toMatchObject({ status: 'IDENTIFIED', erasure: { status: 'IN_SIGNING' } })
    expect(await does(supervisor(), 'erase', ordered)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // Nobody supervises themselves.
    expect(await approves(manager(), ordered)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await settled()
    expect((await tracesInTables()).length).toBeGreaterThan(20)

    expect(await approves(story.as('CS_DIRECTOR'), ordered)).toMatchObject({ status: 'EFFECTIVE' })
    await settled()
    expect(await tracesInTables()).toEqual([])
    expect(tracesOnDisk()).toEqual([])

    const { client } = await manager().get<{ client: Record<string, unknown> }>(
      `query($id: ID!) { client(id: $id) { code name phoneMasked erasedAt archivedAt contacts { id } erasureNumber } }`,
      { id: clientId },
    )
    expect(client).toMatchObject({
      name: client.code,
      phoneMasked: null,
      erasedAt: expect.any(String),
      contacts: [],
      erasureNumber: expect.stringMatching(/^DR-/),
    })
    const again = { clientId, words: '又来了' }
    expect(await keeper().does('recordReception', again)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const { receivable } = await finance.get<{ receivable: { version: number } }>(
      'query($id: ID!) { receivable(id: $id) { version } }',
      { id: owed.id },
    )
    const voided = { receivableId: owed.id, expectedVersion: receivable.version, reason: '记错了，重新开' }
    expect(await finance.does('voidReceivable', voided)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // The case keeps its facts without the person.
    const left = await inTables<{ number: string; summary: string; client_id: string }[]>(
      'select number, summary, client_id from complaint where id = $1',
      [fromGlobalId('Complaint', kase.id)],
    )
    expect(left[0]).toMatchObject({ summary: '〔已删除〕', client_id: fromGlobalId('Client', clientId) })

    const { body } = await server.inject({
      method: 'GET',
      url: '/files/ledger.jsonl',
      headers: { cookie: `steward=${story.as('AUDITOR').token}`, 'accept-language': 'en' },
    })
    const root = (await testSigner.ring())[0]!.kid
    expect((await verifyLedger([Buffer.from(body)], { root, witnesses: [] })).findings).toEqual([])
  })
})
