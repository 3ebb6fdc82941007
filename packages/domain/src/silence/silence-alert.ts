import type { Permission } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import { text, type Text } from '../text.ts'
import { SILENCE_MEASURES } from './rhythm.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const SILENCE_ALERT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'VISITED', 'CLOSED'] as const
export type SilenceAlertStatus = (typeof SILENCE_ALERT_STATUSES)[number]

export const SILENCE_ALERT_STATUS_LABELS: Labels<SilenceAlertStatus> = {
  OPEN: text('待认领', 'Open'),
  ACKNOWLEDGED: text('待走访', 'Acknowledged'),
  VISITED: text('已走访', 'Visited'),
  CLOSED: text('已关闭', 'Closed'),
}

/** What showed it. */
export const SILENCE_BASES = [...SILENCE_MEASURES, 'UNANSWERED'] as const
export type SilenceBasis = (typeof SILENCE_BASES)[number]

export const SILENCE_BASIS_LABELS: Labels<SilenceBasis> = {
  RHYTHM: text('与自身节奏不符', 'Against their own rhythm'),
  MODEL: text('整体模型：多半已离开', 'By the model: probably gone'),
  UNANSWERED: text('投诉无果后再无声息', 'Silent after complaints in vain'),
}

export const SILENCE_OUTCOMES = ['RETURNED', 'LEAVING', 'CAPTIVE', 'FALSE_ALARM'] as const
export type SilenceOutcome = (typeof SILENCE_OUTCOMES)[number]

export const SILENCE_OUTCOME_LABELS: Labels<SilenceOutcome> = {
  RETURNED: text('恢复', 'Returned'),
  LEAVING: text('流失', 'Leaving'),
  CAPTIVE: text('无从选择', 'Captive'),
  FALSE_ALARM: text('误报', 'False alarm'),
}

export const SILENCE_OUTCOME_HINTS: Labels<SilenceOutcome> = {
  RETURNED: text('重新有了来往', 'They are in touch again'),
  LEAVING: text('已经离开或决定离开', 'They have left, or mean to'),
  CAPTIVE: text(
    '不满意但走不了，往往拖欠费用、投反对票',
    'Not content, but cannot leave: arrears, votes against us',
  ),
  FALSE_ALARM: text('本来就这样，没有问题', 'Nothing is wrong: so it always was'),
}

export const SILENCE_ALERT_ACTIONS = ['acknowledge', 'proposeVisit', 'recordVisit', 'close'] as const
export type SilenceAlertAction = (typeof SILENCE_ALERT_ACTIONS)[number]

export const SILENCE_ALERT_ACTION_LABELS: Labels<SilenceAlertAction> = {
  acknowledge: text('认领', 'Acknowledge'),
  proposeVisit: text('安排走访', 'Propose a visit'),
  recordVisit: text('记录走访', 'Record the visit'),
  close: text('关闭预警', 'Close the alert'),
}

export interface SilenceAlert {
  readonly id: string
  readonly clientId: string
  readonly basis: SilenceBasis
  readonly status: SilenceAlertStatus
  readonly raisedOn: string
  /** The last sign before the silence. */
  readonly lastEventOn: string
  /** The first day on which it counted as silence. */
  readonly silentOn: string
  readonly usualGapDays: number | null
  /** 1/10,000, as it was when the alert was raised: quantile of the gap, or 1 − P(alive). */
  readonly score: number | null
  readonly threshold: number | null
  /** By which the score was computed; of the basis MODEL. */
  readonly modelId: string | null
  /** Complaints in vain; of the basis UNANSWERED. */
  readonly complaintIds: readonly string[]
  /** By which day the client should be visited. */
  readonly visitBy: string
  /** Who shall go and see them, once somebody has said so. */
  readonly visitorId: string | null
  readonly visitProposedById: string | null
  readonly acknowledgedById: string | null
  readonly acknowledgedAt: Date | null
  readonly visitId: string | null
  readonly visitedAt: Date | null
  readonly outcome: SilenceOutcome | null
  /** What the closer says of it. */
  readonly note: string | null
  readonly closedById: string | null
  readonly closedAt: Date | null
  readonly version: number
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'silenceAlert:read')

/** Class and permission of every column of an alert. */
export const SILENCE_ALERT_FIELDS: Readonly<Record<keyof SilenceAlert, FieldRule>> = {
  id: base,
  clientId: base,
  basis: base,
  status: base,
  raisedOn: base,
  lastEventOn: base,
  silentOn: base,
  usualGapDays: base,
  score: base,
  threshold: base,
  modelId: base,
  complaintIds: base,
  visitBy: base,
  visitorId: base,
  visitProposedById: base,
  acknowledgedById: base,
  acknowledgedAt: base,
  visitId: base,
  visitedAt: base,
  outcome: base,
  note: rule('personal', 'silenceAlert:readNote'),
  closedById: base,
  closedAt: base,
  version: base,
}

type Row = Transition<SilenceAlertStatus, SilenceAlertAction>

const row = (
  action: SilenceAlertAction,
  from: readonly SilenceAlertStatus[],
  to: SilenceAlertStatus | 'SAME',
  accountable: Role,
): Row => ({ action, from, to, accountable, requires: [], permission: `silenceAlert:${action}` })

/** The worker raises an alert; persons take it from there. One that turns out to be nothing is closed without a visit. */
export const SILENCE_ALERT_TRANSITIONS: readonly Row[] = [
  row('acknowledge', ['OPEN'], 'ACKNOWLEDGED', 'CR_SPECIALIST'),
  row('proposeVisit', ['OPEN', 'ACKNOWLEDGED'], 'SAME', 'CR_SUPERVISOR'),
  row('recordVisit', ['OPEN', 'ACKNOWLEDGED'], 'VISITED', 'CR_SPECIALIST'),
  row('close', ['OPEN', 'ACKNOWLEDGED', 'VISITED'], 'CLOSED', 'CR_SPECIALIST'),
]

/** A visit is proposed within so many days of the alert. */
export const VISIT_WITHIN_DAYS = 7
