/** Subscriptions over a WebSocket on `/graphql`: the same cookie, the same limits, the same trusted documents as over HTTP. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { cookieName, hashToken } from '../access/token.ts'
import type { Services } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'
import { formatError } from '../http/errors.ts'
import { localeOf } from '../http/locale.ts'
import { doorRefusal } from '../reads/door.ts'
import { LIMIT_RULES, MAXIMUM_TOKENS } from '../reads/limits.ts'
import { Readable } from '../reads/readable.ts'
import type { ReadModel } from '../reads/read-model.ts'
import type { Log } from '../runtime/log.ts'
import { ChangeFeed } from './change-feed.ts'
import { LiveChanges } from './live-changes.ts'
import type { LiveContext } from './live-context.ts'
import { CLOSE, LiveSessions, type LiveSession } from './live-sessions.ts'
import { Presence } from './presence.ts'

export interface LiveOptions {
  readonly services: Services
  readonly schema: GraphQLSchema
  readonly model: ReadModel
  readonly log: Log
  /** Past any transaction pooler. */
  readonly listenUrl: string
  /** Origins whose pages may connect. */
  readonly origins: ReadonlySet<string>
  /** Undefined: any document within the limits. */
  readonly isTrusted: ((source: string) => boolean) | undefined
  readonly development: boolean
}

type SocketExtra = Extra & Record<PropertyKey, unknown>

const PATH = '/graphql'
const MOST_BYTES_OF_A_MESSAGE = 16_384
const MOST_SUBSCRIPTIONS_OF_A_SOCKET = 40
/** New subscriptions a second, on one socket. */
const MOST_A_SECOND = 20
const KEEP_ALIVE_MILLISECONDS = 12_000

const refused = (message: string, code = 'BAD_REQUEST') => new GraphQLError(message, { extensions: { code } })

/** Adds the socket to the server's address. */
export async function serveLive(app: FastifyInstance, options: LiveOptions): Promise<void> {
  const { services, schema, model, log } = options
  const sessions = new LiveSessions(services.sessions, services.dataSource, log)
  const changes = new LiveChanges(sessions, new Readable(schema, model, services.readPool), log)
  const presence = new Presence(services.readPool, log)
  const feed = new ChangeFeed(options.listenUrl, log)
  feed.on('changed', (records) => void changes.tell(records))
  feed.on('presence', (payload) => presence.hear(payload))
  feed.on('lost', () => sessions.closeAll(CLOSE.BEGIN_ANEW, 'ask anew'))
  await feed.start()

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES_OF_A_MESSAGE })
  const owners = new WeakMap<IncomingMessage, LiveSession>()
  const contextOf = (request: IncomingMessage): LiveContext => ({
    locale: localeOf(request.headers['accept-language']),
    session: owners.get(request)!,
    changes,
    presence,
    dataSource: services.dataSource,
  })
  const mask = masking(options)
  const server = useServer<undefined, SocketExtra>(
    {
      schema,
      onSubscribe: (context, _id, payload) =>
        admit(options, sessions, context, payload, contextOf(context.extra.request)),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { data: result.data ?? null, errors: mask(result.errors) } : undefined,
      onError: (_context, _id, _payload, errors) => mask(errors),
    },
    sockets,
    KEEP_ALIVE_MILLISECONDS,
  )
  app.server.on('upgrade', (request, socket, head) => {
    void upgrade(options, sessions, sockets, owners, { request, socket, head })
  })
  app.addHook('preClose', async () => {
    sessions.closeAll(CLOSE.BEGIN_ANEW, 'going away')
    await feed.stop()
    await server.dispose()
    await Promise.all([sessions.stop(), presence.stop()])
  })
}

