import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const MEMBERSHIP_STATUSES = ['ACTIVE', 'LAPSED', 'LEFT'] as const
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

export const MEMBERSHIP_STATUS_LABELS: Labels<MembershipStatus> = {
  ACTIVE: text('有效', 'In force'),
  LAPSED: text('已到期', 'Lapsed'),
  LEFT: text('已退会', 'Left'),
}

export const MEMBERSHIP_ACTIONS = ['join', 'credit', 'redeem', 'correct', 'renew', 'leave'] as const
export type MembershipAction = (typeof MEMBERSHIP_ACTIONS)[number]

export const MEMBERSHIP_ACTION_LABELS: Labels<MembershipAction> = {
  join: text('入会', 'Join'),
  credit: text('记积分', 'Credit points'),
  redeem: text('兑换积分', 'Redeem points'),
  correct: text('冲正', 'Correct'),
  renew: text('续期', 'Renew'),
  leave: text('退会', 'Leave'),
}

export const MEMBERSHIP_EVENT_LABELS: Labels<MembershipAction> = {
  join: text('为客户办理了入会', 'enrolled as a member'),
  credit: text('记了积分', 'credited points to'),
  redeem: text('兑换了积分', 'redeemed points of'),
  correct: text('冲正了一笔积分', 'corrected points of'),
  renew: text('续了会员期限', 'renewed the membership of'),
  leave: text('办理了退会', 'ended the membership of'),
}

/** Lines of the ledger of points. None is ever edited: a mistake is corrected by a line of its own. */
export const POINT_KINDS = ['PAID', 'REFERRAL', 'EVENT', 'REDEEMED', 'EXPIRED', 'CORRECTED'] as const
export type PointKind = (typeof POINT_KINDS)[number]

export const POINT_KIND_LABELS: Labels<PointKind> = {
  PAID: text('缴费', 'Paid'),
  REFERRAL: text('推荐新客户', 'Referral'),
  EVENT: text('参加活动', 'Event attended'),
  REDEEMED: text('兑换', 'Redeemed'),
  EXPIRED: text('到期作废', 'Expired'),
  CORRECTED: text('冲正', 'Corrected'),
}

/** What people credit; what was paid the rule credits itself. */
export const CREDITED_KINDS = ['EVENT', 'REFERRAL'] as const satisfies readonly PointKind[]
export type CreditedKind = (typeof CREDITED_KINDS)[number]

/** Words for the permissions of membership, for its verbs in the audit trail, and for its records. */
const of = ({ zh, en }: Text): Text => text(`会员：${zh}`, `Membership: ${en}`)

export const MEMBERSHIP_PERMISSION_LABELS = {
  'membership:read': of(text('查看', 'read')),
  'membership:join': of(MEMBERSHIP_ACTION_LABELS.join),
  'membership:credit': of(MEMBERSHIP_ACTION_LABELS.credit),
  'membership:redeem': of(MEMBERSHIP_ACTION_LABELS.redeem),
  'membership:correct': of(MEMBERSHIP_ACTION_LABELS.correct),
  'membership:renew': of(MEMBERSHIP_ACTION_LABELS.renew),
  'membership:leave': of(MEMBERSHIP_ACTION_LABELS.leave),
  'membershipPolicy:read': of(text('查看规则', 'read the rules')),
  'membershipPolicy:set': of(text('设定规则', 'set the rules')),
} as const

export const MEMBERSHIP_AUDIT_LABELS = {
  'membership:join': MEMBERSHIP_EVENT_LABELS.join,
  'membership:credit': MEMBERSHIP_EVENT_LABELS.credit,
  'membership:redeem': MEMBERSHIP_EVENT_LABELS.redeem,
  'membership:correct': MEMBERSHIP_EVENT_LABELS.correct,
  'membership:renew': MEMBERSHIP_EVENT_LABELS.renew,
  'membership:leave': MEMBERSHIP_EVENT_LABELS.leave,
  'membershipPolicy:set': text('设定了会员规则', 'set the rules of membership'),
} as const

export const MEMBERSHIP_SUBJECTS = ['membership', 'membership_policy'] as const
export const MEMBERSHIP_SUBJECT_LABELS: Readonly<Record<(typeof MEMBERSHIP_SUBJECTS)[number], Text>> = {
  membership: text('会员', 'Membership'),
  membership_policy: text('会员规则', 'Rules of membership'),
}
