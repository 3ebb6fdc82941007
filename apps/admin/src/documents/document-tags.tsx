import {
  CONTROL_STATUS_LABELS,
  REVISION_STATUS_LABELS,
  type ControlStatus,
  type RevisionStatus,
} from '@steward/domain'
import { useSay } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

const CONTROL_TONES: Readonly<Record<ControlStatus, Tone>> = {
  CONTROLLED: 'seal',
  UNCONTROLLED: 'neutral',
  OBSOLETE: 'bad',
}
export const REVISION_TONES: Readonly<Record<RevisionStatus, Tone>> = {
  DRAFT: 'info',
  IN_SIGNING: 'warn',
  APPROVED: 'primary',
  EFFECTIVE: 'good',
  SUPERSEDED: 'neutral',
  OBSOLETE: 'bad',
  WITHDRAWN: 'neutral',
}

/** The stamp on a document 受控 / 非受控 / 作废. */
export function ControlTag({ status }: { readonly status: ControlStatus }) {
  const say = useSay()
  return <StatusTag tone={CONTROL_TONES[status]}>{say(CONTROL_STATUS_LABELS[status])}</StatusTag>
}

export function RevisionTag({ status }: { readonly status: RevisionStatus }) {
  const say = useSay()
  return (
    <StatusTag tone={REVISION_TONES[status]} dot={status === 'IN_SIGNING'}>
      {say(REVISION_STATUS_LABELS[status])}
    </StatusTag>
  )
}
