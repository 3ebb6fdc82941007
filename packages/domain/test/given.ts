import type { Actor, Complaint, ComplaintOption, ComplaintTask, Registration, Role } from '../src/index.ts'
import { approvalLimits, DEFAULT_AUTHORITY_LIMITS } from '../src/index.ts'

/** A readable, valid UUID for each number. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const NOW = new Date('2026-11-20T02:00:00.000Z')
export const SERVICE = uuid(1)
export const ENGINEERING = uuid(2)

let people = 100

/** A person of their own with these roles and the default limits. */
export const actor = (roles: Role | readonly Role[], more: Partial<Actor> = {}): Actor => {
  const held = typeof roles === 'string' ? [roles] : roles
  const staffId = uuid(people++)
  return {
    staffId,
    personId: staffId,
    organizationId: uuid(0),
    roles: held,
    departmentId: null,
    projectIds: [],
    buildingIds: [],
    ...approvalLimits(DEFAULT_AUTHORITY_LIMITS, held),
    ...more,
  }
}

export const registration = (more: Partial<Registration> = {}): Registration => ({
  id: uuid(10),
  number: '2611-0001',
  currency: 'CNY',
  keyAccountManagerId: null,
  promisePolicyRevision: 1,
  place: { unitId: null, buildingId: null, projectId: null },
  handlingDepartmentId: SERVICE,
  ...more,
})

/** A formal case of strangers in which every verb's conditions are met; tests spoil what they are about. */
export const complaint = (more: Partial<Complaint> = {}): Complaint => ({
  id: uuid(10),
  number: '2611-0001',
  kind: 'COMPLAINT',
  track: 'FORMAL',
  status: 'REGISTERED',
  severity: 3,
  purpose: 'CRITICISM',
  cause: 'OPERATION',
  categoryId: null,
  channel: 'PHONE',
  anonymous: false,
  clientId: uuid(11),
  contactName: '王小明',
  contactPhone: '13812341234',
  contactPhoneMasked: '138****1234',
  unitId: null,
  buildingId: null,
  projectId: null,
  keyAccountManagerId: null,
  summary: '卫生间漏水',
  facts: '楼上漏水三天',
  demand: '修好并赔偿',
  containment: null,
  occurredAt: null,
  registeredById: uuid(20),
  registeredAt: NOW,
  readBackAt: NOW,
  handlingDepartmentId: SERVICE,
  assigneeId: null,
  handoverId: null,
  acknowledgedAt: NOW,
  taskAssigneeIds: [],
  dispatchedDepartmentIds: [],
  openTaskCount: 0,
  investigatedById: uuid(21),
  findings: '管道老化',
  wasReal: true,
  faultShare: 80,
  proposedResponsibleDepartmentId: ENGINEERING,
  responsibilityRuledById: null,
  causeNote: '未按期巡查',
  preventionNote: '每季检查',
  proposerId: uuid(22),
  proposalRevision: 1,
  currentOptionId: uuid(30),
  currentOptionKind: 'APOLOGY',
  amountMinor: 100_00,
  authorityAmountMinor: 100_00,
  currency: 'CNY',
  approverId: uuid(23),
  approvedAt: NOW,
  offeredAt: NOW,
  confirmationMode: 'CLIENT',
  confirmedAt: NOW,
  contactAttempts: 3,
  handlerId: uuid(24),
  resolvedAt: NOW,
  followedUpById: uuid(25),
  followedUpAt: NOW,
  followUpSatisfied: true,
  followUpCount: 1,
  closedById: null,
  closedAt: null,
  closeReason: null,
  referredTo: null,
  referredAt: null,
  referralAnsweredAt: NOW,
  mergedIntoId: null,
  reopenCount: 0,
  outsideDeadlineAt: null,
  promisePolicyRevision: 1,
  nextDueAt: null,
  externalReference: null,
  importSourceId: null,
  imported: false,
  version: 7,
  updatedAt: NOW,
  updatedById: uuid(26),
  ...more,
})

export const option = (more: Partial<ComplaintOption> = {}): ComplaintOption => ({
  id: uuid(30),
  complaintId: uuid(10),
  revision: 1,
  rank: 1,
  recommended: true,
  kind: 'APOLOGY',
  description: '登门致歉',
  amountMinor: 100_00,
  status: 'PROPOSED',
  approvedAt: null,
  reason: null,
  ...more,
})

export const task = (more: Partial<ComplaintTask> = {}): ComplaintTask => ({
  id: uuid(40),
  complaintId: uuid(10),
  status: 'DISPATCHED',
  instruction: '更换立管',
  departmentId: ENGINEERING,
  assigneeId: null,
  dispatchedById: uuid(22),
  dispatchingDepartmentId: SERVICE,
  dispatchedAt: NOW,
  dueAt: null,
  acceptedById: null,
  acceptedAt: null,
  completedById: null,
  completedAt: null,
  evidenceNote: null,
  reason: null,
  registeredById: uuid(20),
  projectId: null,
  buildingId: null,
  keyAccountManagerId: null,
  version: 1,
  updatedAt: NOW,
  updatedById: null,
  ...more,
})
