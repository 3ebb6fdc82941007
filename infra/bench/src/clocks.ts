/**
 * Ten thousand promises that fall due within one minute, while the worker is killed again and again: each is declared broken
 * once, none is left. Lateness is the distance between the due time and the database's clock when it was done.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { asOrganization } from './as-organization.ts'
import type { Steward } from './steward.ts'

export interface Clocks {
  readonly clocks: number
  readonly kills: number
  /** All of them fall due within so many seconds. */
  readonly overSeconds: number
  /** The cases are made before the first clock runs out. */
  readonly leadSeconds: number
}

/** A copy of one seeded row of a table for each of the numbers from $1 to $2, but for these columns. */
const copies = (table: string, columns: readonly string[], own: Readonly<Record<string, string>>): string => {
  const values = columns.map((column) => own[column] ?? `one.${column}`)
  return `insert into ${table} (${columns.join(', ')})
    select ${values.join(', ')} from (select * from ${table} where id = $3) one, generate_series($1::int, $2::int) g`
}

const COLUMNS = `
select string_agg(column_name, ',' order by ordinal_position) as columns
  from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`

/** An id that a number leads to, so that the copies of two tables find each other. */
const idOf = (kind: string, round: number) => `md5('${kind}-${round}-' || g)::uuid`

const MODEL = `
select p.id as "promiseId", c.id as "complaintId", d.id as "dueId"
  from promise p join complaint c on c.org_id = p.org_id and c.id = p.complaint_id
  join promise_due d on d.org_id = p.org_id and d.promise_id = p.id and d.step = 'BREAK'
 where p.kind = 'ANSWER' and p.supersedes_id is null and p.task_id is null limit 1`

/** Copies a seeded promise and its case so often, due one after the other. */
export const arrange = (
  steward: Steward,
  round: number,
  { clocks, overSeconds, leadSeconds }: Clocks,
): Promise<void> =>
  asOrganization(steward.databaseUrl, 'demo', async (client) => {
    const { rows } = await client.query<Record<'promiseId' | 'complaintId' | 'dueId', string>>(MODEL)
    const model = rows[0]!
    const copy = async (table: string, id: string, own: Readonly<Record<string, string>>) => {
      const { rows: found } = await client.query<{ columns: string }>(COLUMNS, [table])
      await client.query(copies(table, found[0]!.columns.split(','), own), [1, clocks, id])
    }
    const [complaint, promise] = [idOf('case', round), idOf('promise', round)]
    const due = `now() + interval '${leadSeconds} seconds' + g * interval '${overSeconds} seconds' / ${clocks}`
    await copy('complaint', model.complaintId, {
      id: complaint,
      number: `'C${round}-' || g`,
      external_reference: 'null',
      merged_into_id: 'null',
      status: "'ACKNOWLEDGED'",
      imported: 'true',
    })
    await copy('promise', model.promiseId, {
      id: promise,
      complaint_id: complaint,
      status: "'OPEN'",
      due_at: due,
      broken_at: 'null',
      settled_at: 'null',
      fulfilled_at: 'null',
      fulfilled_by_id: 'null',
      paused_at: 'null',
      escalation_level: '0',
    })
    await copy('promise_due', model.dueId, {
      id: idOf('due', round),
      promise_id: promise,
      due_at: due,
      fired_at: 'null',
      cancelled_at: 'null',
      not_before: 'null',
    })
  })

interface Fired {
  readonly fired: number
  readonly broken: number
  readonly events: number
  readonly most: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

const FIRED = `
select count(d.fired_at)::int as fired, count(*) filter (where p.status = 'BROKEN' and p.broken_at = d.due_at)::int as broken,
  coalesce(sum(e.n), 0)::int as events, coalesce(max(e.n), 0)::int as most,
  coalesce(percentile_disc(0.5) within group (order by extract(epoch from d.fired_at - d.due_at) * 1000), 0)::int as p50,
  coalesce(percentile_disc(0.99) within group (order by extract(epoch from d.fired_at - d.due_at) * 1000), 0)::int as p99,
  coalesce(max(extract(epoch from d.fired_at - d.due_at) * 1000), 0)::int as worst
from complaint c
join promise p on p.org_id = c.org_id and p.complaint_id = c.id
join promise_due d on d.org_id = p.org_id and d.promise_id = p.id
left join lateral (select count(*) as n from complaint_event e
                    where e.org_id = c.org_id and e.complaint_id = c.id and e.action = 'breakPromise') e on true
where c.number like $1`

/** What became of them. */
export const fired = (steward: Steward, round: number): Promise<Fired> =>
  asOrganization(steward.databaseUrl, 'demo', async (client) => {
    const { rows } = await client.query<Fired>(FIRED, [`C${round}-%`])
    return rows[0]!
  })

/** Kills the worker soon after each time that it is back, so many times. */
const killWorker = async (steward: Steward, kills: number): Promise<number> => {
  let dead = 0
  let last = 0
  for (const until = Date.now() + 600_000; dead < kills && Date.now() < until;) {
    const pid = steward.worker()
    if (pid && pid !== last) {
      // Its modules are loaded, its loops run.
      await sleep(800 + 1_500 * Math.random())
      try {
        process.kill(pid, 'SIGKILL')
        dead += 1
      } catch {
        // It had gone by itself.
      }
      last = pid
    }
    await sleep(50)
  }
  return dead
}

const run = async (steward: Steward, round: number, plan: Clocks): Promise<boolean> => {
  const { clocks, kills, leadSeconds } = plan
  await arrange(steward, round, plan)
  const startedAt = Date.now()
  await sleep(leadSeconds * 900)
  const dead = await killWorker(steward, kills)
  let seen = await fired(steward, round)
  while (seen.fired < clocks && Date.now() - startedAt < 900_000) {
    await sleep(1_000)
    seen = await fired(steward, round)
  }
  const { p50, p99, worst, ...counts } = seen
  const latenessMilliseconds = { p50, p99, worst }
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(JSON.stringify({ clocks, kills: dead, ...counts, latenessMilliseconds, seconds }))
  const once = [seen.fired, seen.broken, seen.events].every((count) => count === clocks)
  return once && seen.most === 1 && dead >= kills
}

/** Once undisturbed, once with kills; true when every clock fired exactly once both times. */
export const runClocksOut = async (steward: Steward, plan: Clocks): Promise<boolean> => {
  const undisturbed = await run(steward, 1, { ...plan, kills: 0 })
  const disturbed = await run(steward, 2, plan)
  return undisturbed && disturbed
}
