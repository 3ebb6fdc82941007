/** What an administrator sees of the machine, and does about it: with a worker at work. */
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { mailServer } from '../../test/mail-server.ts'
import { caseIn } from '../../test/road.ts'
import { testLedger, testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readConfig } from '../config.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { runWorker, type RunningWorker } from '../worker/run-worker.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let database: TestDatabase
let server: FastifyInstance
let story: Story
let elsewhere: Story
let worker: RunningWorker
let smtpPort: number
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  elsewhere = await given(database, server)
  // A port at which nobody answers: a mail server that is down.
  const down = await mailServer()
  smtpPort = down.port
  await down.close()
  const dataSource = await runtimeDataSource({ url: database.urls.worker, poolSize: 6 }).initialize()
  const { signer, witnessDir } = testLedger
  const config = { ...readConfig({}), witnessDir, smtpUrl: `smtp://127.0.0.1:${smtpPort}` }
  const services = { config, dataSource, signer, log: pino({ level: 'silent' }), clock: () => new Date() }
  worker = await runWorker({ services, url: database.urls.worker })
  closing.push(() => dataSource.destroy())
})
afterAll(async () => {
  await worker.stop()
  for (const close of closing) await close()
  await server.close()
  await database.close()
})

const eventually = (assertion: () => Promise<void>) =>
  vi.waitFor(assertion, { timeout: 30_000, interval: 100 })

interface State {
  readonly version: string
  readonly databaseBytes: number
  readonly workers: readonly { readonly alive: boolean }[]
  readonly loops: readonly {
    readonly name: string
    readonly lateSeconds: number
    readonly waiting: number | null
  }[]
}
const STATE = `{ systemState { version at databaseBytes workers { startedAt seenAt alive }
  loops { name lateSeconds failedTurns waiting } } }`
const stateFor = async (person: Person) => (await person.get<{ systemState: State }>(STATE)).systemState

const JOB = `id consumer kind subjectType reason attempts firstFailedAt lastFailedAt nextTryAt gaveUpAt
  retryRequestedAt settledAt version`
const jobsOf = async (person: Person, filter = '{}') =>
  (
    await person.get<{ failedJobs: { edges: { node: Payload }[] } }>(
      `{ failedJobs(first: 10, filter: ${filter}) { edges { node { ${JOB} } } } }`,
    )
  ).failedJobs.edges.map(({ node }) => node)

/** A mail is owed to somebody of the story. */
const oweMail = async () => {
  await story.as('CR_SPECIALIST').does('changeNoticePreferences', {
    expectedVersion: 0,
    locale: 'zh-CN',
    mail: [],
    mailAddress: 'li@example.com',
    quietFrom: null,
    quietTo: null,
    digestAt: null,
  })
  await caseIn(story, 'ACKNOWLEDGED')
}

describe('the state of the system', () => {
  it('tells which workers live, how late each of their loops is, and how large the database is', async () => {
    await eventually(async () => {
      const { workers, loops, databaseBytes, version } = await stateFor(story.as('ADMIN'))
      expect(workers).toMatchObject([{ alive: true }])
      expect(loops.map(({ name }) => name)).toEqual(expect.arrayContaining(['relay', 'queue', 'promises']))
      expect(loops.find(({ name }) => name === 'relay')).toMatchObject({ waiting: 0, lateSeconds: 0 })
      expect(databaseBytes).toBeGreaterThan(1_000_000)
      expect(version).toMatch(/^\d+\.\d+\.\d+/)
    })
  })

  it('tells of a process that is silent, and of the worst that any tells', async () => {
    await database.app.query(
      `insert into worker_heartbeat (id, lock_key, pool_id, started_at, seen_at, loops)
       values (gen_random_uuid(), 1, 'gone', now() - interval '1 hour', now() - interval '1 minute',
               '{"relay": {"idleSeconds": 9, "failures": 9, "lateMilliseconds": 99000, "waiting": 7}}')`,
    )
    const { workers, loops } = await stateFor(story.as('ADMIN'))
    // The living one buries the dead, sooner or later.
    for (const { alive } of workers.slice(0, -1)) expect(alive).toBe(false)
    expect(loops.find(({ name }) => name === 'relay')!.lateSeconds).toBeLessThan(99)
  })

  it('is for administrators', async () => {
    for (const role of ['GENERAL_MANAGER', 'AUDITOR', 'CS_MANAGER'] as const) {
      expect((await story.as(role).run(STATE)).errors[0]?.extensions.code).toBe('FORBIDDEN')
      const { errors } = await story.as(role).run('{ failedJobs(first: 1) { totalCount } }')
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})

describe('a job that failed', () => {
  it('is shown to the administrator of its organization alone, and done at once when they want it', async () => {
    await oweMail()
    const admin = story.as('ADMIN')
    await eventually(async () => expect(await jobsOf(admin, '{ settled: false }')).not.toEqual([]))
    const [job] = await jobsOf(admin)
    expect(job).toMatchObject({
      consumer: 'mail',
      kind: 'mailDue',
      subjectType: 'Mail',
      settledAt: null,
      gaveUpAt: null,
    })
    expect(Date.parse(String(job!['nextTryAt']))).toBeGreaterThan(Date.parse(String(job!['lastFailedAt'])))
    // An address, a name or what the server said would be somebody's.
    expect(JSON.stringify(job)).not.toMatch(/example\.com|127\.0\.0\.1/)

    expect(await jobsOf(elsewhere.as('ADMIN'))).toEqual([])
    const input = { failedJobId: job!.id, expectedVersion: job!.version }
    await expect(elsewhere.as('ADMIN').does('retryFailedJob', input)).rejects.toThrow('NOT_FOUND')

    const up = await mailServer(undefined, { port: smtpPort })
    closing.push(() => up.close())
    await eventually(async () => {
      const [seen] = await jobsOf(admin)
      if (!seen!['settledAt'])
        await admin.does('retryFailedJob', { failedJobId: seen!.id, expectedVersion: seen!.version })
      expect(up.taken.map(({ to }) => to)).toContainEqual(['li@example.com'])
      const [settled] = await jobsOf(admin, '{ settled: true }')
      expect(settled).toMatchObject({ id: job!.id, nextTryAt: null })
    })
    // The worker may still be writing down that it is done.
    await eventually(async () => {
      const [done] = await jobsOf(admin)
      const again = { failedJobId: done!.id, expectedVersion: done!.version }
      expect(await admin.does('retryFailedJob', again)).toMatchObject({ code: 'WRONG_STATUS' })
    })
  })
})
