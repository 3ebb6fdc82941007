/** Without characters that look alike on paper; 32 of them, so that five bits choose one evenly. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const RECOVERY_LENGTH = 12

export const RECOVERY_CODES = 10
/** How many random bytes one recovery code wants. */
export const RECOVERY_CODE_BYTES = RECOVERY_LENGTH

/** `k3xh-9mpa-w7rt`: 60 bits, each good for one sign-in. */
export const recoveryCodeFrom = (random: Uint8Array): string => {
  if (random.length < RECOVERY_CODE_BYTES)
    throw new RangeError(`${RECOVERY_CODE_BYTES} random bytes are needed`)
  const letters = Array.from(
    random.subarray(0, RECOVERY_CODE_BYTES),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** What somebody typed as a code: six digits of an app, or a recovery code without its dashes; undefined for neither. */
export type TypedCode =
  | { readonly kind: 'ONE_TIME_CODE'; readonly code: string }
  | { readonly kind: 'RECOVERY_CODE'; readonly code: string }

export const readTypedCode = (typed: string): TypedCode | undefined => {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(code)) return { kind: 'ONE_TIME_CODE', code }
  return code.length === RECOVERY_LENGTH && [...code].every((letter) => ALPHABET.includes(letter))
    ? { kind: 'RECOVERY_CODE', code }
    : undefined
}
