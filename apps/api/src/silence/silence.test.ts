/** Silence through the API and the worker: who is called silent and who is not, whom it is told, what is done about it, and the figures behind. */
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { addClient } from '../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { Payment } from '../money/payments/payment.entity.ts'
import { SilenceDue } from './silence.entity.ts'
import { StandingDue } from './standing/standing.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let worker: TestWorker
let specialist: Person
/** Paid every month and stopped; goes on paying; pays, but complained in vain and says no more; pays twice a year. */
const clients = { stopped: '', paying: '', unheard: '', seldom: '' }

const DAY = 86_400_000
/** Days before today in Shanghai, where the story is told. */
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)
const uuid = (globalId: string) => fromGlobalId('Client', globalId)!

let serial = 0
const paid = (client: string, days: readonly number[], amountMinor = 20_000) =>
  withTenant(database.app, story.orgId, (manager) =>
    manager.insert(
      Payment,
      days.map((back) => ({
        orgId: story.orgId,
        id: newId(),
        number: `T${(serial += 1)}`,
        clientId: uuid(client),
        amountMinor,
        creditMinor: 0,
        receivedOn: ago(back),
        method: 'BANK_TRANSFER' as const,
        payer: null,
        reference: null,
        note: null,
        recordedById: story.as('FINANCE').staffId,
        recordedAt: new Date(),
        reversedAt: null,
        reversalReason: null,
      })),
    ),
  )
const every = (step: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, at) => from - at * step)

/** Makes the worker look at this organization now. */
const look = async () => {
  await withTenant(database.app, story.orgId, (manager) =>
    manager.upsert(
      SilenceDue,
      { orgId: story.orgId, id: story.orgId, dueAt: new Date(Date.now() - 1_000), after: null, attempts: 0 },
      ['orgId', 'id'],
    ),
  )
  await withTenant(database.app, story.orgId, (manager) =>
    manager.upsert(
      StandingDue,
      { orgId: story.orgId, id: story.orgId, dueAt: new Date(Date.now() - 1_000), after: null },
      ['orgId', 'id'],
    ),
  )
  await worker.sweep()
  await worker.relay()
}

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  worker = await testWorker(database)
  specialist = story.as('CR_SPECIALIST')
  clients.stopped = story.ids.client
  clients.paying = await addClient(database, story, 'HOUSEHOLD', { name: '按月缴费' })
  clients.unheard = await addClient(database, story, 'HOUSEHOLD', { name: '两次投诉' })
  clients.seldom = await addClient(database, story, 'COMPANY')
  await paid(clients.stopped, every(30, 460, 130))
  await paid(clients.paying, every(30, 460, 10))
  await paid(clients.unheard, every(30, 460, 10))
  await paid(clients.seldom, every(182, 920, 100), 90_000)
  const staff = specialist.staffId
  for (const [back, status] of [
    [200, 'DECLINED'],
    [120, 'REGISTERED'],
  ] as const) {
    const complaint = await registered(story, { clientId: clients.unheard, unitId: undefined })
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query('update complaint set registered_at = $3, status = $4 where org_id = $1 and id = $2', [
        story.orgId,
        fromGlobalId('Complaint', complaint.id!),
        new Date(Date.now() - back * DAY),
        status,
      ]),
    )
  }
  await withTenant(database.app, story.orgId, (manager) =>
    manager.insert(Reception, {
      orgId: story.orgId,
      id: newId(),
      clientId: uuid(clients.seldom),
      channel: 'PHONE',
      direction: 'IN',
      purpose: 'COMPLAINT',
      words: '电梯又慢了',
      contactId: null,
      memberId: null,
      result: null,
      nextStep: null,
      nextOn: null,
      nextDoneAt: null,
      nextDoneById: null,
      nextOutcome: null,
      at: new Date(Date.now() - 50 * DAY),
      recordedById: staff,
      recordedAt: new Date(),
      complaintId: null,
    }),
  )
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

interface Alert extends Payload {
  readonly id: string
  readonly basis: string
  readonly status: string
  readonly client: { readonly id: string }
}
const FIELDS = `id version basis status raisedOn lastEventOn silentOn usualGapDays score threshold complaintCount visitBy outcome note
  client { id } acknowledgedBy { id } visit { words direction purpose client { id } } availableActions`
const alertsOf = async (by: Person, filter: object = {}): Promise<Alert[]> => {
  const { silenceAlerts } = await by.get<{ silenceAlerts: { edges: { node: Alert }[] } }>(
    `query($filter: SilenceAlertFilter) { silenceAlerts(first: 50, filter: $filter) { edges { node { ${FIELDS} } } } }`,
    { filter },
  )
  return silenceAlerts.edges.map(({ node }) => node)
}
const verb = (by: Person, name: string, { id, version }: Pick<Alert, 'id' | 'version'>, more: object = {}) =>
  by.does<Alert>(`${name}SilenceAlert`, { alertId: id, expectedVersion: version, ...more }, FIELDS)
