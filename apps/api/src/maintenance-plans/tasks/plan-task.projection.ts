/** How tasks of plans are read: by whoever is to do them, and by whoever leads or accounts for the client or the place. */
import { PLAN_TASK_FIELDS, PLAN_TASK_TRANSITIONS } from '@steward/domain'
import { before, flag, from, is, isIn, where } from '../../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Reference,
  type Row,
} from '../../reads/projection.ts'
import { connectionRoot, listRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { FACTS_OF_PLAN } from '../plans/plan.projection.ts'
import { PlanDecomposition, PlanTask, PlanTaskEvidence } from './plan-task.entity.ts'

const F = PLAN_TASK_FIELDS
const internal = { class: 'internal' } as const
const personal = { class: 'personal' } as const

const OPEN = "('SCHEDULED', 'IN_PROGRESS')"
const isOpen = ({ status }: Row): boolean => status === 'SCHEDULED' || status === 'IN_PROGRESS'

export const planTaskProjection = projection('PlanTask', {
  table: 'plan_task',
  entity: PlanTask,
  permission: 'planTask:read',
  facts: {
    status: 'status',
    assigneeId: 'assignee_id',
    preparedById: 'completed_by_id',
    projectId: 'project_id',
    keyAccountManagerId: { table: 'client', by: 'client_id', column: 'key_account_manager_id' },
  },
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...F.planId, by: 'plan_id' }),
    kind: column('plan_kind', F.planKind),
    measureKey: column('measure_key', F.measureKey),
    means: column('means', F.means),
    occurrenceOn: day('occurrence_on', F.occurrenceOn),
    scheduledOn: day('scheduled_on', F.scheduledOn),
    dueOn: day('due_on', F.dueOn),
    agreedDueOn: day('agreed_due_on', F.agreedDueOn),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    equipment: one('Equipment', { ...F.equipmentId, by: 'equipment_id' }),
    project: one('Project', { ...F.projectId, by: 'project_id' }),
    title: column('title', F.title),
    instruction: column('instruction', F.instruction),
    status: column('status', F.status),
    assignee: one('Staff', { ...F.assigneeId, by: 'assignee_id' }),
    dependsOn: one('PlanTask', { ...F.dependsOnId, by: 'depends_on_id' }),
    isWaiting: expression({
      ...internal,
      sql: (
        alias,
      ) => `(${alias}.status in ${OPEN} and exists (select from plan_task b$ where b$.org_id = ${alias}.org_id
        and b$.id = ${alias}.depends_on_id and b$.status in ${OPEN}))`,
      reference: (row: Row, { rows }: Reference) =>
        isOpen(row) && rows('plan_task').some((it) => it.id === row.depends_on_id && isOpen(it)),
    }),
    needsEvidence: column('needs_evidence', F.needsEvidence),
    estimatedMinutes: column('estimated_minutes', F.estimatedMinutes),
    estimatedMinor: column('estimated_minor', F.estimatedMinor),
    costs: expression({
      ...internal,
      sql: (alias) => `(${alias}.budget_line is not null)`,
      reference: (row) => row.budget_line !== null,
    }),
    startedAt: instant('started_at', F.startedAt),
    completedAt: instant('completed_at', F.completedAt),
    completedBy: one('Staff', { ...F.completedById, by: 'completed_by_id' }),
    result: column('result', F.result),
    feedback: column('feedback', F.feedback),
    actualMinutes: column('actual_minutes', F.actualMinutes),
    actualMinor: column('actual_minor', F.actualMinor),
    acceptedAt: instant('accepted_at', F.acceptedAt),
    acceptedBy: one('Staff', { ...F.acceptedById, by: 'accepted_by_id' }),
    reason: column('reason', F.reason),
    evidence: many('PlanTaskEvidence', {
      ...internal,
      foreign: 'task_id',
      order: [['addedAt', 'asc']],
      typically: 2,
      only: {
        sql: (alias) => `${alias}.removed_at is null`,
        reference: (row) => row.removed_at === null,
      },
    }),
    availableActions: actions(PLAN_TASK_TRANSITIONS),
    version: column('version', F.version),
  },
})

