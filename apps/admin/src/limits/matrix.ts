import { LIMITED_ROLES, type AuthorityLimit, type Cause, type Role } from '@steward/domain'

/** Who may approve more stands lower in the table: the order in which a large amount travels. */
export const ROLES_UPWARDS: readonly Role[] = LIMITED_ROLES.toReversed()

export const storedAt = (
  limits: readonly AuthorityLimit[],
  role: Role,
  cause: Cause | null,
): AuthorityLimit | undefined => limits.find((limit) => limit.role === role && limit.cause === cause)

/** What holds for a role and cause: its own limit, else the general one, else nothing. */
export const heldAt = (limits: readonly AuthorityLimit[], role: Role, cause: Cause | null): number =>
  (storedAt(limits, role, cause) ?? storedAt(limits, role, null))?.limitMinor ?? 0

/** Those who may approve an amount for a cause, the lowest first. */
export const approversOf = (
  limits: readonly AuthorityLimit[],
  cause: Cause | null,
  amountMinor: number,
): readonly Role[] => ROLES_UPWARDS.filter((role) => heldAt(limits, role, cause) >= amountMinor)

/** What a changed cell would mean: amounts that would need another approver than today, and a superior who may less. */
export interface WhatIf {
  /** Between these, exclusive and inclusive, the approver changes. */
  readonly aboveMinor: number
  readonly upToMinor: number
  readonly gains: boolean
  /** The next role up, where it would then be allowed less than this one. */
  readonly overtakes: Role | undefined
}

/** Undefined where nothing would change. `limitMinor: null` takes the cell's own limit away. */
export function whatIf(
  limits: readonly AuthorityLimit[],
  role: Role,
  cause: Cause | null,
  limitMinor: number | null,
): WhatIf | undefined {
  const before = heldAt(limits, role, cause)
  const others = limits.filter((limit) => limit.role !== role || limit.cause !== cause)
  const after = limitMinor ?? (cause === null ? 0 : heldAt(others, role, cause))
  if (after === before) return undefined
  const above = ROLES_UPWARDS.slice(ROLES_UPWARDS.indexOf(role) + 1)
  return {
    aboveMinor: Math.min(before, after),
    upToMinor: Math.max(before, after),
    gains: after > before,
    overtakes: above.find((superior) => heldAt(limits, superior, cause) < after),
  }
}
