import { CONDITIONS, grantsOf, type Scope } from '@steward/domain'
import { GraphQLObjectType } from 'graphql'
import type { Compilation, Parent, View } from './compilation.ts'
import type { Projection } from './projection.ts'
import { getProjection } from './read-model.ts'
import { scopeSql } from './scope-sql.ts'

/** The object type of that name; throws when there is none, which the check at start-up excludes. */
export function getObjectType(c: Compilation, name: string): GraphQLObjectType {
  const type = c.schema.getType(name)
  if (!(type instanceof GraphQLObjectType)) throw new Error(`${name} is no object type`)
  return type
}

/** A table under a new alias, read as the type of that name, with the reader's row scope on it. */
export function viewOf(c: Compilation, typeName: string, times: number, parent?: Parent): View {
  const projection = getProjection(c.model, typeName)
  const row = {
    projection,
    alias: c.sql.alias(),
    parent,
    proven: parent ? inherited(projection, parent) : [],
  }
  return {
    ...row,
    type: getObjectType(c, typeName),
    times,
    scope: scopeSql(c, row, projection.permission),
    proven: [...row.proven, ...ownScopes(c, projection)],
  }
}

function ownScopes({ rights }: Compilation, { permission }: Projection): readonly (readonly Scope[])[] {
  if (rights === undefined || permission === 'anonymous' || permission === 'signed-in') return []
  const scopes = grantsOf(rights, permission)
  return scopes.length > 0 ? [scopes] : []
}

/** What is proven of the parent holds of the child too, where the child finds its facts in that very row. */
const inherited = (child: Projection, parent: Parent): View['proven'] =>
  parent.view.proven.filter((scopes) => scopes.every((scope) => isSame(child, parent, scope)))

const isSame = (child: Projection, { view, by }: Parent, scope: Scope): boolean =>
  CONDITIONS[scope].facts.every((name) => {
    const [own, above] = [child.facts[name], view.projection.facts[name]]
    if (own === undefined || above === undefined) return own === above
    if (typeof own === 'string' || !('by' in own)) return false
    return own.table === view.projection.table && own.by === by && own.column === above
  })
