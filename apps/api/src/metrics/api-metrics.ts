/** What one API process tells about itself. No label names a person, an organization, a record or a document. */
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { RequestContext } from '../context.ts'
import type { LoopReport } from '../worker/worker.entity.ts'
import { Counter, gauge, Histogram } from './metric.ts'

const NANOSECONDS = 1e9
/** A worker tells every two seconds that it lives. */
const ALIVE_WITHIN_SECONDS = 10

const HEARTBEATS = `
select extract(epoch from clock_timestamp() - seen_at)::float8 as "silentSeconds", loops from worker_heartbeat`

interface Heartbeat {
  readonly silentSeconds: number
  readonly loops: Readonly<Record<string, LoopReport>>
}

export class ApiMetrics {
  readonly #responses = new Counter<'route' | 'status'>(
    'steward_http_responses_total',
    'Responses by route and status.',
  )
  readonly #operations = new Histogram<'kind' | 'outcome'>(
    'steward_graphql_duration_seconds',
    'GraphQL operations: query, mutation, subscription, or none when the document was turned away; ' +
      'outcome is ok or the code of the first error.',
  )
  readonly #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 10 })

  constructor(private readonly pools: { readonly read: Pool; readonly write: Pool }) {
    this.#delay.enable()
  }

  /** Times every operation, whoever answers it. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => {
      const since = performance.now()
      return {
        willSendResponse: async ({ operation, response }) => {
          const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined
          const outcome = errors?.[0] ? String(errors[0].extensions?.code ?? 'BAD_REQUEST') : 'ok'
          const kind = operation?.operation ?? 'none'
          this.#operations.observe({ kind, outcome }, (performance.now() - since) / 1_000)
        },
      }
    },
  }

  /** Counts every response, those included that GraphQL never sees. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      this.#responses.add({ route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) })
    })
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<string> {
    const lines = [
      ...this.#responses.lines(),
      ...this.#operations.lines(),
      ...this.#pools(),
      ...this.#process(),
      ...(await this.#worker()),
    ]
    return `${lines.join('\n')}\n`
  }

  #pools(): readonly string[] {
    const pools = Object.entries(this.pools)
    const of = (count: (pool: Pool) => number) => pools.map(([pool, it]) => [{ pool }, count(it)] as const)
    return [
      ...gauge(
        'steward_pool_connections',
        'Open connections.',
        of((pool) => pool.totalCount),
      ),
      ...gauge(
        'steward_pool_idle',
        'Open connections that nobody uses.',
        of((pool) => pool.idleCount),
      ),
      ...gauge(
        'steward_pool_waiting',
        'Requests that wait for a connection.',
        of((pool) => pool.waitingCount),
      ),
    ]
  }

  #process(): readonly string[] {
    const lag = [0.5, 0.99, 1].map((quantile) => {
      const delay = quantile === 1 ? this.#delay.max : this.#delay.percentile(quantile * 100)
      return [{ quantile: String(quantile) }, delay / NANOSECONDS] as const
    })
    // Each reading tells of the time since the one before.
    this.#delay.reset()
    const { user, system } = process.cpuUsage()
    return [
      ...gauge('steward_event_loop_delay_seconds', 'Delay of the event loop since the last reading.', lag),
      ...gauge('steward_memory_bytes', 'Resident memory.', [[{}, process.memoryUsage.rss()]]),
      '# HELP steward_cpu_seconds_total Processor time used.',
      '# TYPE steward_cpu_seconds_total counter',
      `steward_cpu_seconds_total ${(user + system) / 1e6}`,
    ]
  }

  /** As the workers last told; the directory table of their heartbeats is all that this role may see of them. */
  async #worker(): Promise<readonly string[]> {
    const read = await this.pools.read.query<Heartbeat>(HEARTBEATS).catch(() => undefined)
    const up = gauge('steward_database_up', '1 when the database answers.', [[{}, read ? 1 : 0]])
    if (!read) return up
    const alive = read.rows.filter(({ silentSeconds }) => silentSeconds < ALIVE_WITHIN_SECONDS)
    return [
      ...up,
      ...gauge('steward_workers', 'Worker processes that live.', [[{}, alive.length]]),
      ...gauge(
        'steward_worker_late_seconds',
        'How long the longest-waiting item of a loop is overdue; 0 when nothing waits.',
        worst(alive, ({ lateMilliseconds }) => (lateMilliseconds ?? 0) / 1_000),
      ),
      ...gauge(
        'steward_worker_failed_turns',
        'Turns of a loop that failed since one last ended well.',
        worst(alive, ({ failures }) => failures),
      ),
    ]
  }
}

const worst = (alive: readonly Heartbeat[], figure: (report: LoopReport) => number) => {
  const byLoop = new Map<string, number>()
  for (const { loops } of alive) {
    for (const [loop, report] of Object.entries(loops)) {
      byLoop.set(loop, Math.max(byLoop.get(loop) ?? 0, figure(report)))
    }
  }
  return [...byLoop].map(([loop, value]) => [{ loop }, value] as const)
}
