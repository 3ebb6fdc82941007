import { text, type Text } from '../text.ts'

/** How a verification of the ledger ended. FAILED: it could not be carried out, and says nothing of the ledger. */
export const VERIFICATION_OUTCOMES = ['VALID', 'INVALID', 'FAILED'] as const
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number]

export const VERIFICATION_OUTCOME_LABELS: Readonly<Record<VerificationOutcome, Text>> = {
  VALID: text('未发现问题', 'Nothing wrong'),
  INVALID: text('发现问题', 'Something is wrong'),
  FAILED: text('未能完成', 'Not completed'),
}

/** The two chains of an organization: of its signatures, and of its audit trail. */
export const LEDGER_CHAINS = ['SIGN_OFFS', 'AUDIT'] as const
export type LedgerChain = (typeof LEDGER_CHAINS)[number]

export const LEDGER_CHAIN_LABELS: Readonly<Record<LedgerChain, Text>> = {
  SIGN_OFFS: text('签核台账', 'Sign-offs'),
  AUDIT: text('审计记录', 'Audit trail'),
}
