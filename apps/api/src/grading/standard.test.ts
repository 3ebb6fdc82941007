/** What clients are measured by, told through the API: the standard as a signed document, and what is entered. */
import { USUAL_GRADES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { addClient } from '../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import {
  amendedStandard,
  criterion,
  draftedStandard,
  signedStandard,
  standardInForceOf,
  standardOf,
} from '../../test/grading.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { measured } from './measuring/measuring.service.ts'
import { standardInForce } from './standard/standard-in-force.service.ts'

let database: TestDatabase
let server: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** The organization's own calendar: eight hours ahead. */
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

const TWO = standardOf(criterion('revenue', 'REVENUE', 6_000), criterion('cooperation', 'ENTERED', 4_000))

const inForce = (story: Story) =>
  withTenant(database.app, story.orgId, (manager) =>
    standardInForce({ manager, actor: { organizationId: story.orgId } }),
  )

describe('a grading standard', () => {
  let story: Story
  beforeAll(async () => {
    story = await given(database, server)
  })

  it('is refused where it leaves a total without a grade or a value without a score, naming criterion, band and grade', async () => {
    const wrong = async (change: object) =>
      (await draftedStandard(story, { ...TWO, ...change })).fields?.map(({ path }) => path)
    const [first, second] = TWO.criteria
    expect(await wrong({ criteria: [first] })).toEqual(['content.standard.criteria'])
    const back = { way: 'BANDS', bands: [{ score: 0 }, { from: 9, score: 1 }, { from: 3, score: 2 }] }
    expect(await wrong({ criteria: [{ ...first, scale: back }, second] })).toEqual([
      'content.standard.criteria.0.scale.bands.2.from',
    ])
    expect(await wrong({ grades: [{ grade: 'A', from: 8_000 }, { grade: 'B', from: 10 }] })).toEqual([
      'content.standard.grades',
    ]) // prettier-ignore
    expect(await wrong({ earns: [{ ...TWO.earns[0], grade: 'S' }] })).toEqual(['content.standard.earns'])
    const written = { clauses: [{ heading: '等级', body: 'A' }] }
    const asText = await story.as('CR_SUPERVISOR').does('draftDocument', {
      kind: 'GRADING_STANDARD',
      title: '客户分级标准',
      executingDepartmentId: story.ids.departments.service,
      supervisingDepartmentId: story.ids.departments.headquarters,
      editingDepartmentId: story.ids.departments.headquarters,
      content: written,
    })
    expect(asText.fields?.map(({ path }) => path)).toEqual(['content.clauses'])
    expect(await inForce(story)).toBeNull()
  })

  it('holds once it is prepared, reviewed and approved by three, and is told as it was given', async () => {
    const draft = await draftedStandard(story, TWO)
    expect(await inForce(story)).toBeNull()
    expect(await signedStandard(story, draft)).toMatchObject({ status: 'EFFECTIVE', label: 'A/0' })
    const held = await inForce(story)
    expect(held).toMatchObject({ content: TWO, label: 'A/0' })
    // An organization has one: a second is the next revision of the first.
    expect(await draftedStandard(story, TWO)).toMatchObject({ code: 'DUPLICATE' })
    const { documentRevision: told } = await story.as('QUALITY').get<{ documentRevision: object }>(
      `query($id: ID!) { documentRevision(id: $id) { clauses { heading } leastWeight grades { grade from } earns { grade what timesAYear minutes costMinor }
         criteria { key name metric weight way points scores missingRule missingScore target } } }`,
      { id: draft.id },
    )
    expect(told).toMatchObject({
      clauses: [],
      leastWeight: 0,
      grades: USUAL_GRADES,
      earns: TWO.earns,
      criteria: [
        { key: 'revenue', metric: 'REVENUE', weight: 6_000, way: 'BANDS', points: [1], scores: [0, 10_000], missingRule: 'REWEIGH' },
        { key: 'cooperation', metric: 'ENTERED', weight: 4_000 },
      ],
    }) // prettier-ignore
  })

  it('is amended place by place, and what is entered follows the one on its way too', async () => {
    const current = await inForce(story)
    const last = {
      __typename: '',
      id: `rev_${current!.revisionId.replaceAll('-', '')}`,
      version: 4,
      label: '',
      status: '',
    }
    const { documentRevision } = await story
      .as('CR_SUPERVISOR')
      .get<{ documentRevision: { version: number } }>(
        'query($id: ID!) { documentRevision(id: $id) { version } }',
        { id: last.id },
      )
    const next = standardOf(
      criterion('revenue', 'REVENUE', 5_000),
      criterion('cooperation', 'ENTERED', 4_000),
      criterion('goodwill', 'ENTERED', 1_000),
    )
    const draft = await amendedStandard(story, { ...last, version: documentRevision.version }, next)
    expect(draft).toMatchObject({ status: 'DRAFT', label: 'A/1', changeCount: 2 })
    const { enterableMetrics } = await story
      .as('CR_SPECIALIST')
      .get<{ enterableMetrics: object[] }>('{ enterableMetrics { metricKey name } }')
    expect(enterableMetrics).toEqual([
      { metricKey: 'POTENTIAL', name: 'Potential' },
      { metricKey: 'cooperation', name: '指标 cooperation' },
      { metricKey: 'goodwill', name: '指标 goodwill' },
    ])
    expect((await inForce(story))?.content).toEqual(TWO)
  })
})

