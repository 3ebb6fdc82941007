import { types, Pool, type ClientBase, type CustomTypesConfig } from 'pg'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { ENTITIES } from './entities.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { SnakeNamingStrategy } from './naming-strategy.ts'

/** Told of connections that the database or the network cut; their work fails by itself. */
type OnConnectionLost = (error: Error) => void

export interface ConnectionOptions {
  readonly url: string
  /** Connections at most; 8 to 16 serve one process best. */
  readonly poolSize?: number
  readonly onConnectionLost?: OnConnectionLost
}

/** Row security binds this connection: what serves requests, seeds and imports. */
export const runtimeDataSource = (options: ConnectionOptions): DataSource => dataSource('steward', options)

/** Owner of the tables: what migrates, and nothing else. */
export const ownerDataSource = (options: ConnectionOptions): DataSource =>
  dataSource('steward-migrate', { poolSize: 2, ...options }, { migrations: [...MIGRATIONS] })

/** A plain pool under the runtime role, for the named statements of the read path. */
export function readPool(options: ConnectionOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    application_name: 'steward-read',
    types: ROW_TYPES,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
  })
  surviveLostConnections(pool, options.onConnectionLost)
  return pool
}

/** The pool behind a data source, for those who count its connections. */
export const poolOf = ({ driver }: DataSource): Pool =>
  (driver as unknown as { readonly master: Pool }).master

const DEFAULT_POOL_SIZE = 12
const CONNECT_MILLISECONDS = 5_000

function dataSource(
  name: string,
  options: ConnectionOptions,
  more: Partial<DataSourceOptions> = {},
): DataSource {
  const lost = options.onConnectionLost ?? ignore
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: name,
    entities: [...ENTITIES],
    namingStrategy: new SnakeNamingStrategy(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    // The owner may not create extensions behind a migration's back, nor the runtime role at all.
    installExtensions: false,
    poolSize: options.poolSize ?? DEFAULT_POOL_SIZE,
    connectTimeoutMS: CONNECT_MILLISECONDS,
    poolErrorHandler: lost,
    extra: { types: ROW_TYPES, onConnect: (client: ClientBase) => void client.on('error', lost) },
    ...more,
  } as DataSourceOptions)
}

const ignore = () => undefined

/** A client that is checked out when the database dies emits `error` too: without a listener the process would end. */
function surviveLostConnections(pool: Pool, lost: OnConnectionLost = ignore): void {
  pool.on('error', lost)
  pool.on('connect', (client) => void client.on('error', lost))
}

const INT8 = 20
const DATE = 1082

/** int8 as a safe integer, a date as its text (pg would make midnight in this machine's zone of it). */
const ROW_TYPES: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 && format !== 'binary') return toSafeInteger
    if (oid === DATE && format !== 'binary') return (text: string) => text
    return types.getTypeParser(oid, format as 'text')
  },
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`)
  return value
}
