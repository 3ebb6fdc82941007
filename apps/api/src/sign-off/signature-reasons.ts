/** Why a signature is to be proven once more. */
export const SIGNATURE_REASONS = ['EXPIRED', 'STALE', 'CLOCK_SET_BACK', 'TOO_WEAK', 'PASSKEY_GONE'] as const
export type SignatureReason = (typeof SIGNATURE_REASONS)[number]
