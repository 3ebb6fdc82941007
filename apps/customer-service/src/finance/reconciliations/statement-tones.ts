import type { ReconciliationState } from '@steward/domain'
import type { Tone } from '@steward/ui'

export const STATEMENT_TONES: Readonly<Record<ReconciliationState, Tone>> = {
  ISSUED: 'info',
  SENT: 'primary',
  DISPUTED: 'bad',
  ANSWERED: 'warn',
  CONFIRMED: 'good',
  SUPERSEDED: 'neutral',
}
