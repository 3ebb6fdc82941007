import { z } from 'zod'
import { notEligible } from '../errors.ts'
import { id } from '../input.ts'
import { text } from '../text.ts'

/** Clients of one act; a list that is longer is worked through in several, each on record by itself. */
export const MOST_ASSIGNED_AT_ONCE = 500
/** Clients of one list that is worked through. */
export const MOST_IN_BULK = 10_000

export const ASSIGN_MANAGER_INPUT = z.object({
  clientIds: z.array(id()).min(1).max(MOST_ASSIGNED_AT_ONCE),
  managerId: id().nullable().default(null),
})

/** Why a client of the list is left as they are. */
export const UNASSIGNED = {
  absent: notEligible('absent', text('没有这位客户。', 'There is no such client.')),
  elsewhere: notEligible('permission', text('不在您的职责范围内。', 'Outside your responsibility.')),
  archived: notEligible('archived', text('档案已停用。', 'The archive is out of use.')),
  unchanged: notEligible('unchanged', text('已经是这样，没有改动。', 'It is so already.')),
} as const
