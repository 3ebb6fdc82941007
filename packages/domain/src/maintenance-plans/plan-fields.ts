/** Class and permission of every column, and what is signed of a revision. */
import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { MaintenancePlan, PlanComment, PlanRevision } from './plan.ts'

const rule = (fieldClass: 'internal' | 'personal', permission: Permission) =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal', 'plan:read')
const amount = rule('internal', 'plan:readBudget')
/** What is said of a client: nothing that whoever only pays needs. A title tells of grades as often as not. */
const said = rule('personal', 'plan:readWords')

export const MAINTENANCE_PLAN_FIELDS: Readonly<Record<keyof MaintenancePlan, FieldRule>> = {
  id: base,
  number: base,
  kind: base,
  status: base,
  title: said,
  ownerId: base,
  startsOn: base,
  endsOn: base,
  budgetMinor: amount,
  clientId: base,
  segmentGrades: rule('internal', 'client:readGrade'),
  segmentProjectIds: base,
  projectId: base,
  equipmentIds: base,
  effectiveRevisionId: base,
  approvedSummaryId: base,
  openRevisionId: base,
  renewsId: base,
  draftedById: base,
  draftedAt: base,
  updatedAt: base,
  endedAt: base,
  reason: said,
  version: base,
}

export const PLAN_REVISION_FIELDS: Readonly<Record<keyof PlanRevision, FieldRule>> = {
  id: base,
  planId: base,
  status: base,
  ordinal: base,
  baseId: base,
  changeReason: said,
  content: said,
  equipmentIds: base,
  draftedById: base,
  writerIds: base,
  draftedAt: base,
  writtenAt: base,
  preparedById: base,
  submittedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  approvedAt: base,
  endedAt: base,
  endReason: said,
  endedById: base,
  version: base,
}

/** Whoever reads amounts only reads no comment at all. */
const remark = rule('internal', 'plan:readWords')

export const PLAN_COMMENT_FIELDS: Readonly<Record<keyof PlanComment, FieldRule>> = {
  id: remark,
  planId: remark,
  revisionId: remark,
  answersId: remark,
  anchor: remark,
  words: said,
  byId: remark,
  at: remark,
  resolvedAt: remark,
  resolvedById: remark,
  version: remark,
}

/** What everybody signs: whom the plan is for, and every word and number of its content. */
export const PLAN_SHAPE: { readonly [key: string]: ContentShape } = {
  maintenancePlan: {
    number: 'internal',
    kind: 'internal',
    ordinal: 'internal',
    clientId: 'internal',
    segmentGrades: ['internal'],
    segmentProjectIds: ['internal'],
    projectId: 'internal',
    equipmentIds: ['internal'],
    renewsId: 'internal',
    changeReason: 'personal',
    title: 'personal',
    ownerId: 'internal',
    startsOn: 'internal',
    endsOn: 'internal',
    summary: 'personal',
    budgetMinor: 'internal',
  },
  planObjectives: [
    { key: 'internal', measure: 'internal', target: 'internal', baseline: 'internal', note: 'personal' },
  ],
  planMeasures: [
    {
      key: 'internal',
      means: 'internal',
      title: 'personal',
      gap: 'personal',
      instruction: 'personal',
      effect: 'personal',
      assigneeId: 'internal',
      recurrence: {
        frequency: 'internal',
        interval: 'internal',
        from: 'internal',
        until: 'internal',
        weekdays: ['internal'],
        monthDay: 'internal',
        nth: 'internal',
        missingDay: 'internal',
        shift: 'internal',
      },
      dueAfterDays: 'internal',
      dependsOn: 'internal',
      estimatedMinutes: 'internal',
      estimatedMinor: 'internal',
      budgetLine: 'internal',
      needsEvidence: 'internal',
    },
  ],
  planBudget: [{ key: 'internal', kind: 'internal', title: 'personal', amountMinor: 'internal' }],
}

/** The content of a signature on a revision, as `PLAN_SHAPE` reads it. */
export const signedPlan = (
  plan: Pick<
    MaintenancePlan,
    'number' | 'kind' | 'clientId' | 'segmentGrades' | 'segmentProjectIds' | 'projectId' | 'renewsId'
  >,
  {
    ordinal,
    changeReason,
    content,
    equipmentIds,
  }: Pick<PlanRevision, 'ordinal' | 'changeReason' | 'content' | 'equipmentIds'>,
  budgetMinor: number,
): object => {
  const { objectives, measures, budget, ...head } = content
  return {
    maintenancePlan: { ...plan, equipmentIds, ordinal, changeReason, ...head, budgetMinor },
    planObjectives: objectives,
    planMeasures: measures,
    planBudget: budget,
  }
}
