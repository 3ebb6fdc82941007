import {
  ENDED_STATUSES,
  SEVERITIES,
  SEVERITY_LABELS,
  STATUS_LABELS,
  type Severity,
  type Status,
} from '@steward/domain'
import { useSay } from '@steward/portal'
import { Level, StatusTag, type Tone } from '@steward/ui'

/** Seen from the site: jade is in hand, amber waits for somebody, grey rests. */
const STATUS_TONES: Readonly<Record<Status, Tone>> = {
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

export const severityOf = (severity: number): Severity | undefined =>
  SEVERITIES.find((known) => known === severity)

/** Where a case stands; the dot marks those to which something is still owed. */
export function StatusMark({ status }: { readonly status: Status }) {
  const say = useSay()
  return (
    <StatusTag tone={STATUS_TONES[status]} dot={!(ENDED_STATUSES as readonly Status[]).includes(status)}>
      {say(STATUS_LABELS[status])}
    </StatusTag>
  )
}

/** How severe: 1 fills all bars. */
export function SeverityMark({ severity }: { readonly severity: number }) {
  const say = useSay()
  const known = severityOf(severity)
  if (known === undefined) return null
  return (
    <Level filled={SEVERITIES.length + 1 - known} of={SEVERITIES.length} tone={SEVERITY_TONES[known]}>
      {say(SEVERITY_LABELS[known])}
    </Level>
  )
}
