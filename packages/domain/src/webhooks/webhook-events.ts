/** What partners' endpoints are told of. Names as Standard Webhooks writes them: the thing, a dot, what became of it. */
import type { ComplaintAction } from '../complaints/vocabulary.ts'
import { text, type Text } from '../text.ts'

/**
 * Verb → event. Told are the steps that give a case another status, for that is what a partner may read. What only the house
 * knows of (who handles it, what was found, which remedy is on offer) is null: nobody outside is told that it happened.
 */
const EVENT_OF = {
  register: 'complaint.registered',
  acknowledge: 'complaint.acknowledged',
  assign: null,
  handOver: null,
  contain: null,
  investigate: 'complaint.investigation_started',
  recordFindings: null,
  ruleResponsibility: null,
  propose: 'complaint.proposed',
  review: 'complaint.reviewed',
  recordOralApproval: 'complaint.orally_approved',
  signOralApproval: null,
  denyOralApproval: 'complaint.oral_approval_denied',
  approve: 'complaint.approved',
  reject: 'complaint.rejected',
  offer: null,
  logContactAttempt: null,
  confirm: 'complaint.confirmed',
  refuseOption: 'complaint.option_refused',
  recordAgreement: null,
  dispatch: 'complaint.dispatched',
  resolve: 'complaint.resolved',
  followUp: 'complaint.followed_up',
  close: 'complaint.closed',
  reopen: 'complaint.reopened',
  withdraw: 'complaint.withdrawn',
  refer: 'complaint.referred',
  answerReferral: null,
  makePromise: null,
  decline: 'complaint.declined',
  dismiss: 'complaint.dismissed',
  merge: 'complaint.merged',
} as const satisfies Readonly<Record<ComplaintAction, `complaint.${string}` | null>>

export type WebhookEvent = NonNullable<(typeof EVENT_OF)[ComplaintAction]>

/** Every event that an endpoint can ask for. */
export const WEBHOOK_EVENTS: readonly WebhookEvent[] = Object.values(EVENT_OF).filter(
  (event) => event !== null,
)

/** What the test button sends; it is about no case, and nobody need ask for it. */
export const WEBHOOK_TEST_EVENT = 'webhook.test'

/** The event that a stored verb (`complaint:acknowledge`) is told as; undefined for one that nobody outside is told of. */
export const webhookEventOf = (verb: string): WebhookEvent | undefined => {
  const [subject, action = ''] = verb.split(':')
  if (subject !== 'complaint' || !Object.hasOwn(EVENT_OF, action)) return undefined
  return EVENT_OF[action as ComplaintAction] ?? undefined
}

export const WEBHOOK_EVENT_LABELS: Readonly<Record<WebhookEvent | typeof WEBHOOK_TEST_EVENT, Text>> = {
  'complaint.registered': text('已登记', 'Registered'),
  'complaint.acknowledged': text('已受理', 'Acknowledged'),
  'complaint.investigation_started': text('开始调查', 'Investigation started'),
  'complaint.proposed': text('方案已提交审批', 'Proposed for approval'),
  'complaint.reviewed': text('方案已审核', 'Reviewed'),
  'complaint.orally_approved': text('方案已口头批准', 'Approved by word'),
  'complaint.oral_approval_denied': text('口头批准被否认', 'Oral approval denied'),
  'complaint.approved': text('方案已批准', 'Approved'),
  'complaint.rejected': text('方案被驳回', 'Rejected'),
  'complaint.confirmed': text('客户已确认', 'Confirmed by the client'),
  'complaint.option_refused': text('客户拒绝方案', 'Option refused by the client'),
  'complaint.dispatched': text('已派单', 'Dispatched'),
  'complaint.resolved': text('已解决', 'Resolved'),
  'complaint.followed_up': text('已回访', 'Followed up'),
  'complaint.closed': text('已结案', 'Closed'),
  'complaint.reopened': text('重新处理', 'Reopened'),
  'complaint.withdrawn': text('已撤回', 'Withdrawn'),
  'complaint.referred': text('已转办', 'Referred'),
  'complaint.declined': text('不予支持', 'Declined'),
  'complaint.dismissed': text('判定不成立', 'Dismissed'),
  'complaint.merged': text('已合并', 'Merged'),
  'webhook.test': text('测试', 'Test'),
}

/** The words of an event as it is stored; its own name where no version of today knows it. */
export const webhookEventLabel = (event: string): Text =>
  (WEBHOOK_EVENT_LABELS as Readonly<Record<string, Text>>)[event] ?? text(event, event)
