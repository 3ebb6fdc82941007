/** Everything that the worker does, as its process runs it and as tests do: relay, sweeps, queue, signs of life. */
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
  const all = [...sweeps, retries]
  const loops = [
    relay(services, consumers),
    ...all.map((sweep) => sweepLoop(services, sweep)),
    pruning(services),
  ].map((work) => new Loop(work, services.log))
  const heart = new Heartbeat(url, queue.poolId)
  const beat = () => late(services, all).then((lateness) => heart.beat(reports(loops, lateness)))
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

const OLDEST_PENDING = `
select min(at) as since, clock_timestamp() as now from outbox where relayed_at is null`

/** How long the longest-waiting item of each loop has waited, in milliseconds of the database's clock. */
async function late(
  services: WorkerServices,
  sweeps: readonly Sweep[],
): Promise<Readonly<Record<string, number | null>>> {
  const [row] = (await services.dataSource.query(OLDEST_PENDING)) as [{ since: Date | null; now: Date }]
  const { since, now } = row
  const entries = await Promise.all(
    sweeps.map(async ({ name, oldestDue }) => {
      const due = await oldestDue?.(services)
      return [name, due ? Math.max(0, now.getTime() - due.getTime()) : null] as const
    }),
  )
  return Object.fromEntries([
    ['relay', since ? Math.max(0, now.getTime() - since.getTime()) : null],
    ...entries,
  ])
}

const reports = (
  loops: readonly Loop[],
  lateness: Readonly<Record<string, number | null>>,
): Readonly<Record<string, LoopReport>> =>
  Object.fromEntries(
    loops.map(({ name, succeededAt, failures }) => [
      name,
      {
        idleSeconds: Math.round((performance.now() - succeededAt) / 1_000),
        failures,
        lateMilliseconds: lateness[name] ?? null,
      },
    ]),
  )

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
