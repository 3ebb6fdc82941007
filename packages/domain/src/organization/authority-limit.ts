import { rolesHolding } from '../access/authorize.ts'

/** The rows of the authority matrix: those who approve at all. A limit of anybody else would mean nothing. */
export const LIMITED_ROLES = rolesHolding('complaint:approve')

/** No row reaches beyond: 100 million yuan. What a row may say, the document of the matrix checks (`LIMITS_CONTENT`). */
export const HIGHEST_LIMIT_MINOR = 10_000_000_000
