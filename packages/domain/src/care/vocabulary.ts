import type { ContactChannel } from '../clients/vocabulary.ts'
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** Why somebody is greeted or called without having asked. */
export const CARE_KINDS = ['BIRTHDAY', 'FESTIVAL', 'ANNIVERSARY', 'FREQUENCY'] as const
export type CareKind = (typeof CARE_KINDS)[number]

export const CARE_KIND_LABELS: Labels<CareKind> = {
  BIRTHDAY: text('生日', 'Birthday'),
  FESTIVAL: text('节日', 'Festival'),
  ANNIVERSARY: text('入伙/购房周年', 'Anniversary of moving in or buying'),
  FREQUENCY: text('久未联系', 'Not in touch for long'),
}

/** Festivals of the official calendar. Their day is the first day of the holiday as it was announced, and never reckoned by ourselves. */
export const FESTIVALS = [
  'NEW_YEAR',
  'SPRING_FESTIVAL',
  'QINGMING',
  'LABOUR_DAY',
  'DRAGON_BOAT',
  'MID_AUTUMN',
  'NATIONAL_DAY',
] as const
export type Festival = (typeof FESTIVALS)[number]

export const FESTIVAL_LABELS: Labels<Festival> = {
  NEW_YEAR: text('元旦', 'New Year'),
  SPRING_FESTIVAL: text('春节', 'Spring Festival'),
  QINGMING: text('清明', 'Qingming'),
  LABOUR_DAY: text('劳动节', 'Labour Day'),
  DRAGON_BOAT: text('端午', 'Dragon Boat Festival'),
  MID_AUTUMN: text('中秋', 'Mid-Autumn Festival'),
  NATIONAL_DAY: text('国庆节', 'National Day'),
}

export const CARE_MEANS = ['CALL', 'MESSAGE', 'CARD', 'GIFT', 'VISIT'] as const
export type CareMeans = (typeof CARE_MEANS)[number]

export const CARE_MEANS_LABELS: Labels<CareMeans> = {
  CALL: text('打电话', 'Call'),
  MESSAGE: text('发信息', 'Message'),
  CARD: text('寄贺卡', 'Card'),
  GIFT: text('送礼品', 'Give a present'),
  VISIT: text('上门看望', 'Visit them'),
}

/** How somebody is approached; what comes by post or mail wakes nobody. */
export type Approach = ContactChannel | 'POST'

export const APPROACH_OF: Readonly<Record<CareMeans, Approach>> = {
  CALL: 'PHONE',
  MESSAGE: 'TEXT_MESSAGE',
  CARD: 'POST',
  GIFT: 'VISIT',
  VISIT: 'VISIT',
}

/** Who sees to it: whoever answers for the client (else the specialists), or the specialists in any case. */
export const CARE_OWNERS = ['MANAGER', 'SPECIALISTS'] as const
export type CareOwner = (typeof CARE_OWNERS)[number]

export const CARE_OWNER_LABELS: Labels<CareOwner> = {
  MANAGER: text('客户的负责人（没有则专员）', 'Whoever answers for the client, else the specialists'),
  SPECIALISTS: text('客户关系专员', 'The specialists'),
}

export const CARE_STATUSES = ['PLANNED', 'DONE', 'SKIPPED', 'WITHDRAWN'] as const
export type CareStatus = (typeof CARE_STATUSES)[number]

export const CARE_STATUS_LABELS: Labels<CareStatus> = {
  PLANNED: text('待关怀', 'To be cared for'),
  DONE: text('已关怀', 'Cared for'),
  SKIPPED: text('已略过', 'Skipped'),
  WITHDRAWN: text('已撤销', 'Fell away'),
}

/** Why the system itself took an occasion back. */
export const CARE_WITHDRAWALS = ['REASON_GONE', 'PASSED'] as const
export type CareWithdrawal = (typeof CARE_WITHDRAWALS)[number]

export const CARE_WITHDRAWAL_LABELS: Labels<CareWithdrawal> = {
  REASON_GONE: text('理由不再成立', 'The reason fell away'),
  PASSED: text('过期未办', 'It passed, and nobody did it'),
}

export const CARE_ACTIONS = ['complete', 'postpone', 'skip'] as const
export type CareAction = (typeof CARE_ACTIONS)[number]

export const CARE_ACTION_LABELS: Labels<CareAction> = {
  complete: text('记录关怀', 'Record the care'),
  postpone: text('不方便，改天', 'Not convenient: another day'),
  skip: text('这次略过', 'Skip it this time'),
}

const of = ({ zh, en }: Text): Text => text(`客户关怀：${zh}`, `Client care: ${en}`)

export const CARE_PERMISSION_LABELS = {
  'careOccasion:read': of(text('查看', 'read')),
  'careOccasion:complete': of(CARE_ACTION_LABELS.complete),
  'careOccasion:postpone': of(CARE_ACTION_LABELS.postpone),
  'careOccasion:skip': of(CARE_ACTION_LABELS.skip),
  'carePolicy:read': of(text('查看规则', 'read the rules')),
  'carePolicy:set': of(text('设定规则', 'set the rules')),
} as const

export const CARE_AUDIT_LABELS = {
  'careOccasion:complete': text('记录了一次关怀', 'recorded care'),
  'careOccasion:postpone': text('把一次关怀改了期', 'put care off to another day'),
  'careOccasion:skip': text('略过了一次关怀', 'skipped an occasion of care'),
  'carePolicy:set': text('设定了关怀规则', 'set the rules of care'),
} as const

export const CARE_SUBJECT_LABELS = {
  care_occasion: text('关怀事项', 'Occasion of care'),
  care_policy: text('关怀规则', 'Rules of care'),
} as const
