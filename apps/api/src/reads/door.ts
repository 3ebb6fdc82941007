import { hasPermission, type Role } from '@steward/domain'
import type { GraphQLField } from 'graphql'
import type { DoorRule } from '../access/permission.ts'

/** Why these roles do not pass the door of a root field; undefined: they pass. Undefined roles: nobody is signed in. */
export function doorRefusal(
  field: GraphQLField<unknown, unknown>,
  roles: readonly Role[] | undefined,
): 'UNAUTHENTICATED' | 'FORBIDDEN' | undefined {
  const permission = field.extensions['permission'] as DoorRule | undefined
  // Fails closed: the guard test names such a field long before anybody meets this.
  if (permission === undefined) throw new Error(`${field.name} names no permission`)
  if (permission === 'anonymous') return undefined
  if (roles === undefined) return 'UNAUTHENTICATED'
  return permission === 'signed-in' || hasPermission(roles, permission) ? undefined : 'FORBIDDEN'
}
