/** Imports in processes of their own, as the API has them done; and what is left when one is killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { casesOf, csv, ImportTests, readRun, ROW, startImport } from '../../../test/imports.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { endLostRun } from '../run/run-import.ts'
import { importProcesses } from './import-launcher.ts'

/** Node loads the sources as the tests do. */
const SOURCES = ['-C', 'development', '--import', '@oxc-node/core/register']

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => {
  for (const release of held) release()
  return tests.end()
})
const held: (() => void)[] = []

const environment = () => ({
  PATH: process.env.PATH,
  DATABASE_URL: tests.database.urls.runtime,
  STEWARD_DATA_DIR: tests.dataDir,
})

const processesOf = () =>
  importProcesses({
    log: pino({ level: 'silent' }),
    onLost: (run) => endLostRun({ dataSource: tests.database.app, clock: () => new Date() }, run),
    nodeArguments: SOURCES,
    environment: environment(),
  })

/** A planned run that nobody does yet. */
const planned = async (rows: number) => {
  const here = await tests.story()
  const admin = here.as('ADMIN')
  const file = csv(
    ...Array.from({ length: rows }, (_, at) => ({ ...ROW, Reference: `${at}`, Category: '电梯' })),
  )
  const { id: fileId } = await tests.upload(admin, file)
  held.push(tests.imports.hold())
  const { id } = await startImport(admin, { fileId, mapping: 'steward-complaints', dryRun: false })
  return { here, admin, id, key: { orgId: here.orgId, id: fromGlobalId('ImportRun', id)! } }
}

describe('the process of an import', () => {
  it('does what the API has planned, and ends', async () => {
    const { here, admin, id, key } = await planned(3)
    const processes = processesOf()
    processes.launch(key)
    await vi.waitFor(
      async () => expect(await readRun(admin, id)).toMatchObject({ status: 'DONE', rowsNew: 3 }),
      20_000,
    )
    await processes.stop()
    expect(await casesOf(here)).toHaveLength(3)
  })

  it('told to stop, rolls back and says that it was interrupted', async () => {
    const { here, admin, id, key } = await planned(30_000)
    const processes = processesOf()
    processes.launch(key)
    await vi.waitFor(async () => expect((await readRun(admin, id)).status).not.toBe('WAITING'), 20_000)
    await processes.stop()
    expect(await readRun(admin, id)).toMatchObject({ status: 'FAILED', refusalCode: 'INTERRUPTED' })
    expect(await casesOf(here)).toEqual([])
  })

  it('that dies by itself is heard of, and its run is put away', async () => {
    const { admin, id, key } = await planned(3)
    const processes = importProcesses({
      log: pino({ level: 'silent' }),
      onLost: (run) => endLostRun({ dataSource: tests.database.app, clock: () => new Date() }, run),
      nodeArguments: ['--eval', 'process.exit(9)'],
    })
    processes.launch(key)
    await vi.waitFor(async () => expect((await readRun(admin, id)).status).toBe('FAILED'), 10_000)
    expect(await readRun(admin, id)).toMatchObject({ refusalCode: 'INTERRUPTED', availableActions: [] })
  })

  it('killed while it writes, leaves neither case nor category nor number', async () => {
    const { here, admin, id, key } = await planned(30_000)
    const main = join(import.meta.dirname, '../../main.ts')
    const child = spawn(process.execPath, [...SOURCES, main, 'import', 'run', key.orgId, key.id], {
      env: environment(),
      stdio: 'ignore',
    })
    await vi.waitFor(async () => expect((await readRun(admin, id)).status).toBe('WRITING'), {
      timeout: 20_000,
      interval: 20,
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const left: unknown[] = []
    await tests.database.asSuperuser(async (client) => {
      const locks = () => client.query(`select from pg_locks where locktype = 'advisory'`)
      // PostgreSQL ends the statement that was under way before it notices that nobody waits for it.
      await vi.waitFor(async () => expect((await locks()).rowCount).toBe(0), 10_000)
      for (const table of ['complaint', 'complaint_category', 'counter', 'import_issue', 'import_count']) {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from ${table} where org_id = $1`,
          [here.orgId],
        )
        left.push([table, rows[0]!.n])
      }
    })
    expect(left).toEqual([
      ['complaint', 0],
      // The story's own.
      ['complaint_category', 1],
      // Of the documents that the story was founded with.
      ['counter', 2],
      ['import_issue', 0],
      ['import_count', 0],
    ])
    expect(await readRun(admin, id)).toMatchObject({ status: 'WRITING', finishedAt: null, rowsNew: 0 })
  })
})
