/** The verbs of a cycle: opened, scored by the worker, prepared, reviewed and approved over one list, published at one stroke. */
import * as domain from '@steward/domain'
import {
  GRADE_DIRECTORY_SHAPE,
  GRADING_CYCLE_INPUTS,
  gradingCycleFacts,
  gradingCycleNumber,
  invalidInput,
  numberPeriod,
  OPEN_CYCLE_STATUSES,
  parseInput,
  planSteps,
  reviewsOf,
  scopesMeet,
  text,
  type GradingCycleAction,
  type GradingCycleChange,
  type GradingCycleInput,
  type Result,
} from '@steward/domain'
import { In, IsNull } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { Project } from '../../organization/organization.entity.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import { directoryList, leaveOut, type DirectoryList } from '../directory/directory-list.service.ts'
import { GradeChangeEntity } from '../evaluations/evaluation.entity.ts'
import { standardInForce } from '../standard/standard-in-force.service.ts'
import {
  UNDER_WAY,
  NO_STANDARD,
  NOT_NEWEST,
  NO_APPEAL,
  UNDECIDED,
  NOBODY,
  NOT_AS_SIGNED,
} from './cycle-refusals.ts'
import { settleDue } from './grading-due.service.ts'
import { GradingCycleEntity } from './grading-cycle.entity.ts'
import { POPULATION } from './population.ts'

type Answer = Promise<GradingCycleEntity | UserError>

const PART = { amountMinor: null, grade: null, siteTier: null } as const
const GIVEN = {
  PREPARED: 'gradingCycle:prepare',
  REVIEWED: 'gradingCycle:review',
  APPROVED: 'gradingCycle:approve',
} as const

const subjectOf = (cycle: GradingCycleEntity, list: DirectoryList): SigningSubject => ({
  kind: 'GRADE_DIRECTORY',
  subjectType: 'GradingCycle',
  subjectId: cycle.id,
  revision: cycle.revision,
  content: { gradeDirectory: { ...cycle, ...list }, gradeCounts: list.gradeCounts },
  shape: GRADE_DIRECTORY_SHAPE,
})

const gradesOf = ({ standard }: GradingCycleEntity): readonly string[] =>
  (standard?.grades ?? []).map(({ grade }) => grade)

const COUNT = `select count(*)::integer as many from client c where ${POPULATION}`

/** What the cycle amends: a directory with appeals that were granted, of clients of whom no later one has said anything. */
const amended = async (tx: Transaction, id: string): Promise<GradingCycleEntity> => {
  const cycle = await tx.lock(GradingCycleEntity, id)
  const { orgId, status } = cycle
  if (status !== 'PUBLISHED') throw new Refused(NOT_NEWEST)
  const granted = { orgId, cycleId: id, kind: 'APPEAL', status: 'GRANTED' } as const
  const waiting = await tx.manager.findBy(GradeChangeEntity, { ...granted, carriedOutById: IsNull() })
  if (waiting.length === 0) throw new Refused(NO_APPEAL)
  const [count] = await tx.manager.query<{ many: number }[]>(COUNT, [orgId, tx.now, [], id])
  if (count!.many === 0) throw new Refused(NOT_NEWEST)
  return cycle
}

const NEW = {
  status: 'OPEN',
  scoringAt: null,
  scoredAt: null,
  totalCount: 0,
  scoredCount: 0,
  cursorId: null,
  revision: 0,
  preparedById: null,
  preparedAt: null,
  listCount: null,
  listHash: null,
  gradeCounts: [],
  reviewsOwed: 0,
  reviewerId: null,
  decidedById: null,
  decidedAt: null,
  publishedById: null,
  publishedAt: null,
  note: null,
  version: 1,
} as const

export const open = (context: VerbContext, input: object): Answer =>
  transaction(context, 'gradingCycle:open', async (tx) => {
    const parsed = orRefuse(parseInput(GRADING_CYCLE_INPUTS.open, withUuids(input)))
    const { organizationId: orgId, staffId } = tx.actor
    const { timeZone } = await lockOrganization(tx)
    const today = await todayOf(tx)
    const base = parsed.amendsId ? await amended(tx, parsed.amendsId) : null
    const asOfOn = base?.asOfOn ?? parsed.asOfOn ?? today
    if (asOfOn > today)
      throw new Refused(
        invalidInput({ path: 'asOfOn', message: text('截止日不能晚于今天。', 'Not after today.') }),
      )
    const projectIds = base ? base.projectIds : [...new Set(parsed.projectIds)].toSorted()
    const known = await tx.manager.countBy(Project, { orgId, id: In(projectIds) })
    if (known < projectIds.length)
      throw new Refused(
        invalidInput({ path: 'projectIds', message: text('没有这个项目。', 'There is no such community.') }),
      )
    const underWay = await tx.manager.findBy(GradingCycleEntity, {
      orgId,
      status: In([...OPEN_CYCLE_STATUSES]),
    })
    if (underWay.some((it) => scopesMeet(it.projectIds, projectIds))) throw new Refused(UNDER_WAY)
    const month = numberPeriod(tx.now, timeZone)
    return tx.insert(GradingCycleEntity, {
      ...NEW,
      gradeCounts: [],
      number: gradingCycleNumber(month, await nextSerial(tx.manager, orgId, 'gradingCycle', month)),
      name: parsed.name,
      asOfOn,
      projectIds,
      amendsId: base?.id ?? null,
      // An amendment goes by what was published; any other cycle by what is in force when it is scored.
      standard: base?.standard ?? null,
      standardRevisionId: base?.standardRevisionId ?? null,
      standardHash: base?.standardHash ?? null,
      openedById: staffId,
      openedAt: tx.now,
    })
  })

