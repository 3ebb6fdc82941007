/** The HTTP server, as production runs it and tests use it: one address for GraphQL, portals and health. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { attachmentRoutes } from './attachments/attachment-routes.ts'
import { calendarFeedRoutes } from './calendar-feeds/calendar-feed-route.ts'
import { evidenceRoutes } from './maintenance-plans/tasks/evidence-routes.ts'
import { Sessions } from './access/session.ts'
import { SignInThrottle } from './access/sign-in-throttle.ts'
import { deviceCookieName } from './access/token.ts'
import { vaultOf } from './access/vault.ts'
import type { Config } from './config.ts'
import type { RequestContext, Services } from './context.ts'
import { explorerRoutes } from './explorer/explorer-routes.ts'
import { bearer } from './http/bearer.ts'
import { faultPlugin, formatError } from './http/errors.ts'
import { checkOrigin } from './http/origin-check.ts'
import { servePortals } from './http/portals.ts'
import { requestContext } from './http/request-context.ts'
import { refuseFlood } from './http/sign-in-flood.ts'
import { isTrustedBy, onlyTrusted, trustedDocuments } from './http/trusted-documents.ts'
import { importProcesses, type ImportLauncher } from './imports/process/import-launcher.ts'
import { copyRoutes } from './exports/copy-routes.ts'
import { importRoutes } from './imports/import-routes.ts'
import { endLostRun } from './imports/run/run-import.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import { printRoutes } from './prints/print-routes.ts'
import type { Signer } from './ledger/signer.ts'
import { serveLive } from './live/live-server.ts'
import type { ApiMetrics } from './metrics/api-metrics.ts'
import { costPlugin } from './partners/cost-plugin.ts'
import { charge } from './partners/credential-budget.ts'
import { LIMIT_RULES, MAXIMUM_BODY_BYTES, MAXIMUM_TOKENS } from './reads/limits.ts'
import { publishPayloads } from './reads/publish-payloads.ts'
import { stringifyResult } from './reads/raw-json.ts'
import { readPlugin, type ReadOptions } from './reads/read-plugin.ts'
import type { Log } from './runtime/log.ts'
import { buildSchema, READ_MODEL } from './schema.ts'
import { clearForgotten } from './storage/received-file.ts'
import { storageOf } from './storage/storage-of.ts'

export interface ServerOptions {
  readonly config: Config
  readonly dataSource: DataSource
  readonly readPool: Pool
  readonly log: Log
  /** Holds the ledger's key. */
  readonly signer: Signer
  readonly clock?: () => Date
  /** Told of every request and answer; none unless figures are wanted. */
  readonly metrics?: ApiMetrics | undefined
  /** Where imports are done; by default each in a process of its own. */
  readonly imports?: ImportLauncher
  /** Where notifications are listened for, past any transaction pooler; without it there are no subscriptions. */
  readonly listenUrl?: string
  /** Explains malformed documents, allows introspection and the portals' development servers. */
  readonly development?: boolean
}

/** Where the portals' development servers answer; their requests carry these origins. */
const DEVELOPMENT_ORIGINS = [4001, 4002, 4003].map((port) => `http://localhost:${port}`)

