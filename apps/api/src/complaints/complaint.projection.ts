/** How cases and their parts are read. Class and permission of each member come from the domain's tables of fields. */
import {
  closingGaps,
  closingProofs,
  COMPLAINT_FIELDS,
  COMPLAINT_OPTION_FIELDS,
  COMPLAINT_TASK_FIELDS,
  COMPLAINT_TRANSITIONS,
  STATUSES,
  TASK_TRANSITIONS,
  type Complaint,
  type ComplaintOption,
  type ComplaintTask,
  type FactName,
} from '@steward/domain'
import { CONDITION_SQL } from '../access/condition-sql.ts'
import { actionName } from '../reads/action-name.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  latest,
  many,
  one,
  projection,
  type ActorSql,
  type Field,
  type FieldRule,
} from '../reads/projection.ts'
import { ComplaintCategory } from './complaint-category.entity.ts'
import { ComplaintEventEntity, ComplaintOptionEntity, ComplaintTaskEntity } from './complaint-parts.entity.ts'
import { ComplaintEntity } from './complaint.entity.ts'
import { CASE_FACTS, caseFacts, PART_FACTS, TASK_FACTS } from './complaint.facts.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Rules<K extends string> = Readonly<Record<K, FieldRule>>

/** Published members that are a column of their own name. */
const columns = <K extends string>(rules: Rules<K>, ...names: readonly K[]): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, column(snake(name), rules[name])]))

const instants = <K extends string>(rules: Rules<K>, ...names: readonly K[]): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, instant(snake(name), rules[name])]))

/** Published relations `x` by the column of `xId`. */
const related = <K extends string>(
  rules: Rules<K>,
  type: string,
  ...names: readonly K[]
): Record<string, Field> =>
  Object.fromEntries(
    names.map((name) => [name.replace(/Id$/, ''), one(type, { ...rules[name], by: snake(name) })]),
  )

const gapsSql = (alias: string, actor: ActorSql): string => {
  const byStatus = STATUSES.map((status) => {
    const proofs = closingProofs(status).map(({ gap, condition }) => {
      const holds = CONDITION_SQL[condition]((fact: FactName) => `${alias}.${CASE_FACTS[fact]}`, actor)
      return `case when (${holds}) is not true then '${gap}' end`
    })
    return `when '${status}' then array[${proofs.join(', ')}]::text[]`
  })
  return `array_remove(case ${alias}.status ${byStatus.join(' ')} end, null)`
}

const COMPLAINT: Rules<keyof Complaint> = COMPLAINT_FIELDS
const OPTION: Rules<keyof ComplaintOption> = COMPLAINT_OPTION_FIELDS
const TASK: Rules<keyof ComplaintTask> = COMPLAINT_TASK_FIELDS
const internal = { class: 'internal' } as const

export const complaintProjection = projection('Complaint', {
  table: 'complaint',
  prefix: 'cmp',
  entity: ComplaintEntity,
  permission: 'complaint:read',
  facts: CASE_FACTS,
  fields: {
    id: id(),
    ...columns(
      COMPLAINT,
      'number',
      'status',
      'severity',
      'version',
      'kind',
      'track',
      'purpose',
      'cause',
      'channel',
    ),
    ...columns(COMPLAINT, 'anonymous', 'externalReference', 'imported', 'contactName', 'contactPhoneMasked'),
    ...columns(
      COMPLAINT,
      'summary',
      'facts',
      'demand',
      'containment',
      'openTaskCount',
      'findings',
      'wasReal',
    ),
    ...columns(COMPLAINT, 'faultShare', 'causeNote', 'preventionNote', 'proposalRevision', 'amountMinor'),
    ...columns(
      COMPLAINT,
      'authorityAmountMinor',
      'currency',
      'confirmationMode',
      'contactAttempts',
      'closeReason',
    ),
    ...columns(COMPLAINT, 'followUpSatisfied', 'followUpCount', 'referredTo', 'reopenCount'),
    ...columns(COMPLAINT, 'promisePolicyRevision', 'agreementOwed', 'agreementSigner'),
    agreementSignedOn: day('agreement_signed_on', COMPLAINT.agreementSignedOn),
    agreements: many('ControlledDocument', {
      ...internal,
      foreign: 'complaint_id',
      order: [['number', 'desc']],
      typically: 1,
    }),
    ...instants(
      COMPLAINT,
      'registeredAt',
      'updatedAt',
      'occurredAt',
      'readBackAt',
      'acknowledgedAt',
      'approvedAt',
    ),
    ...instants(
      COMPLAINT,
      'offeredAt',
      'confirmedAt',
      'resolvedAt',
      'followedUpAt',
      'closedAt',
      'referredAt',
    ),
    ...instants(COMPLAINT, 'referralAnsweredAt', 'outsideDeadlineAt', 'nextDueAt', 'approvalOwedUntil'),
    ...related(COMPLAINT, 'ComplaintCategory', 'categoryId'),
    ...related(COMPLAINT, 'Client', 'clientId'),
    ...related(COMPLAINT, 'Unit', 'unitId'),
    ...related(COMPLAINT, 'Building', 'buildingId'),
    ...related(COMPLAINT, 'Project', 'projectId'),
    ...related(COMPLAINT, 'Department', 'handlingDepartmentId', 'proposedResponsibleDepartmentId'),
    ...related(COMPLAINT, 'Staff', 'assigneeId', 'proposerId', 'approverId', 'handlerId'),
    registeredBy: one('Staff', { ...COMPLAINT.registeredById, by: 'registered_by_id' }),
    investigatedBy: one('Staff', { ...COMPLAINT.investigatedById, by: 'investigated_by_id' }),
    responsibilityRuledBy: one('Staff', {
      ...COMPLAINT.responsibilityRuledById,
      by: 'responsibility_ruled_by_id',
    }),
    followedUpBy: one('Staff', { ...COMPLAINT.followedUpById, by: 'followed_up_by_id' }),
    closedBy: one('Staff', { ...COMPLAINT.closedById, by: 'closed_by_id' }),
    mergedInto: one('Complaint', { ...COMPLAINT.mergedIntoId, by: 'merged_into_id' }),
    currentOption: one('ComplaintOption', { ...COMPLAINT.currentOptionId, by: 'current_option_id' }),
    options: many('ComplaintOption', {
      ...internal,
      foreign: 'complaint_id',
      order: [
        ['revision', 'desc'],
        ['rank', 'asc'],
      ],
      typically: 3,
    }),
    tasks: many('ComplaintTask', {
      ...internal,
      foreign: 'complaint_id',
      order: [['dispatchedAt', 'desc']],
      typically: 2,
    }),
    events: many('ComplaintEvent', {
      ...internal,
      foreign: 'complaint_id',
      order: [['at', 'desc']],
      typically: 12,
    }),
    latestEvent: latest('ComplaintEvent', { ...internal, foreign: 'complaint_id', order: [['at', 'desc']] }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 2,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'desc']], typically: 6 }),
    handover: one('Handover', { ...COMPLAINT.handoverId, by: 'handover_id' }),
    promises: many('ComplaintPromise', {
      ...internal,
      foreign: 'complaint_id',
      order: [['madeAt', 'desc']],
      typically: 3,
    }),
    availableActions: actions(COMPLAINT_TRANSITIONS),
    closingGaps: expression({
      ...internal,
      sql: gapsSql,
      reference: (row) => closingGaps(caseFacts(row)),
    }),
  },
})

