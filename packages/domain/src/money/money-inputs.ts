import { z } from 'zod'
import { expectedVersion, id, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { PAYMENT_METHODS, RECEIVABLE_KINDS, type PaymentAction, type ReceivableAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
/** A billion yuan: beyond it somebody slipped. */
export const MOST_MINOR = 100_000_000_000
export const someMinor = () => z.int().min(1).max(MOST_MINOR)
/** A sentence, so that a later reader knows why. */
export const moneyReason = () => words(500).pipe(z.string().min(4))

/** A month, `2026-11`. */
export const month = () =>
  z.string().refine((value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value), {
    params: { text: text('月份的格式是 2026-11。', 'A month is written 2026-11.') },
  })

export const RECEIVABLE_INPUTS = {
  register: z.object({
    clientId: id(),
    unitId: optional(id()),
    kind: z.enum(RECEIVABLE_KINDS),
    period: optional(month()),
    amountMinor: someMinor(),
    dueOn: localDay(),
    note: optional(words(200)),
  }),
  registerMany: z.object({
    projectId: id(),
    buildingId: optional(id()),
    kind: z.enum(RECEIVABLE_KINDS),
    period: month(),
    /** Minor units a square metre. */
    rateMinor: z.int().min(1).max(1_000_000),
    dueOn: localDay(),
    /** What the preview said: anything else is previewed anew. */
    expectedCount: z.int().min(1),
    expectedTotalMinor: someMinor(),
  }),
  void: z.object({ ...step, reason: moneyReason() }),
} as const satisfies Record<ReceivableAction, z.ZodType>

export type ReceivableInput<A extends ReceivableAction> = z.output<(typeof RECEIVABLE_INPUTS)[A]>

const allocations = z.array(z.object({ receivableId: id(), amountMinor: someMinor() })).max(200)

export const PAYMENT_INPUTS = {
  record: z.object({
    clientId: id(),
    amountMinor: someMinor(),
    receivedOn: localDay(),
    method: z.enum(PAYMENT_METHODS),
    payer: optional(words(100)),
    reference: optional(words(100)),
    note: optional(words(200)),
    /** Absent: the oldest first. */
    allocations: allocations.optional(),
  }),
  allocate: z.object({ ...step, allocations: allocations.optional() }),
  reverse: z.object({ ...step, reason: moneyReason() }),
} as const satisfies Record<PaymentAction, z.ZodType>

export type PaymentInput<A extends PaymentAction> = z.output<(typeof PAYMENT_INPUTS)[A]>
