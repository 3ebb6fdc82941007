import { z } from 'zod'
import { notEligible } from '../errors.ts'
import { text } from '../text.ts'

/** What one person may ask for by the ends of numbers within an hour: a busy desk, not a list of all numbers. */
export const MOST_LOOKUPS_AN_HOUR = 60

const FOUR_DIGITS = text('请输入手机号的后四位数字。', 'The last four digits of the number.')

export const PHONE_LOOKUP_INPUT = z.object({
  tail: z
    .string()
    .transform((value) => value.normalize('NFKC').trim())
    .refine((value) => /^\d{4}$/.test(value), { params: { text: FOUR_DIGITS } }),
})

export const TOO_MANY_LOOKUPS = notEligible(
  'tooManyLookups',
  text(
    `一小时内按手机尾号最多查找 ${MOST_LOOKUPS_AN_HOUR} 次，请改用姓名或房号。`,
    `At most ${MOST_LOOKUPS_AN_HOUR} look-ups by digits of a phone within an hour: use the name or the unit.`,
  ),
)
