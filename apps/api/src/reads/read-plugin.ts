import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestListener,
} from '@apollo/server'
import {
  getVariableValues,
  GraphQLError,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql'
import type { Cost, RequestContext, SignedIn } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'
import { collectFields } from './collect-fields.ts'
import { compiledOnce, fragmentsOf } from './compiled-documents.ts'
import { compileDocument, type CompileRequest } from './compile-document.ts'
import { doorRefusal } from './door.ts'
import { COST_OF, MAXIMUM_COST } from './limits.ts'
import { RawJson } from './raw-json.ts'
import { readCompiled } from './read-compiled.ts'
import type { ReadModel } from './read-model.ts'
import { Refusal } from './refusal.ts'

/** What the read path needs of a request. */
export type ReadContext = Pick<RequestContext, 'locale' | 'readPool' | 'signedIn'> & {
  readonly now?: Date
  cost?: Cost | undefined
}

export interface ReadOptions {
  readonly model: ReadModel
  /** Resolves the session of a request anew, past the cache; undefined when it is no longer good. */
  readonly resolveAgain: (context: ReadContext) => Promise<SignedIn | undefined>
  /** Takes what a program's document costs from its allowance, before it is answered; throws RATE_LIMITED. */
  readonly spend?: (context: ReadContext, points: number) => Promise<void>
  /** True: anybody may read the schema; otherwise only programs. */
  readonly introspection?: boolean
  /** Is this the source of a document of ours? Only those become named statements. */
  readonly isTrusted: (source: string) => boolean
}

type Request = GraphQLRequestContextDidResolveOperation<ReadContext>

/**
 * The road of every operation: coercion of variables, the door for each root field, then for queries the compiled statement,
 * whose text is the answer. Mutations and introspection go on to the plain executor. The work is done while the operation is
 * resolved, because an error thrown there takes Apollo's ordinary way through `formatError`.
 */
export const readPlugin = <C extends ReadContext>(options: ReadOptions): ApolloServerPlugin<C> => ({
  requestDidStart: async (): Promise<GraphQLRequestListener<C>> => {
    let answer: string | undefined
    return {
      didResolveOperation: async (request) => {
        // Without an operation of that name Apollo has an answer of its own.
        if (!request.operation) return
        answer = await answerTo(options, request, request.operation).catch((error: unknown) => {
          throw error instanceof Refusal ? error.toGraphQL(request.contextValue.locale) : asAnswer(error)
        })
      },
      responseForOperation: async () =>
        answer === undefined
          ? null
          : {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data: new RawJson(answer) as never } },
            },
    }
  },
})

/** Who may not read is answered by a healthy API; an error thrown before the execution would be HTTP 500 otherwise. */
function asAnswer(error: unknown): unknown {
  if (error instanceof GraphQLError && error.extensions['code']) error.extensions['http'] ??= { status: 200 }
  return error
}

/** The text of `data`, or undefined where the plain executor answers. */
async function answerTo(
  options: ReadOptions,
  request: Request,
  operation: OperationDefinitionNode,
): Promise<string | undefined> {
  const { schema, document, contextValue: context } = request
  if (operation.operation === 'subscription') throw new Refusal('BAD_REQUEST', 'overSocket')
  const variables = coerceVariables(request, operation)
  const asked = {
    schema,
    model: options.model,
    operation,
    fragments: fragmentsOf(document.definitions),
    variables,
    maximumCost: MAXIMUM_COST,
  }
  const type = schema.getRootType(operation.operation)!
  const fields = [...collectFields(asked, type, [operation.selectionSet]).values()].map(([node]) => node!)
  const isQuery = operation.operation === 'query'
  if (!isQuery && fields.length !== 1) throw new Refusal('BAD_REQUEST', 'oneMutation')
  const looksAtSchema = fields.some(({ name }) => /^__(schema|type)$/.test(name.value))
  if (looksAtSchema && !options.introspection && !context.signedIn?.credential)
    throw new Refusal('BAD_REQUEST', 'introspection')
  if (!isQuery || !isRead(options.model, fields)) {
    // No statement of ours checks the session here: nothing is done in the name of an actor from a cache.
    if (context.signedIn) context.signedIn = await options.resolveAgain(context)
    passDoor(type, fields, context)
    await options.spend?.(context, COST_OF[isQuery ? (looksAtSchema ? 'introspection' : 'plain') : 'change'])
    return undefined
  }
  const rightsAtTheDoor = (): CompileRequest => {
    passDoor(type, fields, context)
    return { ...asked, rights: context.signedIn?.actor }
  }
  const forThem = await admitted(options, context, () => {
    const request = rightsAtTheDoor()
    return { request, cost: statementOf(request).cost }
  })
  await options.spend?.(context, forThem.cost)
  const first = await read(options, request, forThem.request)
  if (first !== undefined) return first
  // The cached actor is out of date, or the session is over: ask who it is, once, and pass the door as that.
  context.signedIn = await options.resolveAgain(context)
  const second = await read(options, request, rightsAtTheDoor())
  if (second === undefined) throw accessError('UNAUTHENTICATED', context.locale)
  return second
}

