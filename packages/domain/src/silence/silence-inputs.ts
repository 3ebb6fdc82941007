import { z } from 'zod'
import { CHANNELS } from '../complaints/vocabulary.ts'
import { day, expectedVersion, fieldIssue, id, instant, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { SILENCE_OUTCOMES, type SilenceAlertAction } from './silence-alert.ts'

const step = { alertId: id(), expectedVersion: expectedVersion() }

export const SILENCE_ALERT_INPUTS = {
  acknowledge: z.object(step),
  proposeVisit: z.object({ ...step, visitorId: id(), visitOn: day() }),
  /** Becomes a reception of the client: what was said is kept there. */
  recordVisit: z.object({
    ...step,
    channel: z.enum(CHANNELS).default('VISIT'),
    words: words(1_000),
    result: optional(words(500)),
    /** Absent: just now. */
    at: optional(instant()),
  }),
  close: z
    .object({ ...step, outcome: z.enum(SILENCE_OUTCOMES), note: optional(words(500)) })
    .superRefine(({ outcome, note }, ctx) => {
      if ((outcome === 'LEAVING' || outcome === 'CAPTIVE') && note === null)
        ctx.addIssue(
          fieldIssue(
            'note',
            text('请写明依据，例如欠费或表决。', 'Say what shows it, e.g. arrears or votes.'),
          ),
        )
    }),
} as const satisfies Record<SilenceAlertAction, z.ZodType>
