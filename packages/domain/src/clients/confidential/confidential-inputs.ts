import { z } from 'zod'
import { expectedVersion, fieldIssue, id, words } from '../../input.ts'
import { text } from '../../text.ts'
import { particulars } from './particular.ts'
import { PROFILE, PROFILE_FIELDS } from './profile.ts'
import { STATUS_RECORD, STATUS_SEALED_FIELDS } from './status-record.ts'

/** A sentence: so that a word typed to get past the question does not pass for a reason. */
const reason = () => words(200).pipe(z.string().min(4))
const MOST_REVEALED_A_DAY = 1_000

export const CONFIDENTIAL_INPUTS = {
  setProfile: z
    .object({
      clientId: id(),
      /** Of the profile that the person saw; 0 while there was none. */
      expectedVersion: z.int().min(0),
      /** Particulars that are to be kept no more; one that is left out stays as it is. */
      clear: z.array(z.enum(PROFILE_FIELDS)).default([]),
    })
    .and(particulars(PROFILE)),
  revealProfile: z.object({
    clientId: id(),
    fields: z.array(z.enum(PROFILE_FIELDS)).min(1),
    reason: reason(),
  }),
  recordStatus: z
    .object({
      clientId: id(),
      /** Of the version that the person saw; 0 while there was none. */
      expectedOrdinal: z.int().min(0),
      /** Sealed lines that are to be kept no more; one that is left out is carried over. */
      clear: z.array(z.enum(STATUS_SEALED_FIELDS)).default([]),
    })
    .and(particulars(STATUS_RECORD)),
  revealStatus: z.object({
    statusRecordId: id(),
    fields: z.array(z.enum(STATUS_SEALED_FIELDS)).min(1),
    reason: reason(),
  }),
  setRevealPolicy: z
    .object({
      tellAbove: z.int().min(1).max(MOST_REVEALED_A_DAY),
      refuseAbove: z.int().min(1).max(MOST_REVEALED_A_DAY),
      expectedVersion: expectedVersion().or(z.literal(0)),
    })
    .superRefine(({ tellAbove, refuseAbove }, ctx) => {
      if (refuseAbove < tellAbove)
        ctx.addIssue(
          fieldIssue(
            'refuseAbove',
            text('不得小于通知的人数。', 'Must not be below the number that is told of.'),
          ),
        )
    }),
} as const
