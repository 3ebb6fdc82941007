/** Statements disputed line by line, and what holds the asking for money: told through the API. */
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { A_CASE } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker } from '../../../test/worker.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let finance: Person

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
  finance = story.as('FINANCE')
})

const DAY = 86_400_000
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)

const owe = (amountMinor: number, dueDaysAgo: number, more: object = {}) =>
  finance.does<Payload>('registerReceivable', {
    clientId: story.ids.client,
    unitId: story.ids.unit,
    kind: 'MANAGEMENT_FEE',
    amountMinor,
    dueOn: ago(dueDaysAgo),
    ...more,
  })

interface Statement extends Payload {
  readonly state: string
  readonly ordinal: number
  readonly openMinor: number
  readonly creditMinor: number
  readonly lines: readonly {
    readonly id: string
    readonly amountMinor: number
    readonly settledMinor: number
  }[]
}
const STATEMENT = 'id version state ordinal openMinor creditMinor lines { id amountMinor settledMinor }'
const issue = (asOfOn = ago(0)) =>
  finance.does<Statement>('issueReconciliation', { clientId: story.ids.client, asOfOn }, STATEMENT)

interface Line {
  readonly receivableId: string
  readonly state: string
  readonly step: string | null
  readonly wording: string | null
  readonly holdSource: string | null
  readonly holdId: string | null
  readonly holdVersion: number | null
  readonly complaintNumber: string | null
  readonly clientName: string
  readonly taken: readonly { readonly step: string; readonly outcome: string | null }[]
}
const DUNNING = `query($client: ID) { dunning(client: $client) { receivableId state step wording holdSource holdId holdVersion
  complaintNumber clientName taken { step outcome } } }`
const dunning = async (by: Person): Promise<readonly Line[]> =>
  (await by.get<{ dunning: Line[] }>(DUNNING, { client: story.ids.client })).dunning

describe('a statement on its way', () => {
  const SENT = `${STATEMENT} electronicDelivery notices { channel status wordsZh wordsEn note }`
  const keeper = () => story.as('CR_SPECIALIST')
  interface Sent extends Statement {
    readonly electronicDelivery: string
    readonly notices: readonly {
      readonly status: string
      readonly channel: string
      readonly wordsZh: string
    }[]
  }
  const toMail = (statement: Payload) =>
    finance.does<Sent>(
      'sendReconciliation',
      { reconciliationId: statement.id, expectedVersion: statement.version, channel: 'EMAIL' },
      SENT,
    )
  const read = async (id: string) =>
    (
      await finance.get<{ reconciliation: Sent }>(`query($id: ID!) { reconciliation(id: $id) { ${SENT} } }`, {
        id,
      })
    ).reconciliation

  it('is mailed only to who agreed to it, names what is open, and stays owed until somebody told them', async () => {
    await owe(30_000, 40)
    const issued = await issue()
    expect(await toMail(issued)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('agreed'),
    })
    await keeper().does('recordConsent', { clientId: story.ids.client, purpose: 'STATEMENTS', way: 'SPOKEN' })
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update client set email = null where id = $1`, [
        fromGlobalId('Client', story.ids.client),
      ]),
    )
    expect(await toMail(issued)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('address'),
    })
    expect((await read(issued.id)).state).toBe('ISSUED')
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update client set email = 'wang@example.com' where id = $1`, [
        fromGlobalId('Client', story.ids.client),
      ]),
    )
    const sent = await toMail(issued)
    expect(sent).toMatchObject({ state: 'SENT', electronicDelivery: 'READY' })
    expect(sent.notices).toMatchObject([{ channel: 'MAIL', status: 'OWED' }])
    expect(sent.notices[0]!.wordsZh).toContain('300.00')
    // Nobody set up a mail server: it fails, and is sent again or told by word.
    const worker = await testWorker(database)
    await worker.runJobs('mail')
    expect((await read(sent.id)).notices[0]!.status).toBe('FAILED')
    const step = (version: number) => ({ reconciliationId: sent.id, expectedVersion: version })
    const again = await finance.does<Sent>('resendReconciliation', step(sent.version), SENT)
    expect(again.notices[0]!.status).toBe('OWED')
    expect(await finance.does('resendReconciliation', step(again.version))).toMatchObject({
      code: 'WRONG_STATUS',
    })
    const marked = { ...step(again.version), note: '电话里念过' }
    expect(
      await story
        .as('SITE_MANAGER')
        .run(
          'mutation($input: MarkToldReconciliationInput!) { markToldReconciliation(input: $input) { __typename } }',
          { input: marked },
        ),
    ).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
    const told = await finance.does<Sent>('markToldReconciliation', marked, SENT)
    expect(told.notices).toMatchObject([{ status: 'TOLD', note: '电话里念过' }])
    await worker.close()
  })

  it('by WeChat has words ready; over the counter nothing is owed', async () => {
    await owe(30_000, 40)
    const issued = await issue()
    const head = { reconciliationId: issued.id, expectedVersion: issued.version }
    const counter = await finance.does<Sent>('sendReconciliation', { ...head, channel: 'COUNTER' }, SENT)
    expect(counter.notices).toEqual([])
    const next = await issue()
    const wechat = await finance.does<Sent>(
      'sendReconciliation',
      { reconciliationId: next.id, expectedVersion: next.version, channel: 'WECHAT' },
      SENT,
    )
    expect(wechat.notices).toMatchObject([{ channel: 'WECHAT', status: 'OWED' }])
  })
})

