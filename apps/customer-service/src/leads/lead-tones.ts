import type { LeadStatus } from '@steward/domain'
import type { Tone } from '@steward/ui'

export const LEAD_TONES: Readonly<Record<LeadStatus, Tone>> = {
  NEW: 'info',
  ASSIGNED: 'warn',
  CONTACTED: 'primary',
  QUALIFIED: 'good',
  CONVERTED: 'good',
  LOST: 'neutral',
}
