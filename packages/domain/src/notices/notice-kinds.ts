import { INSPECTION_NOTICE_KINDS } from '../equipment/inspection-notices.ts'
import { KEY_ACCOUNT_NOTICE_KINDS } from '../key-accounts/key-account-notices.ts'
import { PLAN_NOTICE_KINDS } from '../maintenance-plans/plan-notices.ts'
import type { Placeholder } from './placeholders.ts'
import { text, type Text } from '../text.ts'

/** What a person is told by Steward itself. */
export const NOTICE_KINDS = [
  'CASE_ASSIGNED',
  'CASE_REOPENED',
  'SIGNATURE_AWAITED',
  'SIGNATURE_OVERDUE',
  'SIGNATURE_ESCALATED',
  'PROPOSAL_APPROVED',
  'PROPOSAL_REJECTED',
  'CLIENT_CONFIRMED',
  'OPTION_REFUSED',
  'ORDER_DISPATCHED',
  'ORDER_ASSIGNED',
  'ORDER_RETURNED',
  'ORDER_DONE',
  'PROMISE_DUE_SOON',
  'PROMISE_BROKEN',
  'PROMISE_ESCALATED',
  'HANDOVER_AWAITED',
  'HANDOVER_OVERDUE',
  'HANDOVER_ACCEPTED',
  'HANDOVER_DECLINED',
  'HANDOVER_TAKEN_BACK',
  'HANDOVER_LAPSED',
  'HANDOVER_ASKED',
  'HANDOVER_REPLIED',
  'COPY_READY',
  'COPY_FAILED',
  'COPY_DUE',
  'COPY_ESCALATED',
  'SOURCE_DUE',
  'SOURCE_ESCALATED',
  'SUBJECT_REQUEST_DUE',
  'SUBJECT_REQUEST_ESCALATED',
  'INVENTORY_OVERDUE',
  'BREACH_RECORDED',
  'BREACH_STATED',
  'DUNNING_DUE',
  ...KEY_ACCOUNT_NOTICE_KINDS,
  ...INSPECTION_NOTICE_KINDS,
  ...PLAN_NOTICE_KINDS,
  'IMPORT_FINISHED',
  'WEBHOOK_PAUSED',
  'LEDGER_CONTRADICTED',
  'REVEALS_BEYOND',
  'LEAD_ASSIGNED',
  'LEAD_RETURNS_SOON',
  'LEAD_RETURNED',
  'OPPORTUNITY_ASSIGNED',
  'OPPORTUNITY_UNTOUCHED',
  'AGREEMENT_ENDS_SOON',
  'SILENCE_RAISED',
  'SILENCE_VISIT_PROPOSED',
  'GRADING_DUE',
  'ACCOUNTS_ASSIGNED',
  'PASSWORD_RESET',
  'PASSWORD_CHANGED',
  'ROLES_CHANGED',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** How loud a notice is: it decides the colour of its mark and what may wait. */
export const NOTICE_SEVERITIES = ['INFO', 'ATTENTION', 'URGENT'] as const
export type NoticeSeverity = (typeof NOTICE_SEVERITIES)[number]

export const NOTICE_SEVERITY_LABELS: Readonly<Record<NoticeSeverity, Text>> = {
  INFO: text('知悉', 'For information'),
  ATTENTION: text('待办', 'To do'),
  URGENT: text('紧急', 'Urgent'),
}

/** Who is told, by how they stand to the subject. The API has one query for each. */
export type NoticeRecipient =
  | 'assignee'
  | 'proposer'
  | 'caseControl'
  | 'taskAssignee'
  | 'taskDepartment'
  | 'dispatcher'
  | 'starter'
  | 'self'
  /** Of a hand-over: to whom it is offered (a department: everybody in it who may accept), who gives, who asked. */
  | 'receiver'
  | 'giver'
  | 'asker'
  /** Of a lead: who has it. */
  | 'leadAssignee'
  /** Whoever the event itself names: the person answering for a promise, those who can sign. */
  | 'named'

/** Everybody's: who is told, by whom, where to look. */
const ALWAYS = ['organization', 'recipient', 'actor', 'link'] as const
const OF_CASE = [...ALWAYS, 'number', 'severity', 'status', 'department'] as const
const OF_ORDER = [...OF_CASE, 'dueAt'] as const
const OF_PROMISE = [...OF_CASE, 'dueAt', 'promise', 'level'] as const

const OF_SIGNING = [...ALWAYS, 'number', 'matter', 'step', 'dueAt', 'level'] as const
const OF_COPY = [...ALWAYS, 'number', 'dueAt'] as const
/** Not its name: that is somebody's words, and a notice leaves by mail. */
const OF_SOURCE = [...ALWAYS, 'dueAt'] as const
const OF_INVENTORY = [...ALWAYS, 'department', 'dueAt'] as const
const OF_LEAD = [...ALWAYS, 'number'] as const
const OF_DUNNING = [...ALWAYS, 'charges'] as const
const OF_PLAN = [...ALWAYS, 'number'] as const
const OF_PLAN_TASKS = [...ALWAYS, 'tasks'] as const
const OF_HANDOVER = [...ALWAYS, 'giver', 'cases'] as const

export interface NoticeRule {
  readonly to: readonly NoticeRecipient[]
  readonly severity: NoticeSeverity
  /** Beside the bell, unless the person chose otherwise. */
  readonly mail: boolean
  /** The person cannot turn the mail off: it concerns the safety of their account. */
  readonly fixed?: true
  /** The mail may be kept for the daily digest. */
  readonly mayWait: boolean
  /** The mail goes out at night too. */
  readonly breaksQuietHours: boolean
  /** Nothing but a mail: whoever is told cannot sign in. */
  readonly mailOnly?: true
  readonly placeholders: readonly Placeholder[]
}

const row = (
  to: readonly NoticeRecipient[],
  severity: NoticeSeverity,
  placeholders: readonly Placeholder[],
  rest: Partial<NoticeRule> = {},
): NoticeRule => ({
  to,
  severity,
  placeholders,
  mail: severity !== 'INFO',
  mayWait: severity === 'INFO',
  breaksQuietHours: severity === 'URGENT',
  ...rest,
})

/** Kind → who is told, how loudly, by which ways, what may wait, what its texts may say. */
export const NOTICE_RULES: Readonly<Record<NoticeKind, NoticeRule>> = {
  CASE_ASSIGNED: row(['assignee'], 'ATTENTION', OF_CASE),
  CASE_REOPENED: row(['assignee', 'caseControl'], 'URGENT', OF_CASE, { breaksQuietHours: false }),
  SIGNATURE_AWAITED: row(['named'], 'ATTENTION', OF_SIGNING, { mayWait: true }),
  SIGNATURE_OVERDUE: row(['named'], 'ATTENTION', OF_SIGNING),
  SIGNATURE_ESCALATED: row(['named'], 'ATTENTION', OF_SIGNING),
  PROPOSAL_APPROVED: row(['proposer', 'assignee'], 'INFO', OF_CASE),
  PROPOSAL_REJECTED: row(['proposer', 'assignee'], 'ATTENTION', OF_CASE),
  CLIENT_CONFIRMED: row(['proposer', 'assignee'], 'INFO', OF_CASE),
  OPTION_REFUSED: row(['proposer', 'assignee'], 'ATTENTION', OF_CASE),
  ORDER_DISPATCHED: row(['taskAssignee', 'taskDepartment'], 'ATTENTION', OF_ORDER),
  ORDER_ASSIGNED: row(['taskAssignee'], 'ATTENTION', OF_ORDER),
  ORDER_RETURNED: row(['dispatcher'], 'ATTENTION', OF_ORDER),
  ORDER_DONE: row(['dispatcher'], 'INFO', OF_ORDER),
  PROMISE_DUE_SOON: row(['named'], 'ATTENTION', OF_PROMISE, { mail: false }),
  PROMISE_BROKEN: row(['named'], 'URGENT', OF_PROMISE),
  PROMISE_ESCALATED: row(['named'], 'URGENT', OF_PROMISE),
  HANDOVER_AWAITED: row(['receiver'], 'ATTENTION', OF_HANDOVER, { mail: false }),
  HANDOVER_OVERDUE: row(['receiver', 'giver'], 'ATTENTION', OF_HANDOVER, { mail: false }),
  HANDOVER_ACCEPTED: row(['giver'], 'INFO', OF_HANDOVER),
  HANDOVER_DECLINED: row(['giver'], 'ATTENTION', OF_HANDOVER),
  HANDOVER_TAKEN_BACK: row(['receiver', 'giver'], 'INFO', OF_HANDOVER),
  HANDOVER_LAPSED: row(['receiver', 'giver'], 'INFO', OF_HANDOVER),
  HANDOVER_ASKED: row(['giver'], 'ATTENTION', OF_HANDOVER, { mail: false }),
  HANDOVER_REPLIED: row(['asker'], 'ATTENTION', OF_HANDOVER, { mail: false }),
  COPY_READY: row(['named'], 'INFO', OF_COPY),
  COPY_FAILED: row(['named'], 'ATTENTION', OF_COPY),
  COPY_DUE: row(['named'], 'ATTENTION', OF_COPY),
  COPY_ESCALATED: row(['named'], 'URGENT', OF_COPY, { breaksQuietHours: false }),
  SOURCE_DUE: row(['named'], 'ATTENTION', OF_SOURCE),
  SOURCE_ESCALATED: row(['named'], 'URGENT', OF_SOURCE, { breaksQuietHours: false }),
  SUBJECT_REQUEST_DUE: row(['named'], 'ATTENTION', OF_COPY),
  SUBJECT_REQUEST_ESCALATED: row(['named'], 'URGENT', OF_COPY, { breaksQuietHours: false }),
  INVENTORY_OVERDUE: row(['named'], 'ATTENTION', OF_INVENTORY),
  BREACH_RECORDED: row(['named'], 'ATTENTION', OF_LEAD),
  BREACH_STATED: row(['named'], 'ATTENTION', OF_LEAD),
  DUNNING_DUE: row(['named'], 'ATTENTION', OF_DUNNING, { mayWait: true }),
  DOSSIER_DUE: row(['named'], 'ATTENTION', OF_COPY),
  INSPECTION_DUE: row(['named'], 'ATTENTION', OF_COPY),
  INSPECTION_OVERDUE: row(['named'], 'URGENT', OF_COPY, { breaksQuietHours: false }),
  PLAN_TASK_ASSIGNED: row(['named'], 'ATTENTION', [...OF_PLAN, 'dueAt'], { mayWait: true }),
  PLAN_TASKS_GIVEN: row(['named'], 'INFO', [...OF_PLAN, 'tasks']),
  PLAN_TASKS_DUE_TOMORROW: row(['named'], 'INFO', OF_PLAN_TASKS),
  PLAN_TASKS_DUE_TODAY: row(['named'], 'ATTENTION', OF_PLAN_TASKS, { mail: false }),
  PLAN_TASKS_OVERDUE: row(['named'], 'ATTENTION', OF_PLAN_TASKS, { mayWait: true }),
  PLAN_TASK_RETURNED: row(['named'], 'ATTENTION', [...OF_PLAN, 'dueAt'], { mayWait: true }),
  PLAN_TASK_ACCEPTED: row(['named'], 'INFO', [...OF_PLAN, 'dueAt']),
  PLAN_RETURNED: row(['named'], 'ATTENTION', OF_PLAN),
  PLAN_APPROVED: row(['named'], 'INFO', OF_PLAN),
  PLAN_OVERRUN_ASKED: row(['named'], 'ATTENTION', OF_PLAN),
  PLAN_OVERRUN_DECIDED: row(['named'], 'INFO', [...OF_PLAN, 'outcome']),
  DOSSIER_ESCALATED: row(['named'], 'ATTENTION', OF_COPY),
  KEY_ACCOUNT_TEST_DUE: row(['named'], 'ATTENTION', OF_COPY),
  KEY_ACCOUNT_DECIDED: row(['named'], 'INFO', [...ALWAYS, 'number', 'outcome']),
  IMPORT_FINISHED: row(['starter'], 'INFO', [...ALWAYS, 'rows', 'refused', 'outcome'], { mail: true }),
  WEBHOOK_PAUSED: row(['named'], 'ATTENTION', [...ALWAYS, 'partner', 'endpoint', 'outcome']),
  LEDGER_CONTRADICTED: row(['named'], 'URGENT', [...ALWAYS, 'endpoint', 'outcome'], { fixed: true }),
  ACCOUNTS_ASSIGNED: row(['named'], 'INFO', ALWAYS),
  LEAD_ASSIGNED: row(['leadAssignee'], 'ATTENTION', OF_LEAD, { mail: false }),
  LEAD_RETURNS_SOON: row(['named'], 'ATTENTION', [...OF_LEAD, 'dueAt'], { mail: false }),
  LEAD_RETURNED: row(['named'], 'INFO', OF_LEAD),
  OPPORTUNITY_ASSIGNED: row(['named'], 'ATTENTION', OF_LEAD, { mail: false }),
  OPPORTUNITY_UNTOUCHED: row(['named'], 'ATTENTION', OF_LEAD, { mail: false }),
  AGREEMENT_ENDS_SOON: row(['named'], 'ATTENTION', OF_LEAD, { mail: false }),
  GRADING_DUE: row(['named'], 'INFO', [...ALWAYS, 'reasons'], { mayWait: true }),
  SILENCE_RAISED: row(['named'], 'ATTENTION', [...ALWAYS, 'dueAt'], { mail: false }),
  SILENCE_VISIT_PROPOSED: row(['named'], 'ATTENTION', [...ALWAYS, 'actor', 'dueAt']),
  REVEALS_BEYOND: row(['named'], 'ATTENTION', ALWAYS),
  PASSWORD_RESET: row(['self'], 'URGENT', [...ALWAYS, 'hours'], { mailOnly: true, fixed: true }),
  PASSWORD_CHANGED: row(['self'], 'URGENT', ALWAYS, { fixed: true }),
  ROLES_CHANGED: row(['self'], 'INFO', ALWAYS, { mail: true }),
}
