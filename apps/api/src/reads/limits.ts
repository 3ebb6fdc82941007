import {
  getNamedType,
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** Objects that one answer may hold, variables counted; the compiler adds them up. */
export const MAXIMUM_COST = 1_000
/** What a program pays for what is not compiled: a change, and a look at the schema. A document that is turned away costs one. */
export const COST_OF = { change: 10, plain: 10, introspection: 100, refused: 1 } as const
/** Fields that one statement may spell out, once fragments are followed: few tokens can stand for very many. */
export const MAXIMUM_FIELDS = 2_000
/** For the parser, before anything else looks at the document. */
export const MAXIMUM_TOKENS = 1_000
export const MAXIMUM_BODY_BYTES = 100_000

const MAXIMUM_DEPTH = 10
const MAXIMUM_ALIASES = 15
const MAXIMUM_DIRECTIVES = 10

/** What a document may be, whatever its variables; each rule looks at every node once. No word of the schema is said. */
export const LIMIT_RULES: readonly ValidationRule[] = [depthRule, countRule]

function refuse(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } }))
}

function countRule(context: ValidationContext): ASTVisitor {
  const count = { aliases: 0, directives: 0 }
  return {
    Field: (node) => {
      if (node.alias) count.aliases += 1
    },
    Directive: () => {
      count.directives += 1
    },
    Document: {
      leave: () => {
        if (count.aliases > MAXIMUM_ALIASES)
          refuse(context, `A document may have at most ${MAXIMUM_ALIASES} aliases.`)
        if (count.directives > MAXIMUM_DIRECTIVES) {
          refuse(context, `A document may have at most ${MAXIMUM_DIRECTIVES} directives.`)
        }
      },
    },
  }
}

/** Counts objects: the wrapping of a connection is no depth. Introspection has a rule of its own in graphql-js. */
function depthRule(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, number>()
  return {
    OperationDefinition: ({ operation, selectionSet }) => {
      const root = context.getSchema().getRootType(operation) ?? undefined
      if (depthOf(context, selectionSet, root, fragments) > MAXIMUM_DEPTH) {
        refuse(context, `A document may be at most ${MAXIMUM_DEPTH} objects deep.`)
      }
    },
  }
}

/** `known` holds the depth of each fragment met, so that one spread many times is measured once, and a cycle ends. */
function depthOf(
  context: ValidationContext,
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  known: Map<string, number>,
): number {
  const depths = set.selections.map((selection): number => {
    if (selection.kind === Kind.FIELD) {
      if (!selection.selectionSet || selection.name.value.startsWith('__')) return 0
      const field = type && 'getFields' in type ? type.getFields()[selection.name.value] : undefined
      const fieldType = getNamedType(field?.type)
      const own = isWrapping(fieldType) ? 0 : 1
      return own + depthOf(context, selection.selectionSet, fieldType, known)
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value
      const inner = condition === undefined ? type : context.getSchema().getType(condition)
      return depthOf(context, selection.selectionSet, inner, known)
    }
    const name = selection.name.value
    const fragment = context.getFragment(name)
    return fragment ? (known.get(name) ?? fragmentDepth(context, fragment, known)) : 0
  })
  return Math.max(0, ...depths)
}

function fragmentDepth(
  context: ValidationContext,
  fragment: FragmentDefinitionNode,
  known: Map<string, number>,
): number {
  const name = fragment.name.value
  known.set(name, 0)
  const type = context.getSchema().getType(fragment.typeCondition.name.value)
  const depth = depthOf(context, fragment.selectionSet, type, known)
  known.set(name, depth)
  return depth
}

/** A connection counts with its nodes, not by itself. */
const isWrapping = (type: GraphQLNamedType | undefined): boolean =>
  type !== undefined &&
  (type.name.endsWith('Edge') || type.name === 'PageInfo' || type.name.endsWith('Connection'))
