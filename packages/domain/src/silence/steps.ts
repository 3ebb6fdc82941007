/** The four steps to losing a client: most say nothing at all, and nobody notices. */
import { text, type Text } from '../text.ts'
import type { SilenceOutcome, SilenceAlertStatus } from './silence-alert.ts'

export const LOSS_STEPS = ['GRUMBLE', 'COMPLAINT', 'SILENCE', 'LOST'] as const
export type LossStep = (typeof LOSS_STEPS)[number]

export const LOSS_STEP_LABELS: Readonly<Record<LossStep, Text>> = {
  GRUMBLE: text('抱怨', 'Grumble'),
  COMPLAINT: text('投诉', 'Complaint'),
  SILENCE: text('沉默', 'Silence'),
  LOST: text('流失', 'Lost'),
}

export const LOSS_STEP_HINTS: Readonly<Record<LossStep, Text>> = {
  GRUMBLE: text('接待记录里的抱怨，或一条建议', 'A grievance in a reception, or a suggestion'),
  COMPLAINT: text('登记为投诉的案件', 'A case registered as a complaint'),
  SILENCE: text(
    '沉默预警未关闭，或已判定无从选择',
    'A silence alert that is not closed, or that found them captive',
  ),
  LOST: text('预警关闭时判定流失', 'An alert that was closed as leaving'),
}

/** Grumbles and complaints count for a year. */
export const STEP_DAYS = 365

export interface StepFacts {
  readonly hasGrumbled: boolean
  readonly hasComplained: boolean
  /** Of the newest alert, if there is any. */
  readonly alert: { readonly status: SilenceAlertStatus; readonly outcome: SilenceOutcome | null } | null
}

/** The farthest step that a client is on now; null: none. Who came back, or was called silent in error, is judged by what they say. */
export const stepOf = ({ hasGrumbled, hasComplained, alert }: StepFacts): LossStep | null => {
  if (alert?.outcome === 'LEAVING') return 'LOST'
  if (alert && (alert.status !== 'CLOSED' || alert.outcome === 'CAPTIVE')) return 'SILENCE'
  if (hasComplained) return 'COMPLAINT'
  return hasGrumbled ? 'GRUMBLE' : null
}
