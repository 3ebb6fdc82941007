import type { Actor } from '../access/actor.ts'
import { limitFor } from '../access/conditions.ts'
import type { Role } from '../access/roles.ts'
import type { Cause } from './vocabulary.ts'

/** One row of the authority matrix 核决权限表. `cause: null` is the role's limit for every cause without a row of its own. */
export interface AuthorityLimit {
  readonly role: Role
  readonly cause: Cause | null
  /** Minor units of the organization's currency, inclusive. */
  readonly limitMinor: number
}

/**
 * What a new organization starts with, in fen of CNY; editable by the administrator. Remedies for the client's own
 * mistake and for force majeure are goodwill, so they climb higher up.
 */
export const DEFAULT_AUTHORITY_LIMITS: readonly AuthorityLimit[] = [
  { role: 'CR_SUPERVISOR', cause: null, limitMinor: 500_00 },
  { role: 'CR_SUPERVISOR', cause: 'CLIENT', limitMinor: 200_00 },
  { role: 'CR_SUPERVISOR', cause: 'FORCE_MAJEURE', limitMinor: 200_00 },
  { role: 'CS_MANAGER', cause: null, limitMinor: 5_000_00 },
  { role: 'CS_MANAGER', cause: 'CLIENT', limitMinor: 2_000_00 },
  { role: 'CS_MANAGER', cause: 'FORCE_MAJEURE', limitMinor: 2_000_00 },
  { role: 'CS_DIRECTOR', cause: null, limitMinor: 50_000_00 },
  { role: 'GENERAL_MANAGER', cause: null, limitMinor: 1_000_000_00 },
]

/** Default of policy: what was approved for a client within these days counts together. */
export const DEFAULT_AUTHORITY_WINDOW_DAYS = 30

/** A role's limit for a cause in minor units; nothing where the matrix does not name the role. */
const roleLimit = (rows: readonly AuthorityLimit[], role: Role, cause: Cause | null): number => {
  const ofRole = rows.filter((row) => row.role === role)
  const row = ofRole.find((it) => it.cause === cause) ?? ofRole.find((it) => it.cause === null)
  return row?.limitMinor ?? 0
}

/** The two limits of an actor who holds these roles: the highest of them, generally and for each cause that is named. */
export const approvalLimits = (
  rows: readonly AuthorityLimit[],
  roles: readonly Role[],
): Pick<Actor, 'approvalLimitMinor' | 'approvalLimitMinorByCause'> => {
  const highest = (cause: Cause | null) => Math.max(0, ...roles.map((role) => roleLimit(rows, role, cause)))
  const causes = new Set(rows.flatMap((row) => (roles.includes(row.role) ? (row.cause ?? []) : [])))
  return {
    approvalLimitMinor: highest(null),
    approvalLimitMinorByCause: Object.fromEntries([...causes].map((cause) => [cause, highest(cause)])),
  }
}

/**
 * What the matrix measures: the option's amount plus all that already stands promised to the client, so that a large
 * sum cannot be split into small ones. An option of no cost measures nothing: the supervisor may always approve it.
 */
export const authorityAmount = (approvedForClientMinor: number, amountMinor: number): number =>
  amountMinor === 0 ? 0 : Math.min(approvedForClientMinor + amountMinor, Number.MAX_SAFE_INTEGER)

/** May this actor approve that amount for that cause, given what the client was already promised? */
export const withinAuthority = (
  actor: Actor,
  cause: Cause | null,
  approvedForClientMinor: number,
  amountMinor: number,
): boolean => authorityAmount(approvedForClientMinor, amountMinor) <= limitFor(actor, cause)
