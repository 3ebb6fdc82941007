/** Controlled documents through GraphQL: drafted, submitted, in force, amended, replaced on their day. */
import type { FastifyInstance } from 'fastify'
import type { Role } from '@steward/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let writer: Person
let manager: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  writer = story.as('CR_SUPERVISOR')
  manager = story.as('CS_MANAGER')
})

interface Revision extends Payload {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly status: string
  readonly document: { id: string; number: string; controlStatus: string; title: string }
}
const REVISION = 'id version label mark changeCount status document { id number controlStatus title }'

const CLAUSES = [
  { heading: '目的', body: '规范客户投诉的受理与处理。' },
  { heading: '受理', body: '客服专员接到投诉后 2 小时内登记。\n登记内容须向客户复述并确认。' },
]
const head = (more: object = {}) => ({
  title: '客户投诉处理控制程序',
  executingDepartmentId: story.ids.departments.service,
  supervisingDepartmentId: story.ids.departments.headquarters,
  editingDepartmentId: story.ids.departments.headquarters,
  content: { clauses: CLAUSES },
  ...more,
})
const does = (person: Person, verb: string, input: object) =>
  person.does<Revision>(verb, { ...input }, REVISION)
const on = ({ id, version }: Pick<Revision, 'id' | 'version'>) => ({
  revisionId: id,
  expectedVersion: version,
})

const drafted = (more: object = {}) =>
  does(writer, 'draftDocument', { kind: 'CONTROL_PROCEDURE', ...head(more) })
/** Reviewed and approved by those whom the policy names for the kind. */
const signed = async (revision: Revision, reviewer: Role = 'QUALITY', approver: Role = 'CS_DIRECTOR') => {
  const reviewed = await does(story.as(reviewer), 'reviewDocument', on(revision))
  return does(story.as(approver), 'approveDocument', { ...on(reviewed), note: '同意' })
}
const inForce = async (): Promise<Revision> => {
  const submitted = await does(writer, 'submitDocument', on(await drafted()))
  await signed(submitted)
  return read(submitted.id)
}
const read = async (id: string, person = manager): Promise<Revision> =>
  (
    await person.get<{ documentRevision: Revision }>(
      `query($id: ID!) { documentRevision(id: $id) { ${REVISION} availableActions effectiveOn
         clauses { heading body } limits { role cause limitMinor } signOffs { meaning role comment } } }`,
      { id },
    )
  ).documentRevision
const documentOf = async (id: string, person = manager) =>
  (
    await person.get<{
      controlledDocument: {
        controlStatus: string
        effectiveRevision: { label: string } | null
        openRevision: { label: string } | null
        revisions: { label: string; status: string }[]
      }
    }>(
      `query($id: ID!) { controlledDocument(id: $id) { controlStatus effectiveRevision { label } openRevision { label }
         revisions { label status } } }`,
      { id },
    )
  ).controlledDocument
const amended = async (revision: Revision, more: object): Promise<Revision> => {
  const draft = await does(writer, 'amendDocument', on(revision))
  return does(writer, 'changeDocument', { ...on(draft), ...head(more) })
}
const shorter = CLAUSES.with(1, { ...CLAUSES[1]!, body: CLAUSES[1]!.body.replace('2 小时', '30 分钟') })

const local = (daysAhead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + daysAhead * 86_400_000).toISOString().slice(0, 10)
/** The day of an approved revision has come. */
const dayComes = (revision: Revision) =>
  withTenant(database.app, story.orgId, (db) =>
    db.query("update document_due set due_at = now() - interval '1 minute' where org_id = $1 and id = $2", [
      story.orgId,
      fromGlobalId('DocumentRevision', revision.id),
    ]),
  )

