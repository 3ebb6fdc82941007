import { z } from 'zod'
import { rolesHolding } from '../access/authorize.ts'
import { CAUSES } from '../complaints/vocabulary.ts'
import { amountMinor, expectedVersion, optional } from '../input.ts'

/** The rows of the authority matrix: those who approve at all. A limit of anybody else would mean nothing. */
export const LIMITED_ROLES = rolesHolding('complaint:approve')

/** No row reaches beyond: 100 million yuan. */
const HIGHEST_LIMIT_MINOR = 10_000_000_000

export const AUTHORITY_LIMIT_INPUTS = {
  set: z.object({
    role: z.enum(LIMITED_ROLES),
    /** Absent: for every cause that has no row of its own. */
    cause: optional(z.enum(CAUSES)),
    limitMinor: amountMinor().max(HIGHEST_LIMIT_MINOR),
    /** Of the row that the person saw; absent where they saw none. */
    expectedVersion: optional(expectedVersion()),
  }),
  remove: z.object({ expectedVersion: expectedVersion() }),
} as const

export type AuthorityLimitVerb = keyof typeof AUTHORITY_LIMIT_INPUTS
export type AuthorityLimitInput<V extends AuthorityLimitVerb> = z.output<(typeof AUTHORITY_LIMIT_INPUTS)[V]>