const toldOf = async (by: Person, kind: string): Promise<number> =>
  (
    await by.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 50) { edges { node { kind } } } }',
    )
  ).notices.edges.filter(({ node }) => node.kind === kind).length
const rhythmOf = async (by: Person, clientId: string) =>
  (
    await by.get<{ clientRhythm: Record<string, unknown> | null }>(
      `query($clientId: ID!) { clientRhythm(clientId: $clientId) { gaps usualGapDays lastOn quietDays measure score threshold silentOn isSilent step
         signs { on kind inVain } } }`,
      { clientId },
    )
  ).clientRhythm

describe('looking at clients', () => {
  it('raises one alert for whoever stopped paying and for whoever was not heard, and none for whoever pays as ever', async () => {
    await look()
    const alerts = await alertsOf(specialist)
    expect(new Map(alerts.map(({ client, basis }) => [client.id, basis]))).toEqual(
      new Map([
        [clients.stopped, 'RHYTHM'],
        [clients.unheard, 'UNANSWERED'],
      ]),
    )
    const of = (client: string) => alerts.find((it) => it.client.id === client)
    expect(of(clients.stopped)).toMatchObject({
      status: 'OPEN',
      lastEventOn: ago(130),
      usualGapDays: 30,
      threshold: 9_800,
      raisedOn: ago(0),
      visitBy: ago(-7),
      complaintCount: 0,
    })
    expect(of(clients.unheard)).toMatchObject({ lastEventOn: ago(120), complaintCount: 2, score: null })
  })

  it('tells whoever answers for the client, once, however often it looks', async () => {
    await look()
    expect(await alertsOf(specialist)).toHaveLength(2)
    const told = (by: Person) => toldOf(by, 'SILENCE_RAISED')
    expect(await told(story.as('KEY_ACCOUNT_MANAGER'))).toBe(1)
    // Nobody answers for the other in person, nor on site.
    expect(await told(story.as('CR_SUPERVISOR'))).toBe(1)
    expect(await told(specialist)).toBe(0)
  })

  it('keeps the model that it fitted, with its day, and does not go by one of three clients', async () => {
    const { silenceModels } = await story
      .as('CS_MANAGER')
      .get<{ silenceModels: object[] }>(
        '{ silenceModels { asOf r alpha a b logLikelihood clients repeating isUsed } }',
      )
    expect(silenceModels).toMatchObject([{ asOf: ago(0), clients: 4, repeating: 4, isUsed: false }])
  })

  it('shows alerts as far as one answers for clients, and to nobody else', async () => {
    expect((await alertsOf(story.as('KEY_ACCOUNT_MANAGER'))).map(({ client }) => client.id)).toEqual([
      clients.stopped,
    ])
    expect(await rhythmOf(story.as('KEY_ACCOUNT_MANAGER'), clients.unheard)).toBeNull()
    for (const role of ['TECHNICIAN', 'SALES', 'FINANCE', 'INFORMATION_CLERK'] as const)
      expect((await story.as(role).run('{ silenceAlerts(first: 1) { totalCount } }')).body).toContain(
        'FORBIDDEN',
      )
    const [, other] = await alertsOf(specialist, { basis: ['UNANSWERED', 'RHYTHM'] })
    expect(other).toBeDefined()
    const [unheard] = await alertsOf(specialist, { basis: ['UNANSWERED'] })
    const tried = await story
      .as('KEY_ACCOUNT_MANAGER')
      .run(
        `mutation { acknowledgeSilenceAlert(input: { alertId: "${unheard!.id}", expectedVersion: 1 }) { __typename } }`,
      )
    expect(tried.body).toContain('NOT_FOUND')
  })
})

