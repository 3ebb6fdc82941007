import {
  ENDED_STATUSES,
  SEVERITIES,
  SEVERITY_LABELS,
  STATUS_LABELS,
  type Severity,
  type Status,
} from '@steward/domain'
import { useSay } from '@steward/portal'
import { Level, StatusTag } from '@steward/ui'
import { SEVERITY_TONES, STATUS_TONES } from './tones.ts'

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
  const known = SEVERITIES.find((it): it is Severity => it === severity)
  if (known === undefined) return null
  return (
    <Level filled={SEVERITIES.length + 1 - known} of={SEVERITIES.length} tone={SEVERITY_TONES[known]}>
      {say(SEVERITY_LABELS[known])}
    </Level>
  )
}
