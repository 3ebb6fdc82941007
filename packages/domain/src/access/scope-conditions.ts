import { CONFIGURATION_SUBJECTS } from '../audit/audit-subject.ts'
import {
  CASE_DOCUMENT_KINDS,
  COMPANY_DOCUMENT_KINDS,
  RECORD_DOCUMENT_KINDS,
  SALES_DOCUMENT_KINDS,
  type DocumentKind,
} from '../documents/vocabulary.ts'
import { text } from '../text.ts'
import { condition } from './condition.ts'

const NOT_YOURS = text('该记录不在您的职责范围内。', 'This record is outside your responsibility.')

/** Where a role's permission reaches: the values of POLICY. */
export const SCOPE_CONDITIONS = {
  any: condition([], NOT_YOURS, () => true),
  /** I registered it. */
  own: condition(['registeredById'], NOT_YOURS, (actor, it) => it.registeredById === actor.staffId),
  /** The case, or an order of it, is assigned to me. */
  assigned: condition(
    ['assigneeId', 'taskAssigneeIds'],
    NOT_YOURS,
    (actor, it) => it.assigneeId === actor.staffId || (it.taskAssigneeIds ?? []).includes(actor.staffId),
  ),
  /** My department handles it, or an order was dispatched to my department. */
  department: condition(
    ['handlingDepartmentId', 'dispatchedDepartmentIds'],
    NOT_YOURS,
    (actor, it) =>
      actor.departmentId !== null &&
      (it.handlingDepartmentId === actor.departmentId ||
        (it.dispatchedDepartmentIds ?? []).includes(actor.departmentId)),
  ),
  /** My department gave the order. */
  ordered: condition(
    ['dispatchingDepartmentId'],
    NOT_YOURS,
    (actor, it) => actor.departmentId !== null && it.dispatchingDepartmentId === actor.departmentId,
  ),
  /** Project or building of its unit is in my territory; no territory or no unit means nothing. */
  territory: condition(
    ['projectId', 'buildingId'],
    NOT_YOURS,
    (actor, it) =>
      (it.projectId !== null && actor.projectIds.includes(it.projectId)) ||
      (it.buildingId !== null && actor.buildingIds.includes(it.buildingId)),
  ),
  /** I am the key account manager of its client. */
  accounts: condition(
    ['keyAccountManagerId'],
    NOT_YOURS,
    (actor, it) => it.keyAccountManagerId === actor.staffId,
  ),
  /** A lead that nobody has. */
  inPool: condition(['pooledAt'], NOT_YOURS, (_, it) => it.pooledAt !== null),
  /** It is addressed to me. */
  mine: condition(['recipientId'], NOT_YOURS, (actor, it) => it.recipientId === actor.staffId),
  /** It is about somebody else than me. */
  aboutAnother: condition(
    ['recipientId'],
    NOT_YOURS,
    (actor, it) => it.recipientId !== null && it.recipientId !== actor.staffId,
  ),
  /** A view that the whole company was given. */
  sharedWithAll: condition(['sharing'], NOT_YOURS, (_, it) => it.sharing === 'ORGANIZATION'),
  /** A view that was given to everybody in a role that I hold. */
  sharedWithRole: condition(
    ['sharedRole'],
    NOT_YOURS,
    (actor, it) => it.sharedRole !== null && actor.roles.includes(it.sharedRole),
  ),
  /** A remedy stands approved: what finance may see. */
  isApproved: condition(['approvedAt'], NOT_YOURS, (_, it) => it.approvedAt !== null),
  /** The entry is about what an administrator sets up: people, places, limits, imports. */
  configuration: condition(
    ['subjectType'],
    NOT_YOURS,
    (_, it) => it.subjectType !== null && CONFIGURATION_SUBJECTS.includes(it.subjectType),
  ),
  /** A document of the company's own: it tells of no client. */
  companyDocument: condition(
    ['documentKind'],
    NOT_YOURS,
    (_, it) => it.documentKind !== null && COMPANY_DOCUMENT_KINDS.includes(it.documentKind),
  ),
  /** The certificate of a destruction of client information. */
  recordDocument: condition(
    ['documentKind'],
    NOT_YOURS,
    (_, it) =>
      it.documentKind !== null &&
      (RECORD_DOCUMENT_KINDS as readonly DocumentKind[]).includes(it.documentKind),
  ),
  /** A template of what clients are offered. */
  salesDocument: condition(
    ['documentKind'],
    NOT_YOURS,
    (_, it) =>
      it.documentKind !== null && (SALES_DOCUMENT_KINDS as readonly DocumentKind[]).includes(it.documentKind),
  ),
  /** A request for the use of client information in the house. */
  insideUse: condition(['exportUse'], NOT_YOURS, (_, it) => it.exportUse === 'INSIDE'),
  /** A document about one case: what is agreed with its client. */
  caseDocument: condition(
    ['documentKind'],
    NOT_YOURS,
    (_, it) =>
      it.documentKind !== null && (CASE_DOCUMENT_KINDS as readonly DocumentKind[]).includes(it.documentKind),
  ),
}
