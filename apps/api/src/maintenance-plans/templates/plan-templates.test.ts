/** Plans begin with templates: one of each grade or class is in use; a published directory proposes plans to clients who have none. */
import { planFromTemplate, PLAN_TEMPLATE_CONTENT } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { gradingOf, withStandard } from '../../../test/grading-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let supervisor: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  supervisor = story.as('CR_SUPERVISOR')
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const measure = (more: object = {}) => ({
  key: 'm1',
  means: 'VISIT',
  title: '季度走访',
  recurrence: { frequency: 'MONTHLY', interval: 3, startAfterDays: 14 },
  dueAfterDays: 7,
  estimatedMinor: 20_000,
  budgetLine: 'b1',
  ...more,
})
const content = (more: object = {}) => ({
  title: 'B 级客户年度维护',
  durationDays: 365,
  objectives: [{ key: 'o1', measure: 'SATISFACTION', target: 9_500 }],
  measures: [measure()],
  budget: [{ key: 'b1', kind: 'GIFT', title: '走访礼品', amountMinor: 80_000 }],
  ...more,
})

interface Template extends Payload {
  readonly title: string
  readonly edition: number
  readonly editions: readonly { readonly edition: number; readonly title: string }[]
  readonly retiredAt: string | null
}
const TEMPLATE =
  'id version title edition editions { edition title } durationDays measures { key startAfterDays monthDay } retiredAt'
const add = (more: object = {}, person = supervisor) =>
  person.does<Template>(
    'addPlanTemplate',
    { kind: 'RELATIONSHIP', grade: 'B', content: content(), ...more },
    TEMPLATE,
  )
const step = ({ id, version }: Payload) => ({ templateId: id, expectedVersion: version })

describe('a template', () => {
  it('becomes the plan of the day on which it begins: days are counted, months have their ends', () => {
    const yearly = PLAN_TEMPLATE_CONTENT.parse(
      content({
        durationDays: 366,
        measures: [
          measure({
            recurrence: { frequency: 'MONTHLY', interval: 1, startAfterDays: 30, untilAfterDays: 200 },
          }),
          measure({ key: 'm2', recurrence: { frequency: 'ONCE', startAfterDays: 0 } }),
        ],
      }),
    )
    const owner = '01900000-0000-7000-8000-000000000001'
    expect(planFromTemplate(yearly, '2028-01-01', owner)).toMatchObject({
      ownerId: owner,
      startsOn: '2028-01-01',
      endsOn: '2028-12-31',
      objectives: [{ baseline: null }],
      measures: [
        { assigneeId: null, recurrence: { from: '2028-01-31', until: '2028-07-19', monthDay: 31 } },
        { recurrence: { from: '2028-01-01', until: null, monthDay: null } },
      ],
    })
  })

  it('is one of its grade, stated anew with its editions, and retired', async () => {
    const added = await add()
    expect(added).toMatchObject({ edition: 1, measures: [{ startAfterDays: 14, monthDay: null }] })
    expect(await add()).toMatchObject({ code: 'DUPLICATE' })
    const both = await Promise.all([add({ grade: 'C' }), add({ grade: 'C' })])
    expect(both.map(({ code }) => code ?? 'added').toSorted()).toEqual(['DUPLICATE', 'added'])
    const revised = await supervisor.does<Template>(
      'revisePlanTemplate',
      { ...step(added), content: content({ title: 'B 级客户维护（修订）' }) },
      TEMPLATE,
    )
    expect(revised).toMatchObject({
      edition: 2,
      editions: [
        { edition: 2, title: 'B 级客户维护（修订）' },
        { edition: 1, title: 'B 级客户年度维护' },
      ],
    })
    expect(await supervisor.does('retirePlanTemplate', step(added), TEMPLATE)).toMatchObject({
      code: 'STALE_RECORD',
    })
    const retired = await supervisor.does<Template>('retirePlanTemplate', step(revised), TEMPLATE)
    expect(retired.retiredAt).not.toBeNull()
    expect(
      await supervisor.does('revisePlanTemplate', { ...step(retired), content: content() }, TEMPLATE),
    ).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await add()).toMatchObject({ edition: 1 })
  })

  it('that could not become a plan is refused where it is wrong', async () => {
    const wrong = (more: object) => add({ grade: 'D', content: content(more) })
    expect(await wrong({ budget: [] })).toMatchObject({
      fields: [{ path: 'content.measures.0.budgetLine' }],
    })
    expect(await wrong({ durationDays: 10 })).toMatchObject({
      fields: [{ path: 'content.measures.0.recurrence.startAfterDays' }],
    })
    expect(await wrong({ measures: [measure({ means: 'UPKEEP' })] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await add({ grade: undefined })).toMatchObject({ fields: [{ path: 'grade' }] })
  })

  it('is read on site, and kept by the offices that answer for it', async () => {
    const list = (person: Person) =>
      person.get<{ planTemplates: { totalCount: number } }>(
        '{ planTemplates(first: 10, filter: { inUse: true }) { totalCount } }',
      )
    expect((await list(story.as('SITE_MANAGER'))).planTemplates.totalCount).toBeGreaterThan(0)
    await expect(list(story.as('TECHNICIAN'))).rejects.toThrow('FORBIDDEN')
    await expect(add({ grade: 'D' }, story.as('SITE_MANAGER'))).rejects.toThrow('FORBIDDEN')
    const lift = {
      kind: 'FACILITY',
      equipmentClass: 'LIFT',
      grade: undefined,
      content: content({
        objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_900 }],
        measures: [measure({ means: 'UPKEEP' })],
      }),
    }
    expect(await add(lift, story.as('GM_OFFICE'))).toMatchObject({ edition: 1 })
  })
})

