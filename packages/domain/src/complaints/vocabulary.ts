/** What came in. A fault without loss is an anomaly report, not a complaint; all kinds travel the same road. */
export const KINDS = ['INQUIRY', 'REQUEST', 'SUGGESTION', 'COMPLAINT', 'PRAISE', 'ANOMALY'] as const
export type Kind = (typeof KINDS)[number]

export const CHANNELS = [
  'PHONE',
  'COUNTER',
  'VISIT',
  'LETTER',
  'FAX',
  'EMAIL',
  'WEB',
  'WECHAT',
  'SUGGESTION_BOX',
  'QUESTIONNAIRE',
  'OWNERS_FORUM',
  'COMMITTEE',
  'HOTLINE_12345',
  'API',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What is owed: thanks and the adoption result, an answer, or a promise. */
export const PURPOSES = ['SUGGESTION', 'CRITICISM', 'ACCUSATION'] as const
export type Purpose = (typeof PURPOSES)[number]

export const CAUSES = [
  'OPERATION',
  'SALES',
  'CLIENT',
  'AGENT',
  'SUPPLIER',
  'THIRD_PARTY',
  'FORCE_MAJEURE',
] as const
export type Cause = (typeof CAUSES)[number]

/** 1 is the most severe, 4 the least: "one level higher" means one number lower. */
export const SEVERITIES = [1, 2, 3, 4] as const
export type Severity = (typeof SEVERITIES)[number]

export const TRACKS = ['QUICK', 'FORMAL'] as const
export type Track = (typeof TRACKS)[number]

export const STATUSES = [
  'REGISTERED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'PROPOSED',
  'APPROVED',
  'CLIENT_CONFIRMED',
  'EXECUTING',
  'RESOLVED',
  'FOLLOWED_UP',
  'CLOSED',
  'WITHDRAWN',
  'UNFOUNDED',
  'DECLINED',
  'REFERRED',
  'MERGED',
] as const
export type Status = (typeof STATUSES)[number]

/** Nothing more is owed in these. A referred case is still open: it is tracked to the third party's answer. */
export const ENDED_STATUSES = [
  'CLOSED',
  'WITHDRAWN',
  'UNFOUNDED',
  'DECLINED',
  'MERGED',
] as const satisfies readonly Status[]
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter(
  (status) => !(ENDED_STATUSES as readonly Status[]).includes(status),
)

export const OPTION_KINDS = [
  'APOLOGY',
  'REPAIR',
  'REPLACEMENT',
  'REFUND',
  'FEE_CREDIT',
  'DISCOUNT',
  'COMPENSATION_MONEY',
  'COMPENSATION_KIND',
  'GIFT',
  'RECOGNITION',
  'PERSONAL_CARE',
  'REFERENCE_VISIT',
  'INTERNAL_DISCUSSION',
  'REWARD',
  'OUTSIDE_EXPERT',
  'SENIOR_VISITOR',
] as const
export type OptionKind = (typeof OPTION_KINDS)[number]

/** Remedies that consist of words or a visit by the handler: no department receives an order for them. */
export const OPTION_KINDS_WITHOUT_ORDER = [
  'APOLOGY',
  'RECOGNITION',
  'PERSONAL_CARE',
  'REFERENCE_VISIT',
  'SENIOR_VISITOR',
] as const satisfies readonly OptionKind[]

export const OPTION_STATUSES = [
  'PROPOSED',
  'APPROVED',
  'OFFERED',
  'ACCEPTED',
  'REFUSED',
  'REJECTED',
  'SUPERSEDED',
] as const
export type OptionStatus = (typeof OPTION_STATUSES)[number]

/** Money that stands promised to a client: what the authority matrix sums. */
export const COMMITTED_OPTION_STATUSES = [
  'APPROVED',
  'OFFERED',
  'ACCEPTED',
] as const satisfies readonly OptionStatus[]

/** Whose word ends the question: anonymous and hotline cases end too. UNREACHABLE needs logged attempts. */
export const CONFIRMATION_MODES = ['CLIENT', 'PUBLIC_REPLY', 'AUTHORITY_REPLY', 'UNREACHABLE'] as const
export type ConfirmationMode = (typeof CONFIRMATION_MODES)[number]

export const TASK_STATUSES = ['DISPATCHED', 'ACCEPTED', 'DONE', 'RETURNED', 'CANCELLED'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** A returned order is still open: the department that gave it must send it on or cancel it. */
export const OPEN_TASK_STATUSES = [
  'DISPATCHED',
  'ACCEPTED',
  'RETURNED',
] as const satisfies readonly TaskStatus[]

/** Key = permission suffix = function = mutation. */
export const COMPLAINT_ACTIONS = [
  'register',
  'acknowledge',
  'assign',
  'handOver',
  'contain',
  'investigate',
  'recordFindings',
  'ruleResponsibility',
  'propose',
  'review',
  'recordOralApproval',
  'signOralApproval',
  'denyOralApproval',
  'approve',
  'reject',
  'offer',
  'logContactAttempt',
  'confirm',
  'refuseOption',
  'recordAgreement',
  'dispatch',
  'resolve',
  'followUp',
  'close',
  'reopen',
  'withdraw',
  'refer',
  'answerReferral',
  'makePromise',
  'decline',
  'dismiss',
  'merge',
] as const
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number]

export const TASK_ACTIONS = ['assign', 'accept', 'complete', 'return', 'cancel'] as const
export type TaskAction = (typeof TASK_ACTIONS)[number]