type Step = Exclude<GradingCycleAction, 'open'>
type Decide<A extends Step> = (
  cycle: GradingCycleEntity,
  input: GradingCycleInput<A>,
  actor: Transaction['actor'],
  now: Date,
) => Result<GradingCycleChange>
type Patch = Partial<GradingCycleEntity>

/** Locks the cycle, asks the life cycle, and does what the verb does beside. */
const verb =
  <A extends Step>(
    action: A,
    decide: Decide<A>,
    work: (
      tx: Transaction,
      cycle: GradingCycleEntity,
      change: GradingCycleChange,
    ) => Promise<GradingCycleEntity>,
  ) =>
  (context: VerbContext, input: { readonly gradingCycleId: string }): Answer =>
    transaction(context, `gradingCycle:${action}`, async (tx) => {
      const { gradingCycleId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(GRADING_CYCLE_INPUTS[action], stated)) as GradingCycleInput<A>
      const cycle = await tx.lock(GradingCycleEntity, gradingCycleId as string)
      tx.admit('gradingCycle:read', gradingCycleFacts(cycle))
      return work(tx, cycle, orRefuse(decide(cycle, parsed, tx.actor, tx.now)))
    })

export const score = verb('score', domain.scoreCycle, async (tx, cycle, { patch }) => {
  const inForce = cycle.amendsId === null ? await standardInForce(tx) : null
  if (cycle.amendsId === null && !inForce) throw new Refused(NO_STANDARD)
  const { orgId, projectIds, amendsId, id } = cycle
  const [count] = await tx.manager.query<{ many: number }[]>(COUNT, [orgId, tx.now, projectIds, amendsId])
  if (count!.many === 0) throw new Refused(NOBODY)
  tx.emit('gradingToScore', { type: 'GradingCycle', id })
  return tx.patch(GradingCycleEntity, cycle, {
    ...(patch as Patch),
    totalCount: count!.many,
    ...(inForce && {
      standard: inForce.content,
      standardRevisionId: inForce.revisionId,
      standardHash: inForce.hash,
    }),
  })
})

const reviewsOwed = async (tx: Transaction): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, tx.actor.organizationId)
  const matter = { kind: 'GRADE_DIRECTORY', amountMinor: 0, grade: null, siteTier: null } as const
  return reviewsOf(planSteps(policy, [matter]), 1)
}

export const prepare = verb('prepare', domain.prepareCycle, async (tx, cycle, { patch, comment }) => {
  const { orgId, id } = cycle
  if (await tx.manager.existsBy(GradeChangeEntity, { orgId, cycleId: id, status: 'OVERRIDE_PROPOSED' }))
    throw new Refused(UNDECIDED)
  await leaveOut(tx.manager, cycle)
  const list = await directoryList(tx.manager, cycle, gradesOf(cycle))
  if (list.listCount === 0) throw new Refused(NOBODY)
  const prepared = await tx.patch(GradingCycleEntity, cycle, {
    ...(patch as Patch),
    ...list,
    reviewsOwed: await reviewsOwed(tx),
  })
  await beginSigning(tx, subjectOf(prepared, list), [PART], {
    meaning: 'PREPARED',
    verb: GIVEN.PREPARED,
    facts: gradingCycleFacts(cycle),
    comment,
    verbs: GIVEN,
  })
  return prepared
})

/** Gives the signature that a change needs, over the list as it is now: one that has changed since it was prepared is not signed. */
const signed =
  (action: 'review' | 'approve' | 'reject') =>
  async (
    tx: Transaction,
    cycle: GradingCycleEntity,
    { patch, signs, comment }: GradingCycleChange,
  ): Promise<GradingCycleEntity> => {
    const subject = subjectOf(cycle, await directoryList(tx.manager, cycle, gradesOf(cycle)))
    await signNext(tx, (await roundOf(tx, subject))!, subject, {
      meaning: signs!,
      verb: `gradingCycle:${action}`,
      facts: gradingCycleFacts(cycle),
      comment,
    })
    return tx.patch(GradingCycleEntity, cycle, patch as Patch)
  }

export const review = verb('review', domain.reviewCycle, signed('review'))
export const approve = verb('approve', domain.approveCycle, signed('approve'))
export const reject = verb('reject', domain.rejectCycle, signed('reject'))

const CARRIED_OUT = `
update grade_change g set carried_out_by_id = $3
  from evaluation e
 where g.org_id = $1 and g.cycle_id = $2 and g.kind = 'APPEAL' and g.status = 'GRANTED' and g.carried_out_by_id is null
   and e.org_id = $1 and e.cycle_id = $3 and e.client_id = g.client_id and e.left_out is null`

/** From the end of this transaction on the list is the directory, whole; a moment before the one until now was. */
export const publish = verb('publish', domain.publishCycle, async (tx, cycle, { patch }) => {
  const { orgId, id, amendsId, listHash, listCount } = cycle
  const list = await directoryList(tx.manager, cycle, gradesOf(cycle))
  if (list.listHash !== listHash || list.listCount !== listCount) throw new Refused(NOT_AS_SIGNED)
  if (amendsId !== null) await tx.manager.query(CARRIED_OUT, [orgId, amendsId, id])
  await settleDue(tx.manager, cycle)
  tx.emit('directoryPublished', { type: 'GradingCycle', id })
  return tx.patch(GradingCycleEntity, cycle, patch as Patch)
})

export const cancel = verb('cancel', domain.cancelCycle, async (tx, cycle, { patch }) => {
  const round = await roundOf(tx, { subjectId: cycle.id, kind: 'GRADE_DIRECTORY' })
  if (round) await endSigning(tx, round)
  return tx.patch(GradingCycleEntity, cycle, patch as Patch)
})
