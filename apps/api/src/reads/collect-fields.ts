import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Compilation } from './compilation.ts'
import { Refusal } from './refusal.ts'

type Needs = Pick<Compilation, 'schema' | 'fragments' | 'variables'>

/** PostgreSQL cuts identifiers there, and two cut keys could meet. */
const LONGEST_KEY_BYTES = 63

/** The fields that a selection asks of an object of this type, by response key, as the GraphQL specification collects them. */
export function collectFields(
  c: Needs,
  type: GraphQLObjectType,
  selectionSets: readonly (SelectionSetNode | undefined)[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(c, selection)) continue
      if (selection.kind === 'Field') {
        add(fields, selection)
      } else if (selection.kind === 'InlineFragment') {
        if (applies(c, type, selection.typeCondition?.name.value)) collect(selection.selectionSet)
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value)
        const fragment = c.fragments[selection.name.value]
        if (fragment && applies(c, type, fragment.typeCondition.name.value)) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of selectionSets) if (set) collect(set)
  return fields
}

function add(fields: Map<string, FieldNode[]>, node: FieldNode): void {
  const key = (node.alias ?? node.name).value
  if (key.length > LONGEST_KEY_BYTES) throw new Refusal('BAD_REQUEST', 'longAlias')
  const same = fields.get(key)
  if (same) same.push(node)
  else fields.set(key, [node])
}

function isIncluded(c: Needs, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  const variables = { ...c.variables }
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}

function applies(c: Needs, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true
  const conditional = c.schema.getType(condition)
  return isAbstractType(conditional) && c.schema.isSubType(conditional, type)
}
