import { z } from 'zod'
import { amountMinor, id, optional } from '../input.ts'
import { text } from '../text.ts'
import { PROOF_LEVELS, PROOF_SUBJECTS } from './proof-level.ts'

/** How many signatures one act may carry: as many as a person can still look through. */
export const MOST_SIGNED_AT_ONCE = 50
/** From being shown to being used. */
export const SIGNATURE_MINUTES = 5

const PIN = /^\d{6}$/
const typedPin = (pin: string): string => pin.normalize('NFKC').replace(/\s/g, '')

/** What somebody tries first: one digit six times, or six in a row. */
const isGuessable = (pin: string): boolean =>
  /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)

const pin = () =>
  z
    .string()
    .max(20)
    .transform(typedPin)
    .refine((it) => PIN.test(it), { params: { text: text('请输入 6 位数字。', 'Give six digits.') } })

/** One schema a verb: what the mutation accepts, what the form checks. */
export const SIGNATURE_INPUTS = {
  setPin: z.object({
    pin: pin().refine((it) => !isGuessable(it), {
      params: {
        text: text(
          '太容易被猜到：请避开相同或连续的数字。',
          'Too easy to guess: avoid one digit repeated, or six in a row.',
        ),
      },
    }),
  }),
  begin: z.object({ requestIds: z.array(id()).min(1).max(MOST_SIGNED_AT_ONCE) }),
  prove: z.object({
    requestIds: z.array(id()).min(1).max(MOST_SIGNED_AT_ONCE),
    pin: optional(pin()),
    password: optional(z.string().max(1_000)),
    code: optional(z.string().max(40)),
    response: optional(z.string().min(2).max(20_000)),
  }),
  setRule: z
    .object({
      subject: z.enum(PROOF_SUBJECTS),
      level: z.enum(PROOF_LEVELS),
      fromMinor: optional(amountMinor()),
    })
    .superRefine(({ subject, fromMinor }, ctx) => {
      if (subject !== 'AMOUNT' && fromMinor !== null)
        ctx.addIssue({
          code: 'custom',
          path: ['fromMinor'],
          params: {
            text: text('只有金额规则才有起点金额。', 'Only the rule for amounts has a sum to begin at.'),
          },
        })
    }),
} as const
