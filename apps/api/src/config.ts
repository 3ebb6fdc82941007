import { join, resolve } from 'node:path'
import { z } from 'zod'
import { defaultDataFolder, repositoryRoot, socketPath } from './runtime/data-folder.ts'
import { isProxy, metricsAddress, portalList, row, type MetricsAddress } from './setting-values.ts'
import type { Bucket } from './storage/s3-storage.ts'
import { bucketOf, STORAGE_SETTINGS } from './storage/storage-settings.ts'

const postgresUrl = (error: () => string) =>
  z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/, error }).optional()

/** Every environment variable that Steward reads. Nothing else in the API looks at `process.env`. */
const ENVIRONMENT = z.object({
  PORT: row(
    'a whole number from 1 to 65535',
    'Port of the one address behind which everything answers.',
    (error) =>
      z.coerce.number({ error }).int({ error }).min(1, { error }).max(65_535, { error }).default(4000),
  ),
  STEWARD_MODE: row(
    'demonstration or production',
    'demonstration: seeded sample organizations, sign-in by clicking a name. production: neither.',
    (error) => z.enum(['demonstration', 'production'], { error }).default('demonstration'),
  ),
  STEWARD_PUBLIC_URL: row(
    'an address such as https://steward.example.com, without a path; http only for localhost or demonstration',
    'The address people type. Decides cookie name and Secure flag, the Origin check and the host of passkeys. ' +
      'Default in demonstration mode: http://localhost:PORT; required in production.',
    (error) =>
      z
        .url({ protocol: /^https?$/, error })
        .transform((text) => new URL(text))
        .refine((url) => url.href === `${url.origin}/`, { error })
        .optional(),
  ),
  STEWARD_TRUSTED_PROXIES: row(
    'a list of loopback, uniquelocal, linklocal, addresses and networks such as 10.0.0.5,10.1.0.0/16',
    'Reverse proxies that say truly, in X-Forwarded-For, who calls: sign-in is throttled by that address. Default: loopback.',
    (error) =>
      z
        .string()
        .refine((text) => text.split(',').every(isProxy), { error })
        .transform((text) => text.replaceAll(' ', ''))
        .default('loopback'),
  ),
  STEWARD_METRICS_ADDRESS: row(
    'an address and a port such as 127.0.0.1:9464',
    'Where the API answers GET /metrics for Prometheus, to whoever asks: an address that only monitoring reaches. Default: nowhere.',
    (error) =>
      z
        .string()
        .regex(/^[\w.-]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i, { error })
        .transform(metricsAddress)
        .refine(({ port }) => port > 0 && port < 65_536, { error })
        .optional(),
  ),
  STEWARD_DATA_DIR: row(
    'a folder path',
    'Embedded database, files and keys. Default: .steward in the checkout (or below /var/lib/steward when the ' +
      'checkout is closed to the unprivileged user that runs the database).',
    () => z.string().optional(),
  ),
  ...STORAGE_SETTINGS,
  STEWARD_KEY_FILE: row(
    'a file path',
    'Master key for encrypted fields. Default: keys/ in the data folder.',
    () => z.string().optional(),
  ),
  STEWARD_SIGNER_SOCKET: row(
    'a file path',
    'Where the signer, which holds the key of the ledger, answers API and worker. Default: run/signer.sock in the data folder.',
    () => z.string().optional(),
  ),
  STEWARD_LEDGER_KEYS: row(
    'a folder path',
    'Keys of the ledger; only the signer needs to reach them. Default: keys/ledger in the data folder.',
    () => z.string().optional(),
  ),
  STEWARD_WITNESS_DIR: row(
    'a folder path',
    'What the ledgers say of themselves, kept by the worker in files that only grow; best on another machine. Default: witness in the data folder.',
    () => z.string().optional(),
  ),
  STEWARD_PORTALS: row(
    'a list such as customer-service=https://host/path/,property-management=https://host/path/',
    'Portals that the admin shell loads from elsewhere, by name. Default: the built ones, served at /portals/NAME/.',
    (error) =>
      z
        .string()
        .transform(portalList)
        .pipe(z.record(z.string().regex(/^[a-z][a-z-]*$/, { error }), z.url({ protocol: /^https?$/, error })))
        .default({}),
  ),
  STEWARD_SMTP_URL: row(
    'an address such as smtps://user:password@host',
    'Mail server for notices.',
    (error) => z.url({ protocol: /^smtps?$/, error }).optional(),
  ),
  STEWARD_CHROMIUM: row('a file path', 'Browser for the end-to-end tests. Default: the one from npm.', () =>
    z.string().optional(),
  ),
  DATABASE_URL: row(
    'an address such as postgresql://steward_app:password@host/steward',
    'PostgreSQL (15.14 or newer) under the runtime role. Default: an embedded PostgreSQL in the data folder.',
    postgresUrl,
  ),
  DATABASE_OWNER_URL: row(
    'an address such as postgresql://steward_owner:password@host/steward',
    'The same database under the role that owns the tables; used by migrations only.',
    postgresUrl,
  ),
  DATABASE_DIRECT_URL: row(
    'an address such as postgresql://steward_app:password@host/steward',
    'A connection past any transaction pooler, for LISTEN. Default: DATABASE_URL.',
    postgresUrl,
  ),
  DATABASE_WORKER_URL: row(
    'an address such as postgresql://steward_worker:password@host/steward',
    'The same database under the role of the worker, past any transaction pooler. Needed beside a DATABASE_URL by start and worker.',
    postgresUrl,
  ),
  LOG_LEVEL: row(
    'one of fatal, error, warn, info, debug, trace, silent',
    'How much is logged. Default: info in production, a line for each request; warn in a demonstration.',
    (error) => z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error }).optional(),
  ),
})

