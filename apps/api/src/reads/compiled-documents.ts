import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { Rights } from '@steward/domain'
import { LRUCache } from 'lru-cache'
import type { Compiled, CompileRequest } from './compile-document.ts'
import { shapeKey } from './shape-key.ts'

/** Shapes and rights kept for one document. */
const KEPT = 100

/** Forgets with the document, which Apollo keeps as long as it is in use. */
const documents = new WeakMap<OperationDefinitionNode, LRUCache<string, Compiled>>()

/** The statement of a request, compiled once for its document, rights, shape of variables and `part` of the document. */
export function compiledOnce(request: CompileRequest, part: string, compile: () => Compiled): Compiled {
  const { schema, operation, fragments, variables, rights } = request
  const known = documents.get(operation) ?? new LRUCache<string, Compiled>({ max: KEPT })
  documents.set(operation, known)
  const who = rights ? whoHas(rights) : 'nobody'
  const key = `${part}|${who}|${shapeKey(schema, operation, [operation, ...Object.values(fragments)], variables)}`
  const statement = known.get(key) ?? compile()
  known.set(key, statement)
  return statement
}

/** Names a combination of rights. */
export const whoHas = ({ roles, scopes }: Rights): string =>
  `${roles.toSorted().join()}/${scopes?.toSorted().join() ?? 'all'}`

/** The fragments of a document by name. */
export const fragmentsOf = (
  definitions: readonly { readonly kind: string }[],
): Readonly<Record<string, FragmentDefinitionNode>> =>
  Object.fromEntries(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((node) => [node.name.value, node]),
  )
