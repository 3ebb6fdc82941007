import { z } from 'zod'
import { text } from '../text.ts'

/** Long rather than contrived: length is what resists guessing. */
export const MINIMUM_PASSWORD_LENGTH = 15
const MAXIMUM_PASSWORD_LENGTH = 200

/** A password as typed: never trimmed, never changed. */
export const newPassword = () =>
  z
    .string()
    .max(MAXIMUM_PASSWORD_LENGTH)
    .refine((value) => value.length >= MINIMUM_PASSWORD_LENGTH, {
      params: {
        text: text(
          `密码至少 ${MINIMUM_PASSWORD_LENGTH} 个字符，可以是一句话。`,
          `Use at least ${MINIMUM_PASSWORD_LENGTH} characters; a sentence will do.`,
        ),
      },
    })

/** Without characters that look alike on paper; 32 of them, so that five bits choose one evenly. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP_LENGTH = 4

/** How many random bytes a generated password wants. */
export const PASSWORD_BYTES = GROUPS * GROUP_LENGTH

/** A first password for somebody else to read off and type in: 100 bits, in groups of four. */
export const passwordFrom = (random: Uint8Array): string => {
  if (random.length < PASSWORD_BYTES) throw new RangeError(`${PASSWORD_BYTES} random bytes are needed`)
  const letters = Array.from(random.subarray(0, PASSWORD_BYTES), (byte) => ALPHABET[byte % ALPHABET.length])
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-')
}
