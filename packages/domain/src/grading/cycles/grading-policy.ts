/** When a grading is due again: a row of the organization, until somebody sets it the house's default. */
import { z } from 'zod'

export interface GradingPolicy {
  /** Months after a published directory; 0: the calendar does not ask for one. */
  readonly everyMonths: number
  /** A single payment of this much or more, in minor units; null: payments do not. */
  readonly largePaymentMinor: number | null
  /** A complaint of this severity or graver (1 is the mildest); null: complaints do not. */
  readonly severity: number | null
}

export const DEFAULT_GRADING_POLICY: GradingPolicy = {
  everyMonths: 6,
  largePaymentMinor: 50_000_00,
  severity: 4,
}

export const GRADING_POLICY_INPUT = z.object({
  everyMonths: z.int().min(0).max(60),
  largePaymentMinor: z.int().min(1).max(1e13).nullable().default(null),
  severity: z.int().min(1).max(4).nullable().default(null),
  expectedVersion: z.int().min(0),
})