export const complaintOptionProjection = projection('ComplaintOption', {
  table: 'complaint_option',
  prefix: 'opt',
  entity: ComplaintOptionEntity,
  permission: 'complaint:readProposal',
  facts: PART_FACTS,
  fields: {
    id: id(),
    ...columns(
      OPTION,
      'revision',
      'rank',
      'recommended',
      'kind',
      'description',
      'amountMinor',
      'status',
      'reason',
    ),
    ...instants(OPTION, 'approvedAt'),
  },
})

export const complaintEventProjection = projection('ComplaintEvent', {
  table: 'complaint_event',
  prefix: 'evt',
  entity: ComplaintEventEntity,
  permission: 'complaint:readHandling',
  facts: PART_FACTS,
  fields: {
    id: id(),
    action: expression({
      ...internal,
      sql: (alias) => `upper(regexp_replace(${alias}.action, '([A-Z])', '_\\1', 'g'))`,
      reference: (row) => actionName(String(row.action)),
    }),
    from: column('from_status', internal),
    to: column('to_status', internal),
    by: one('Staff', { ...internal, by: 'by_id' }),
    at: instant('at', internal),
    note: column('note', { class: 'personal', permission: 'complaint:readFacts' }),
  },
})

export const complaintTaskProjection = projection('ComplaintTask', {
  table: 'complaint_task',
  prefix: 'tsk',
  entity: ComplaintTaskEntity,
  permission: 'task:read',
  facts: TASK_FACTS,
  fields: {
    id: id(),
    ...columns(TASK, 'status', 'instruction', 'evidenceNote', 'reason', 'version'),
    ...instants(TASK, 'dispatchedAt', 'dueAt', 'acceptedAt', 'completedAt'),
    ...related(TASK, 'Complaint', 'complaintId'),
    ...related(TASK, 'Department', 'departmentId', 'dispatchingDepartmentId'),
    ...related(TASK, 'Staff', 'assigneeId'),
    ...related(TASK, 'Project', 'projectId'),
    ...related(TASK, 'Building', 'buildingId'),
    dispatchedBy: one('Staff', { ...TASK.dispatchedById, by: 'dispatched_by_id' }),
    acceptedBy: one('Staff', { ...TASK.acceptedById, by: 'accepted_by_id' }),
    completedBy: one('Staff', { ...TASK.completedById, by: 'completed_by_id' }),
    availableActions: actions(TASK_TRANSITIONS),
  },
})

export const complaintCategoryProjection = projection('ComplaintCategory', {
  table: 'complaint_category',
  prefix: 'cat',
  entity: ComplaintCategory,
  permission: 'signed-in',
  fields: {
    id: id(),
    code: column('code', internal),
    nameZh: column('name_zh', internal),
    nameEn: column('name_en', internal),
    parent: one('ComplaintCategory', { ...internal, by: 'parent_id' }),
  },
})