/**
 * A refusal reads no statement that would check the session, so the actor from the cache is asked for anew before it is final:
 * a role that was given a moment ago counts at once.
 */
async function admitted<T>(options: ReadOptions, context: ReadContext, enter: () => T): Promise<T> {
  try {
    return enter()
  } catch (error) {
    if (!context.signedIn || !isForbidden(error)) throw error
    context.signedIn = await options.resolveAgain(context)
    return enter()
  }
}

const isForbidden = (error: unknown): boolean =>
  (error instanceof Refusal && error.code === 'FORBIDDEN') ||
  (error instanceof GraphQLError && error.extensions['code'] === 'FORBIDDEN')

function coerceVariables(
  { schema, request, contextValue }: Request,
  operation: OperationDefinitionNode,
): Readonly<Record<string, unknown>> {
  const { errors, coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 10 },
  )
  if (!errors) return coerced
  // What is wrong names types and fields: nothing for strangers.
  if (!contextValue.signedIn) throw new Refusal('BAD_REQUEST', 'value')
  const extensions = { code: 'BAD_REQUEST', http: { status: 400 } }
  throw new GraphQLError(errors[0]!.message, { extensions })
}

function passDoor(
  type: GraphQLObjectType,
  fields: readonly FieldNode[],
  { signedIn, locale }: ReadContext,
): void {
  for (const { name } of fields) {
    const field = type.getFields()[name.value]
    const refusal = field && (doorRefusal(field, signedIn?.actor) ?? keptForBrowsers(type, field, signedIn))
    if (refusal) throw accessError(refusal, locale)
  }
}

/** Signing in and out is for people at a screen: a program has come in already, and its credential is ended by the administrator. */
const keptForBrowsers = (
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  signedIn: SignedIn | undefined,
): 'FORBIDDEN' | undefined =>
  signedIn?.credential && type.name === 'Mutation' && field.extensions['permission'] === 'anonymous'
    ? 'FORBIDDEN'
    : undefined

/** True for a document of SQL reads, false for one of plain fields and introspection; the two do not mix. */
function isRead(model: ReadModel, fields: readonly FieldNode[]): boolean {
  const names = new Set(fields.map(({ name }) => name.value))
  names.delete('__typename')
  const plain = [...names].filter((name) => name.startsWith('__') || model.roots[name]?.kind === 'plain')
  if (plain.length > 0 && plain.length < names.size) throw new Refusal('BAD_REQUEST', 'mixed')
  return plain.length < names.size
}

const statementOf = (asked: CompileRequest) => compiledOnce(asked, 'query', () => compileDocument(asked))

function read(
  options: ReadOptions,
  { source, contextValue }: Request,
  asked: CompileRequest,
): Promise<string | undefined> {
  const inputs = { variables: asked.variables, reader: contextValue.signedIn }
  return readCompiled(contextValue.readPool, statementOf(asked), inputs, options.isTrusted(source))
}
