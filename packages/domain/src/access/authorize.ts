import type { Actor, Rights } from './actor.ts'
import { CONDITIONS, type Scope } from './conditions.ts'
import type { FactBag } from './facts.ts'
import { POLICY, type Grants, type Permission } from './policy.ts'
import { ROLES, type Role } from './roles.ts'

const grants = (permission: Permission): Grants => POLICY[permission]

/** The roles that have the permission at all, whatever its reach. */
export const rolesHolding = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => grants(permission)[role] !== undefined)

const isInScope = ({ scopes }: Rights, permission: Permission): boolean =>
  scopes === undefined || scopes.includes(permission)

/** The door: does any of the roles hold the permission, and the credential allow it? Says nothing yet about a particular record. */
export const hasPermission = (rights: Rights, permission: Permission): boolean =>
  isInScope(rights, permission) && rights.roles.some((role) => grants(permission)[role] !== undefined)

/** What can be done for somebody else, by their delegation: signing, and nothing else. */
export const DELEGABLE = [
  'complaint:review',
  'complaint:approve',
  'complaint:reject',
] as const satisfies readonly Permission[]

/** The door for verbs that a delegation can open: the roles of those who gave one count too. */
export const mayTry = (rights: Rights, permission: Permission): boolean =>
  hasPermission(rights, permission) ||
  ((DELEGABLE as readonly Permission[]).includes(permission) &&
    isInScope(rights, permission) &&
    hasPermission({ roles: rights.delegatedRoles ?? [] }, permission))

/** How far the permission reaches for the roles together: the union, `['any']` where one of them has it everywhere. */
export const grantsOf = (rights: Rights, permission: Permission): readonly Scope[] => {
  if (!isInScope(rights, permission)) return []
  const scopes = new Set(rights.roles.flatMap((role) => grants(permission)[role] ?? []))
  return scopes.has('any') ? ['any'] : [...scopes]
}

/** The desk: may this actor do this to this record? */
export const can = (actor: Actor, permission: Permission, record: FactBag): boolean =>
  grantsOf(actor, permission).some((scope) => CONDITIONS[scope].holds(actor, record))

/** Those of the actor's roles that alone would allow it: the ones in which a decision can be signed. */
export const qualifyingRoles = (actor: Actor, permission: Permission, record: FactBag): readonly Role[] =>
  actor.roles.filter((role) => can({ ...actor, roles: [role] }, permission, record))
