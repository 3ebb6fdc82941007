import { z } from 'zod'
import { CHANNELS } from '../../complaints/vocabulary.ts'
import { day, expectedVersion, fieldIssue, id, instant, optional, words } from '../../input.ts'
import { text } from '../../text.ts'
import { RECEPTION_DIRECTIONS, RECEPTION_PURPOSES, type ReceptionAction } from './reception.ts'

const told = {
  channel: z.enum(CHANNELS).default('PHONE'),
  direction: z.enum(RECEPTION_DIRECTIONS).default('IN'),
  purpose: z.enum(RECEPTION_PURPOSES).default('INQUIRY'),
  /** What was said, as one would tell a colleague. */
  words: words(1_000),
  result: optional(words(500)),
  nextStep: optional(words(200)),
  nextOn: optional(day()),
  contactId: optional(id()),
  memberId: optional(id()),
}

const consistent = (
  it: {
    readonly nextStep: string | null
    readonly nextOn: string | null
    readonly contactId: string | null
    readonly memberId: string | null
  },
  ctx: z.RefinementCtx,
): void => {
  if (it.nextOn !== null && it.nextStep === null)
    ctx.addIssue(fieldIssue('nextStep', text('请写明到时要做什么。', 'Say what is to be done then.')))
  if (it.contactId !== null && it.memberId !== null)
    ctx.addIssue(
      fieldIssue('memberId', text('联系人和家庭成员请只选一位。', 'Choose a contact or a member, not both.')),
    )
}

export const RECEPTION_INPUTS = {
  record: z
    .object({
      ...told,
      clientId: id(),
      /** Absent: just now. */
      at: optional(instant()),
    })
    .superRefine(consistent),
  finish: z.object({ receptionId: id(), expectedVersion: expectedVersion(), outcome: optional(words(500)) }),
  amend: z.object({ ...told, expectedVersion: expectedVersion() }).superRefine(consistent),
} as const satisfies Record<ReceptionAction, z.ZodType>

export type ReceptionInput<A extends ReceptionAction> = z.output<(typeof RECEPTION_INPUTS)[A]>
