import { CONDITIONS, grantsOf, ROLES, type ConditionName } from '@steward/domain'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import type { Field, ListSpec, Merged, Projection, RowPermission } from './projection.ts'
import type { ReadModel } from './read-model.ts'

type Published = GraphQLField<unknown, unknown>

/**
 * Where schema and projections do not fit: what would otherwise be met by a reader. Empty when all is well; `start` refuses
 * to serve with any, and the guard test shows them.
 */
export function checkReadModel(schema: GraphQLSchema, model: ReadModel): readonly string[] {
  const faults: string[] = []
  for (const projection of model.projections.values()) {
    const type = schema.getType(projection.type)
    if (!isObjectType(type)) {
      faults.push(`${projection.type} is projected, but no object type of the schema`)
      continue
    }
    faults.push(...sameKeys(`${type.name}.`, Object.keys(type.getFields()), Object.keys(projection.fields)))
    for (const published of Object.values(type.getFields())) {
      const field = projection.fields[published.name]
      if (field) faults.push(...checkField(model, projection, published, field))
    }
    faults.push(...checkFacts(projection))
  }
  const query = schema.getQueryType()?.getFields() ?? {}
  faults.push(...sameKeys('Query.', Object.keys(query), Object.keys(model.roots)))
  for (const published of Object.values(query)) faults.push(...checkRoot(model, published))
  return faults
}

function sameKeys(
  prefix: string,
  published: readonly string[],
  declared: readonly string[],
): readonly string[] {
  return [
    ...published
      .filter((name) => !declared.includes(name))
      .map((name) => `${prefix}${name} is published, not declared`),
    ...declared
      .filter((name) => !published.includes(name))
      .map((name) => `${prefix}${name} is declared, not published`),
  ]
}

function checkField(
  model: ReadModel,
  projection: Projection,
  published: Published,
  field: Field,
): readonly string[] {
  const name = `${projection.type}.${published.name}`
  const faults: string[] = []
  const type = getNamedType(published.type)
  const canBeHidden = field.permission !== undefined && field.permission !== projection.permission
  if (canBeHidden && isNonNullType(published.type)) {
    faults.push(`${name} can be hidden, but is not nullable`)
  }
  if ('type' in field) {
    const target = model.projections.get(field.type)
    if (!target) return [...faults, `${name} leads to ${field.type}, which nobody projects`]
    if (nodeTypeName(type) !== field.type)
      faults.push(`${name} is declared as ${field.type}, published as ${type.name}`)
    const isSingle = field.kind === 'one' || field.kind === 'latest'
    if (isSingle && isNonNullType(published.type) && !isAlwaysReadable(target.permission)) {
      faults.push(`${name} leads to rows that can be hidden, but is not nullable`)
    }
    if (field.kind === 'connection' || field.kind === 'merged')
      faults.push(...checkList(name, target, published, field.list))
    if (field.kind === 'merged') faults.push(...checkSources(model, name, field))
    if (field.kind === 'many' || field.kind === 'latest')
      faults.push(...checkOrder(name, target, field.order))
  } else if (field.kind === 'values') {
    const members = isObjectType(type) && type.name === field.of ? Object.values(type.getFields()) : []
    if (members.length === 0 || members.some((member) => !isLeafType(getNamedType(member.type))))
      faults.push(`${name} is declared as values of ${field.of}, published as ${type.name}`)
  } else if (!isLeafType(type)) {
    faults.push(`${name} is declared as a value, published as ${type.name}`)
  }
  if (field.kind === 'id' && projection.prefix === null) faults.push(`${name} needs a prefix`)
  return faults
}

/** What a source shows must be fields that can be compared; what it is about must be columns of an entry. */
function checkSources(model: ReadModel, name: string, { columns, sources }: Merged): readonly string[] {
  return sources.flatMap(({ kind, type, through, shows, records }) => {
    const target = model.projections.get(type)
    if (!target || (through && !model.projections.has(through.type)))
      return [`${name} reads ${kind} from ${type}, which nobody projects`]
    return [
      ...Object.values(shows)
        .filter((field) => !COMPARABLE.has(target.fields[field]?.kind ?? ''))
        .map((field) => `${name} shows ${type}.${field}, which cannot be compared`),
      ...[...Object.keys(shows), ...Object.keys(records)]
        .filter((column) => !(column in columns))
        .map((column) => `${name} has no column ${column} for ${kind}`),
    ]
  })
}

