/** Plans through the API: written by one, reviewed by another, approved by a third; amended while in force; read by whom they concern. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  draftPlan,
  measure,
  PLAN,
  planContent,
  planVerb,
  type PlanAnswer,
} from '../../../test/plan-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let writer: Person
let manager: Person
let director: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  writer = story.as('CR_SUPERVISOR')
  manager = story.as('CS_MANAGER')
  director = story.as('CS_DIRECTOR')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const drafted = (more: object = {}) =>
  draftPlan(writer, {
    kind: 'RELATIONSHIP',
    clientId: story.ids.client,
    content: planContent(writer, more),
  })
const inForce = async (more: object = {}): Promise<PlanAnswer> => {
  const submitted = await planVerb(writer, 'submit', await drafted(more))
  return planVerb(director, 'approve', await planVerb(manager, 'review', submitted))
}
const read = async (by: Person, id: string): Promise<PlanAnswer | null> =>
  (
    await by.get<{ maintenancePlan: PlanAnswer | null }>(
      `query($id: ID!) { maintenancePlan(id: $id) { ${PLAN} } }`,
      { id },
    )
  ).maintenancePlan
interface Change {
  readonly anchor: string
  readonly change: string
  readonly where: string
  readonly before: string | null
  readonly after: string | null
}
const differences = async (by: Person, from: string, to: string): Promise<readonly Change[]> =>
  (
    await by.get<{ planDifference: readonly Change[] }>(
      'query($from: ID!, $to: ID!) { planDifference(from: $from, to: $to) { anchor change where before after } }',
      { from, to },
    )
  ).planDifference

describe('a plan', () => {
  it('is written, reviewed and approved by three; each signs the same text', async () => {
    const draft = await drafted()
    expect(draft).toMatchObject({ status: 'DRAFT', budgetMinor: 100_000, title: '重点客户维护' })
    expect(draft.number).toMatch(/^MP-\d{4}-\d{3}$/)
    expect(draft.openRevision!.availableActions).toEqual(['CHANGE', 'SUBMIT', 'WITHDRAW'])
    const submitted = await planVerb(writer, 'submit', draft)
    expect(submitted).toMatchObject({ status: 'IN_REVIEW', openRevision: { ordinal: 1 } })
    const seen = (await read(manager, draft.id))!
    expect(seen.openRevision).toMatchObject({ awaitsMe: true, availableActions: ['REVIEW', 'RETURN'] })
    const reviewed = await planVerb(manager, 'review', submitted, { note: '可行' })
    expect(reviewed).toMatchObject({ status: 'PENDING_APPROVAL' })
    const approved = await planVerb(director, 'approve', reviewed)
    expect(approved).toMatchObject({
      status: 'ACTIVE',
      openRevision: null,
      effectiveRevision: { status: 'IN_FORCE', ordinal: 1 },
    })
    const { contentHash, signatures } = approved.effectiveRevision!
    expect(signatures.map(({ meaning }) => meaning)).toEqual(['PREPARED', 'REVIEWED', 'APPROVED'])
    for (const signature of signatures) expect(signature.contentHash).toBe(contentHash)
  })

  it('is signed by nobody twice, whatever they hold, and not in another order', async () => {
    const all = await story.colleague(['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'])
    const content = planContent(writer)
    const own = await draftPlan(all, { kind: 'RELATIONSHIP', clientId: story.ids.client, content })
    // Who wrote it does not review it either, once somebody else has submitted it.
    const byOther = await planVerb(writer, 'submit', own)
    expect(await planVerb(all, 'review', byOther)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await planVerb(writer, 'return', byOther, { reason: '再看看' }).catch(String)).toMatch('FORBIDDEN')
    await expect(planVerb(writer, 'approve', byOther)).rejects.toThrow('FORBIDDEN')
    expect(await planVerb(director, 'approve', byOther)).toMatchObject({ code: 'WRONG_STATUS' })
    const reviewed = await planVerb(manager, 'review', byOther)
    expect(await planVerb(manager, 'approve', reviewed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await planVerb(all, 'approve', reviewed)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await planVerb(director, 'approve', byOther)).toMatchObject({ code: 'STALE_RECORD' })
    expect(await planVerb(director, 'approve', reviewed)).toMatchObject({ status: 'ACTIVE' })
    // Whoever submitted cannot send back, nor review, what they prepared.
    const mine = await draftPlan(all, { kind: 'RELATIONSHIP', clientId: story.ids.client, content })
    const submitted = await planVerb(all, 'submit', mine)
    for (const [verb, more] of [
      ['review', {}],
      ['return', { reason: '再看看' }],
    ] as const)
      expect(await planVerb(all, verb, submitted, more)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // The policy names who prepares: a manager of a community no plan for a client.
    await expect(
      draftPlan(story.as('CR_SPECIALIST'), { kind: 'RELATIONSHIP', clientId: story.ids.client, content }),
    ).rejects.toThrow('FORBIDDEN')
  })

  it('binds the signers to what they were shown', async () => {
    const submitted = await planVerb(writer, 'submit', await drafted())
    const id = fromGlobalId('PlanRevision', submitted.openRevision!.id)
    await database.asSuperuser((sql) =>
      sql.query(
        `update plan_revision set content = jsonb_set(content, '{budget,0,amountMinor}', '99900000') where id = $1`,
        [id],
      ),
    )
    expect(await planVerb(manager, 'review', submitted)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('is returned three times: each stays as it was signed, and what changed is told by keys', async () => {
    let plan = await drafted()
    const contents = [
      planContent(writer, { budget: [{ key: 'b1', kind: 'GIFT', title: '走访礼品', amountMinor: 80_000 }] }),
      planContent(writer, {
        measures: [
          measure({ recurrence: { frequency: 'WEEKLY', from: '2027-01-04', weekdays: ['FRIDAY'] } }),
        ],
      }),
      planContent(writer, {
        measures: [measure(), measure({ key: 'm2', means: 'GIFT', title: '中秋慰问', dependsOn: 'm1' })],
      }),
    ]
    for (const [at, content] of contents.entries()) {
      const submitted = await planVerb(writer, 'submit', plan)
      const sent = { reason: `第 ${at + 1} 次退回` }
      expect(await planVerb(manager, 'return', submitted, { reason: ' ' })).toMatchObject({
        fields: [{ path: 'reason' }],
      })
      const returned = await planVerb(at === 1 ? director : manager, 'return', submitted, sent)
      expect(returned).toMatchObject({ status: 'DRAFT', openRevision: { ordinal: at + 2, status: 'DRAFT' } })
      plan = await planVerb(writer, 'change', returned, { content })
    }
    const byOrdinal = plan.revisions.toReversed()
    expect(byOrdinal.map(({ status }) => status)).toEqual(['RETURNED', 'RETURNED', 'RETURNED', 'DRAFT'])
    expect(byOrdinal.slice(0, 3).map(({ signatures }) => signatures.map(({ meaning }) => meaning))).toEqual(
      Array.from({ length: 3 }, () => ['PREPARED', 'REJECTED']),
    )
    const [one, two, three, four] = byOrdinal.map(({ id }) => id) as [string, string, string, string]
    expect(await differences(manager, one, two)).toEqual([
      {
        anchor: 'budget.b1.amountMinor',
        change: 'CHANGED',
        where: 'Budget line “走访礼品” · Amount',
        before: '¥1,000.00',
        after: '¥800.00',
      },
    ])
    expect((await differences(manager, two, three)).map(({ anchor }) => anchor)).toEqual([
      'measures.m1.recurrence',
      'budget.b1.amountMinor',
    ])
    expect((await differences(manager, one, four)).map(({ anchor, change }) => [anchor, change])).toEqual([
      ['measures.m2', 'ADDED'],
    ])
    expect((await differences(manager, four, one)).map(({ change, after }) => [change, after])).toEqual([
      ['REMOVED', null],
    ])
    const other = (await drafted()).openRevision!.id
    await expect(differences(manager, one, other)).rejects.toThrow('BAD_REQUEST')
    await expect(differences(story.as('TECHNICIAN'), one, two)).rejects.toThrow('FORBIDDEN')
  })

  it('is amended while the old text stays in force, and then superseded', async () => {
    const active = await inForce()
    const amended = await planVerb(writer, 'amend', active, { reason: '增加礼品' })
    expect(amended).toMatchObject({ status: 'ACTIVE', openRevision: { ordinal: 2, status: 'DRAFT' } })
    expect(await planVerb(writer, 'amend', amended, { reason: '再增加' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await planVerb(writer, 'evaluate', amended)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const content = planContent(writer, {
      title: '重点客户维护（修订）',
      budget: [{ key: 'b1', kind: 'GIFT', title: '走访礼品', amountMinor: 150_000 }],
    })
    const changed = await planVerb(writer, 'change', amended, { content })
    // Lists show what is in force.
    expect(changed).toMatchObject({ title: '重点客户维护', budgetMinor: 100_000 })
    const reviewed = await planVerb(manager, 'review', await planVerb(writer, 'submit', changed))
    expect(reviewed).toMatchObject({
      status: 'ACTIVE',
      effectiveRevision: { ordinal: 1, status: 'IN_FORCE' },
      openRevision: { status: 'PENDING_APPROVAL' },
    })
    const approved = await planVerb(director, 'approve', reviewed)
    expect(approved).toMatchObject({
      title: '重点客户维护（修订）',
      budgetMinor: 150_000,
      effectiveRevision: { ordinal: 2, status: 'IN_FORCE' },
      revisions: [
        { ordinal: 2, status: 'IN_FORCE' },
        { ordinal: 1, status: 'SUPERSEDED' },
      ],
    })
    // A draft that is given up leaves what is in force.
    const again = await planVerb(writer, 'amend', approved, { reason: '想想' })
    const given_ = await planVerb(writer, 'withdraw', again, { reason: '不改了' })
    expect(given_).toMatchObject({ status: 'ACTIVE', openRevision: null, effectiveRevision: { ordinal: 2 } })
    const evaluating = await planVerb(writer, 'evaluate', given_)
    expect(evaluating).toMatchObject({ status: 'EVALUATING', availableActions: ['CANCEL'] })
    expect(await planVerb(writer, 'cancel', evaluating, { reason: '客户退租' })).toMatchObject({
      status: 'CANCELLED',
      availableActions: [],
    })
  })

  it('is taken back, or cancelled, and nobody is asked for a signature any more', async () => {
    const submitted = await planVerb(writer, 'submit', await drafted())
    const awaited = async () =>
      (
        await manager.get<{ maintenancePlans: { edges: { node: { id: string } }[] } }>(
          '{ maintenancePlans(first: 50, filter: { awaitsMe: true }) { edges { node { id } } } }',
        )
      ).maintenancePlans.edges.map(({ node }) => node.id)
    expect(await awaited()).toContain(submitted.id)
    const back = await planVerb(writer, 'withdraw', submitted, { reason: '漏了一项' })
    expect(back).toMatchObject({ status: 'DRAFT', openRevision: { ordinal: 2, status: 'DRAFT' } })
    expect(await awaited()).not.toContain(submitted.id)
    expect(await planVerb(writer, 'cancel', back, { reason: '客户退租' })).toMatchObject({
      status: 'CANCELLED',
      openRevision: null,
      availableActions: [],
    })
  })

  it('renews one that was evaluated, and no other', async () => {
    const last = await inForce()
    const renewal = { kind: 'RELATIONSHIP', clientId: story.ids.client, renewsId: last.id }
    const next = await draftPlan(writer, { ...renewal, content: planContent(writer) })
    expect(await planVerb(writer, 'submit', next)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const elsewhere = { kind: 'FACILITY', projectId: story.ids.project, renewsId: last.id }
    expect(await draftPlan(writer, { ...elsewhere, content: facility() })).toMatchObject({
      fields: [{ path: 'renewsId' }],
    })
    await database.asSuperuser((sql) =>
      sql.query(`update maintenance_plan set status = 'COMPLETED' where id = $1`, [
        fromGlobalId('MaintenancePlan', last.id),
      ]),
    )
    expect(await planVerb(writer, 'submit', next)).toMatchObject({ status: 'IN_REVIEW' })
  })
})

const facility = (more: object = {}) =>
  planContent(writer, {
    title: '电梯维保',
    objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_900 }],
    measures: [measure({ means: 'UPKEEP', title: '月度保养' })],
    ...more,
  })

describe('what is wrong is named by its field', () => {
  it('of the content, of whom it is for, and of whom it names', async () => {
    const draft = (input: object) => draftPlan(writer, input)
    const paths = async (input: object) =>
      ((await draft(input)) as Payload).fields?.map(({ path }) => path).toSorted()
    const mine = { kind: 'RELATIONSHIP', clientId: story.ids.client }
    expect(
      await paths({
        ...mine,
        content: planContent(writer, {
          endsOn: '2026-12-31',
          measures: [measure({ budgetLine: null, dependsOn: 'm9' })],
        }),
      }),
    ).toEqual(
      expect.arrayContaining([
        'content.endsOn',
        'content.measures.0.budgetLine',
        'content.measures.0.dependsOn',
      ]),
    )
    expect(
      await paths({
        ...mine,
        content: planContent(writer, {
          objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 10_001 }],
          measures: [measure({ means: 'UPKEEP' })],
        }),
      }),
    ).toEqual(['content.measures.0.means', 'content.objectives.0.measure', 'content.objectives.0.target'])
    const nobody = toGlobalId('Staff', '00000000-0000-7000-8000-00000000dead')
    expect(
      await paths({
        ...mine,
        content: planContent(writer, { ownerId: nobody, measures: [measure({ assigneeId: nobody })] }),
      }),
    ).toEqual(['content.measures.0.assigneeId', 'content.ownerId'])
    expect(await paths({ kind: 'FACILITY', content: facility() })).toEqual(['projectId'])
    expect(await paths({ ...mine, segmentGrades: ['A'], content: planContent(writer) })).toEqual(['clientId'])
  })
})

describe('comments', () => {
  const comment = (by: Person, revisionId: string, more: object) =>
    by.does<Payload>('commentPlan', { revisionId, words: '金额偏高', ...more }, 'id version anchor words')
  const comments = async (by: Person, id: string) =>
    (
      await by.get<{ maintenancePlan: { comments: Record<string, unknown>[] } }>(
        `query($id: ID!) { maintenancePlan(id: $id) { comments { id anchor words answersId resolvedAt resolvedBy { name }
          by { name } revision { ordinal } } } }`,
        { id },
      )
    ).maintenancePlan.comments

  it('stand at a field, are answered, outlive a return, and end when somebody has resolved them', async () => {
    const submitted = await planVerb(writer, 'submit', await drafted())
    const first = submitted.openRevision!.id
    const said = await comment(manager, first, { anchor: 'budget.b1.amountMinor' })
    expect(said).toMatchObject({ anchor: 'budget.b1.amountMinor' })
    expect(await comment(manager, first, { anchor: 'budget.b9.amountMinor' })).toMatchObject({
      fields: [{ path: 'anchor' }],
    })
    const returned = await planVerb(manager, 'return', submitted, { reason: '见批注' })
    expect(await comment(manager, first, {})).toMatchObject({ code: 'WRONG_STATUS' })
    const answered = await comment(writer, returned.openRevision!.id, { answersId: said.id, words: '已下调' })
    expect(answered).toMatchObject({ anchor: 'budget.b1.amountMinor' })
    expect(await comments(director, returned.id)).toMatchObject([
      { words: '金额偏高', resolvedAt: null, revision: { ordinal: 1 }, by: { name: 'CS_MANAGER' } },
      { words: '已下调', answersId: said.id, revision: { ordinal: 2 } },
    ])
    const resolve = (by: Person, it: Payload) =>
      by.does<Payload>(
        'resolveCommentOfPlan',
        { commentId: it.id, expectedVersion: it.version },
        'id version',
      )
    expect(await resolve(manager, answered)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await resolve(manager, said)).not.toHaveProperty('code')
    expect(await resolve(director, { ...said, version: 2 })).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect((await comments(writer, returned.id))[0]).toMatchObject({ resolvedBy: { name: 'CS_MANAGER' } })
    // Nobody comments who may not read; who reads amounts reads no comment.
    await expect(comment(story.as('TECHNICIAN'), first, {})).rejects.toThrow('FORBIDDEN')
    expect(await comments(story.as('FINANCE'), returned.id)).toEqual([])
  })
})

describe('plans are read', () => {
  it('by whom they concern: a site manager’s are of the community, an account manager’s of their clients', async () => {
    const ofClient = await drafted()
    const site = story.as('SITE_MANAGER')
    const ofProject = await draftPlan(site, {
      kind: 'FACILITY',
      projectId: story.ids.project,
      content: facility(),
    })
    expect(ofProject.number).toMatch(/^FP-/)
    expect(
      await draftPlan(site, {
        kind: 'RELATIONSHIP',
        clientId: story.ids.client,
        content: planContent(writer),
      }),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const account = story.as('KEY_ACCOUNT_MANAGER')
    const seen = async (by: Person) => {
      const [one, other] = await Promise.all([read(by, ofClient.id), read(by, ofProject.id)])
      return [one !== null, other !== null]
    }
    const givenTo = (staffId: string | null) =>
      database.asSuperuser((sql) =>
        sql.query('update client set key_account_manager_id = $2 where id = $1', [
          fromGlobalId('Client', story.ids.client),
          staffId,
        ]),
      )
    expect(await seen(site)).toEqual([false, true])
    await givenTo(null)
    expect(await seen(account)).toEqual([false, false])
    await givenTo(account.staffId)
    expect(await seen(account)).toEqual([true, false])
    expect(await seen(director)).toEqual([true, true])
    await expect(read(story.as('TECHNICIAN'), ofClient.id)).rejects.toThrow('FORBIDDEN')
    // Whoever pays learns of no grade, neither by the segment nor by a title that names it, nor by searching for it.
    const graded = await draftPlan(writer, {
      kind: 'RELATIONSHIP',
      segmentGrades: ['A'],
      content: planContent(writer, { title: 'A 级客户关怀' }),
    })
    const named = async (by: Person) =>
      (
        await by.get<{ maintenancePlan: object }>(
          'query($id: ID!) { maintenancePlan(id: $id) { title segmentGrades openRevision { title } } }',
          { id: graded.id },
        )
      ).maintenancePlan
    const title = 'A 级客户关怀'
    expect(await named(writer)).toEqual({ title, segmentGrades: ['A'], openRevision: { title } })
    expect(await named(story.as('FINANCE'))).toEqual({
      title: null,
      segmentGrades: null,
      openRevision: { title: null },
    })
    await expect(
      story
        .as('FINANCE')
        .get('{ maintenancePlans(first: 5, filter: { search: "A 级" }) { edges { node { id } } } }'),
    ).rejects.toThrow('FORBIDDEN')
    const { maintenancePlan: paid } = await story.as('FINANCE').get<{ maintenancePlan: object }>(
      `query($id: ID!) { maintenancePlan(id: $id) { budgetMinor
        openRevision { summary objectives { key } measures { key } budget { amountMinor } budgetMinor } } }`,
      { id: ofClient.id },
    )
    expect(paid).toEqual({
      budgetMinor: 100_000,
      openRevision: {
        summary: null,
        objectives: null,
        measures: null,
        budget: [{ amountMinor: 100_000 }],
        budgetMinor: 100_000,
      },
    })
    // Signed under the rule of its own kind.
    const submitted = await planVerb(site, 'submit', ofProject)
    const approved = await planVerb(director, 'approve', await planVerb(manager, 'review', submitted))
    expect(approved).toMatchObject({ status: 'ACTIVE' })
    const elsewhere = await given(database, server)
    expect(await read(elsewhere.as('CS_DIRECTOR'), ofClient.id)).toBeNull()
  })
})