describe('what is entered', () => {
  let story: Story
  let specialist: Person
  const enter = (by: Person, more: object = {}) =>
    by.does<Payload>('recordMetricEntry', {
      clientId: story.ids.client,
      metricKey: 'cooperation',
      score: 7_250,
      evidence: '三次预约均到场',
      enteredOn: ago(3),
      ...more,
    })
  const valueOf = async (): Promise<unknown> => {
    const id = fromGlobalId('Client', story.ids.client)!
    const values = await withTenant(database.app, story.orgId, (manager) =>
      measured(
        { manager, actor: { organizationId: story.orgId } },
        { standard: TWO, asOf: ago(0), clientIds: [id] },
      ),
    )
    return values.get(id)?.['cooperation']
  }
  beforeAll(async () => {
    story = await given(database, server)
    specialist = story.as('CR_SPECIALIST')
    await standardInForceOf(story, TWO)
  })

  it('has a criterion of a standard, a day that was, and counts until it is a year old', async () => {
    expect((await enter(specialist, { metricKey: 'nothing' })).fields?.[0]?.path).toBe('metricKey')
    expect((await enter(specialist, { enteredOn: ago(-1) })).fields?.[0]?.path).toBe('enteredOn')
    expect((await enter(specialist, { score: 10_001 })).fields?.[0]?.path).toBe('score')
    expect((await enter(specialist, { evidence: ' ' })).fields?.[0]?.path).toBe('evidence')
    expect(await valueOf()).toBeNull()
    await enter(specialist, { enteredOn: ago(365), score: 100 })
    expect(await valueOf()).toBeNull()
    await enter(specialist, { enteredOn: ago(364), score: 200 })
    expect(await valueOf()).toBe(200)
  })

  it('is voided with a reason by whoever entered it or their manager, and stays to be read', async () => {
    const newest = await enter(specialist)
    expect(await valueOf()).toBe(7_250)
    const taken = { metricEntryId: newest.id, expectedVersion: 1, reason: '记错了客户' }
    const colleague = await story.colleague(['CR_SPECIALIST'])
    expect(await colleague.does('voidMetricEntry', taken)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await specialist.does('voidMetricEntry', { ...taken, reason: '' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await specialist.does('voidMetricEntry', taken, 'version')).toMatchObject({ version: 2 })
    expect(await specialist.does('voidMetricEntry', { ...taken, expectedVersion: 2 })).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await valueOf()).toBe(200)
    const list = 'query($id: ID!) { metricEntries(first: 5, filter: { client: $id }) { edges { node { score voidReason evidence recordedBy { id } } } } }'
    const read = (by: Person) => by.run<{ metricEntries: { edges: { node: object }[] } }>(list, { id: story.ids.client })
    expect((await read(story.as('CS_DIRECTOR'))).data?.metricEntries.edges[0]?.node).toMatchObject({ score: 7_250, voidReason: '记错了客户' })
    for (const role of ['TECHNICIAN', 'SITE_MANAGER', 'INFORMATION_CLERK', 'SALES', 'FINANCE', 'SERVICE_AGENT'] as const) {
      expect((await read(story.as(role))).errors[0]?.extensions.code).toBe('FORBIDDEN')
      expect((await story.as(role).run(
        `mutation($input: RecordMetricEntryInput!) { recordMetricEntry(input: $input) { __typename } }`,
        { input: { clientId: story.ids.client, metricKey: 'POTENTIAL', score: 1, evidence: '无', enteredOn: ago(0) } },
      )).errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
    // An account manager judges their own accounts.
    const other = await addClient(database, story, 'COMPANY')
    await enter(specialist, { clientId: other })
    const accounts = await story.as('KEY_ACCOUNT_MANAGER').run<{ metricEntries: { edges: unknown[] } }>(list, { id: other })
    expect(accounts.data?.metricEntries.edges).toEqual([])
    expect(await enter(story.as('KEY_ACCOUNT_MANAGER'))).not.toHaveProperty('code')
    await expect(enter(story.as('KEY_ACCOUNT_MANAGER'), { clientId: other })).rejects.toThrow('NOT_FOUND')
  }) // prettier-ignore
})
