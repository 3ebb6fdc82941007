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

const stated = {
  lines: z.array(line).min(1).max(50),
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
