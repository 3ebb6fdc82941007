import { z } from 'zod'
import { RECEPTION_DIRECTIONS } from '../clients/receptions/reception.ts'
import { CHANNELS, type Channel } from '../complaints/vocabulary.ts'
import { expectedVersion, instant, localDay, optional, words } from '../input.ts'
import type { Approach, CareAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const reason = () => words(200).pipe(z.string().min(2))

export const CARE_INPUTS = {
  /** Becomes a reception of the client. */
  complete: z.object({
    ...step,
    channel: z.enum(CHANNELS).default('PHONE'),
    /** IN: they came or called themselves, so nobody was disturbed. */
    direction: z.enum(RECEPTION_DIRECTIONS).default('OUT'),
    words: words(1_000),
    result: optional(words(500)),
    at: optional(instant()),
    /** Where the rules of contact say no: why all the same. */
    despite: optional(reason()),
  }),
  postpone: z.object({ ...step, to: localDay(), reason: optional(reason()) }),
  skip: z.object({ ...step, reason: reason() }),
} as const satisfies Record<CareAction, z.ZodType>
export type CareInput<A extends CareAction> = z.output<(typeof CARE_INPUTS)[A]>

/** What comes by letter, fax or mail wakes nobody. */
export const approachBy = (channel: Channel): Approach =>
  channel === 'EMAIL' ? 'EMAIL' : channel === 'LETTER' || channel === 'FAX' ? 'POST' : 'PHONE'
