import { MEMBERSHIP_STATUS_LABELS, type MembershipStatus } from '@steward/domain'
import { useSay } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

const TONES: Readonly<Record<MembershipStatus, Tone>> = { ACTIVE: 'good', LAPSED: 'warn', LEFT: 'neutral' }

export function MembershipTag({ status }: { readonly status: MembershipStatus }) {
  const sayWord = useSay()
  return <StatusTag tone={TONES[status]}>{sayWord(MEMBERSHIP_STATUS_LABELS[status])}</StatusTag>
}