/** Builds the server; `listen` and `close` are the caller's. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { config, dataSource, readPool, log, clock = () => new Date(), development = false } = options
  const sessions = new Sessions(dataSource)
  const throttle = new SignInThrottle(readPool)
  const imports =
    options.imports ?? importProcesses({ log, onLost: (run) => endLostRun({ dataSource, clock }, run) })
  const vault = vaultOf(config)
  const { signer } = options
  const services: Services = {
    config,
    dataSource,
    readPool,
    sessions,
    throttle,
    vault,
    storage: storageOf(config),
    signer,
    imports,
    clock,
  }
  const app = fastify({
    genReqId: () => randomUUID(),
    bodyLimit: MAXIMUM_BODY_BYTES,
    trustProxy: config.trustedProxies,
    // A file of 50 MB over a line of 4 Mbit/s.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
  })
  const trustedOnly = config.mode === 'production' && !development
  const isTrusted = isTrustedBy(trustedDocuments())
  const schema = buildSchema()
  const apollo = apolloServer(app, schema, {
    sessions,
    log,
    development,
    isTrusted,
    metrics: options.metrics,
  })
  await apollo.start()

  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  await app.register(fastifyHelmet, helmetOptions(config))
  const origins = new Set([config.publicUrl.origin, ...(development ? DEVELOPMENT_ORIGINS : [])])
  checkOrigin(app, origins)
  await app.register(fastifyCookie)
  app.decorateRequest('program', null)
  const contextOf = requestContext(services)
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preHandler: [
      refuseFlood(throttle, deviceCookieName(config.publicUrl)),
      bearer(sessions),
      ...(trustedOnly ? [onlyTrusted(isTrusted)] : []),
    ],
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const context = await contextOf(request, reply)
        if (context.signedIn) noteUse(sessions, context.signedIn, log)
        return context
      },
    }),
  })
  if (options.listenUrl) {
    await serveLive(app, {
      services,
      schema,
      model: READ_MODEL,
      log,
      listenUrl: options.listenUrl,
      origins,
      isTrusted: trustedOnly ? isTrusted : undefined,
      development,
    })
  }
  await importRoutes(app, contextOf)
  await attachmentRoutes(app, contextOf)
  await evidenceRoutes(app, contextOf)
  await clearForgotten(config.dataDir)
  calendarFeedRoutes(app, services)
  ledgerRoutes(app, contextOf)
  printRoutes(app, contextOf)
  copyRoutes(app, contextOf)
  app.addHook('onClose', () => imports.stop())
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const ready = await readPool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database unavailable' })
  })
  await explorerRoutes(app, schema)
  await servePortals(app, join(import.meta.dirname, '../..'), config)
  logRequests(app, log)
  options.metrics?.watch(app)
  return app
}

const apolloServer = (
  app: FastifyInstance,
  schema: GraphQLSchema,
  {
    sessions,
    log,
    development,
    isTrusted,
    metrics,
  }: Pick<ReadOptions, 'isTrusted'> &
    Pick<ServerOptions, 'metrics'> & { sessions: Sessions; log: Log; development: boolean },
): ApolloServer<RequestContext> => {
  const reads: ReadOptions = {
    model: READ_MODEL,
    isTrusted,
    introspection: development,
    spend: charge,
    resolveAgain: async ({ signedIn }) => signedIn && sessions.resolve(signedIn.tokenHash, true),
  }
  publishPayloads(schema, reads)
  return new ApolloServer<RequestContext>({
    schema,
    // The read path lets programs and development in, and nobody else.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    // A page of another site cannot send any of these without being asked first, which is answered no.
    csrfPrevention: {
      requestHeaders: ['authorization', 'x-apollo-operation-name', 'apollo-require-preflight'],
    },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAXIMUM_TOKENS },
    validationRules: [...LIMIT_RULES],
    stringifyResult,
    formatError: formatError(development),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
    plugins: [
      ...(metrics ? [metrics.plugin] : []),
      faultPlugin(log),
      readPlugin(reads),
      costPlugin(),
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  })
}

const noteUse = (sessions: Sessions, signedIn: NonNullable<RequestContext['signedIn']>, log: Log): void => {
  setImmediate(() => {
    sessions
      .touch(signedIn)
      .catch((error: unknown) => log.warn({ type: (error as Error).name }, 'session not touched'))
  })
}

const helmetOptions = (config: Config) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      // antd writes its styles into the page.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      // Not every browser takes 'self' for the socket too.
      connectSrc: ["'self'", config.publicUrl.origin.replace(/^http/, 'ws')],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  hsts: config.publicUrl.protocol === 'https:',
  crossOriginEmbedderPolicy: false,
})

/** One line a request: id, what, how long, which status. No path of a record, no name, no address. */
const logRequests = (app: FastifyInstance, log: Log): void => {
  app.addHook('onResponse', async (request, reply) => {
    const { operationName } = (request.body ?? {}) as { operationName?: unknown }
    log.info(
      {
        requestId: request.id,
        route: request.routeOptions.url,
        operation: typeof operationName === 'string' ? operationName.slice(0, 80) : undefined,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ requestId: request.id, type: error.name, stack: error.stack }, 'fault')
    const code = status >= 500 ? 'INTERNAL' : 'BAD_REQUEST'
    const message = status === 413 ? `A request may have at most ${MAXIMUM_BODY_BYTES} bytes.` : code
    return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] })
  })
}
