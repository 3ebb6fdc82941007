/** Every place of the schema where somebody may write a text: arguments of all fields, members of inputs, ids, cursors, orders. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

type Operation = 'query' | 'mutation'

/** One place, and how something is written there. */
export interface Slot {
  /** As `query complaints(filter.number)`. */
  readonly name: string
  readonly operation: Operation
  /** The field of Query or Mutation that it belongs to. */
  readonly root: string
  /** Name of the type that belongs there: String, ID, DateTime, an enum, a number. */
  readonly type: string
  readonly document: string
  /** Orders that the field knows, where the place takes a cursor. */
  readonly orders: readonly string[]
  /** Variables with this value there, everything else as it should be. */
  with(value: unknown): Record<string, unknown>
}

/** What belongs where nothing is tried: by the name of the member and its type. */
export type Fitting = (name: string, type: string) => unknown

interface Step {
  readonly field: GraphQLField<unknown, unknown>
  readonly parent: GraphQLObjectType
}

/** How far below Query or Mutation fields with arguments are looked for. */
const DEPTH = 4

/** Each field once, by the shortest way to it. */
export function slotsOf(schema: GraphQLSchema, fitting: Fitting): readonly Slot[] {
  const starts = (operation: Operation, parent: GraphQLObjectType) =>
    Object.values(parent.getFields()).map((field) => ({ operation, path: [{ field, parent }] }))
  const waiting: { readonly operation: Operation; readonly path: readonly Step[] }[] = [
    ...starts('query', schema.getQueryType()!),
    ...starts('mutation', schema.getMutationType()!),
  ]
  const seen = new Set<string>()
  const slots: Slot[] = []
  for (const { operation, path } of waiting) {
    const { field, parent } = path.at(-1)!
    if (seen.has(`${parent.name}.${field.name}`)) continue
    seen.add(`${parent.name}.${field.name}`)
    slots.push(...slotsOfField(operation, path, fitting))
    const type = getNamedType(field.type)
    // Payloads of mutations are the types that queries reach as well.
    if (operation === 'mutation' || path.length > DEPTH || !isObjectType(type)) continue
    const below = Object.values(type.getFields()).filter((each) => isCompositeType(getNamedType(each.type)))
    waiting.push(...below.map((each) => ({ operation, path: [...path, { field: each, parent: type }] })))
  }
  return slots
}

function slotsOfField(operation: Operation, path: readonly Step[], fitting: Fitting): readonly Slot[] {
  const { field } = path.at(-1)!
  const orders = field.args.flatMap(({ name, type }) => {
    const named = getNamedType(type)
    return name === 'orderBy' && isEnumType(named) ? named.getValues().map((value) => value.name) : []
  })
  return field.args.flatMap((argument) =>
    placesIn(argument.type, [argument.name]).map(({ at, type }) => {
      const { document, base } = documentOf(operation, path, at[0]!, fitting)
      return {
        name: `${operation} ${path.map((step) => step.field.name).join('.')}(${at.join('.')})`,
        operation,
        root: path[0]!.field.name,
        type,
        document,
        orders: argument.name === 'after' ? orders : [],
        with: (value: unknown) => ({ ...base, [at[0]!]: written(argument.type, at, 0, value, fitting) }),
      }
    }),
  )
}

interface Place {
  readonly at: readonly string[]
  readonly type: string
}

function placesIn(type: GraphQLInputType, at: readonly string[]): readonly Place[] {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return named.name === 'Boolean' ? [] : [{ at, type: named.name }]
  if (at.length > DEPTH) return []
  return Object.values(named.getFields()).flatMap((field) => placesIn(field.type, [...at, field.name]))
}

/** A value of that type which has `value` at the place, and beside it what is required. */
function written(
  type: GraphQLInputType,
  at: readonly string[],
  depth: number,
  value: unknown,
  fitting: Fitting,
): unknown {
  if (isNonNullType(type)) return written(type.ofType, at, depth, value, fitting)
  if (isListType(type)) return [written(type.ofType, at, depth, value, fitting)]
  if (!isInputObjectType(type)) return value
  const members = Object.values(type.getFields()).flatMap((field) => {
    if (field.name === at[depth + 1])
      return [[field.name, written(field.type, at, depth + 1, value, fitting)]]
    return isRequiredInputField(field) ? [[field.name, fit(field.type, field.name, fitting)]] : []
  })
  return Object.fromEntries(members) as unknown
}

/** What should be there: required members only. */
export function fit(type: GraphQLInputType, name: string, fitting: Fitting): unknown {
  if (isNonNullType(type)) return fit(type.ofType, name, fitting)
  if (isListType(type)) return [fit(type.ofType, name, fitting)]
  if (isEnumType(type)) return fitting(name, type.name) ?? type.getValues()[0]!.name
  if (!isInputObjectType(type)) return fitting(name, type.name)
  const needed = Object.values(type.getFields()).filter(isRequiredInputField)
  return Object.fromEntries(needed.map((field) => [field.name, fit(field.type, field.name, fitting)]))
}

function documentOf(operation: Operation, path: readonly Step[], tried: string, fitting: Fitting) {
  const declared: string[] = []
  const base: Record<string, unknown> = {}
  const written = (depth: number): string => {
    const { field } = path[depth]!
    const isLast = depth === path.length - 1
    const passed = field.args
      .filter(({ name, type }) => isNonNullType(type) || (isLast && (name === tried || name === 'orderBy')))
      .map(({ name, type }) => {
        const variable = isLast ? name : `${name}${depth}`
        declared.push(`$${variable}: ${String(type)}`)
        if (isNonNullType(type)) {
          // The first field says what an `id` means.
          base[variable] = fit(type, name === 'id' ? field.name : name, fitting)
        }
        return `${name}: $${variable}`
      })
    const selection = isLast ? selectionOf(field) : ` { ${written(depth + 1)} }`
    return `${field.name}${passed.length > 0 ? `(${passed.join(', ')})` : ''}${selection}`
  }
  const body = written(0)
  return {
    document: `${operation}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`,
    base,
  }
}

/** Enough that filter, order and page are all carried out. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return ''
  if (!isObjectType(type) || !('edges' in type.getFields())) {
    const isPayload = 'getTypes' in type
    return isPayload ? ' { __typename ... on UserError { code message } }' : ' { __typename }'
  }
  return ` { edges { cursor node { __typename } } pageInfo { hasNextPage }${'totalCount' in type.getFields() ? ' totalCount' : ''} }`
}
