import { z } from 'zod'
import { CHANNELS } from '../complaints/vocabulary.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import {
  SUBJECT_PROOFS,
  SUBJECT_REFUSALS,
  SUBJECT_REQUESTERS,
  SUBJECT_REQUEST_KINDS,
  type SubjectRequestAction,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const MOST_DAYS = 60

const register = z
  .object({
    clientId: id(),
    kind: z.enum(SUBJECT_REQUEST_KINDS),
    askedBy: z.enum(SUBJECT_REQUESTERS),
    requesterName: optional(words(60)),
    channel: z.enum(CHANNELS),
    words: words(4_000),
  })
  .superRefine(({ askedBy, requesterName }, ctx) => {
    if (askedBy !== 'CLIENT' && requesterName === null)
      ctx.addIssue(
        fieldIssue('requesterName', text('请填写受托人或近亲属的姓名。', 'Name the agent or relative.')),
      )
    if (askedBy === 'CLIENT' && requesterName !== null)
      ctx.addIssue(fieldIssue('requesterName', text('本人提出的不用填。', 'The client needs no other name.')))
  })

export const SUBJECT_REQUEST_INPUTS = {
  register,
  verify: z.object({ ...step, proof: z.enum(SUBJECT_PROOFS), proofNote: words(500) }),
  prepareCopy: z.object(step),
  answer: z.object({ ...step, answer: words(4_000) }),
  erase: z.object(step),
  refuse: z.object({ ...step, refusal: z.enum(SUBJECT_REFUSALS), answer: words(4_000) }),
  withdraw: z.object({ ...step, answer: words(2_000) }),
} as const satisfies Record<SubjectRequestAction, z.ZodType>
export type SubjectRequestInput<A extends SubjectRequestAction> = z.output<(typeof SUBJECT_REQUEST_INPUTS)[A]>

export const SUBJECT_REQUEST_POLICY_INPUT = z
  .object({
    answerWithinDays: z.int().min(1).max(MOST_DAYS),
    warnBeforeDays: z.int().min(0).max(MOST_DAYS),
    escalateAfterDays: z.int().min(1).max(MOST_DAYS),
    expectedVersion: expectedVersion().or(z.literal(0)),
  })
  .superRefine(({ answerWithinDays, warnBeforeDays }, ctx) => {
    if (warnBeforeDays >= answerWithinDays)
      ctx.addIssue(
        fieldIssue('warnBeforeDays', text('须少于答复期限。', 'Fewer than the days for the answer.')),
      )
  })
