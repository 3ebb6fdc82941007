import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Compiled, CompileRequest } from './compile-document.ts'
import { shapeKey } from './shape-key.ts'

/** Shapes and role sets kept for one document. */
const KEPT = 100

/** Forgets with the document, which Apollo keeps as long as it is in use. */
const documents = new WeakMap<OperationDefinitionNode, LRUCache<string, Compiled>>()

/** The statement of a request, compiled once for its document, roles, shape of variables and `part` of the document. */
export function compiledOnce(request: CompileRequest, part: string, compile: () => Compiled): Compiled {
  const { schema, operation, fragments, variables, roles } = request
  const known = documents.get(operation) ?? new LRUCache<string, Compiled>({ max: KEPT })
  documents.set(operation, known)
  const who = roles?.toSorted().join() ?? 'nobody'
  const key = `${part}|${who}|${shapeKey(schema, operation, [operation, ...Object.values(fragments)], variables)}`
  const statement = known.get(key) ?? compile()
  known.set(key, statement)
  return statement
}

/** The fragments of a document by name. */
export const fragmentsOf = (
  definitions: readonly { readonly kind: string }[],
): Readonly<Record<string, FragmentDefinitionNode>> =>
  Object.fromEntries(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((node) => [node.name.value, node]),
  )
