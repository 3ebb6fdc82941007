import type { Permission } from '../access/policy.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Complaint, ComplaintOption } from './complaint.ts'
import type { ComplaintTask } from './task.ts'

export interface FieldRule {
  readonly class: FieldClass
  /** Without it the field reads null. */
  readonly permission: Permission
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})

const base = rule('internal', 'complaint:read')
const classification = rule('internal', 'complaint:readClassification')
const place = rule('internal', 'complaint:readPlace')
const handling = rule('internal', 'complaint:readHandling')
const responsibility = rule('internal', 'complaint:readResponsibility')
const proposal = rule('internal', 'complaint:readProposal')
const amount = rule('internal', 'complaint:readAmounts')
const factsText = rule('personal', 'complaint:readFacts')
const insideText = rule('personal', 'complaint:readInvestigation')

/** Class and permission of every column: what projections, masks, copies and signatures go by. Free text is personal. */
export const COMPLAINT_FIELDS: Readonly<Record<keyof Complaint, FieldRule>> = {
  id: base,
  number: base,
  status: base,
  severity: base,
  registeredAt: base,
  version: base,
  updatedAt: base,

  kind: classification,
  track: classification,
  purpose: classification,
  cause: classification,
  categoryId: classification,
  channel: classification,
  anonymous: classification,
  occurredAt: classification,
  externalReference: classification,
  importSourceId: classification,
  imported: classification,

  clientId: rule('internal', 'complaint:readClient'),
  keyAccountManagerId: rule('internal', 'complaint:readClient'),
  contactName: rule('personal', 'complaint:readClient'),
  contactPhoneMasked: rule('personal', 'complaint:readClient'),
  contactPhone: rule('sensitive', 'complaint:revealPhone'),

  unitId: place,
  buildingId: place,
  projectId: place,

  summary: rule('personal', 'complaint:readSummary'),
  facts: factsText,
  demand: factsText,
  containment: factsText,

  registeredById: handling,
  readBackAt: handling,
  handlingDepartmentId: handling,
  assigneeId: handling,
  handoverId: handling,
  acknowledgedAt: handling,
  taskAssigneeIds: handling,
  dispatchedDepartmentIds: handling,
  openTaskCount: handling,
  investigatedById: handling,
  proposerId: handling,
  reviewsOwed: handling,
  reviewerId: handling,
  approverId: handling,
  approvalOwedUntil: handling,
  approvedAt: handling,
  offeredAt: handling,
  confirmationMode: handling,
  confirmedAt: handling,
  contactAttempts: handling,
  agreementOwed: handling,
  agreementRevisionId: handling,
  agreementHash: handling,
  agreementSigner: rule('personal', 'complaint:readClient'),
  agreementSignedOn: handling,
  handlerId: handling,
  resolvedAt: handling,
  followedUpById: handling,
  followedUpAt: handling,
  followUpSatisfied: handling,
  followUpCount: handling,
  closedById: handling,
  closedAt: handling,
  referredTo: handling,
  referredAt: handling,
  referralAnsweredAt: handling,
  mergedIntoId: handling,
  reopenCount: handling,
  updatedById: handling,
  outsideDeadlineAt: handling,
  promisePolicyRevision: handling,
  nextDueAt: rule('internal', 'promise:read'),

  wasReal: responsibility,
  faultShare: responsibility,
  proposedResponsibleDepartmentId: responsibility,
  responsibilityRuledById: responsibility,

  findings: insideText,
  causeNote: insideText,
  preventionNote: insideText,
  closeReason: insideText,

  proposalRevision: proposal,
  currentOptionId: proposal,
  currentOptionKind: proposal,
  amountMinor: amount,
  authorityAmountMinor: amount,
  currency: amount,
}

export const COMPLAINT_OPTION_FIELDS: Readonly<Record<keyof ComplaintOption, FieldRule>> = {
  id: proposal,
  complaintId: proposal,
  revision: proposal,
  rank: proposal,
  recommended: proposal,
  kind: proposal,
  status: proposal,
  approvedAt: proposal,
  amountMinor: amount,
  description: insideText,
  reason: insideText,
}

const order = rule('internal', 'task:read')
const orderText = rule('personal', 'task:readInstruction')

export const COMPLAINT_TASK_FIELDS: Readonly<Record<keyof ComplaintTask, FieldRule>> = {
  id: order,
  complaintId: order,
  status: order,
  departmentId: order,
  assigneeId: order,
  dispatchedById: order,
  dispatchingDepartmentId: order,
  dispatchedAt: order,
  dueAt: order,
  acceptedById: order,
  acceptedAt: order,
  completedById: order,
  completedAt: order,
  registeredById: order,
  projectId: order,
  buildingId: order,
  keyAccountManagerId: order,
  version: order,
  updatedAt: order,
  updatedById: order,
  instruction: orderText,
  evidenceNote: orderText,
  reason: orderText,
}

const classesOf = <K extends string>(fields: Readonly<Record<K, FieldRule>>): Record<K, FieldClass> =>
  Object.fromEntries(
    Object.entries<FieldRule>(fields).map(([field, { class: fieldClass }]) => [field, fieldClass]),
  ) as Record<K, FieldClass>

const pick = <K extends string, P extends K>(fields: Record<K, FieldClass>, ...names: readonly P[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Record<P, FieldClass>

/** What a signature on a case binds: the whole row, and the options of the current proposal. */
export const COMPLAINT_CONTENT: { readonly [key: string]: ContentShape } = {
  complaint: {
    ...classesOf(COMPLAINT_FIELDS),
    taskAssigneeIds: [COMPLAINT_FIELDS.taskAssigneeIds.class],
    dispatchedDepartmentIds: [COMPLAINT_FIELDS.dispatchedDepartmentIds.class],
  },
  options: [classesOf(COMPLAINT_OPTION_FIELDS)],
}

/**
 * What is prepared, reviewed and approved of a proposal: the case as far as it bears on the remedy, and every option. All who sign, sign
 * the same; what a case goes through meanwhile (its status, its orders) is none of it.
 */
export const PROPOSAL_CONTENT: { readonly [key: string]: ContentShape } = {
  complaint: pick(
    classesOf(COMPLAINT_FIELDS),
    ...([
      'id',
      'number',
      'kind',
      'severity',
      'purpose',
      'cause',
      'clientId',
      'unitId',
      'summary',
      'demand',
    ] as const),
    ...(['findings', 'wasReal', 'faultShare', 'proposedResponsibleDepartmentId', 'causeNote'] as const),
    ...(['proposerId', 'proposalRevision', 'currency'] as const),
  ),
  options: [
    pick(
      classesOf(COMPLAINT_OPTION_FIELDS),
      'id',
      'revision',
      'rank',
      'recommended',
      'kind',
      'amountMinor',
      'description',
    ),
  ],
}

/** What a signature on an order binds. */
export const COMPLAINT_TASK_CONTENT: { readonly [key: string]: ContentShape } = {
  task: classesOf(COMPLAINT_TASK_FIELDS),
}