describe('an alert', () => {
  it('is taken on, visited and closed; the visit is a reception of the client; and the same silence is not told twice', async () => {
    const [alert] = await alertsOf(specialist, { basis: ['RHYTHM'] })
    expect(alert!['availableActions']).toEqual(['ACKNOWLEDGE', 'PROPOSE_VISIT', 'RECORD_VISIT', 'CLOSE'])
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    const taken = await verb(manager, 'acknowledge', alert!)
    expect(taken).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgedBy: { id: story.ids.staff.KEY_ACCOUNT_MANAGER },
    })
    expect(await verb(specialist, 'acknowledge', taken)).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await verb(specialist, 'recordVisit', alert!, { words: '已见' })).toMatchObject({
      code: 'STALE_RECORD',
    })
    const visited = await verb(manager, 'recordVisit', taken, {
      words: '搬去女儿家住，房子空着',
      result: '改为代扣',
    })
    expect(visited).toMatchObject({
      status: 'VISITED',
      visit: {
        words: '搬去女儿家住，房子空着',
        direction: 'OUT',
        purpose: 'CARE',
        client: { id: clients.stopped },
      },
    })
    expect(await verb(manager, 'close', visited, { outcome: 'LEAVING' })).toMatchObject({
      fields: [{ path: 'note' }],
    })
    const closed = await verb(manager, 'close', visited, { outcome: 'LEAVING', note: '准备出售' })
    expect(closed).toMatchObject({
      status: 'CLOSED',
      outcome: 'LEAVING',
      note: '准备出售',
      availableActions: [],
    })
    expect((await alertsOf(story.as('AUDITOR'), { outcome: ['LEAVING'] }))[0]).toMatchObject({ note: null })
    await look()
    expect(await alertsOf(specialist, { status: ['OPEN'] })).toHaveLength(1)
  })

  it('is given to whoever can go, who is told and takes it on; not to anybody else, nor for a day gone by', async () => {
    const supervisor = story.as('CR_SUPERVISOR')
    const { SERVICE_AGENT, CR_SPECIALIST } = story.ids.staff
    const [alert] = await alertsOf(supervisor, { client: clients.unheard })
    const propose = (visitorId: string, visitOn: string) =>
      verb(supervisor, 'proposeVisit', alert!, { visitorId, visitOn })
    expect(await propose(SERVICE_AGENT, ago(-3))).toMatchObject({ fields: [{ path: 'visitorId' }] })
    expect(await propose(CR_SPECIALIST, ago(1))).toMatchObject({ fields: [{ path: 'visitOn' }] })
    const proposed = await propose(CR_SPECIALIST, ago(-3))
    expect(proposed).toMatchObject({ status: 'OPEN', visitBy: ago(-3), acknowledgedBy: null })
    expect((await alertsOf(specialist, { visitor: CR_SPECIALIST })).map(({ id }) => id)).toEqual([alert!.id])
    await worker.relay()
    expect(await toldOf(specialist, 'SILENCE_VISIT_PROPOSED')).toBe(1)
    const taken = await verb(specialist, 'acknowledge', proposed)
    expect(taken).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: { id: CR_SPECIALIST } })
    // Whoever says that they go themselves has taken it on by that.
    const own = { visitorId: story.ids.staff.CR_SUPERVISOR, visitOn: ago(-1) }
    expect(await verb(supervisor, 'proposeVisit', taken, own)).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgedBy: { id: own.visitorId },
    })
  })

  it('is raised anew when the client came back and stopped again', async () => {
    await paid(clients.stopped, [100])
    await look()
    const [again] = await alertsOf(specialist, { status: ['OPEN'], client: clients.stopped })
    expect(again).toMatchObject({ lastEventOn: ago(100) })
  })
})

