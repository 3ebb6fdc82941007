/** How far a permission of money reaches for somebody, as parameters of a statement of our own. */
import { grantsOf, type Actor, type Permission } from '@steward/domain'

export interface MoneyScope {
  readonly everywhere: boolean
  readonly projectIds: readonly string[]
  readonly buildingIds: readonly string[]
  /** Whose key account manager they are; null: nobody's by this permission. */
  readonly managerId: string | null
}

export const moneyScope = (actor: Actor, permission: Permission): MoneyScope => {
  const scopes = grantsOf(actor, permission)
  const onSite = scopes.includes('territory')
  return {
    everywhere: scopes.includes('any'),
    projectIds: onSite ? actor.projectIds : [],
    buildingIds: onSite ? actor.buildingIds : [],
    managerId: scopes.includes('accounts') ? actor.staffId : null,
  }
}

/** Is all that the one reaches within the other? */
export const reachesNoFurther = (one: MoneyScope, other: MoneyScope): boolean =>
  other.everywhere ||
  (!one.everywhere &&
    one.projectIds.length <= other.projectIds.length &&
    one.buildingIds.length <= other.buildingIds.length &&
    (one.managerId === null || other.managerId !== null))

/** In the order in which every statement of money names them, from `$2` on. */
export const scopeParameters = ({ everywhere, projectIds, buildingIds, managerId }: MoneyScope) =>
  [everywhere, projectIds, buildingIds, managerId] as const