export const planTaskEvidenceProjection = projection('PlanTaskEvidence', {
  table: 'plan_task_evidence',
  entity: PlanTaskEvidence,
  permission: 'planTask:read',
  facts: {
    assigneeId: { table: 'plan_task', by: 'task_id', column: 'assignee_id' },
    projectId: { table: 'plan_task', by: 'task_id', column: 'project_id' },
    keyAccountManagerId: {
      sql: (alias) => `(select c$.key_account_manager_id from plan_task t$
        join client c$ on c$.org_id = t$.org_id and c$.id = t$.client_id
        where t$.org_id = ${alias}.org_id and t$.id = ${alias}.task_id)`,
      reference: ({ task_id }, { rows }) => {
        const task = rows('plan_task').find(({ id: its }) => its === task_id)
        const client = task && rows('client').find(({ id: its }) => its === task.client_id)
        return client?.key_account_manager_id ?? null
      },
    },
  },
  fields: {
    id: id(),
    name: column('name', personal),
    format: column('format', internal),
    sizeBytes: column('size_bytes', internal),
    addedBy: one('Staff', { ...internal, by: 'added_by_id' }),
    addedAt: instant('added_at', internal),
    version: column('version', internal),
  },
})

export const planDecompositionProjection = projection('PlanDecomposition', {
  table: 'plan_decomposition',
  entity: PlanDecomposition,
  permission: 'plan:read',
  facts: FACTS_OF_PLAN,
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...internal, by: 'plan_id' }),
    status: column('status', internal),
    doneCount: column('done_count', internal),
    totalCount: column('total_count', internal),
    wantedCount: column('wanted_count', internal),
    madeCount: column('made_count', internal),
    changedCount: column('changed_count', internal),
    droppedCount: column('dropped_count', internal),
    failure: column('failure', internal),
    begunBy: one('Staff', { ...internal, by: 'begun_by_id' }),
    begunAt: instant('begun_at', internal),
    endedAt: instant('ended_at', internal),
    version: column('version', internal),
  },
})

const words = (value: unknown): string => String(value).normalize('NFC').trim()

export const PLAN_TASK_ROOTS = {
  planTask: objectRoot('PlanTask'),
  planTasks: connectionRoot('PlanTask', {
    filters: {
      search: where({
        discloses: ['title'],
        bind: words,
        sql: (alias, value) => `(${value}::text <> '' and position(${value}::text in ${alias}.title) > 0)`,
        reference: (row, value) => words(value) !== '' && String(row.title).includes(words(value)),
      }),
      mine: flag({
        discloses: ['assignee'],
        sql: (alias, actor) => `(${alias}.assignee_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.assignee_id === actor.staffId,
      }),
      open: flag({
        discloses: ['status'],
        sql: (alias) => `${alias}.status in ${OPEN}`,
        reference: isOpen,
      }),
      unassigned: flag({
        discloses: ['assignee'],
        sql: (alias) => `(${alias}.assignee_id is null)`,
        reference: (row) => row.assignee_id === null,
      }),
      plan: is('plan'),
      measure: is('measureKey'),
      status: isIn('status'),
      assignee: is('assignee'),
      client: is('client'),
      equipment: is('equipment'),
      project: isIn('project'),
      kind: is('kind'),
      means: isIn('means'),
      scheduledFrom: from('scheduledOn'),
      scheduledBefore: before('scheduledOn'),
      dueFrom: from('dueOn'),
      dueBefore: before('dueOn'),
    },
    orders: {
      SCHEDULED: [['scheduledOn', 'asc']],
      DUE: [['dueOn', 'asc']],
      LATEST: [['scheduledOn', 'desc']],
    },
  }),
  planDecompositions: listRoot('PlanDecomposition', {
    filters: { plan: is('plan') },
    order: [['begunAt', 'desc']],
    typically: 3,
  }),
  planProgress: plainRoot(),
  planTaskConflicts: plainRoot(),
  planGantt: plainRoot(),
  planWorkload: plainRoot(),
}

export const PLAN_TASK_PROJECTIONS = [
  planTaskProjection,
  planTaskEvidenceProjection,
  planDecompositionProjection,
] as const
