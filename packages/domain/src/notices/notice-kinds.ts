import { KEY_ACCOUNT_NOTICE_KINDS, KEY_ACCOUNT_NOTICE_LABELS } from '../key-accounts/key-account-notices.ts'
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
  'IMPORT_FINISHED',
  'WEBHOOK_PAUSED',
  'LEDGER_CONTRADICTED',
  'REVEALS_BEYOND',
  'LEAD_ASSIGNED',
  'LEAD_RETURNS_SOON',
  'LEAD_RETURNED',
  'OPPORTUNITY_ASSIGNED',
  'OPPORTUNITY_UNTOUCHED',
  'SILENCE_RAISED',
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
  DOSSIER_ESCALATED: row(['named'], 'ATTENTION', OF_COPY),
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
  SILENCE_RAISED: row(['named'], 'ATTENTION', [...ALWAYS, 'dueAt'], { mail: false }),
  REVEALS_BEYOND: row(['named'], 'ATTENTION', ALWAYS),
  PASSWORD_RESET: row(['self'], 'URGENT', [...ALWAYS, 'hours'], { mailOnly: true, fixed: true }),
  PASSWORD_CHANGED: row(['self'], 'URGENT', ALWAYS, { fixed: true }),
  ROLES_CHANGED: row(['self'], 'INFO', ALWAYS, { mail: true }),
}

export const NOTICE_KIND_LABELS: Readonly<Record<NoticeKind, Text>> = {
  CASE_ASSIGNED: text('案件交给我', 'A case is assigned to me'),
  CASE_REOPENED: text('案件重开', 'A case is reopened'),
  SIGNATURE_AWAITED: text('有待我签核的', 'Something waits for my signature'),
  SIGNATURE_OVERDUE: text('待签逾期', 'A signature of mine is overdue'),
  SIGNATURE_ESCALATED: text('签核督办', 'An overdue signature is escalated'),
  PROPOSAL_APPROVED: text('方案已批准', 'A proposal is approved'),
  PROPOSAL_REJECTED: text('方案被驳回', 'A proposal is rejected'),
  CLIENT_CONFIRMED: text('客户已确认', 'The client has confirmed'),
  OPTION_REFUSED: text('客户拒绝方案', 'The client refuses an option'),
  ORDER_DISPATCHED: text('执行单派到本部门', 'An order for my department'),
  ORDER_ASSIGNED: text('执行单交给我', 'An order is assigned to me'),
  ORDER_RETURNED: text('执行单被退回', 'An order is returned'),
  ORDER_DONE: text('执行单已完成', 'An order is done'),
  PROMISE_DUE_SOON: text('承诺即将到期', 'A promise is due soon'),
  PROMISE_BROKEN: text('承诺未兑现', 'A promise is broken'),
  PROMISE_ESCALATED: text('逾期督办', 'A promise is escalated'),
  HANDOVER_AWAITED: text('交接待我接收', 'A hand-over waits for me'),
  HANDOVER_OVERDUE: text('交接迟未接收', 'A hand-over is not accepted yet'),
  HANDOVER_ACCEPTED: text('我的移交已接收', 'My hand-over is accepted'),
  HANDOVER_DECLINED: text('我的移交未获接收', 'My hand-over is declined'),
  HANDOVER_TAKEN_BACK: text('移交被收回', 'A hand-over is taken back'),
  HANDOVER_LAPSED: text('移交已失效', 'A hand-over has lapsed'),
  HANDOVER_ASKED: text('对我的移交有询问', 'A question about my hand-over'),
  HANDOVER_REPLIED: text('交接询问已答复', 'My question about a hand-over is answered'),
  COPY_READY: text('受控副本已制作', 'A controlled copy is produced'),
  COPY_FAILED: text('受控副本制作失败', 'A controlled copy could not be produced'),
  COPY_DUE: text('我持有的受控副本到期未还', 'A controlled copy of mine is overdue'),
  COPY_ESCALATED: text('受控副本逾期督办', 'An overdue controlled copy is escalated'),
  SOURCE_DUE: text('我保管的数据源到期未销毁', 'A source in my custody is overdue'),
  SOURCE_ESCALATED: text('数据源逾期督办', 'An overdue source is escalated'),
  SUBJECT_REQUEST_DUE: text('个人信息主体请求即将到期', 'A request of a data subject is due soon'),
  SUBJECT_REQUEST_ESCALATED: text(
    '个人信息主体请求逾期督办',
    'An overdue request of a data subject is escalated',
  ),
  INVENTORY_OVERDUE: text('客户信息清单逾期未确认', 'An information inventory is not confirmed in time'),
  BREACH_RECORDED: text('有关于我的违规记录', 'A breach of mine is recorded'),
  DUNNING_DUE: text('有费用该催收了', 'Steps of dunning are due'),
  BREACH_STATED: text('当事人已就违规作陈述', 'A statement on a breach is made'),
  ...KEY_ACCOUNT_NOTICE_LABELS,
  IMPORT_FINISHED: text('导入结束', 'An import has ended'),
  WEBHOOK_PAUSED: text('Webhook 端点被暂停', 'A webhook endpoint is paused'),
  LEDGER_CONTRADICTED: text('见证与台账不符', 'A witness contradicts the ledger'),
  ACCOUNTS_ASSIGNED: text('客户交我专职负责', 'Clients are mine to answer for'),
  LEAD_ASSIGNED: text('线索分给我', 'A lead is assigned to me'),
  LEAD_RETURNS_SOON: text('线索即将退回公海', 'A lead of mine returns to the pool soon'),
  LEAD_RETURNED: text('线索已退回公海', 'A lead went back to the pool'),
  OPPORTUNITY_ASSIGNED: text('商机交给我', 'An opportunity is mine'),
  OPPORTUNITY_UNTOUCHED: text('商机久未跟进', 'An opportunity of mine is left untouched'),
  SILENCE_RAISED: text('客户陷入沉默', 'A client has gone silent'),
  REVEALS_BEYOND: text('客户资料查阅超出限额', 'Reading of client particulars beyond the limit'),
  PASSWORD_RESET: text('重设密码', 'Password reset'),
  PASSWORD_CHANGED: text('密码已修改', 'My password was changed'),
  ROLES_CHANGED: text('我的角色有调整', 'My roles were changed'),
}
