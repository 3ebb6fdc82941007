import { z } from 'zod'
import { expectedVersion, id, optional, words } from '../../input.ts'
import type { ClientMergeAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }

export const CLIENT_MERGE_INPUTS = {
  propose: z.object({
    survivorId: id(),
    mergedId: id(),
    /** Of what was looked at: both archives, side by side. */
    fingerprint: words(64),
    taken: z.array(words(60)).max(200),
    reason: words(500),
  }),
  review: z.object({ ...step, note: optional(words(2_000)) }),
  approve: z.object({ ...step, note: optional(words(2_000)) }),
  reject: z.object({ ...step, reason: words(2_000) }),
  withdraw: z.object({ ...step, reason: optional(words(2_000)) }),
  reverse: z.object({ ...step, reason: words(500) }),
} as const satisfies Record<ClientMergeAction, z.ZodType>
export type ClientMergeInput<A extends ClientMergeAction> = z.output<(typeof CLIENT_MERGE_INPUTS)[A]>