interface Handshake {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** The session's cookie and the page's origin decide; a page of another site, or a program, never gets a socket (threat T6). */
async function upgrade(
  { services, origins }: LiveOptions,
  sessions: LiveSessions,
  sockets: WebSocketServer,
  owners: WeakMap<IncomingMessage, LiveSession>,
  { request, socket, head }: Handshake,
): Promise<void> {
  socket.on('error', () => socket.destroy())
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname !== PATH) return turnAway(socket, '404 Not Found')
  if (!origins.has(request.headers.origin ?? '')) return turnAway(socket, '403 Forbidden')
  const token = cookieOf(request, cookieName(services.config.publicUrl))
  const signedIn = token
    ? await services.sessions.resolve(hashToken(token), true).catch(() => undefined)
    : undefined
  if (!signedIn) return turnAway(socket, '401 Unauthorized')
  sockets.handleUpgrade(request, socket, head, (client: WebSocket) => {
    const added = sessions.add(signedIn, (code, reason) => client.close(code, reason))
    if (!added) return client.close(CLOSE.TOO_MANY, 'too many sockets')
    owners.set(request, added.session)
    client.once('close', added.remove)
    sockets.emit('connection', client, request)
  })
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const cookieOf = ({ headers }: IncomingMessage, name: string): string | undefined =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)
    ?.slice(1)
    .join('=')

/** The rules of the HTTP road, which the library does not know: trusted documents, size, limits, door. */
async function admit(
  { schema, isTrusted, development }: LiveOptions,
  sessions: LiveSessions,
  { subscriptions, extra }: Context<undefined, SocketExtra>,
  { query, operationName, variables }: SubscribePayload,
  context: LiveContext,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  if (tooFast(extra) || Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS_OF_A_SOCKET)
    return [accessError('RATE_LIMITED', context.locale)]
  if (isTrusted && !isTrusted(query)) return [refused('This document is not one of ours.')]
  const document = parsed(query)
  const errors = document
    ? validate(schema, document, [...specifiedRules, ...LIMIT_RULES], { maxErrors: 5 })
    : [refused('')]
  const operation = document && getOperationAST(document, operationName)
  if (!document || !operation || errors.length > 0)
    return [refused((development && errors[0]?.message) || 'The document does not fit this API.')]
  if (operation.operation !== 'subscription')
    return [refused('Over the socket there are subscriptions only.')]
  const refusal = await refusalAtTheDoor(schema, sessions, operation, context.session)
  if (refusal) return [accessError(refusal, context.locale)]
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {})
  if (values.errors) return [refused(values.errors[0]!.message)]
  return {
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue: context,
  }
}

/** Who is refused is asked for anew first: a role given since the last look at the session counts at once. */
async function refusalAtTheDoor(
  schema: GraphQLSchema,
  sessions: LiveSessions,
  { selectionSet }: OperationDefinitionNode,
  session: LiveSession,
): Promise<'UNAUTHENTICATED' | 'FORBIDDEN' | undefined> {
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  const asked = selectionSet.selections.map((selection) =>
    selection.kind === 'Field' ? fields[selection.name.value] : undefined,
  )
  if (asked.some((field) => !field)) return 'FORBIDDEN'
  const refusal = () =>
    asked.map((field) => doorRefusal(field!, session.signedIn.actor)).find((code) => code !== undefined)
  if (!refusal()) return undefined
  return (await sessions.renew(session)) ? refusal() : 'UNAUTHENTICATED'
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: MAXIMUM_TOKENS })
  } catch {
    return undefined
  }
}

const begun = new WeakMap<WebSocket, { second: number; count: number }>()

/** Counts new subscriptions of a socket; one that floods is closed. */
function tooFast({ socket }: SocketExtra): boolean {
  const second = Math.floor(performance.now() / 1_000)
  const known = begun.get(socket as WebSocket)
  const count = known?.second === second ? known.count + 1 : 1
  begun.set(socket as WebSocket, { second, count })
  if (count > MOST_A_SECOND * 5) socket.close(CloseCode.BadRequest, 'too fast')
  return count > MOST_A_SECOND
}

/** Errors as they may leave the API; faults are logged by kind. */
const masking =
  ({ log, development }: LiveOptions) =>
  (errors: readonly (GraphQLError | { readonly message: string })[]): readonly GraphQLFormattedError[] =>
    errors.map((error) => {
      const known = error instanceof GraphQLError ? error : new GraphQLError('')
      const formatted = formatError(development)(known.toJSON(), known.originalError ?? known)
      const { message, extensions = {} } = formatted
      if (extensions['code'] === 'INTERNAL')
        log.error({ type: known.originalError?.name, stack: known.originalError?.stack }, 'fault')
      return { message, extensions }
    })
