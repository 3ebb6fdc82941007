/** A workbench for the API and its reference, from our own address alone: a company's network needs no way out for them. */
import { existsSync, readFileSync } from 'node:fs'
import { DEFAULT_LOCALE, LOCALES, type Locale } from '@steward/domain'
import fastifyStatic from '@fastify/static'
import {
  getDistDirectory,
  isSandboxFrame,
  renderAltair,
  renderInitialOptions,
  SANDBOX_FRAME_CSP,
} from 'altair-static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { localeOf } from '../http/locale.ts'
import { apiReference } from './api-reference.ts'
import { REFERENCE_SCRIPT } from './reference-script.ts'
import { REFERENCE_STYLE } from './reference-style.ts'

const PLACE = '/explorer'
const EXAMPLES = new URL('../../../../infra/examples/', import.meta.url)

/**
 * The workbench writes styles into its page and runs its editors' workers; it reaches nothing but this address. Inline scripts
 * stay forbidden: its options come as a file.
 */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** The worked examples by the name of their file; each is a tab. */
const TABS: readonly { file: string; name: string; variables: object }[] = [
  {
    file: 'register-complaint',
    name: '登记投诉 Register',
    variables: {
      input: {
        kind: 'COMPLAINT',
        channel: 'API',
        severity: 3,
        contactName: '李伟',
        contactPhone: '13900001111',
        summary: '天花板漏水',
        facts: '昨晚起滴水，楼上无人应门。',
      },
    },
  },
  { file: 'read-case', name: '读取投诉 Read', variables: { id: 'cmp_' } },
  { file: 'page-through-queue', name: '逐页读取 Page', variables: { first: 20, after: null } },
]

/** Where a checkout has no examples (an image of the API alone) the workbench starts empty. */
const windows = () =>
  TABS.flatMap(({ file, name, variables }) => {
    const source = new URL(`${file}.graphql`, EXAMPLES)
    if (!existsSync(source)) return []
    return [
      {
        initialName: name,
        initialQuery: readFileSync(source, 'utf8'),
        initialVariables: JSON.stringify(variables, null, 2),
        endpointURL: '/graphql',
        initialHeaders: HEADERS,
      },
    ]
  })

/** The credential is typed once, into the environment, and stays in this browser. */
const HEADERS = { Authorization: 'Bearer {{credential}}' }

const options = (locale: Locale) => ({
  baseURL: `${PLACE}/`,
  endpointURL: '/graphql',
  serveInitialOptionsInSeperateRequest: 'options.js',
  initialHeaders: HEADERS,
  initialEnvironments: { base: { title: 'Steward', variables: { credential: 'stw_…' } } },
  initialWindows: windows(),
  instanceStorageNamespace: 'steward_explorer_',
  disableAccount: true,
  persistedSettings: {
    language: locale === 'en' ? ('en-US' as const) : ('zh-CN' as const),
    disablePushNotification: true,
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    'schema.reloadOnStart': false,
    'plugin.list': [],
  },
})

/** `?lang=` wins over what the browser prefers. */
const localeFor = (request: FastifyRequest): Locale => {
  const { lang } = request.query as { lang?: unknown }
  const asked = LOCALES.find((locale) => locale === lang)
  return asked ?? (lang === undefined ? localeOf(request.headers['accept-language']) : DEFAULT_LOCALE)
}

export const explorerRoutes = async (app: FastifyInstance, schema: GraphQLSchema): Promise<void> => {
  const references = new Map<Locale, string>()
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (_, reply) => void reply.header('content-security-policy', POLICY))
      scope.get('/', (request, reply) =>
        reply.type('text/html').send(renderAltair(options(localeFor(request)))),
      )
      scope.get('/options.js', (request, reply) =>
        reply
          .header('cache-control', 'no-cache')
          .type('text/javascript')
          .send(renderInitialOptions(options(localeFor(request)))),
      )
      scope.get('/reference', (request, reply) => {
        const locale = localeFor(request)
        const page = references.get(locale) ?? apiReference(schema, locale)
        references.set(locale, page)
        return reply.header('cache-control', 'no-cache').type('text/html').send(page)
      })
      scope.get('/reference.css', (_, reply) => reply.type('text/css').send(REFERENCE_STYLE))
      scope.get('/reference.js', (_, reply) => reply.type('text/javascript').send(REFERENCE_SCRIPT))
      await scope.register(fastifyStatic, {
        root: getDistDirectory(),
        index: false,
        decorateReply: false,
        setHeaders: (reply, path) => {
          if (isSandboxFrame(path)) reply.setHeader('content-security-policy', SANDBOX_FRAME_CSP)
        },
      })
    },
    { prefix: PLACE },
  )
}