describe('a published directory', () => {
  interface Proposal extends Payload {
    readonly status: string
    readonly plan: { readonly id: string } | null
  }
  const PROPOSAL =
    'id version status grade reason client { id name } plan { id status openRevision { startsOn endsOn measures { from monthDay } } }'
  const proposals = async (person = supervisor, filter: object = {}) =>
    (
      await person.get<{
        planProposals: { edges: { node: Proposal & { client: { name: string } | null } }[] }
      }>(
        `query($filter: PlanProposalFilter) { planProposals(first: 20, filter: $filter) { edges { node { ${PROPOSAL} } } } }`,
        { filter },
      )
    ).planProposals.edges.map(({ node }) => node)
  const begun = { startsOn: '2027-01-01' }
  const opened = async (name: string, phone: string) =>
    story.as('CR_SPECIALIST').does<Payload>('openClient', {
      kind: 'HOUSEHOLD',
      relation: 'OWNER',
      name,
      phone,
      explained: true,
      consentPurposes: ['CARE'],
      occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01' }],
    })
  const publish = async () => {
    const grading = gradingOf(database, story)
    await grading.published(await grading.scored())
    await worker.relay()
    await worker.runJobs('plan-proposals')
  }
  const take = (proposal: Payload, more: object = {}, person = supervisor) =>
    person.does<Proposal>(
      'takePlanProposal',
      {
        proposalId: proposal.id,
        expectedVersion: proposal.version,
        ownerId: story.ids.staff.CR_SUPERVISOR,
        ...begun,
        ...more,
      },
      PROPOSAL,
    )

  it('proposes a plan to each client of a grade with a template, once; one is taken, one dismissed', async () => {
    await withStandard(database, story)
    await opened('安先生', '13900005678')
    await opened('何女士', '13900005679')
    await publish()
    await worker.runJobs('plan-proposals')
    const open = await proposals()
    expect(open.map(({ client, status }) => [client?.name, status]).toSorted()).toEqual(
      [
        ['何女士', 'OPEN'],
        ['安先生', 'OPEN'],
        ['王小明', 'OPEN'],
      ].toSorted(),
    )
    const [an, he] = ['安先生', '何女士'].map((name) => open.find(({ client }) => client?.name === name)!)
    expect(await proposals(story.as('KEY_ACCOUNT_MANAGER'))).toMatchObject([{ client: { name: '王小明' } }])
    await expect(proposals(story.as('TECHNICIAN'))).rejects.toThrow('FORBIDDEN')
    await expect(take(an!, {}, story.as('CS_MANAGER'))).rejects.toThrow('FORBIDDEN')

    expect(await take(an!)).toMatchObject({
      status: 'TAKEN',
      plan: {
        status: 'DRAFT',
        openRevision: {
          startsOn: '2027-01-01',
          endsOn: '2027-12-31',
          measures: [{ from: '2027-01-15', monthDay: 15 }],
        },
      },
    })
    expect(await take(an!)).toMatchObject({ code: 'STALE_RECORD' })
    const dismissed = await story
      .as('CS_MANAGER')
      .does<Proposal>(
        'dismissPlanProposal',
        { proposalId: he!.id, expectedVersion: he!.version, reason: '客户即将搬离' },
        PROPOSAL,
      )
    expect(dismissed).toMatchObject({ status: 'DISMISSED', reason: '客户即将搬离' })
    expect(await take(dismissed)).toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('lets what an older one proposed lapse, and passes over who has a plan; a segment is taken as one', async () => {
    await publish()
    const open = await proposals(supervisor, { status: ['OPEN'] })
    expect(open.map(({ client }) => client?.name).toSorted()).toEqual(['何女士', '王小明'].toSorted())
    expect(await proposals(supervisor, { status: ['LAPSED'] })).toMatchObject([
      { client: { name: '王小明' } },
    ])
    const { planTemplates } = await supervisor.get<{
      planTemplates: { edges: { node: { id: string; grade: string | null } }[] }
    }>(
      '{ planTemplates(first: 10, filter: { inUse: true, kind: RELATIONSHIP }) { edges { node { id grade } } } }',
    )
    const template = planTemplates.edges.find(({ node }) => node.grade === 'B')!.node
    const all = {
      templateId: template.id,
      projectId: story.ids.project,
      ownerId: story.ids.staff.CR_SUPERVISOR,
      ...begun,
    }
    const plan = await supervisor.does<Payload>(
      'takeAllPlanProposals',
      all,
      'id status segmentGrades segmentProjects { projectId }',
    )
    expect(plan).toMatchObject({
      status: 'DRAFT',
      segmentGrades: ['B'],
      segmentProjects: [{ projectId: story.ids.project }],
    })
    const taken = await proposals(supervisor, { status: ['TAKEN'] })
    expect(taken.filter(({ plan: of }) => of?.id === plan.id)).toHaveLength(2)
    expect(await supervisor.does('takeAllPlanProposals', all, 'id')).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await publish()
    expect(await proposals(supervisor, { status: ['OPEN'] })).toEqual([])
  })

  it('proposes nothing any more for whoever goes on in another archive', async () => {
    const specialist = story.as('CR_SPECIALIST')
    const [one, twin] = [await opened('沈先生', '13900005680'), await opened('申先生', '13900005681')]
    // The plan for all of them is given up, so that each is proposed anew.
    const { maintenancePlans } = await supervisor.get<{ maintenancePlans: { edges: { node: Payload }[] } }>(
      '{ maintenancePlans(first: 1, filter: { status: [DRAFT] }) { edges { node { id version } } } }',
    )
    const { id: planId, version: expectedVersion } = maintenancePlans.edges[0]!.node
    await supervisor.does('cancelPlan', { planId, expectedVersion, reason: '改为逐户' }, 'id')
    await publish()
    const open = async () =>
      (await proposals(supervisor, { status: ['OPEN'] })).map(({ client }) => client?.name)
    expect(await open()).toEqual(expect.arrayContaining(['沈先生', '申先生']))
    const { clientMergePreview } = await specialist.get<{ clientMergePreview: { fingerprint: string } }>(
      'query($a: ID!, $b: ID!) { clientMergePreview(survivor: $a, merged: $b) { fingerprint } }',
      { a: one.id, b: twin.id },
    )
    const pair = { survivorId: one.id, mergedId: twin.id, ...clientMergePreview, taken: [] }
    const merge = await specialist.does<Payload>(
      'proposeClientMerge',
      { ...pair, reason: '同一人' },
      'id version',
    )
    const decided = { clientMergeId: merge.id, expectedVersion: merge.version }
    expect(await story.as('CS_MANAGER').does('approveClientMerge', decided, 'mergedAt')).not.toHaveProperty(
      'code',
    )
    const left = await open()
    expect(left).toContain('沈先生')
    expect(left).not.toContain('申先生')
    expect(left.filter((name) => name === '沈先生')).toHaveLength(1)
  })
})
