import type { OpportunityStatus } from '@steward/domain'
import type { Tone } from '@steward/ui'

export const OPPORTUNITY_TONES: Readonly<Record<OpportunityStatus, Tone>> = {
  NEED: 'info',
  PROPOSAL: 'primary',
  QUOTATION: 'warn',
  SIGNING: 'seal',
  WON: 'good',
  LOST: 'neutral',
}
