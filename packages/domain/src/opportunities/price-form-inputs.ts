import { z } from 'zod'
import { amountMinor, expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import type { PriceFormAction } from './price-form.ts'

const step = { expectedVersion: expectedVersion() }

const line = z.object({
  service: words(100),
  unit: words(20),
  quantityHundredths: z.int().min(1).max(1_000_000_00),
  listMinor: amountMinor().max(1_000_000_000),
  offeredMinor: amountMinor().max(1_000_000_000),
  costMinor: z.preprocess((value) => value ?? null, amountMinor().max(1_000_000_000).nullable()),
})

/** 1,000 million yuan: sums beyond it would not be exact in what reckons with them. */
const MOST_IN_ALL = 100_000_000_000n
const inAll = (lines: readonly z.output<typeof line>[]): bigint =>
  lines.reduce((sum, { listMinor, offeredMinor, costMinor, quantityHundredths }) => {
    const dearest = Math.max(listMinor, offeredMinor, costMinor ?? 0)
    return sum + (BigInt(dearest) * BigInt(quantityHundredths)) / 100n
  }, 0n)

const stated = {
  lines: z
    .array(line)
    .min(1)
    .max(50)
    .superRefine((lines, ctx) => {
      if (inAll(lines) <= MOST_IN_ALL) return
      const message = text('合计超过 10 亿元。', 'The lines come to more than 1,000 million yuan.')
      ctx.addIssue({ ...fieldIssue('lines', message), path: [] })
    }),
  note: optional(words(1_000)),
}

export const PRICE_FORM_INPUTS = {
  draft: z.object({ opportunityId: id(), ...stated }),
  change: z.object({ ...step, ...stated }),
  submit: z.object(step),
  review: z.object({ ...step, note: optional(words(1_000)) }),
  approve: z.object({ ...step, note: optional(words(1_000)) }),
  reject: z.object({ ...step, reason: words(1_000) }),
  withdraw: z.object({ ...step, reason: words(1_000) }),
} as const satisfies Record<PriceFormAction, z.ZodType>

export type PriceFormInput<A extends PriceFormAction> = z.output<(typeof PRICE_FORM_INPUTS)[A]>

const discount = () => z.int().min(0).max(10_000)
const most = () => amountMinor().max(10_000_000_000)

export const PRICE_POLICY_INPUT = z
  .object({
    expectedVersion: z.int().min(0),
    supervisorDiscount: discount(),
    supervisorMinor: most(),
    managerDiscount: discount(),
    managerMinor: most(),
    directorDiscount: discount(),
    directorMinor: most(),
  })
  .superRefine((it, ctx) => {
    const rising = (...names: readonly (keyof typeof it)[]) =>
      names.forEach((name, at) => {
        if (at > 0 && it[name] < it[names[at - 1]!])
          ctx.addIssue(
            fieldIssue(name, text('不能低于下一级的权限。', 'Not below the limit of the role below.')),
          )
      })
    rising('supervisorDiscount', 'managerDiscount', 'directorDiscount')
    rising('supervisorMinor', 'managerMinor', 'directorMinor')
  })
