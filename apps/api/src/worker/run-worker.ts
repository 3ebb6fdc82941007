/** Everything that the worker does, as its process runs it and as tests do: relay, sweeps, queue, signs of life. */
import { abandoned } from './abandoned-jobs.ts'
import { retries } from './failed-jobs.ts'
import { Heartbeat } from './heartbeat.ts'
import { Loop, type LoopWork } from './loop.ts'
import { OUTBOX_CONSUMERS, type OutboxConsumer } from './outbox-consumers.ts'
import { prune } from './prune.ts'
import { startQueue } from './queue.ts'
import { relayBatch } from './relay.ts'
import { MOST_IN_A_PAYLOAD } from './relay-payload.ts'
import { SWEEPS, type Sweep } from './sweeps.ts'
import { wedged } from './watchdog.ts'
import type { LoopReport } from './worker.entity.ts'
import type { WorkerServices } from './worker-services.ts'

const RELAY_EVERY_MILLISECONDS = 100
const SWEEP_EVERY_MILLISECONDS = 250
const SWEPT_AT_ONCE = 50
const PRUNE_EVERY_MILLISECONDS = 10 * 60_000
const BEAT_MILLISECONDS = 2_000
const WATCH_MILLISECONDS = 10_000

export interface WorkerOptions {
  readonly services: WorkerServices
  /** Under the worker's role, past any pooler. */
  readonly url: string
  readonly consumers?: readonly OutboxConsumer[]
  readonly sweeps?: readonly Sweep[]
}

export interface RunningWorker {
  /** Resolves with the name of what hangs; the process should end then. */
  readonly wedged: Promise<string>
  /** Lets what is under way end. */
  stop(): Promise<void>
}

export async function runWorker({
  services,
  url,
  consumers = OUTBOX_CONSUMERS,
  sweeps = SWEEPS,
}: WorkerOptions): Promise<RunningWorker> {
  const queue = await startQueue(services, consumers, url)
  const all = [...sweeps, retries, abandoned(consumers)]
  const loops = [
    relay(services, consumers),
    ...all.map((sweep) => sweepLoop(services, sweep)),
    pruning(services),
  ].map((work) => new Loop(work, services.log))
  const heart = new Heartbeat(url, queue.poolId)
  const beat = () => backlog(services, all).then((waiting) => heart.beat(reports(loops, waiting)))
  const [beating, watching] = watch(services, loops, queue, url, beat)
  return {
    wedged: Promise.race([watching.found, queue.ended.then(() => 'queue')]),
    async stop() {
      await watching.loop.stop()
      await Promise.all([...loops.map((loop) => loop.stop()), queue.stop()])
      await beating.stop()
      await heart.end()
    },
  }
}

const relay = (services: WorkerServices, consumers: readonly OutboxConsumer[]): LoopWork => ({
  name: 'relay',
  everyMilliseconds: RELAY_EVERY_MILLISECONDS,
  turn: async () => (await relayBatch(services, consumers)) >= MOST_IN_A_PAYLOAD,
})

const sweepLoop = (services: WorkerServices, { name, everyMilliseconds, sweep }: Sweep): LoopWork => ({
  name,
  everyMilliseconds: everyMilliseconds ?? SWEEP_EVERY_MILLISECONDS,
  turn: async () => (await sweep(services, SWEPT_AT_ONCE)) >= SWEPT_AT_ONCE,
})

const pruning = (services: WorkerServices): LoopWork => ({
  name: 'prune',
  everyMilliseconds: PRUNE_EVERY_MILLISECONDS,
  turn: () => prune(services),
})

/** Above it nobody needs the number, and counting every two seconds would cost. */
export const MOST_COUNTED = 10_000

const PENDING = `
select count(*)::int as waiting, min(at) as since, clock_timestamp() as now
  from (select at from outbox where relayed_at is null limit $1) pending`
/** Jobs whose time has come and that nobody has in hand; those that wait for their next try are not late. */
const READY = `
select count(*)::int as waiting, min(run_at) as since from (
  select run_at from graphile_worker.jobs
   where locked_at is null and attempts < max_attempts and run_at <= now() limit $1) ready`

interface Waiting {
  readonly lateMilliseconds: number | null
  readonly waiting: number | null
}

/** What waits for each loop and for the queue, and how long its longest-waiting item has, by the database's clock. */
async function backlog(
  { dataSource, ...services }: WorkerServices,
  sweeps: readonly Sweep[],
): Promise<Readonly<Record<string, Waiting>>> {
  type Counted = { waiting: number; since: Date | null; now: Date }
  const [relay] = (await dataSource.query(PENDING, [MOST_COUNTED])) as [Counted]
  const [queue] = (await dataSource.query(READY, [MOST_COUNTED])) as [Counted]
  const late = (since: Date | null | undefined) =>
    since ? Math.max(0, relay.now.getTime() - since.getTime()) : null
  const entries = await Promise.all(
    sweeps.map(async ({ name, oldestDue }) => {
      const due = await oldestDue?.({ dataSource, ...services })
      return [name, { lateMilliseconds: late(due), waiting: null }] as const
    }),
  )
  return {
    relay: { lateMilliseconds: late(relay.since), waiting: relay.waiting },
    queue: { lateMilliseconds: late(queue.since), waiting: queue.waiting },
    ...Object.fromEntries(entries),
  }
}

const NOTHING: Waiting = { lateMilliseconds: null, waiting: null }

const reports = (
  loops: readonly Loop[],
  waiting: Readonly<Record<string, Waiting>>,
): Readonly<Record<string, LoopReport>> => ({
  // No loop of ours: the library's own, whose failures are the jobs'.
  queue: { idleSeconds: 0, failures: 0, ...(waiting['queue'] ?? NOTHING) },
  ...Object.fromEntries(
    loops.map(({ name, succeededAt, failures }) => [
      name,
      {
        idleSeconds: Math.round((performance.now() - succeededAt) / 1_000),
        failures,
        ...(waiting[name] ?? NOTHING),
      },
    ]),
  ),
})

type Watched = { readonly loop: Loop; readonly found: Promise<string> }

function watch(
  services: WorkerServices,
  loops: readonly Loop[],
  queue: Parameters<typeof wedged>[1],
  url: string,
  beat: () => Promise<void>,
): [Loop, Watched] {
  const beating = new Loop(
    { name: 'heartbeat', everyMilliseconds: BEAT_MILLISECONDS, turn: () => beat().then(() => false) },
    services.log,
  )
  let report: (name: string) => void = () => undefined
  const found = new Promise<string>((resolve) => (report = resolve))
  // The loops that rest for minutes between two turns cannot be told from hanging ones by their rest.
  const watched = [...loops.filter(({ name }) => name !== 'prune'), beating]
  const turn = async () => {
    const name = await wedged(watched, queue, url)
    if (name) report(name)
    return false
  }
  const loop = new Loop({ name: 'watchdog', everyMilliseconds: WATCH_MILLISECONDS, turn }, services.log)
  return [beating, { loop, found }]
}