describe('figures', () => {
  it('draw the rhythm of a client, with the complaints that came to nothing', async () => {
    const rhythm = await rhythmOf(specialist, clients.unheard)
    expect(rhythm).toMatchObject({ lastOn: ago(10), quietDays: 10, isSilent: false, step: 'SILENCE' })
    expect(rhythm!['signs']).toContainEqual({ on: ago(200), kind: 'CASE', inVain: true })
    expect(await rhythmOf(specialist, clients.paying)).toMatchObject({
      measure: 'RHYTHM',
      usualGapDays: 30,
      isSilent: false,
      step: null,
    })
    expect(await rhythmOf(specialist, clients.seldom)).toMatchObject({ step: 'GRUMBLE', lastOn: ago(50) })
  })

  it('count clients on the four steps, and name them', async () => {
    const manager = story.as('CS_MANAGER')
    const { lossFunnel } = await manager.get<{
      lossFunnel: { clients: number; steps: { step: string; clients: number; complained: number }[] }
    }>('{ lossFunnel { clients steps { step clients complained saidNothing } } }')
    expect(lossFunnel.clients).toBe(4)
    expect(lossFunnel.steps).toEqual([
      { step: 'GRUMBLE', clients: 1, complained: 0, saidNothing: 0 },
      { step: 'COMPLAINT', clients: 0, complained: 0, saidNothing: 0 },
      { step: 'SILENCE', clients: 2, complained: 1, saidNothing: 1 },
      { step: 'LOST', clients: 0, complained: 0, saidNothing: 0 },
    ])
    const named = `query($step: LossStep!, $after: String) { silenceClients(filter: { step: $step }, first: 1, after: $after) {
      rows { clientId step } next } }`
    const first = await manager.get<{ silenceClients: { rows: object[]; next: string | null } }>(named, {
      step: 'SILENCE',
    })
    const second = await manager.get<typeof first>(named, {
      step: 'SILENCE',
      after: first.silenceClients.next,
    })
    expect([...first.silenceClients.rows, ...second.silenceClients.rows]).toEqual([
      { clientId: clients.stopped, step: 'SILENCE' },
      { clientId: clients.unheard, step: 'SILENCE' },
    ])
    expect(second.silenceClients.next).toBeNull()
    expect((await story.as('SITE_MANAGER').run('{ lossFunnel { clients } }')).body).toContain('FORBIDDEN')
  })

  it('score payers among each other, equal where they are equal, and lead to whom a cell holds', async () => {
    const { rfmGrid } = await specialist.get<{
      rfmGrid: { clients: number; cells: { recency: number; frequency: number; clients: number }[] }
    }>(
      '{ rfmGrid { clients cells { recency frequency clients monetaryTenths } bounds { score lastFrom lastTo timesFrom timesTo } } }',
    )
    expect(rfmGrid.clients).toBe(4)
    // Days since the last payment: 10, 10, 100, 192; the best two are equal, and share the third fifth.
    expect(rfmGrid.cells).toMatchObject([
      { recency: 3, frequency: 3, clients: 2 },
      { recency: 2, frequency: 2, clients: 1 },
      { recency: 1, frequency: 1, clients: 1 },
    ])
    const { silenceClients } = await specialist.get<{ silenceClients: { rows: { clientId: string }[] } }>(
      '{ silenceClients(filter: { recency: 1, frequency: 1 }, first: 10) { rows { clientId lastPaidOn times } } }',
    )
    expect(silenceClients.rows).toMatchObject([{ clientId: clients.seldom, times: 1 }])
  })

  it('hold the rule against what came after, and preview another rule before it is set', async () => {
    const run = (by: Person, until: string) =>
      by.does<Payload>('runSilenceBacktest', { measure: 'RHYTHM', until }, 'id version status')
    expect(await run(specialist, ago(0))).toMatchObject({ fields: [{ path: 'until' }] })
    const begun = await run(specialist, ago(30))
    expect(begun).toMatchObject({ status: 'RUNNING' })
    const result = async () =>
      (
        await story.as('AUDITOR').get<{
          silenceBacktestResult: { thresholds: { threshold: number }[] } | null
        }>(
          `query($id: ID!) { silenceBacktestResult(backtest: $id) { clients judged inForce
             thresholds { threshold called right gone precision recall leadDays } deciles { decile } } }`,
          { id: begun.id },
        )
      ).silenceBacktestResult
    expect(await result()).toBeNull()
    // Three at once are enough; who only reads them begins none.
    await run(specialist, ago(40))
    await run(specialist, ago(50))
    expect(await run(specialist, ago(60))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const tried = await story
      .as('AUDITOR')
      .run(`mutation { runSilenceBacktest(input: { measure: MODEL, until: "${ago(30)}" }) { __typename } }`)
    expect(tried.body).toContain('FORBIDDEN')
    await worker.relay()
    expect(await worker.runJobs('silence-backtest')).toEqual([])
    const done = await result()
    expect(done).toMatchObject({ clients: 4, judged: 4, inForce: 9_800, deciles: [] })
    const at = done!.thresholds.find(({ threshold }) => threshold === 9_800)
    // On that day one had stopped for 70 days; they and the one who pays twice a year gave no payment since, and the latter is not late.
    expect(at).toMatchObject({ called: 1, right: 1, precision: 10_000 })
    const rule = {
      leastGaps: 4,
      rhythmThreshold: 9_800,
      modelThreshold: 8_000,
      leastDays: 365,
      complaints: 2,
      complaintWindowDays: 365,
      quietDays: 60,
      lostAfterDays: 180,
    }
    const manager = story.as('CS_MANAGER')
    const { silencePreview } = await manager.get<{ silencePreview: object }>(
      'query($rule: SilenceRuleInput!) { silencePreview(rule: $rule) { clients before after } }',
      { rule },
    )
    expect(silencePreview).toEqual({ clients: 4, before: 1, after: 0 })
    const set = (by: Person, expectedVersion: number) =>
      by.does('setSilencePolicy', { ...rule, expectedVersion }, 'version leastDays')
    expect(await set(manager, 0)).toMatchObject({ version: 1, leastDays: 365 })
    expect(await set(manager, 0)).toMatchObject({ code: 'STALE_RECORD' })
    expect(await rhythmOf(specialist, clients.stopped)).toMatchObject({ isSilent: false })
    const wrong = await manager.does<Payload & { fields?: object[] }>(
      'setSilencePolicy',
      {
        ...rule,
        leastDays: 1,
        expectedVersion: 1,
      },
      'version',
    )
    expect(wrong).toMatchObject({ fields: [{ path: 'leastDays' }] })
  })
})