describe('a statement of account', () => {
  it('is frozen, disputed line by line, answered line by line, and superseded by the next', async () => {
    await owe(300, 40)
    await owe(200, 20)
    await finance.does('recordPayment', {
      clientId: story.ids.client,
      amountMinor: 100,
      receivedOn: ago(0),
      method: 'CASH',
    })
    const first = await issue()
    expect(first).toMatchObject({ state: 'ISSUED', ordinal: 1, openMinor: 400, creditMinor: 0 })
    expect(first.lines.map((line) => [line.amountMinor, line.settledMinor])).toEqual([
      [300, 100],
      [200, 0],
    ])
    const early = await finance.does('confirmReconciliation', {
      reconciliationId: first.id,
      expectedVersion: 1,
      confirmedBy: '王小明',
    })
    expect(early).toMatchObject({ code: 'WRONG_STATUS' })
    const sent = await finance.does<Statement>(
      'sendReconciliation',
      { reconciliationId: first.id, expectedVersion: 1, channel: 'WECHAT' },
      STATEMENT,
    )
    expect(sent.state).toBe('SENT')
    // Paid after it was frozen: the statement stays as it is.
    await finance.does('recordPayment', {
      clientId: story.ids.client,
      amountMinor: 50,
      receivedOn: ago(0),
      method: 'CASH',
    })
    const dispute = (by: Person, version: number, lineId: string) =>
      by.does<Statement>(
        'disputeReconciliation',
        {
          reconciliationId: first.id,
          expectedVersion: version,
          lines: [{ lineId, reason: '电梯停了半个月' }],
        },
        STATEMENT,
      )
    const site = story.as('SITE_MANAGER')
    const disputed = await dispute(site, sent.version, first.lines[0]!.id)
    expect(disputed).toMatchObject({ state: 'DISPUTED', openMinor: 400 })
    expect(disputed.lines).toEqual(first.lines)
    expect((await dunning(finance)).map((line) => [line.state, line.step])).toEqual([
      ['DISPUTED', null],
      ['DUE', 'CALL'],
    ])
    const verdict = (lineId: string, version: number) =>
      finance.does<Statement>(
        'answerReconciliation',
        {
          reconciliationId: first.id,
          expectedVersion: version,
          lines: [{ lineId, verdict: 'UPHELD', answer: '停梯三天，已减免' }],
        },
        STATEMENT,
      )
    expect(await verdict(first.lines[1]!.id, disputed.version)).toMatchObject({ code: 'INVALID_INPUT' })
    const answered = await verdict(first.lines[0]!.id, disputed.version)
    expect(answered.state).toBe('ANSWERED')
    expect((await dunning(finance))[0]).toMatchObject({ state: 'DUE', step: 'LETTER' })
    // Not content: the same line once more. The next statement supersedes this one, but does not end the dispute.
    expect(await dispute(site, answered.version, first.lines[0]!.id)).toMatchObject({ state: 'DISPUTED' })
    const second = await issue()
    expect(second).toMatchObject({ ordinal: 2, state: 'ISSUED', openMinor: 350 })
    expect((await dunning(finance))[0]).toMatchObject({ state: 'DISPUTED', step: null })
    const { reconciliations } = await finance.get<{ reconciliations: { edges: { node: Statement }[] } }>(
      `query($id: ID!) { reconciliations(first: 5, filter: { client: $id }) { edges { node { state ordinal } } } }`,
      { id: story.ids.client },
    )
    expect(reconciliations.edges.map(({ node }) => node)).toEqual([
      { state: 'ISSUED', ordinal: 2 },
      { state: 'SUPERSEDED', ordinal: 1 },
    ])
    const { statusCode, headers, rawPayload } = await server.inject({
      method: 'GET',
      url: `/files/reconciliations/${second.id}.pdf?lang=en`,
      headers: { cookie: `steward=${finance.token}` },
    })
    expect([statusCode, headers['content-type'], rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    const paper = await getDocument({ data: new Uint8Array(rawPayload) }).promise
    const { items } = await (await paper.getPage(1)).getTextContent()
    const said = items.map((it) => ('str' in it ? it.str : '')).join('')
    expect(said).toMatch(/Statement S\d{4}-\d+/)
    // Nobody signs a statement, so it does not say that nobody has.
    expect(said).not.toContain('Nobody has signed')
    const { statusCode: hidden } = await server.inject({
      method: 'GET',
      url: `/files/reconciliations/${second.id}.pdf`,
      headers: { cookie: `steward=${story.as('AUDITOR').token}` },
    })
    expect(hidden).toBe(404)
  })
})

describe('dunning', () => {
  const take = (by: Person, receivableId: string, step: string) =>
    by.does<Payload>('takeDunningStep', { receivableId, step, outcome: '答应周五付' }, 'id step')

  it('takes the step that is due, once, in words of the policy', async () => {
    const { id } = await owe(28_035, 20)
    const [line] = await dunning(story.as('SITE_MANAGER'))
    expect(line).toMatchObject({ state: 'DUE', step: 'CALL', holdSource: null })
    expect(line!.wording).toContain('Hello 王小明, your Management fee of CNY 280.35 is 20 days late')
    expect(await take(story.as('SITE_MANAGER'), id, 'LETTER')).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await take(story.as('SITE_MANAGER'), id, 'CALL')).toMatchObject({ step: 'CALL' })
    expect(await take(finance, id, 'CALL')).toMatchObject({ code: 'WRONG_STATUS' })
    expect((await dunning(finance))[0]).toMatchObject({ state: 'WAITING', taken: [{ step: 'CALL' }] })
    await finance.does(
      'setDunningStep',
      {
        step: 'LETTER',
        afterDays: 18,
        wordingZh: '请缴{what}',
        wordingEn: 'Please pay {what}',
        expectedVersion: 0,
      },
      'step version',
    )
    expect((await dunning(finance))[0]).toMatchObject({
      state: 'DUE',
      step: 'LETTER',
      wording: 'Please pay Management fee',
    })
    const watched = (await dunning(story.as('AUDITOR')))[0]!
    expect(watched).toMatchObject({ clientName: 'C0001', taken: [{ step: 'CALL', outcome: null }] })
    const { errors } = await story.as('SERVICE_AGENT').run(DUNNING, {})
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('rests while a complaint of that client, place and matter is open, says since when, and goes on when it is closed', async () => {
    const fee = await owe(300, 40)
    const deposit = await owe(500, 40, { kind: 'DEPOSIT' })
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update complaint_category set code = 'LIFT' where org_id = $1`, [story.orgId]),
    )
    const registered = await story.as('SERVICE_AGENT').does<Payload & { number: string }>(
      'registerComplaint',
      {
        ...A_CASE,
        categoryId: story.ids.category,
        clientId: story.ids.client,
        unitId: story.ids.unit,
      },
      'id version number',
    )
    expect(registered.__typename).toBe('Complaint')
    const states = async (by = finance) =>
      new Map((await dunning(by)).map((line) => [line.receivableId, line]))
    const held = await states()
    expect(held.get(fee.id)).toMatchObject({ state: 'HELD', holdSource: 'COMPLAINT', complaintNumber: null })
    expect(held.get(deposit.id)).toMatchObject({ state: 'DUE', holdSource: null })
    expect((await states(story.as('CS_MANAGER'))).get(fee.id)).toMatchObject({
      complaintNumber: registered.number,
    })
    expect(await take(finance, fee.id, 'LETTER')).toMatchObject({ code: 'WRONG_STATUS' })
    // By hand: the deposit too, for the same case.
    await finance.does(
      'holdDunning',
      { receivableId: deposit.id, complaintId: registered.id, reason: '与同一投诉有关' },
      'id',
    )
    expect((await states()).get(deposit.id)).toMatchObject({ state: 'HELD', holdSource: 'BY_HAND' })
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update complaint set status = 'CLOSED' where org_id = $1 and id = $2`, [
        story.orgId,
        fromGlobalId('Complaint', registered.id),
      ]),
    )
    const free = await states()
    expect([free.get(fee.id)!.state, free.get(deposit.id)!.state]).toEqual(['DUE', 'DUE'])
  })

  it('is listed page by page, and by how it stands, so that nobody is beyond the end of a list', async () => {
    for (const days of [30, 29, 28, 27]) await owe(100, days)
    const held = await owe(100, 26)
    const hold = await finance.does('holdDunning', { receivableId: held.id, reason: '费用正在核对' }, 'id')
    expect(hold).toMatchObject({ __typename: 'DunningHold' })
    const page = async (more: Readonly<Record<string, unknown>>) => {
      const query = `query($state: [DunningState!], $first: Int! = 50, $after: ID) {
        dunning(state: $state, first: $first, after: $after) { receivableId state } }`
      return (await finance.get<{ dunning: { receivableId: string; state: string }[] }>(query, more)).dunning
    }
    const all = await page({})
    expect(all).toHaveLength(5)
    const first = await page({ first: 3 })
    const second = await page({ first: 3, after: first.at(-1)!.receivableId })
    expect([...first, ...second]).toEqual(all)
    expect(await page({ state: ['HELD'], first: 1 })).toEqual([{ receivableId: held.id, state: 'HELD' }])
    const { errors } = await finance.run('{ dunning(first: 101) { receivableId } }')
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST')
  })

  it('is held by hand with a reason, and lifted', async () => {
    const { id } = await owe(300, 40)
    await story.as('CS_MANAGER').does('holdDunning', { receivableId: id, reason: '客户住院，下月再谈' }, 'id')
    const [held] = await dunning(finance)
    expect(held).toMatchObject({ state: 'HELD', holdSource: 'BY_HAND' })
    expect(await take(finance, id, 'LETTER')).toMatchObject({ code: 'WRONG_STATUS' })
    const again = await finance.does('holdDunning', { receivableId: id, reason: '再暂停一次' }, 'id')
    expect(again).toMatchObject({ code: 'WRONG_STATUS' })
    const lifted = await finance.does(
      'liftDunningHold',
      { holdId: held!.holdId, expectedVersion: held!.holdVersion },
      'id version',
    )
    expect(lifted).toMatchObject({ __typename: 'DunningHold' })
    expect((await dunning(finance))[0]).toMatchObject({ state: 'DUE', step: 'LETTER' })
  })
})