/**
 * Where PostgreSQL answers: under the runtime role, past any pooler, under the worker's role, and (for migrations only) under
 * the owner.
 */
export interface DatabaseUrls {
  readonly runtime: string
  readonly direct: string
  readonly owner: string | undefined
  readonly worker: string | undefined
}

/** Where the ledger's key is held, and how its holder is reached. */
export interface SignerPlace {
  readonly socket: string
  readonly keys: string
}

/** The settings of this process, read once and never changed. */
export interface Config {
  readonly port: number
  /** Where to listen: this machine only, until a public address is given. */
  readonly host: 'localhost' | '0.0.0.0'
  readonly mode: 'demonstration' | 'production'
  /** The address people type; its `origin` is what the Origin check compares with. */
  readonly publicUrl: URL
  /** Whose X-Forwarded-For is believed, as proxy-addr reads it. */
  readonly trustedProxies: string
  /** `undefined`: no figures are given. */
  readonly metrics: MetricsAddress | undefined
  readonly dataDir: string
  /** `undefined`: attached files are kept in the data folder. */
  readonly bucket: Bucket | undefined
  /** Of all attached files of one organization. */
  readonly attachmentQuotaBytes: number
  readonly keyFile: string | undefined
  readonly signer: SignerPlace
  /** Where checkpoints of the ledgers are kept outside the database. */
  readonly witnessDir: string
  /** Base URL of each portal that is served from elsewhere. */
  readonly portals: Readonly<Record<string, string>>
  readonly smtpUrl: string | undefined
  readonly chromium: string | undefined
  /** `undefined`: use the embedded PostgreSQL of the data folder. */
  readonly database: DatabaseUrls | undefined
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** A setting is wrong: `message` is one line that names the variable and says what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const wrong = (variable: string, right: string) => new ConfigError(`${variable} must be ${right}.`)

const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Reads and checks the environment. Values never appear in an error: some of them are secrets.
 * @throws ConfigError on the first wrong, missing or unknown (`STEWARD_…`) variable
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // A compose file passes `${NAME:-}` for what is not set: empty is absent.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const unknown = Object.keys(given).find(
    (name) => name.startsWith('STEWARD_') && !(name in ENVIRONMENT.shape),
  )
  // A misspelt STEWARD_MODE would otherwise quietly start a demonstration.
  if (unknown)
    throw new ConfigError(`${unknown} is not a setting of Steward; see the list in docs/settings.md.`)

  const read = ENVIRONMENT.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw wrong(String(issue?.path[0]), issue?.message ?? '')
  }
  const value = read.data
  const dataDir = value.STEWARD_DATA_DIR
    ? resolve(repositoryRoot, value.STEWARD_DATA_DIR)
    : defaultDataFolder()
  const { bucket, half } = bucketOf(value)
  if (half) throw wrong(half, settingOf(half).right)
  return Object.freeze({
    port: value.PORT,
    // A demonstration lets anybody in by a click: it must not answer the whole network by default.
    host: value.STEWARD_PUBLIC_URL ? '0.0.0.0' : 'localhost',
    mode: value.STEWARD_MODE,
    publicUrl: publicUrl(value.STEWARD_PUBLIC_URL, value.STEWARD_MODE, value.PORT),
    trustedProxies: value.STEWARD_TRUSTED_PROXIES,
    metrics: value.STEWARD_METRICS_ADDRESS,
    dataDir,
    bucket,
    attachmentQuotaBytes: value.STEWARD_ATTACHMENTS_GB * 1_000_000_000,
    keyFile: value.STEWARD_KEY_FILE,
    signer: Object.freeze({
      socket: value.STEWARD_SIGNER_SOCKET ?? socketPath(dataDir),
      keys: value.STEWARD_LEDGER_KEYS ?? join(dataDir, 'keys/ledger'),
    }),
    witnessDir: value.STEWARD_WITNESS_DIR ?? join(dataDir, 'witness'),
    portals: Object.freeze(value.STEWARD_PORTALS),
    smtpUrl: value.STEWARD_SMTP_URL,
    chromium: value.STEWARD_CHROMIUM,
    database: databaseUrls(value),
    logLevel: value.LOG_LEVEL ?? (value.STEWARD_MODE === 'production' ? 'info' : 'warn'),
  })
}

