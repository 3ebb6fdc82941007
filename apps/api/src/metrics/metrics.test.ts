/** What monitoring reads of an API process. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { poolOf } from '../database/data-source.ts'
import { repositoryRoot } from '../runtime/data-folder.ts'
import { ApiMetrics } from './api-metrics.ts'
import { Counter, Histogram } from './metric.ts'
import { serveMetrics } from './serve-metrics.ts'

let database: TestDatabase
let server: FastifyInstance
let metrics: ApiMetrics
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  metrics = new ApiMetrics({ read: database.pool, write: poolOf(database.app) })
  server = await testServer(database, { metrics })
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const figure = async (series: string): Promise<number | undefined> => {
  const line = (await metrics.text()).split('\n').find((text) => text.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('figures of an API process', () => {
  it('tell queries, mutations, refusals and documents that were turned away apart', async () => {
    const count = (kind: string, outcome: string) =>
      figure(`steward_graphql_duration_seconds_count{kind="${kind}",outcome="${outcome}"}`)
    const before = (await count('query', 'ok')) ?? 0
    await story.as('CS_MANAGER').run('{ complaints(first: 1) { edges { node { id } } } }')
    expect(await count('query', 'ok')).toBe(before + 1)
    await story.as('ADMIN').run('{ complaints(first: 1) { edges { node { id } } } }')
    expect(await count('query', 'FORBIDDEN')).toBe(1)
    await story.as('ADMIN').run('{ nothing of this kind')
    expect(await count('none', 'BAD_REQUEST')).toBe(1)
    await story.as('CS_MANAGER').run('mutation { signOut(input: {}) { __typename } }')
    expect(await count('mutation', 'ok')).toBeGreaterThan(0)
  })

  it('name routes, never what was asked for', async () => {
    await server.inject('/canary-9d1')
    await server.inject('/admin/complaints/canary-9d1')
    const text = await metrics.text()
    expect(text).toMatch(/steward_http_responses_total\{route="\/admin\/\*",status="\d+"\} 1/)
    expect(text).not.toContain('canary')
  })

  it('know the pools, the event loop and the database', async () => {
    expect(await figure('steward_pool_waiting{pool="read"}')).toBe(0)
    expect(await figure('steward_pool_connections{pool="write"}')).toBeGreaterThan(0)
    expect(await figure('steward_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0)
    expect(await figure('steward_database_up')).toBe(1)
  })

  it('tell how late the workers are, the latest of them, and of none that is silent', async () => {
    const beat = (lock: number, lateMilliseconds: number, silentSeconds: number) =>
      database.owner.query(
        `insert into worker_heartbeat (id, lock_key, pool_id, started_at, seen_at, loops)
         values (gen_random_uuid(), $1, 'p', now(), clock_timestamp() - make_interval(secs => $3),
           jsonb_build_object('relay', jsonb_build_object('idleSeconds', 0, 'failures', 0, 'lateMilliseconds', $2::int)))`,
        [lock, lateMilliseconds, silentSeconds],
      )
    await Promise.all([beat(1, 200, 0), beat(2, 1_500, 0), beat(3, 90_000, 60)])
    expect(await figure('steward_workers')).toBe(2)
    expect(await figure('steward_worker_late_seconds{loop="relay"}')).toBe(1.5)
    await database.owner.query('delete from worker_heartbeat')
    expect(await figure('steward_workers')).toBe(0)
  })

  it('are not behind the public address, only behind their own', async () => {
    expect((await server.inject('/metrics')).statusCode).toBe(404)
    const figures = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${(figures.address() as AddressInfo).port}`
    const answer = await fetch(`${address}/metrics`)
    expect(answer.headers.get('content-type')).toMatch('text/plain')
    expect(await answer.text()).toContain('steward_database_up 1')
    expect((await fetch(`${address}/other`)).status).toBe(404)
    figures.close()
    figures.closeAllConnections()
    await once(figures, 'close')
  })
})

describe('the dashboard', () => {
  it('draws figures that exist, all of them, from the source that is set up', async () => {
    const read = (path: string) => readFileSync(join(repositoryRoot, 'infra', path), 'utf8')
    const { panels } = JSON.parse(read('dashboards/steward.json')) as {
      panels: { datasource: { uid: string }; targets: { expr: string }[] }[]
    }
    const drawn = panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => [...expr.matchAll(/steward_\w+/g)].map(([name]) => name)),
    )
    const text = await metrics.text()
    const given = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name!)
    const family = (name: string) => name.replace(/_(bucket|count)$/, '')
    expect([...new Set(drawn.map(family))].toSorted()).toEqual(given.toSorted())
    for (const { datasource } of panels)
      expect(read('monitoring/datasource.yml')).toContain(`uid: ${datasource.uid}`)
  })
})

describe('the exposition', () => {
  it('sums buckets up, and puts what is beyond the last one into +Inf', () => {
    const histogram = new Histogram<'kind'>('h', 'help')
    for (const seconds of [0.001, 0.004, 60]) histogram.observe({ kind: 'query' }, seconds)
    const lines = histogram.lines()
    expect(lines).toContain('h_bucket{kind="query",le="0.002"} 1')
    expect(lines).toContain('h_bucket{kind="query",le="10"} 2')
    expect(lines).toContain('h_bucket{kind="query",le="+Inf"} 3')
    expect(lines).toContain('h_count{kind="query"} 3')
  })

  it('escapes what would break a line', () => {
    const counter = new Counter<'route'>('c', 'help')
    counter.add({ route: 'a"b\\c\nd' })
    expect(counter.lines().at(-1)).toBe('c{route="a\\"b\\\\c\\nd"} 1')
  })
})
