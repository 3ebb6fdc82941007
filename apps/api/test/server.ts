import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import { buildServer, type ServerOptions } from '../src/server.ts'
import type { TestDatabase } from './database.ts'

/** The whole server over the worker's database, spoken to without a socket. */
export const testServer = (
  database: TestDatabase,
  more: Partial<ServerOptions> = {},
): Promise<FastifyInstance> =>
  buildServer({
    config: readConfig({}),
    dataSource: database.app,
    readPool: database.pool,
    log: pino({ level: 'error' }),
    ...more,
  })
