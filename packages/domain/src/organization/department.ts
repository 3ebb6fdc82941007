import { z } from 'zod'
import { amended, expectedVersion, id, words } from '../input.ts'
import { text } from '../text.ts'

/** Short, for lists and file names; letters, digits and `-`. */
export const shortCode = () =>
  words(20)
    .transform((typed) => typed.toUpperCase())
    .refine((value) => /^[A-Z0-9][A-Z0-9-]*$/.test(value), {
      params: { text: text('只能用字母、数字和 -。', 'Use letters, digits and - only.') },
    })

const step = { expectedVersion: expectedVersion() }

export const DEPARTMENT_INPUTS = {
  add: z.object({ code: shortCode(), name: words(50) }),
  /** `headId`: absent leaves who heads it, null names nobody. */
  change: z.object({ ...step, code: shortCode(), name: words(50), headId: amended(id()) }),
  archive: z.object(step),
  restore: z.object(step),
} as const

export type DepartmentVerb = keyof typeof DEPARTMENT_INPUTS
export type DepartmentInput<V extends DepartmentVerb> = z.output<(typeof DEPARTMENT_INPUTS)[V]>
