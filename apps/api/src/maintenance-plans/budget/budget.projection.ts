/** How the budget of a plan is read: with the scopes of the plan, by whoever may read what it costs. */
import { PLAN_OVERRUN_FIELDS, PLAN_OVERRUN_TRANSITIONS, PLAN_SPEND_FIELDS } from '@steward/domain'
import { is, isIn } from '../../reads/filters.ts'
import { actions, column, day, expression, id, instant, one, projection } from '../../reads/projection.ts'
import { connectionRoot, listRoot, objectRoot } from '../../reads/roots.ts'
import { FACTS_OF_PLAN } from '../plans/plan.projection.ts'
import { PlanBudgetLine, PlanOverrun, PlanPolicyEntity, PlanSpend } from './budget.entity.ts'

const S = PLAN_SPEND_FIELDS
const O = PLAN_OVERRUN_FIELDS
const sum = { class: 'internal', permission: 'plan:readBudget' } as const
const words = { class: 'personal', permission: 'plan:readBudget' } as const

/** The twin of the domain's `budgetLimit`. */
const LIMIT = (alias: string): string =>
  `(${alias}.approved_minor + ${alias}.raised_minor
    + (${alias}.approved_minor + ${alias}.raised_minor) / 10000 * ${alias}.allowed_basis_points
    + (${alias}.approved_minor + ${alias}.raised_minor) % 10000 * ${alias}.allowed_basis_points / 10000)`
const limitOf = ({
  approved_minor,
  raised_minor,
  allowed_basis_points,
}: Readonly<Record<string, unknown>>): number => {
  const [base, share] = [Number(approved_minor) + Number(raised_minor), Number(allowed_basis_points)]
  return base + Math.trunc(base / 10_000) * share + Math.trunc(((base % 10_000) * share) / 10_000)
}

const planBudgetLineProjection = projection('PlanBudgetAccount', {
  table: 'plan_budget_line',
  entity: PlanBudgetLine,
  permission: 'plan:readBudget',
  facts: FACTS_OF_PLAN,
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...sum, by: 'plan_id' }),
    key: column('key', sum),
    kind: column('kind', sum),
    title: column('title', words),
    position: column('position', sum),
    approvedMinor: column('approved_minor', sum),
    raisedMinor: column('raised_minor', sum),
    committedMinor: column('committed_minor', sum),
    spentMinor: column('spent_minor', sum),
    allowedBasisPoints: column('allowed_basis_points', sum),
    limitMinor: expression({ ...sum, sql: LIMIT, reference: limitOf }),
    leftMinor: expression({
      ...sum,
      sql: (alias) => `(${LIMIT(alias)} - ${alias}.committed_minor - ${alias}.spent_minor)`,
      reference: (row) => limitOf(row) - Number(row.committed_minor) - Number(row.spent_minor),
    }),
    version: column('version', sum),
  },
})

const planSpendProjection = projection('PlanSpend', {
  table: 'plan_spend',
  entity: PlanSpend,
  permission: 'plan:readBudget',
  facts: FACTS_OF_PLAN,
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...S.planId, by: 'plan_id' }),
    line: one('PlanBudgetAccount', { ...S.lineId, by: 'line_id' }),
    task: one('PlanTask', { ...S.taskId, by: 'task_id' }),
    amountMinor: column('amount_minor', S.amountMinor),
    spentOn: day('spent_on', S.spentOn),
    purpose: column('purpose', S.purpose),
    by: one('Staff', { ...S.byId, by: 'by_id' }),
    at: instant('at', S.at),
  },
})

const planOverrunProjection = projection('PlanOverrun', {
  table: 'plan_overrun',
  entity: PlanOverrun,
  permission: 'plan:readBudget',
  facts: { ...FACTS_OF_PLAN, status: 'status', preparedById: 'asked_by_id' },
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...O.planId, by: 'plan_id' }),
    line: one('PlanBudgetAccount', { ...O.lineId, by: 'line_id' }),
    amountMinor: column('amount_minor', O.amountMinor),
    reason: column('reason', O.reason),
    status: column('status', O.status),
    askedBy: one('Staff', { ...O.askedById, by: 'asked_by_id' }),
    askedAt: instant('asked_at', O.askedAt),
    decidedBy: one('Staff', { ...O.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', O.decidedAt),
    note: column('note', O.note),
    availableActions: actions(PLAN_OVERRUN_TRANSITIONS),
    version: column('version', O.version),
  },
})

const planPolicyProjection = projection('PlanPolicy', {
  table: 'plan_policy',
  entity: PlanPolicyEntity,
  permission: 'planPolicy:read',
  fields: {
    allowedOverrunBasisPoints: column('allowed_overrun_basis_points', { class: 'internal' }),
    version: column('version', { class: 'internal' }),
  },
})

export const PLAN_BUDGET_PROJECTIONS = [
  planPolicyProjection,
  planBudgetLineProjection,
  planSpendProjection,
  planOverrunProjection,
] as const

export const PLAN_BUDGET_ROOTS = {
  planPolicy: objectRoot('PlanPolicy', { filters: {} }),
  planBudget: listRoot('PlanBudgetAccount', {
    filters: { plan: is('plan') },
    order: [['position', 'asc']],
    typically: 6,
  }),
  planSpends: connectionRoot('PlanSpend', {
    filters: { plan: is('plan') },
    orders: { NEWEST: [['at', 'desc']] },
  }),
  planOverruns: connectionRoot('PlanOverrun', {
    filters: { plan: is('plan'), status: isIn('status') },
    orders: { NEWEST: [['askedAt', 'desc']] },
  }),
}
