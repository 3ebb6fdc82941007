/** The ways on which a record's classified fields can be reached, as documents made from the read model. */
import { rolesHolding, type Role } from '@steward/domain'
import { getNamedType, isCompositeType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql'
import { toGlobalId, type NodeType } from '../src/graphql/global-id.ts'
import type { Field, Projection } from '../src/reads/projection.ts'
import { READ_MODEL } from '../src/schema.ts'

export const isClassified = ({ class: of }: Field): boolean => of === 'personal' || of === 'sensitive'
export const classified = ({ fields }: Projection): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, field]) => isClassified(field))
export const PROJECTIONS = [...READ_MODEL.projections.values()]

export const rule = (projection: Projection, { permission }: Field) => permission ?? projection.permission
/** Whether some role of them may see some value of the field. */
export const mayEver = (roles: readonly Role[], projection: Projection, field: Field): boolean => {
  const needed = rule(projection, field)
  return (
    needed === 'signed-in' ||
    needed === 'anonymous' ||
    roles.some((role) => rolesHolding(needed).includes(role))
  )
}

/** All classified fields of a type, under aliases that tell which is which. */
const selection = (schema: GraphQLSchema, projection: Projection): string => {
  const type = schema.getType(projection.type)
  if (!isObjectType(type)) throw new Error(`${projection.type} is not published`)
  const fields = classified(projection).map(([name]) => {
    const published = type.getFields()[name]!
    const below = getNamedType(published.type)
    const paged = isObjectType(below) && 'edges' in below.getFields()
    const leaf = paged
      ? '(first: 5) { edges { node { __typename } } }'
      : isCompositeType(below)
        ? ' { __typename }'
        : ''
    return `told_${name}: ${name}${leaf}`
  })
  return `__typename ${fields.join(' ')}`
}

/** What an answer tells of classified fields, wherever it stands. */
export const toldIn = (
  answer: unknown,
): readonly (readonly [type: string, field: string, value: unknown])[] => {
  if (Array.isArray(answer)) return answer.flatMap(toldIn)
  if (!(answer instanceof Object)) return []
  const type = String((answer as { __typename?: unknown }).__typename)
  return Object.entries(answer).flatMap(([name, value]) =>
    name.startsWith('told_') ? [[type, name.slice(5), value] as const] : toldIn(value),
  )
}
export const isNothing = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (value instanceof Object && 'edges' in value && isNothing(value.edges))

/** Every relation that leads to records of some type, and the type that it starts from. */
const relations = PROJECTIONS.flatMap((parent) =>
  Object.entries(parent.fields).flatMap(([name, field]) =>
    'type' in field ? [{ parent, name, field, child: READ_MODEL.projections.get(field.type)! }] : [],
  ),
).filter(({ child }) => classified(child).length > 0)

const reach = (parent: Projection, inner: string, depth = 0): string | undefined => {
  if (parent.prefix !== null) return `... on ${parent.type} { ${inner} }`
  if (depth > 2) return undefined
  for (const { parent: above, name, field, child } of relations) {
    if (child !== parent || above === parent) continue
    const found = reach(above, through(name, field, inner), depth + 1)
    if (found) return found
  }
  return undefined
}
const through = (name: string, { kind }: Field, inner: string): string =>
  kind === 'connection' ? `${name}(first: 20) { edges { node { ${inner} } } }` : `${name} { ${inner} }`

/** By its id, behind each relation, and in each list: a document, and the ids that it is asked for. */
export const ways = (
  schema: GraphQLSchema,
  ids: ReadonlyMap<string, readonly string[]>,
  projection: Projection,
): readonly { readonly source: string; readonly ids: readonly string[] }[] => {
  const inner = selection(schema, projection)
  const byId = (fragment: string | undefined, start: Projection) =>
    fragment === undefined
      ? []
      : [
          {
            source: `query($id: ID!) { node(id: $id) { ${fragment} } }`,
            ids: (ids.get(start.table) ?? [])

              .map((id) => toGlobalId(start.type as NodeType, id)),
          },
        ]
  const direct = projection.prefix === null ? [] : byId(`... on ${projection.type} { ${inner} }`, projection)
  const behind = relations
    .filter(({ child }) => child === projection)
    .flatMap(({ parent, name, field }) => {
      const fragment = reach(parent, through(name, field, inner))
      const start =
        fragment && PROJECTIONS.find(({ type }) => type === /^\.\.\. on (\w+)/.exec(fragment)?.[1])
      return start ? byId(fragment, start).map((way) => ({ ...way, ids: way.ids.slice(0, 1) })) : []
    })
  const lists = Object.entries(READ_MODEL.roots).flatMap(([name, root]) => {
    if (!('type' in root) || root.type !== projection.type || root.kind === 'object') return []
    const { args } = schema.getQueryType()!.getFields()[name]!
    const needed = args.filter(({ type, name: arg }) => isNonNullType(type) && arg !== 'first')
    if (needed.length > 0) return []
    const source =
      root.kind === 'list'
        ? `{ ${name} { ${inner} } }`
        : `{ ${name}(first: 50) { edges { node { ${inner} } } } }`
    return [{ source, ids: [''] }]
  })
  return [...direct, ...behind, ...lists]
}
