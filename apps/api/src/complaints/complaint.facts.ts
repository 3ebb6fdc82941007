/** Where the rules find the facts of a case, of an order, and of the parts of a case. */
import type { FactBag, FactName, Status } from '@steward/domain'
import type { Fact, Row } from '../reads/projection.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const CASE_FACT_NAMES = [
  'status',
  'registeredById',
  'assigneeId',
  'handoverId',
  'taskAssigneeIds',
  'handlingDepartmentId',
  'dispatchedDepartmentIds',
  'projectId',
  'buildingId',
  'keyAccountManagerId',
  'kind',
  'track',
  'cause',
  'investigatedById',
  'findings',
  'proposerId',
  'reviewsOwed',
  'reviewerId',
  'currentOptionKind',
  'authorityAmountMinor',
  'approvedAt',
  'approverId',
  'approvalOwedUntil',
  'offeredAt',
  'agreementOwed',
  'agreementRevisionId',
  'confirmationMode',
  'openTaskCount',
  'handlerId',
  'preventionNote',
  'followedUpById',
  'followUpSatisfied',
  'referralAnsweredAt',
  'nextDueAt',
] as const satisfies readonly FactName[]

type Facts = Readonly<Partial<Record<FactName, Fact>>>

/** Each fact of a case is the column of its name. */
export const CASE_FACTS: Readonly<Partial<Record<FactName, string>>> = Object.fromEntries(
  CASE_FACT_NAMES.map((name) => [name, snake(name)]),
)

/** The facts of a row of the table `complaint`. */
export const caseFacts = (row: Row): FactBag & { readonly status: Status } =>
  Object.fromEntries(Object.entries(CASE_FACTS).map(([fact, name]) => [fact, row[name]])) as FactBag & {
    readonly status: Status
  }

/** A part of a case is read as far as the case is. */
export const PART_FACTS: Facts = Object.fromEntries(
  CASE_FACT_NAMES.map((name) => [name, { table: 'complaint', by: 'complaint_id', column: snake(name) }]),
)

/** Of an order, `department` is the one that received it, `own` the registrar of its case: the domain's `taskFacts`. */
export const TASK_FACTS: Facts = {
  status: 'status',
  registeredById: 'registered_by_id',
  assigneeId: 'assignee_id',
  handlingDepartmentId: 'department_id',
  dispatchingDepartmentId: 'dispatching_department_id',
  projectId: 'project_id',
  buildingId: 'building_id',
  keyAccountManagerId: 'key_account_manager_id',
}
