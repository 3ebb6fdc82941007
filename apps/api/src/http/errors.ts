/** What leaves the API when something goes wrong: a known code and its text, or a request id and nothing else (threat T11). */
import { unwrapResolverError } from '@apollo/server/errors'
import type { ApolloServerPlugin } from '@apollo/server'
import { say, text } from '@steward/domain'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { SignerAway } from '../ledger/signer.ts'
import type { Log } from '../runtime/log.ts'

/** Codes of decision 21. Every other error is a fault of ours or a document that does not fit. */
const KNOWN = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_REQUEST',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'UNAVAILABLE',
]

/** Apollo's own codes for documents that cannot be answered as they are. */
const MALFORMED = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]

const FAULT = text(
  '系统出错了，请把请求编号告诉管理员。',
  'Something went wrong; quote the request id to your administrator.',
)
const DOES_NOT_FIT = 'The document does not fit this API.'

/** Connections that the database, the signer or the network cut: worth another try, and said so. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof SignerAway ||
    /^(08|53|57P)/.test(String((error as { code?: unknown }).code ?? '')) ||
    /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(
      error.message,
    ))

/** Keeps what the client may know of an error. `explain` leaves the wording of validation errors in, for development. */
export const formatError =
  (explain: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? '')
    const { path, locations } = formatted
    const where = { ...(path ? { path } : {}), ...(locations && explain ? { locations } : {}) }
    if (KNOWN.includes(code)) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {}
      return { message: formatted.message, ...where, extensions }
    }
    if (MALFORMED.includes(code)) {
      return {
        message: explain ? formatted.message : DOES_NOT_FIT,
        ...where,
        extensions: { code: 'BAD_REQUEST' },
      }
    }
    const outage = isOutage(unwrapResolverError(error))
    return { message: FAULT.en, ...where, extensions: { code: outage ? 'UNAVAILABLE' : 'INTERNAL' } }
  }

/** A partner's program may read the schema: what does not fit is said in its words. */
const explain = (
  told: readonly GraphQLFormattedError[] | undefined,
  met: readonly GraphQLError[] | undefined,
): void => {
  for (const [at, error] of (told ?? []).entries()) {
    const cause = met?.[at]
    if (error.message !== DOES_NOT_FIT || !cause) continue
    const { message, locations } = cause
    Object.assign(error, { message, ...(locations ? { locations } : {}) })
  }
}

/** Logs every fault once, under the request id that the client is told. */
export const faultPlugin = (log: Log): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue, operationName }) => {
      for (const error of errors) {
        const code = String(error.extensions.code ?? '')
        if (KNOWN.includes(code) || MALFORMED.includes(code)) continue
        if (error instanceof GraphQLError && code === '' && !error.originalError) continue
        const cause = error.originalError ?? unwrapResolverError(error)
        log.error(
          { requestId: contextValue.requestId, operation: operationName, err: describe(cause) },
          'fault',
        )
      }
    },
    willSendResponse: async ({ response, contextValue, errors }) => {
      if (response.body.kind !== 'single') return
      if (contextValue.signedIn?.credential) explain(response.body.singleResult.errors, errors)
      for (const error of response.body.singleResult.errors ?? []) {
        const { extensions } = error
        if (extensions?.code !== 'INTERNAL' && extensions?.code !== 'UNAVAILABLE') continue
        Object.assign(error, { message: say(FAULT, contextValue.locale) })
        Object.assign(extensions, { requestId: contextValue.requestId })
      }
    },
  }),
})

/** Type, code and stack; never parameters or rows, which may name people. */
const describe = (cause: unknown): object => {
  if (!(cause instanceof Error)) return { type: typeof cause }
  const { code, constraint, table } = cause as { code?: string; constraint?: string; table?: string }
  // A malformed statement is told in full; other database errors quote values.
  const statement = code?.startsWith('42') ? cause.message : undefined
  return {
    type: cause.name,
    code,
    constraint,
    table,
    statement,
    stack: cause.stack?.split('\n').slice(1, 12).join('\n'),
  }
}
