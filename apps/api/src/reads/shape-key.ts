import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  visit,
  type ASTNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

/**
 * What the text of a statement depends on besides document and roles: which values are given, and the values themselves of
 * Booleans (directives, flags), enums (orders), page sizes and the prefix of a node's id. Other values are parameters.
 */
export function shapeKey(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: readonly ASTNode[],
  variables: Readonly<Record<string, unknown>>,
): string {
  const uses = usesOf(operation, document)
  const shapes = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value
    const value = variables[name]
    if (uses.whole.has(name)) return JSON.stringify(value ?? null)
    if (uses.prefix.has(name)) return typeof value === 'string' ? value.slice(0, PREFIX_LENGTH) : '-'
    return shapeOf(typeFromAST(schema, type as never) as GraphQLInputType | undefined, value)
  })
  return shapes.join()
}

/** Three letters and the underscore. */
const PREFIX_LENGTH = 4

function shapeOf(type: GraphQLInputType | undefined, value: unknown): string {
  if (value === null || value === undefined) return '-'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (isNonNullType(type)) return shapeOf(type.ofType, value)
  if (isListType(type)) return '+'
  if (isEnumType(type)) return JSON.stringify(value)
  if (!isInputObjectType(type)) return '+'
  const fields = type.getFields()
  const given = Object.entries(value).map(
    ([name, member]) => `${name}:${shapeOf(fields[name]?.type, member)}`,
  )
  return `{${given.toSorted().join()}}`
}

interface Uses {
  readonly whole: ReadonlySet<string>
  readonly prefix: ReadonlySet<string>
}

const known = new WeakMap<OperationDefinitionNode, Uses>()

/** Variables that stand as a page size, and those that stand as an id of `node`. */
function usesOf(operation: OperationDefinitionNode, document: readonly ASTNode[]): Uses {
  const found = known.get(operation)
  if (found) return found
  const whole = new Set<string>()
  const prefix = new Set<string>()
  for (const node of document) {
    visit(node, {
      Field: ({ name, arguments: given }) => {
        for (const argument of given ?? []) {
          if (argument.value.kind !== Kind.VARIABLE) continue
          if (argument.name.value === 'first') whole.add(argument.value.name.value)
          if (name.value === 'node' && argument.name.value === 'id') prefix.add(argument.value.name.value)
        }
      },
    })
  }
  const uses = { whole, prefix }
  known.set(operation, uses)
  return uses
}
