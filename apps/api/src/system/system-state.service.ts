/** How the system fares: what workers tell of themselves in their directory table, and the database of itself. */
import { readFileSync } from 'node:fs'
import type { RequestContext } from '../context.ts'
import type { WorkerHeartbeat } from '../worker/worker.entity.ts'
import { SystemStateType, type WorkerLoopType } from './system.type.ts'

const ALIVE_WITHIN_SECONDS = 10
const SIZE_KEPT_MILLISECONDS = 60_000

const HEARTBEATS = `
select started_at as "startedAt", seen_at as "seenAt", loops,
  seen_at > clock_timestamp() - make_interval(secs => $1) as alive
  from worker_heartbeat order by started_at, id`
const CLOCK = 'select clock_timestamp() as at'
const SIZE = 'select pg_database_size(current_database())::float8 as bytes'

type Beat = Pick<WorkerHeartbeat, 'startedAt' | 'seenAt' | 'loops'> & { readonly alive: boolean }

const { version: VERSION } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/** The size is asked of the file system: once a minute is enough for all who look. */
let size: { readonly bytes: number; readonly readAt: number } | undefined

const databaseBytes = async ({ dataSource }: Pick<RequestContext, 'dataSource'>): Promise<number> => {
  const readAt = performance.now()
  if (!size || readAt - size.readAt > SIZE_KEPT_MILLISECONDS) {
    const [row] = await dataSource.query<{ bytes: number }[]>(SIZE)
    size = { bytes: row?.bytes ?? 0, readAt }
  }
  return size.bytes
}

export const systemState = async (context: RequestContext): Promise<SystemStateType> => {
  const beats = await context.dataSource.query<Beat[]>(HEARTBEATS, [ALIVE_WITHIN_SECONDS])
  const [clock] = await context.dataSource.query<{ at: Date }[]>(CLOCK)
  return Object.assign(new SystemStateType(), {
    version: VERSION,
    at: clock!.at,
    databaseBytes: await databaseBytes(context),
    workers: beats.map(({ startedAt, seenAt, alive }) => ({ startedAt, seenAt, alive })),
    loops: loopsOf(beats.filter(({ alive }) => alive)),
  })
}

/** Of each loop the worst that any living process tells. */
const loopsOf = (beats: readonly Beat[]): WorkerLoopType[] => {
  const loops = new Map<string, WorkerLoopType>()
  for (const [name, report] of beats.flatMap((beat) => Object.entries(beat.loops))) {
    const known = loops.get(name)
    const waiting = [known?.waiting, report.waiting].filter((it) => it !== null && it !== undefined)
    loops.set(name, {
      name,
      lateSeconds: Math.max(known?.lateSeconds ?? 0, (report.lateMilliseconds ?? 0) / 1_000),
      failedTurns: Math.max(known?.failedTurns ?? 0, report.failures),
      waiting: waiting.length > 0 ? Math.max(...waiting) : null,
    })
  }
  return [...loops.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