function publicUrl(given: URL | undefined, mode: Config['mode'], port: number): URL {
  // Always localhost, never 127.0.0.1: passkeys and __Host- cookies fail on an address of digits.
  if (!given && mode === 'demonstration') return new URL(`http://localhost:${port}`)
  if (!given || (given.protocol === 'http:' && mode === 'production' && !LOOPBACK.test(given.hostname))) {
    throw wrong('STEWARD_PUBLIC_URL', settingOf('STEWARD_PUBLIC_URL').right)
  }
  return given
}

function databaseUrls(value: z.infer<typeof ENVIRONMENT>): DatabaseUrls | undefined {
  const [runtime, direct] = [value.DATABASE_URL, value.DATABASE_DIRECT_URL]
  const [owner, worker] = [value.DATABASE_OWNER_URL, value.DATABASE_WORKER_URL]
  if (runtime) return Object.freeze({ runtime, direct: direct ?? runtime, owner, worker })
  if (owner || direct || worker)
    throw wrong('DATABASE_URL', `given together with the others: ${settingOf('DATABASE_URL').right}`)
  return undefined
}

/** This process's environment for a child that serves: with the database's address, and never the owner's or the worker's. */
export function childEnvironment({ runtime, direct }: DatabaseUrls): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _owner, DATABASE_WORKER_URL: _worker, ...inherited } = process.env
  return { ...inherited, DATABASE_URL: runtime, DATABASE_DIRECT_URL: direct }
}

/** The same for a child that has no business with any database. */
export function withoutDatabase(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_')))
}

/**
 * The same for the worker.
 * @throws ConfigError when the worker's address was not given
 */
export function workerEnvironment(urls: DatabaseUrls): NodeJS.ProcessEnv {
  return { ...childEnvironment(urls), DATABASE_WORKER_URL: workerUrl(urls) }
}

/** The worker's address. @throws ConfigError when it was not given */
export function workerUrl({ worker }: DatabaseUrls): string {
  if (worker) return worker
  throw wrong('DATABASE_WORKER_URL', `given: ${settingOf('DATABASE_WORKER_URL').right}`)
}

/** Where the person stood who typed the command: npm runs it in the folder of a workspace, and tells. */
export const invokedFrom = (): string => process.env.INIT_CWD ?? process.cwd()

type Setting = keyof typeof ENVIRONMENT.shape

function settingOf(name: Setting): { right: string; description: string } {
  const { right, description } = ENVIRONMENT.shape[name].meta() ?? {}
  return { right: String(right), description: description ?? '' }
}

/** The table of settings as Markdown: docs/settings.md. */
export function describeSettings(): string {
  const items = (Object.keys(ENVIRONMENT.shape) as Setting[]).map((name) => {
    const { right, description } = settingOf(name)
    return `- \`${name}\`: ${description} Must be ${right}.`
  })
  return `# Settings\n\nEnvironment variables; an empty one counts as not set.\n\n${items.join('\n')}`
}
