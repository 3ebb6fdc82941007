/** What each verb makes of a plan and its revision. Pure: the clock is an argument. */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { fail, invalidInput, ok, type DomainError, type FieldError, type Result } from '../errors.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text, type Text } from '../text.ts'
import { PLAN_CONTENT, type PlanContent } from './plan-content.ts'
import {
  PLAN_REVISION_TRANSITIONS,
  PLAN_TRANSITIONS,
  planCourseFacts,
  planFacts,
  type PlanForRules,
  type PlanRevision,
} from './plan.ts'
import {
  PLAN_KINDS,
  PLAN_MEANS_OF,
  PLAN_MEASURES_OF,
  type PlanAction,
  type PlanKind,
  type PlanRevisionStatus,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
/** More machines than this are several plans. */
export const MOST_PLAN_MACHINES = 500
const machines = () => z.array(id()).max(MOST_PLAN_MACHINES)
const reason = () => words(1_000)
const note = () => optional(words(1_000))

const NO_CLIENT = text('设施设备维保计划不针对客户。', 'A facility plan is not for clients.')
const NO_PROJECT = text('客户关系维护方案不针对项目。', 'A relationship plan is not for a community.')
const NEEDS_PROJECT = text('请选择项目。', 'Choose the community.')
const ONE_OR_MANY = text(
  '针对一位客户，或针对一类客户，二者选一。',
  'Either one client or a segment, not both.',
)

/** For whom it is: said once, when it is drafted. */
const DRAFT = z
  .object({
    kind: z.enum(PLAN_KINDS),
    clientId: optional(id()),
    segmentGrades: z.array(words(20)).max(10).default([]),
    segmentProjectIds: z.array(id()).max(50).default([]),
    projectId: optional(id()),
    equipmentIds: machines().default([]),
    renewsId: optional(id()),
    content: PLAN_CONTENT,
  })
  .superRefine((it, ctx) => {
    const isSegment = it.segmentGrades.length > 0 || it.segmentProjectIds.length > 0
    if (it.kind === 'FACILITY') {
      if (it.projectId === null) ctx.addIssue(fieldIssue('projectId', NEEDS_PROJECT))
      if (it.clientId !== null) ctx.addIssue(fieldIssue('clientId', NO_CLIENT))
      if (isSegment) ctx.addIssue(fieldIssue('segmentGrades', NO_CLIENT))
    } else {
      if (it.projectId !== null) ctx.addIssue(fieldIssue('projectId', NO_PROJECT))
      if (it.equipmentIds.length > 0) ctx.addIssue(fieldIssue('equipmentIds', NO_PROJECT))
      if (it.clientId !== null && isSegment) ctx.addIssue(fieldIssue('clientId', ONE_OR_MANY))
    }
  })

export const PLAN_INPUTS = {
  draft: DRAFT,
  /** Absent machines: as they were. */
  change: z.object({ ...step, equipmentIds: machines().optional(), content: PLAN_CONTENT }),
  submit: z.object(step),
  review: z.object({ ...step, note: note() }),
  approve: z.object({ ...step, note: note() }),
  return: z.object({ ...step, reason: reason() }),
  withdraw: z.object({ ...step, reason: reason() }),
  amend: z.object({ ...step, reason: reason() }),
  evaluate: z.object(step),
  complete: z.object(step),
  cancel: z.object({ ...step, reason: reason() }),
} as const satisfies Record<PlanAction, z.ZodType>

export type PlanInput<A extends PlanAction> = z.output<(typeof PLAN_INPUTS)[A]>

const NOT_OF_KIND = text('这类方案不使用此项。', 'Plans of this kind do not go by this.')
const TOO_MUCH = text('占比不超过 100%。', 'A share is at most 100 %.')
const RANK = text('等级序号从 1 起。', 'Ranks begin at 1.')

/** What of a content does not fit the kind of plan, by field. */
export const planFaults = (kind: PlanKind, content: PlanContent): readonly FieldError[] => {
  const faults: FieldError[] = []
  const say = (path: string, message: Text) => faults.push({ path: `content.${path}`, message })
  content.objectives.forEach(({ measure, target, baseline }, at) => {
    if (!PLAN_MEASURES_OF[kind].includes(measure)) say(`objectives.${at}.measure`, NOT_OF_KIND)
    for (const [name, value] of [
      ['target', target],
      ['baseline', baseline],
    ] as const) {
      if (value === null) continue
      const isShare = measure === 'SATISFACTION' || measure === 'AVAILABILITY'
      if (isShare && value > 10_000) say(`objectives.${at}.${name}`, TOO_MUCH)
      if (measure === 'GRADE' && value === 0) say(`objectives.${at}.${name}`, RANK)
    }
  })
  content.measures.forEach(({ means }, at) => {
    if (!PLAN_MEANS_OF[kind].includes(means)) say(`measures.${at}.means`, NOT_OF_KIND)
  })
  return faults
}

/** The content where it fits the kind of plan. */
export const contentOfKind = (kind: PlanKind, content: PlanContent): Result<PlanContent> => {
  const faults = planFaults(kind, content)
  return faults.length === 0 ? ok(content) : fail(invalidInput(...faults))
}

/** Verbs on the revision that is on its way. */
export type PlanRevisionVerb = 'change' | 'submit' | 'review' | 'approve' | 'return' | 'withdraw'
/** Verbs on the plan as a whole. */
export type PlanCourseVerb = 'amend' | 'evaluate' | 'complete' | 'cancel'

export interface PlanRevisionChange {
  readonly patch: Partial<PlanRevision>
  readonly signs: Meaning | null
  readonly comment: string | null
}

const ended = (status: PlanRevisionStatus, endReason: string | null, actor: Actor, now: Date) =>
  ({ status, endReason, endedAt: now, endedById: actor.staffId }) as const

const CHANGES: {
  readonly [A in PlanRevisionVerb]: (
    revision: PlanRevision,
    input: PlanInput<A>,
    actor: Actor,
    now: Date,
    reviewsOwed: number,
  ) => PlanRevisionChange
} = {
  change: (was, { content, equipmentIds = was.equipmentIds }, { staffId }, now) => ({
    patch: {
      content,
      equipmentIds: [...new Set(equipmentIds)],
      writerIds: [...new Set([...was.writerIds, staffId])],
      writtenAt: now,
    },
    signs: null,
    comment: null,
  }),
  submit: (_, __, { staffId }, now, reviewsOwed) => ({
    patch: {
      status: reviewsOwed > 0 ? 'IN_REVIEW' : 'PENDING_APPROVAL',
      preparedById: staffId,
      submittedAt: now,
      reviewsOwed,
    },
    signs: 'PREPARED',
    comment: null,
  }),
  review: ({ reviewsOwed }, { note: said }, { staffId }) => ({
    patch: {
      reviewsOwed: reviewsOwed - 1,
      reviewerId: staffId,
      status: reviewsOwed > 1 ? 'IN_REVIEW' : 'PENDING_APPROVAL',
    },
    signs: 'REVIEWED',
    comment: said,
  }),
  approve: (_, { note: said }, __, now) => ({
    patch: { status: 'IN_FORCE', approvedAt: now },
    signs: 'APPROVED',
    comment: said,
  }),
  return: (_, { reason: why }, actor, now) => ({
    patch: ended('RETURNED', why, actor, now),
    signs: 'REJECTED',
    comment: why,
  }),
  withdraw: (_, { reason: why }, actor, now) => ({
    patch: ended('WITHDRAWN', why, actor, now),
    signs: null,
    comment: null,
  }),
}

/** What the verb makes of the open revision, or why not. @param reviewsOwed as many as the signature policy asks for */
export const changePlanRevision = <A extends PlanRevisionVerb>(
  action: A,
  { plan, revision }: { readonly plan: PlanForRules; readonly revision: PlanRevision },
  input: PlanInput<A>,
  actor: Actor,
  given: { readonly now: Date; readonly reviewsOwed: number },
): Result<PlanRevisionChange> => {
  const refused = refusal(PLAN_REVISION_TRANSITIONS, action, actor, planFacts(plan, revision))
  if (refused) return fail(refused)
  return ok(CHANGES[action](revision, input, actor, given.now, given.reviewsOwed))
}

/** Why the actor cannot take the verb on the plan; undefined where nothing is in the way. */
export const planRefusal = (
  action: PlanCourseVerb,
  plan: PlanForRules,
  actor: Actor,
): DomainError | undefined => refusal(PLAN_TRANSITIONS, action, actor, planCourseFacts(plan))

export const PLAN_COMMENT_INPUTS = {
  comment: z.object({
    revisionId: id(),
    /** By keys, e.g. `measures.k1.recurrence`; absent: of the plan as a whole, or where the comment that it answers stands. */
    anchor: optional(z.string().max(60)),
    answersId: optional(id()),
    words: words(1_000),
  }),
  resolveComment: z.object({ commentId: id(), ...step }),
} as const
