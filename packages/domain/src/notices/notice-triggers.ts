import type { Permission } from '../access/policy.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** Kinds of record that a notice can be about, by the name of their published type. */
export const NOTICE_SUBJECTS = [
  'Complaint',
  'ComplaintTask',
  'ComplaintPromise',
  'ImportRun',
  'Staff',
  'WebhookEndpoint',
  'LedgerWitness',
  'Client',
  'ClientReveal',
  'Lead',
  'Opportunity',
  'Handover',
  'Signing',
  'ControlledCopy',
  'ImportSource',
  'SubjectRequest',
  'InformationInventory',
  'InformationBreach',
  'Receivable',
  'SilenceAlert',
  'GradingDue',
  'KeyAccount',
  'KeyAccountNomination',
  'Equipment',
  'MaintenancePlan',
  'PlanTask',
  'PlanDecomposition',
  'PlanReminder',
] as const
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number]

export interface NoticeTrigger {
  readonly verb: Permission
  /** Of the records that the verb changes: the one that the notice is about. */
  readonly subject: NoticeSubject
  readonly kind: NoticeKind
  /** Only where the record has come to this status. */
  readonly status?: string
}

const row = (verb: Permission, subject: NoticeSubject, kind: NoticeKind, status?: string): NoticeTrigger => ({
  verb,
  subject,
  kind,
  ...(status === undefined ? {} : { status }),
})

/** Which change tells of what. Events that are no verb (a promise grows due) name their kind themselves. */
export const NOTICE_TRIGGERS: readonly NoticeTrigger[] = [
  row('complaint:acknowledge', 'Complaint', 'CASE_ASSIGNED'),
  row('complaint:assign', 'Complaint', 'CASE_ASSIGNED'),
  row('complaint:reopen', 'Complaint', 'CASE_REOPENED'),
  row('complaint:approve', 'Complaint', 'PROPOSAL_APPROVED'),
  row('complaint:reject', 'Complaint', 'PROPOSAL_REJECTED'),
  row('complaint:confirm', 'Complaint', 'CLIENT_CONFIRMED'),
  row('complaint:refuseOption', 'Complaint', 'OPTION_REFUSED'),
  row('complaint:dispatch', 'ComplaintTask', 'ORDER_DISPATCHED'),
  row('task:assign', 'ComplaintTask', 'ORDER_ASSIGNED'),
  row('task:return', 'ComplaintTask', 'ORDER_RETURNED'),
  row('task:complete', 'ComplaintTask', 'ORDER_DONE'),
  row('lead:assign', 'Lead', 'LEAD_ASSIGNED'),
  row('complaint:handOver', 'Handover', 'HANDOVER_AWAITED'),
  row('handover:offer', 'Handover', 'HANDOVER_AWAITED'),
  row('handover:accept', 'Handover', 'HANDOVER_ACCEPTED'),
  row('handover:decline', 'Handover', 'HANDOVER_DECLINED'),
  row('handover:takeBack', 'Handover', 'HANDOVER_TAKEN_BACK'),
  row('handover:ask', 'Handover', 'HANDOVER_ASKED'),
  row('handover:reply', 'Handover', 'HANDOVER_REPLIED'),
  row('import:run', 'ImportRun', 'IMPORT_FINISHED', 'DONE'),
  row('import:run', 'ImportRun', 'IMPORT_FINISHED', 'REFUSED'),
  row('import:run', 'ImportRun', 'IMPORT_FINISHED', 'FAILED'),
  row('staff:resetPassword', 'Staff', 'PASSWORD_CHANGED'),
  row('staff:changePassword', 'Staff', 'PASSWORD_CHANGED'),
  row('account:usePasswordReset', 'Staff', 'PASSWORD_CHANGED'),
  row('staff:assignRoles', 'Staff', 'ROLES_CHANGED'),
]

/** The kinds of notice that a change owes; none for most. */
export const noticesOf = (change: {
  readonly verb: string
  readonly subject: string
  readonly status: string | null
}): readonly NoticeKind[] =>
  NOTICE_TRIGGERS.filter(
    ({ verb, subject, status }) =>
      verb === change.verb &&
      subject === change.subject &&
      (status === undefined || status === change.status),
  ).map(({ kind }) => kind)
