/** Words of key accounts 大客户. */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** On whose list they stand: the company's, or that of a branch. */
export const KEY_ACCOUNT_LEVELS = ['COMPANY', 'BRANCH'] as const
export type KeyAccountLevel = (typeof KEY_ACCOUNT_LEVELS)[number]

export const KEY_ACCOUNT_LEVEL_LABELS: Labels<KeyAccountLevel> = {
  COMPANY: text('公司级', 'Company level'),
  BRANCH: text('分公司级', 'Branch level'),
}

/** The highest first. */
export const KEY_ACCOUNT_TIERS = ['CORE', 'KEY', 'GENERAL'] as const
export type KeyAccountTier = (typeof KEY_ACCOUNT_TIERS)[number]

export const KEY_ACCOUNT_TIER_LABELS: Labels<KeyAccountTier> = {
  CORE: text('核心', 'Core'),
  KEY: text('重点', 'Key'),
  GENERAL: text('一般', 'General'),
}

/** Does this tier stand higher than the other? */
export const isHigherTier = (tier: KeyAccountTier, than: KeyAccountTier): boolean =>
  KEY_ACCOUNT_TIERS.indexOf(tier) < KEY_ACCOUNT_TIERS.indexOf(than)

/** Why a client is a key account no more. Only who is lost counts as churn 流失. */
export const KEY_ACCOUNT_RELEASE_REASONS = ['LOST', 'NO_LONGER'] as const
export type KeyAccountReleaseReason = (typeof KEY_ACCOUNT_RELEASE_REASONS)[number]

export const KEY_ACCOUNT_RELEASE_REASON_LABELS: Labels<KeyAccountReleaseReason> = {
  LOST: text('流失', 'Lost'),
  NO_LONGER: text('不再符合', 'No longer fits'),
}

/** What a nomination asks the committee for. */
export const KEY_ACCOUNT_NOMINATION_KINDS = ['LIST', 'RETEST', 'RELEASE'] as const
export type KeyAccountNominationKind = (typeof KEY_ACCOUNT_NOMINATION_KINDS)[number]

export const KEY_ACCOUNT_NOMINATION_KIND_LABELS: Labels<KeyAccountNominationKind> = {
  LIST: text('提名', 'Nomination'),
  RETEST: text('年度复评', 'Yearly test'),
  RELEASE: text('移出', 'Release'),
}

export const KEY_ACCOUNT_NOMINATION_STATUSES = ['IN_SIGNING', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const
export type KeyAccountNominationStatus = (typeof KEY_ACCOUNT_NOMINATION_STATUSES)[number]

export const KEY_ACCOUNT_NOMINATION_STATUS_LABELS: Labels<KeyAccountNominationStatus> = {
  IN_SIGNING: text('待大客户管理委员会审批', 'With the committee'),
  ACCEPTED: text('已通过', 'Accepted'),
  REJECTED: text('已驳回', 'Rejected'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Verb, permission and mutation bear the same name. */
export const KEY_ACCOUNT_NOMINATION_ACTIONS = ['propose', 'review', 'approve', 'reject', 'withdraw'] as const
export type KeyAccountNominationAction = (typeof KEY_ACCOUNT_NOMINATION_ACTIONS)[number]

export const KEY_ACCOUNT_NOMINATION_ACTION_LABELS: Labels<KeyAccountNominationAction> = {
  propose: text('提名', 'Nominate'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回', 'Withdraw'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const KEY_ACCOUNT_NOMINATION_EVENT_LABELS: Labels<KeyAccountNominationAction> = {
  propose: text('提交了大客户提名', 'nominated as a key account'),
  review: text('审核了大客户提名', 'reviewed the nomination of'),
  approve: text('批准了大客户提名', 'approved the nomination of'),
  reject: text('驳回了大客户提名', 'rejected the nomination of'),
  withdraw: text('撤回了大客户提名', 'withdrew the nomination of'),
}

/** The test of four: none decides alone. */
export const KEY_ACCOUNT_CRITERIA = ['MANAGEMENT', 'CREDIT', 'SHARE', 'MARGIN'] as const
export type KeyAccountCriterion = (typeof KEY_ACCOUNT_CRITERIA)[number]

export const KEY_ACCOUNT_CRITERION_LABELS: Labels<KeyAccountCriterion> = {
  MANAGEMENT: text('管理先进', 'Advanced management'),
  CREDIT: text('资信良好', 'Good financial credit'),
  SHARE: text('销售占比高', 'Large share of sales'),
  MARGIN: text('毛利率高', 'High margin'),
}

/** Of the four so many are met by whoever is listed, or stays so. */
export const LEAST_CRITERIA_MET = 2

/** What a tier earns. */
export const KEY_ACCOUNT_PRIVILEGES = ['PRIORITY', 'TRIALS', 'DISCOUNT', 'SYMPOSIUM'] as const
export type KeyAccountPrivilege = (typeof KEY_ACCOUNT_PRIVILEGES)[number]

export const KEY_ACCOUNT_PRIVILEGE_LABELS: Labels<KeyAccountPrivilege> = {
  PRIORITY: text('优先服务', 'Priority service'),
  TRIALS: text('新服务优先试用', 'First trials'),
  DISCOUNT: text('优惠', 'Discount'),
  SYMPOSIUM: text('年度座谈会席位', 'Seat at the yearly symposium'),
}
