import { z } from 'zod'
import { expectedVersion, id, localDay, optional, words } from '../input.ts'
import { DUNNING_STEPS, type DunningAction } from './dunning.ts'
import { moneyReason } from './money-inputs.ts'
import { DISPUTE_VERDICTS, STATEMENT_CHANNELS, type ReconciliationAction } from './reconciliation.ts'

const step = { expectedVersion: expectedVersion() }

export const RECONCILIATION_INPUTS = {
  issue: z.object({ clientId: id(), asOfOn: localDay() }),
  send: z.object({ ...step, channel: z.enum(STATEMENT_CHANNELS) }),
  markTold: z.object({ ...step, note: optional(words(500)) }),
  resend: z.object(step),
  confirm: z.object({ ...step, confirmedBy: words(100) }),
  dispute: z.object({
    ...step,
    lines: z
      .array(z.object({ lineId: id(), reason: moneyReason() }))
      .min(1)
      .max(200),
  }),
  answer: z.object({
    ...step,
    lines: z
      .array(z.object({ lineId: id(), verdict: z.enum(DISPUTE_VERDICTS), answer: moneyReason() }))
      .min(1)
      .max(200),
  }),
} as const satisfies Record<ReconciliationAction, z.ZodType>

export const DUNNING_INPUTS = {
  take: z.object({ step: z.enum(DUNNING_STEPS), outcome: words(500) }),
  hold: z.object({ complaintId: optional(id()), reason: moneyReason() }),
  lift: z.object(step),
  setStep: z.object({
    step: z.enum(DUNNING_STEPS),
    afterDays: z.int().min(1).max(1_000),
    wordingZh: words(500),
    wordingEn: words(500),
    /** 0 while nobody had set it. */
    expectedVersion: z.int().min(0),
  }),
} as const satisfies Record<DunningAction, z.ZodType>
