import { z } from 'zod'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import type { HandoverAction } from './vocabulary.ts'

const note = () => words(2_000)
const step = { expectedVersion: expectedVersion() }

/** A hand-over lists at most so many cases. */
export const MOST_HANDED_OVER = 200

/** To whom: a colleague, or a department. */
export const to = { receiverId: optional(id()), departmentId: optional(id()) }

export const toExactlyOne = (
  it: { readonly receiverId: string | null; readonly departmentId: string | null },
  ctx: z.core.$RefinementCtx,
): void => {
  if ((it.receiverId === null) === (it.departmentId === null))
    ctx.addIssue(
      fieldIssue(
        'receiverId',
        text('请选定一位同事或一个部门。', 'Choose either a colleague or a department.'),
      ),
    )
}

export const HANDOVER_INPUTS = {
  offer: z
    .object({
      ...to,
      /** Incidents, keys, pending calls. */
      note: optional(note()),
      items: z
        .array(z.object({ complaintId: id(), remark: optional(note()) }))
        .min(1)
        .max(MOST_HANDED_OVER),
    })
    .superRefine((it, ctx) => {
      toExactlyOne(it, ctx)
      if (new Set(it.items.map(({ complaintId }) => complaintId)).size < it.items.length)
        ctx.addIssue(fieldIssue('items', text('同一案件只能列一次。', 'A case is listed only once.')))
    }),
  accept: z.object(step),
  decline: z.object({ ...step, reason: note() }),
  takeBack: z.object({ ...step, reason: optional(note()) }),
  ask: z.object({ ...step, itemId: id(), question: note() }),
  reply: z.object({ ...step, itemId: id(), reply: note() }),
} as const satisfies Record<HandoverAction, z.ZodType>

export type HandoverInput<A extends HandoverAction> = z.output<(typeof HANDOVER_INPUTS)[A]>
