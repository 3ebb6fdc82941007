import type { OptionStatus, Severity, Status, TaskStatus } from '@steward/domain'
import type { Tone } from '@steward/ui'

/** What the colour of a state says: jade moves on, amber waits for a decision, red is wrong, grey rests. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  REGISTERED: 'seal',
  ACKNOWLEDGED: 'info',
  INVESTIGATING: 'info',
  PROPOSED: 'warn',
  APPROVED: 'primary',
  CLIENT_CONFIRMED: 'primary',
  EXECUTING: 'primary',
  RESOLVED: 'good',
  FOLLOWED_UP: 'good',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
  UNFOUNDED: 'neutral',
  DECLINED: 'neutral',
  REFERRED: 'warn',
  MERGED: 'neutral',
}

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  1: 'bad',
  2: 'warn',
  3: 'info',
  4: 'neutral',
}

export const OPTION_TONES: Readonly<Record<OptionStatus, Tone>> = {
  PROPOSED: 'neutral',
  APPROVED: 'primary',
  OFFERED: 'info',
  ACCEPTED: 'good',
  REFUSED: 'bad',
  REJECTED: 'bad',
  SUPERSEDED: 'neutral',
}

export const TASK_TONES: Readonly<Record<TaskStatus, Tone>> = {
  DISPATCHED: 'warn',
  ACCEPTED: 'primary',
  DONE: 'good',
  RETURNED: 'bad',
  CANCELLED: 'neutral',
}