function checkRoot(model: ReadModel, published: Published): readonly string[] {
  const root = model.roots[published.name]
  if (!root || !('type' in root)) return []
  const name = `Query.${published.name}`
  const target = model.projections.get(root.type)
  const type = getNamedType(published.type)
  if (!target) return [`${name} reads ${root.type}, which nobody projects`]
  const faults =
    nodeTypeName(type) === root.type ? [] : [`${name} is declared as ${root.type}, published as ${type.name}`]
  if (root.kind === 'object' && isNonNullType(published.type))
    faults.push(`${name} may find nothing, but is not nullable`)
  return [...faults, ...checkList(name, target, published, root.list)]
}

/** The type of a connection's nodes, else the type itself. */
function nodeTypeName(type: GraphQLNamedType): string {
  const edges = isObjectType(type) ? type.getFields()['edges'] : undefined
  const edge = edges && getNamedType(edges.type)
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined
  return node ? getNamedType(node.type).name : type.name
}

function checkList(
  name: string,
  target: Projection,
  published: Published,
  list: ListSpec,
): readonly string[] {
  const orderBy = published.args.find((argument) => argument.name === 'orderBy')
  const filter = published.args.find((argument) => argument.name === 'filter')
  const orderType = orderBy && getNamedType(orderBy.type)
  const filterType = filter && getNamedType(filter.type)
  const given = [
    ...published.args.map((argument) => argument.name).filter((argument) => !PAGING.has(argument)),
    ...(isInputObjectType(filterType) ? Object.keys(filterType.getFields()) : []),
  ]
  const orders = isEnumType(orderType) ? orderType.getValues().map((value) => String(value.value)) : undefined
  const fields = Object.values(list.filters ?? {}).flatMap(({ discloses, test }) =>
    'field' in test ? [...discloses, test.field] : discloses,
  )
  return [
    ...sameKeys(`${name} filter `, given, Object.keys(list.filters ?? {})),
    ...(orders ? sameKeys(`${name} order `, orders, Object.keys(list.orders)) : []),
    ...Object.values(list.orders).flatMap((order) => checkOrder(name, target, order)),
    ...fields
      .filter((field) => !target.fields[field])
      .map((field) => `${name} filters by ${field}, which is no field`),
  ]
}

const PAGING = new Set(['first', 'after', 'orderBy', 'filter'])
const COMPARABLE = new Set(['id', 'column', 'expression', 'one'])

const checkOrder = (name: string, target: Projection, order: ListSpec['orders'][string]): readonly string[] =>
  order
    .filter(([field]) => !COMPARABLE.has(target.fields[field]?.kind ?? ''))
    .map(([field]) => `${name} orders by ${field}, which cannot be compared`)

const isAlwaysReadable = (permission: RowPermission): boolean =>
  permission === 'anonymous' ||
  permission === 'signed-in' ||
  ROLES.every((role) => grantsOf({ roles: [role] }, permission).includes('any'))

/** A scope none of whose facts the record has would hide it from those very roles; a step's condition needs all of its own. */
function checkFacts(projection: Projection): readonly string[] {
  const has = (name: ConditionName, how: 'some' | 'every'): boolean =>
    CONDITIONS[name].facts.length === 0 ||
    CONDITIONS[name].facts[how]((fact) => projection.facts[fact] !== undefined)
  const fields = Object.values(projection.fields)
  const permissions = [projection.permission, ...fields.map(({ permission }) => permission)].filter(
    (permission) => permission !== undefined && permission !== 'anonymous' && permission !== 'signed-in',
  )
  const transitions = fields.flatMap((field) => (field.kind === 'actions' ? field.transitions : []))
  const scopes = [...permissions, ...transitions.map(({ permission }) => permission)].flatMap((permission) =>
    ROLES.flatMap((role) => grantsOf({ roles: [role] }, permission)),
  )
  const missing = [
    ...scopes.filter((scope) => !has(scope, 'some')),
    ...transitions.flatMap(({ requires }) => requires.filter((name) => !has(name, 'every'))),
  ]
  return [...new Set(missing)].map((name) => `${projection.type} lacks the facts of ${name}`)
}

/** Throws one error that names every fault. */
export function assertReadModel(schema: GraphQLSchema, model: ReadModel): void {
  const faults = checkReadModel(schema, model)
  if (faults.length > 0) throw new Error(`The read model does not fit the schema:\n${faults.join('\n')}`)
}
