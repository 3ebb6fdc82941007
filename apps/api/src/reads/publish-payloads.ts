import {
  defaultFieldResolver,
  defaultTypeResolver,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { accessError } from '../graphql/access-error.ts'
import { compiledOnce } from './compiled-documents.ts'
import { compilePayload } from './compile-document.ts'
import { MAXIMUM_COST } from './limits.ts'
import { readCompiled } from './read-compiled.ts'
import { findEntityRow, type EntityRow } from './read-model.ts'
import type { ReadContext, ReadOptions } from './read-plugin.ts'
import { Refusal } from './refusal.ts'

/** Objects that the database has published already: their keys are response keys. A payload's own object knows its type. */
const published = new WeakMap<object, string | undefined>()

type PublishOptions = Pick<ReadOptions, 'model' | 'isTrusted'>

/**
 * Lets mutations answer in two ways. Where a service returns a row, its selection is read after commit by the same compiled
 * SQL as every query, so that production has one reader; errors and small results go through the resolvers as they are.
 * Changes the resolvers of the schema in place; call it once, when the schema is built.
 */
export function publishPayloads(schema: GraphQLSchema, options: PublishOptions): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const resolveType = type.resolveType ?? defaultTypeResolver
      type.resolveType = (value, context, info, abstract) =>
        publishedType(value) ?? resolveType(value, context, info, abstract)
    } else if (isObjectType(type) && !type.name.startsWith('__')) {
      for (const field of Object.values(type.getFields())) field.resolve = publishing(field, options)
    }
  }
}

const publishedType = (value: unknown): string | undefined =>
  isRecord(value) ? published.get(value) : undefined

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Takes a published member by its response key; asks the field's own resolver otherwise, and reads the row that it returns. */
function publishing(
  { resolve = defaultFieldResolver }: GraphQLField<unknown, unknown>,
  options: PublishOptions,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, given, context, info) => {
    if (isRecord(source) && published.has(source)) return source[info.path.key]
    const publishRow = (value: unknown): unknown => {
      const row = findEntityRow(options.model, value)
      return row ? publish(options, row, context as ReadContext, info) : value
    }
    const result = resolve(source, given, context, info)
    return result instanceof Promise ? result.then(publishRow) : publishRow(result)
  }
}

async function publish(
  { model, isTrusted }: PublishOptions,
  { projection, id: rowId }: EntityRow,
  { readPool, signedIn: reader, locale }: ReadContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { schema, operation, fragments, variableValues: variables } = info
  const rights = reader?.actor
  const request = { schema, model, operation, fragments, variables, rights, maximumCost: MAXIMUM_COST }
  try {
    const part = `${projection.type} at ${pathToText(info)}`
    const statement = compiledOnce(request, part, () => compilePayload(request, projection, info.fieldNodes))
    const trusted = isTrusted(operation.loc?.source.body ?? '')
    const text = await readCompiled(readPool, statement, { variables, reader, rowId }, trusted)
    if (text === undefined) throw accessError('NOT_FOUND', locale)
    return parsePublished(text, projection.type)
  } catch (error) {
    throw error instanceof Refusal ? error.toGraphQL(locale) : error
  }
}

const pathToText = ({ path }: GraphQLResolveInfo): string => {
  const keys: (string | number)[] = []
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (typeof at.key === 'string') keys.push(at.key)
  return keys.join('.')
}

function parsePublished(text: string, type: string): object {
  const mark = (_: string, value: unknown): unknown => {
    if (isRecord(value)) published.set(value, undefined)
    return value
  }
  const object = JSON.parse(text, mark) as object
  published.set(object, type)
  return object
}
