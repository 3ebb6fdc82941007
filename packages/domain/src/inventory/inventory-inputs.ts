import { z } from 'zod'
import { INFORMATION_MEDIA } from '../documents/destruction-content.ts'
import { expectedVersion, id, localDay, optional, words } from '../input.ts'
import {
  INFORMATION_CLASSES,
  INFORMATION_FINDINGS,
  INFORMATION_KINDS,
  type BreachAction,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const stated = {
  kind: z.enum(INFORMATION_KINDS),
  name: words(120),
  medium: z.enum(INFORMATION_MEDIA),
  place: words(120),
  keeperId: id(),
  purpose: words(300),
  class: z.enum(INFORMATION_CLASSES),
  keptFrom: localDay(),
  keepMonths: optional(z.int().min(1).max(600)),
  destruction: words(200),
}

export const INFORMATION_ITEM_INPUTS = {
  enter: z.object({ departmentId: id(), ...stated }),
  amend: z.object({ ...step, ...stated }),
  retire: z.object({ ...step, reason: words(500) }),
} as const

export const INVENTORY_INPUTS = {
  confirm: z.object({ ...step, note: optional(words(500)) }),
  check: z.object({ itemId: optional(id()), finding: z.enum(INFORMATION_FINDINGS), note: words(1_000) }),
} as const

export const BREACH_INPUTS = {
  record: z.object({
    departmentId: id(),
    itemId: optional(id()),
    checkId: optional(id()),
    staffId: id(),
    happenedOn: localDay(),
    what: words(2_000),
    evidence: words(2_000),
  }),
  state: z.object({ ...step, statement: words(4_000) }),
  conclude: z.object({ ...step, conclusion: words(4_000), unheard: optional(words(500)) }),
} as const satisfies Record<BreachAction, z.ZodType>
export type BreachInput<A extends BreachAction> = z.output<(typeof BREACH_INPUTS)[A]>

export const INVENTORY_POLICY_INPUT = z.object({
  confirmEveryMonths: z.int().min(1).max(24),
  expectedVersion: expectedVersion().or(z.literal(0)),
})
