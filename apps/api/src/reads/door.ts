import { mayTry, type Rights } from '@steward/domain'
import type { GraphQLField } from 'graphql'
import type { DoorRule } from '../access/permission.ts'

/** Why one with these rights does not pass the door of a root field; undefined: they pass. No rights: nobody is signed in. */
export function doorRefusal(
  field: GraphQLField<unknown, unknown>,
  rights: Rights | undefined,
): 'UNAUTHENTICATED' | 'FORBIDDEN' | undefined {
  const permission = field.extensions['permission'] as DoorRule | undefined
  // Fails closed: the guard test names such a field long before anybody meets this.
  if (permission === undefined) throw new Error(`${field.name} names no permission`)
  if (permission === 'anonymous') return undefined
  if (rights === undefined) return 'UNAUTHENTICATED'
  return permission === 'signed-in' || mayTry(rights, permission) ? undefined : 'FORBIDDEN'
}