describe('draft', () => {
  it('gives each kind its own series of numbers, without gaps', async () => {
    const first = await drafted()
    expect(first).toMatchObject({ label: 'A/0', mark: null, changeCount: 0, status: 'DRAFT' })
    expect(first.document).toMatchObject({ number: 'CP-001', controlStatus: 'UNCONTROLLED' })
    const refused = await drafted({ content: { clauses: [] } })
    expect(refused.fields?.map(({ path }) => path)).toEqual(['content.clauses'])
    expect((await drafted()).document.number).toBe('CP-002')
    const regulation = await does(manager, 'draftDocument', { kind: 'REGULATION', ...head() })
    expect(regulation.document.number).toBe('RG-001')
  })

  it('names what is wrong: the department, the clause, the case that is missing', async () => {
    const paths = async (input: object) =>
      (await does(writer, 'draftDocument', { kind: 'REGULATION', ...head(), ...input })).fields?.map(
        ({ path }) => path,
      )
    expect(await paths({ executingDepartmentId: 'dep_nothing' })).toEqual(['executingDepartmentId'])
    expect(await paths({ content: { clauses: [{ heading: ' ' }] } })).toEqual(['content.clauses.0.heading'])
    expect(await paths({ kind: 'SETTLEMENT_AGREEMENT' })).toEqual(['complaintId'])
    expect(await paths({ content: { limits: [{ role: 'CS_MANAGER', limitMinor: 1 }] } })).toEqual([
      'content.limits',
    ])
  })

  it('makes no second authority matrix, whoever comes first', async () => {
    const matrix = {
      kind: 'AUTHORITY_LIMITS',
      ...head(),
      content: { limits: [{ role: 'CS_MANAGER', limitMinor: 1 }] },
    }
    expect((await does(manager, 'draftDocument', matrix)).code).toBe('DUPLICATE')
  })

  it('of an agreement is about a case, and hidden from who may not see clients', async () => {
    const { id: complaintId } = await caseIn(story, 'APPROVED')
    const agreement = await does(writer, 'draftDocument', {
      kind: 'SETTLEMENT_AGREEMENT',
      complaintId,
      ...head({ title: '处理协议' }),
    })
    expect(agreement.document.number).toMatch(/^SA-\d{4}-001$/)
    const auditor = await read(agreement.id, story.as('AUDITOR'))
    expect(auditor).toMatchObject({ label: 'A/0', clauses: null })
    expect(await read(agreement.id, story.as('ADMIN'))).toBeNull()
    // An administrator configures by the company's own documents.
    expect(await read((await drafted()).id, story.as('ADMIN'))).toMatchObject({ clauses: CLAUSES })
  })

  it('is no business of those who carry out', async () => {
    const { id } = await drafted()
    const asked = 'query($id: ID!) { documentRevision(id: $id) { id } }'
    for (const role of ['SERVICE_AGENT', 'TECHNICIAN', 'PARTNER'] as const) {
      const { errors } = await story.as(role).run(asked, { id })
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
    // Whoever sells reads templates of what is offered, and nothing else.
    expect(await story.as('SALES').get(asked, { id })).toEqual({ documentRevision: null })
    const other = await given(database, server)
    const foreign = await other.as('GM_OFFICE').get<{ documentRevision: null }>(asked, { id })
    expect(foreign.documentRevision).toBeNull()
  })
})

describe('submit', () => {
  it('signs the draft as prepared, and freezes it', async () => {
    const draft = await drafted()
    const submitted = await does(writer, 'submitDocument', on(draft))
    expect(submitted.status).toBe('IN_SIGNING')
    expect(await read(submitted.id)).toMatchObject({
      signOffs: [{ meaning: 'PREPARED', role: 'CR_SUPERVISOR', comment: null }],
    })
    const change = await does(writer, 'changeDocument', { ...on(submitted), ...head() })
    expect(change.code).toBe('WRONG_STATUS')
    expect((await does(writer, 'submitDocument', on(draft))).code).toBe('STALE_RECORD')
  })

  it('of an amendment needs a difference, and a statement of changes', async () => {
    const draft = await does(writer, 'amendDocument', on(await inForce()))
    expect(await does(writer, 'submitDocument', { ...on(draft), changeReason: '无' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const changed = await does(writer, 'changeDocument', {
      ...on(draft),
      ...head({ content: { clauses: shorter } }),
    })
    expect(changed).toMatchObject({ label: 'A/1', mark: 'a', changeCount: 1 })
    const silent = await does(writer, 'submitDocument', on(changed))
    expect(silent.fields?.map(({ path }) => path)).toEqual(['changeReason'])
    const told = { ...on(changed), changeReason: '缩短登记时限' }
    expect((await does(writer, 'submitDocument', told)).status).toBe('IN_SIGNING')
  })
})

describe('a revision that is signed', () => {
  it('is in force at once where no day is named', async () => {
    const valid = await inForce()
    expect(valid.status).toBe('EFFECTIVE')
    expect(await documentOf(valid.document.id)).toMatchObject({
      controlStatus: 'CONTROLLED',
      effectiveRevision: { label: 'A/0' },
      openRevision: null,
    })
  })

  it('waits for its day, until which the old one holds; then exactly one worker puts it in force', async () => {
    const valid = await inForce()
    const changed = await amended(valid, { content: { clauses: shorter }, effectiveOn: local(3) })
    await signed(await does(writer, 'submitDocument', { ...on(changed), changeReason: '缩短时限' }))
    await worker.sweep()
    expect(await documentOf(valid.document.id)).toMatchObject({
      effectiveRevision: { label: 'A/0' },
      openRevision: { label: 'A/1' },
    })
    expect((await read(changed.id)).status).toBe('APPROVED')
    await dayComes(changed)
    const others = await Promise.all([1, 2, 3].map(() => worker.sweep()))
    expect(others).toHaveLength(3)
    expect(await documentOf(valid.document.id)).toMatchObject({
      effectiveRevision: { label: 'A/1' },
      openRevision: null,
      revisions: [
        { label: 'A/1', status: 'EFFECTIVE' },
        { label: 'A/0', status: 'SUPERSEDED' },
      ],
    })
    expect((await read(changed.id)).version).toBe(6)
  })

  it('does not come into force where it was made obsolete before its day', async () => {
    const valid = await inForce()
    const changed = await amended(valid, { content: { clauses: shorter }, effectiveOn: local(3) })
    await signed(await does(writer, 'submitDocument', { ...on(changed), changeReason: '缩短时限' }))
    const approved = await read(changed.id)
    const ended = await does(manager, 'retireDocument', { ...on(approved), reason: '发现笔误' })
    expect(ended.status).toBe('OBSOLETE')
    await dayComes(changed)
    await worker.sweep()
    expect(await documentOf(valid.document.id)).toMatchObject({
      controlStatus: 'CONTROLLED',
      effectiveRevision: { label: 'A/0' },
      openRevision: null,
    })
  })
})

describe('the signing of a revision', () => {
  const rounds = async (id: string) =>
    (
      await manager.get<{ documentRevision: { signings: { state: string; steps: Payload[] }[] } }>(
        `query($id: ID!) { documentRevision(id: $id) { signings { state documentRevision { id }
           steps { meaning state signedBy couldSign } } } }`,
        { id },
      )
    ).documentRevision.signings

  it('goes from hand to hand as the policy says, no hand twice', async () => {
    const submitted = await does(writer, 'submitDocument', on(await drafted()))
    const [round] = await rounds(submitted.id)
    expect(round).toMatchObject({
      state: 'OPEN',
      documentRevision: { id: submitted.id },
      steps: [
        { meaning: 'PREPARED', state: 'SIGNED', signedBy: 'CR_SUPERVISOR' },
        { meaning: 'REVIEWED', state: 'OPEN', couldSign: expect.arrayContaining(['QUALITY', 'CS_MANAGER']) },
        { meaning: 'APPROVED', state: 'WAITING' },
      ],
    })
    // Not before it is reviewed, not by who prepared it, not by a role that the policy does not ask.
    expect((await does(manager, 'approveDocument', on(submitted))).code).toBe('NOT_ELIGIBLE')
    expect((await does(writer, 'reviewDocument', on(submitted))).code).toBe('NOT_ELIGIBLE')
    const reviewed = await does(manager, 'reviewDocument', on(submitted))
    expect((await does(manager, 'approveDocument', on(reviewed))).code).toBe('NOT_ELIGIBLE')
    expect((await does(story.as('GM_OFFICE'), 'approveDocument', on(reviewed))).code).toBe('NOT_ELIGIBLE')
    const approved = await does(story.as('CS_DIRECTOR'), 'approveDocument', on(reviewed))
    expect(approved.status).toBe('EFFECTIVE')
    expect((await rounds(submitted.id))[0]).toMatchObject({
      state: 'COMPLETED',
      steps: [{ signedBy: 'CR_SUPERVISOR' }, { signedBy: 'CS_MANAGER' }, { signedBy: 'CS_DIRECTOR' }],
    })
  })

  it('is not begun by a role that the policy does not let prepare', async () => {
    const { controlledDocuments } = await manager.get<{
      controlledDocuments: { edges: { node: { effectiveRevision: Revision } }[] }
    }>(`{ controlledDocuments(first: 1, filter: { kind: [AUTHORITY_LIMITS] }) {
      edges { node { effectiveRevision { id version } } } } }`)
    const draft = await does(
      writer,
      'amendDocument',
      on(controlledDocuments.edges[0]!.node.effectiveRevision),
    )
    const limits = [{ role: 'CS_MANAGER', limitMinor: 1 }]
    const changed = await does(writer, 'changeDocument', { ...on(draft), ...head(), content: { limits } })
    const told = { ...on(changed), changeReason: '收紧权限' }
    expect((await does(writer, 'submitDocument', told)).code).toBe('NOT_ELIGIBLE')
    expect((await does(manager, 'submitDocument', told)).status).toBe('IN_SIGNING')
  })

  it('that is rejected leaves a draft with the reason, whose next signing begins anew', async () => {
    const submitted = await does(writer, 'submitDocument', on(await drafted()))
    const quality = story.as('QUALITY')
    const back = await does(quality, 'rejectDocument', { ...on(submitted), reason: '时限不可行' })
    expect(back.status).toBe('DRAFT')
    const again = await does(writer, 'submitDocument', on(back))
    await signed(again)
    expect((await rounds(again.id)).map(({ state }) => state)).toEqual(['COMPLETED', 'REJECTED'])
  })

  it('ends with the withdrawal of what was signed', async () => {
    const submitted = await does(writer, 'submitDocument', on(await drafted()))
    await does(writer, 'withdrawDocument', on(submitted))
    expect((await rounds(submitted.id))[0]).toMatchObject({
      state: 'WITHDRAWN',
      steps: [{ state: 'SIGNED' }, { state: 'DROPPED' }, { state: 'DROPPED' }],
    })
    expect((await does(manager, 'reviewDocument', on(submitted))).code).toBe('STALE_RECORD')
  })
})

describe('amend', () => {
  it('begins one revision at a time, and its withdrawal leaves the old one in force', async () => {
    const valid = await inForce()
    const draft = await does(writer, 'amendDocument', on(valid))
    expect((await does(manager, 'amendDocument', on(valid))).code).toBe('NOT_ELIGIBLE')
    await does(writer, 'withdrawDocument', { ...on(draft), reason: '暂不修订' })
    expect(await documentOf(valid.document.id)).toMatchObject({
      effectiveRevision: { label: 'A/0' },
      openRevision: null,
    })
    // The number of what was withdrawn stays used.
    expect((await does(writer, 'amendDocument', on(valid))).label).toBe('A/2')
  })

  it('shows where the revisions differ, to who may read both', async () => {
    const valid = await inForce()
    const changed = await amended(valid, { title: '投诉处理控制程序', content: { clauses: shorter } })
    const query = `query($from: ID!, $to: ID!) { revisionDifference(from: $from, to: $to) {
      change where before after words { kind text } } }`
    const both = { from: valid.id, to: changed.id }
    const { revisionDifference } = await story
      .as('AUDITOR')
      .get<{ revisionDifference: Payload[] }>(query, both)
    expect(revisionDifference).toEqual([
      expect.objectContaining({ change: 'CHANGED', where: 'Title', after: '投诉处理控制程序' }),
      expect.objectContaining({
        change: 'CHANGED',
        where: 'Clause 2 受理, paragraph 1',
        words: expect.arrayContaining([
          { kind: 'REMOVED', text: '2 小时' },
          { kind: 'ADDED', text: '30 分钟' },
        ]),
      }),
    ])
    const other = await drafted()
    const { errors } = await manager.run(query, { from: valid.id, to: other.id })
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST')
  })
})

describe('retire', () => {
  it('ends the document, signed, by somebody else than who prepared it', async () => {
    const office = story.as('GM_OFFICE')
    const mine = await does(office, 'submitDocument', on(await drafted()))
    await signed(mine)
    const own = { ...on(await read(mine.id)), reason: '并入新办法' }
    expect((await does(office, 'retireDocument', own)).code).toBe('NOT_ELIGIBLE')
    const ended = await does(manager, 'retireDocument', own)
    expect(ended).toMatchObject({ status: 'OBSOLETE', document: { controlStatus: 'OBSOLETE' } })
    const { signOffs } = (await read(mine.id)) as unknown as { signOffs: Payload[] }
    expect(signOffs.map(({ meaning, role }) => [meaning, role])).toEqual([
      ['PREPARED', 'GM_OFFICE'],
      ['REVIEWED', 'QUALITY'],
      ['APPROVED', 'CS_DIRECTOR'],
      ['CLOSED', 'CS_MANAGER'],
    ])
  })
})

describe('the authority matrix', () => {
  const matrix = async (): Promise<Revision & { readonly limits: Payload[] }> => {
    const { controlledDocuments } = await manager.get<{
      controlledDocuments: { edges: { node: { effectiveRevision: Revision } }[] }
    }>(`{ controlledDocuments(first: 5, filter: { kind: [AUTHORITY_LIMITS] }) { edges { node { number
         effectiveRevision { id version } } } } }`)
    expect(controlledDocuments.edges).toHaveLength(1)
    return (await read(controlledDocuments.edges[0]!.node.effectiveRevision.id)) as never
  }
  const live = async () =>
    (
      await manager.get<{ authorityLimits: Payload[] }>('{ authorityLimits { role cause limitMinor } }')
    ).authorityLimits.map(({ role, cause, limitMinor }) => `${role} ${cause} ${limitMinor}`)

  it('is replaced as a whole when its revision is effective, and reaches the next request of its holders', async () => {
    const proposed = await caseIn(story, 'PROPOSED')
    const actions = async () =>
      (
        await manager.get<{ complaint: { availableActions: string[] } }>(
          'query($id: ID!) { complaint(id: $id) { availableActions } }',
          { id: proposed.id },
        )
      ).complaint.availableActions
    expect(await actions()).toContain('APPROVE')

    const valid = await matrix()
    const before = await live()
    const draft = await does(manager, 'amendDocument', on(valid))
    const limits = [
      { role: 'CS_MANAGER', limitMinor: 100_00 },
      { role: 'CS_DIRECTOR', limitMinor: 60_000_00 },
      { role: 'GENERAL_MANAGER', limitMinor: 1_000_000_00 },
    ]
    const changed = await does(manager, 'changeDocument', { ...on(draft), ...head(), content: { limits } })
    // Title and three departments, which nobody had named; five rows that go, two that are different.
    expect(changed.changeCount).toBe(4 + 5 + 2)
    const submitted = await does(manager, 'submitDocument', { ...on(changed), changeReason: '收紧权限' })
    expect(await live()).toEqual(before)
    expect(await actions()).toContain('APPROVE')

    await signed(submitted, 'QUALITY', 'GENERAL_MANAGER')
    expect((await live()).sort()).toEqual([
      'CS_DIRECTOR null 6000000',
      'CS_MANAGER null 10000',
      'GENERAL_MANAGER null 100000000',
    ])
    expect(await actions()).not.toContain('APPROVE')
    const next = await read(submitted.id)
    const forever = { ...on(next), reason: '不再需要' }
    expect((await does(story.as('GM_OFFICE'), 'retireDocument', forever)).code).toBe('NOT_ELIGIBLE')
  })

  it('is changed by nothing else: there is no mutation that sets a limit', async () => {
    const { errors, status } = await story
      .as('ADMIN')
      .run('mutation { setAuthorityLimit(input: { role: CS_MANAGER, limitMinor: 1 }) { __typename } }')
    expect([status, errors.length]).toEqual([400, 1])
  })
})

describe('the signature policy', () => {
  const RULES =
    'id version status limits { role } rules { rule kind fromMinor grades position meaning roles dueMinutes escalateAfterMinutes }'
  interface Step extends Payload {
    readonly rule: number
    readonly kind: string
    readonly meaning: string
    readonly roles: readonly string[]
    readonly dueMinutes: number | null
    readonly escalateAfterMinutes: readonly number[]
    readonly fromMinor: number
  }
  const inForceNow = async () =>
    (
      await manager.get<{
        controlledDocuments: { edges: { node: { effectiveRevision: Revision & { rules: Step[] } } }[] }
      }>(
        `{ controlledDocuments(first: 1, filter: { kind: [SIGNATURE_POLICY] }) { edges { node { effectiveRevision { ${RULES} } } } } }`,
      )
    ).controlledDocuments.edges[0]!.node.effectiveRevision
  /** As they are sent: step by step again under their rules. */
  const rulesOf = (steps: readonly Step[]) =>
    [...new Set(steps.map(({ rule }) => rule))].map((rule) => {
      const own = steps.filter((it) => it.rule === rule)
      return {
        kind: own[0]!.kind,
        fromMinor: own[0]!.fromMinor,
        steps: own.map(({ meaning, roles, dueMinutes, escalateAfterMinutes }) => ({
          meaning,
          roles,
          escalateAfterMinutes,
          ...(dueMinutes === null ? {} : { dueMinutes }),
        })),
      }
    })

  it('is what signings take their steps from, once its revision is effective, and not before', async () => {
    const valid = await inForceNow()
    expect(valid.rules.filter(({ kind }) => kind === 'REGULATION').map(({ meaning }) => meaning)).toEqual([
      'PREPARED',
      'REVIEWED',
      'APPROVED',
    ])
    const draft = await does(manager, 'amendDocument', on(valid))
    // Regulations are to be reviewed by nobody, and approved by the director.
    const rules = rulesOf(valid.rules).map((rule) =>
      rule.kind === 'REGULATION'
        ? {
            ...rule,
            steps: [rule.steps[0]!, { meaning: 'APPROVED', roles: ['GM_OFFICE'], dueMinutes: 240 }],
          }
        : rule,
    )
    const changed = await does(manager, 'changeDocument', { ...on(draft), ...head(), content: { rules } })
    // Title and departments; a step that goes, one that is different.
    expect(changed.changeCount).toBe(4 + 2)
    const submitted = await does(manager, 'submitDocument', { ...on(changed), changeReason: '简化' })
    const regulation = async () => {
      const begun = await does(manager, 'draftDocument', { kind: 'REGULATION', ...head() })
      return does(manager, 'submitDocument', on(begun))
    }
    const before = await regulation()
    expect((await does(story.as('GM_OFFICE'), 'approveDocument', on(before))).code).toBe('NOT_ELIGIBLE')
    await signed(submitted, 'QUALITY', 'GENERAL_MANAGER')
    expect((await inForceNow()).id).toBe(submitted.id)
    const after = await regulation()
    expect((await does(story.as('GM_OFFICE'), 'approveDocument', on(after))).status).toBe('EFFECTIVE')
    // What had begun keeps its steps.
    expect((await does(story.as('GM_OFFICE'), 'approveDocument', on(before))).code).toBe('NOT_ELIGIBLE')
  })

  it('is refused where a kind would be signed by nobody', async () => {
    const valid = await inForceNow()
    const draft = await does(manager, 'amendDocument', on(valid))
    const rules = rulesOf(valid.rules).filter(({ kind }) => kind !== 'REGULATION')
    const refused = await does(manager, 'changeDocument', { ...on(draft), ...head(), content: { rules } })
    expect(refused.fields?.map(({ path }) => path)).toEqual(['content.rules.'])
  })
})

describe('the list', () => {
  it('is searched by number and title, filtered by kind, status and department', async () => {
    await inForce()
    await drafted({ title: '巡查管理程序', executingDepartmentId: story.ids.departments.site })
    const numbers = async (filter: object) =>
      (
        await manager.get<{ controlledDocuments: { edges: { node: { number: string } }[] } }>(
          `query($filter: ControlledDocumentFilter) { controlledDocuments(first: 20, filter: $filter) {
             edges { node { number } } } }`,
          { filter },
        )
      ).controlledDocuments.edges.map(({ node }) => node.number)
    expect(await numbers({})).toEqual(['AL-001', 'CP-001', 'CP-002', 'SP-001'])
    expect(await numbers({ search: 'cp-002' })).toEqual(['CP-002'])
    expect(await numbers({ search: '投诉' })).toEqual(['CP-001'])
    expect(await numbers({ controlStatus: ['CONTROLLED'], kind: ['CONTROL_PROCEDURE'] })).toEqual(['CP-001'])
    expect(await numbers({ openStatus: ['DRAFT'] })).toEqual(['CP-002'])
    expect(await numbers({ department: story.ids.departments.site })).toEqual(['CP-002'])
    expect(await numbers({ department: 'dep_nothing' })).toEqual([])
  })
})
