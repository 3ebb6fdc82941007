import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { folderSigner } from '../src/ledger/key-ring.ts'
import { readConfig } from '../src/config.ts'
import { buildServer, type ServerOptions } from '../src/server.ts'
import type { TestDatabase } from './database.ts'

/** Signs with a key of this run, kept outside every database. */
const keys = mkdtempSync(join(tmpdir(), 'steward-keys-'))
process.once('exit', () => rmSync(keys, { recursive: true, force: true }))
export const testSigner = folderSigner(keys)
/** What a worker of a test needs beside the database; its witness forgets when the run ends. */
export const testLedger = { signer: testSigner, witnessDir: join(keys, 'witness') }

/** The whole server over the worker's database, spoken to without a socket. */
export const testServer = (
  database: TestDatabase,
  more: Partial<ServerOptions> = {},
): Promise<FastifyInstance> =>
  buildServer({
    config: readConfig({}),
    dataSource: database.app,
    readPool: database.pool,
    signer: testSigner,
    log: pino({ level: 'error' }),
    ...more,
  })
