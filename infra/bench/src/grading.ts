/**
 * Gradings of growing sizes, on ten criteria, by the worker as in production: time, clients a second, the worker's peak memory, size on disk,
 * time to sign and to publish. Prints a table for docs/figures.md. BENCH_GRADING=10000,100000,1000000 for other sizes (default 10,000 and
 * 100,000). Midway through the last the worker is killed: it goes on, with nobody twice and nobody missing.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { post, signInAs } from './api-client.ts'
import type { Steward } from './steward.ts'

const SIZES = (process.env.BENCH_GRADING ?? '10000,100000').split(',').map(Number)
const POLL_MILLISECONDS = 250
const CYCLE = 'id version status scoredCount totalCount'

interface Cycle {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly scoredCount: number
  readonly totalCount: number
}

/** Households of one community, each with charges of two years, most paid, some late. */
const FILL = [
  `insert into project (org_id, id, code, name, type, address)
   select $1, $3::uuid, 'GR' || $2::int::text, '评级' || $2::int::text, 'RESIDENTIAL', ''`,
  `insert into client (org_id, id, code, kind, relation, name, project_id, created_at)
   select $1, md5('graded' || $2::int::text || '-' || n)::uuid, 'G' || $2::int::text || '-' || n, 'HOUSEHOLD', 'OWNER', '户' || n, $3::uuid,
     now() - interval '3 years' from generate_series(1, $2::int) n`,
  `insert into receivable (org_id, id, number, client_id, project_id, kind, period, amount_minor, settled_minor, state, due_on, settled_on, registered_at)
   select $1, md5('charge' || $2::int::text || '-' || n || '-' || q)::uuid, 'GR' || $2::int::text || '-' || n || '-' || q, md5('graded' || $2::int::text || '-' || n)::uuid,
     $3::uuid, 'MANAGEMENT_FEE', null, 40000 + n % 97 * 1000, case when (n + q) % 7 = 0 then 0 else 40000 + n % 97 * 1000 end,
     case when (n + q) % 7 = 0 then 'OPEN' else 'SETTLED' end, current_date - q * 90, case when (n + q) % 7 = 0 then null else current_date - q * 90 + n % 20 - 10 end,
     now() - q * interval '90 days' from generate_series(1, $2::int) n, generate_series(1, 8) q`,
]

const SIGNED_BY_SESSION = `
insert into signature_proof_rule (org_id, id, subject, level)
select $1, gen_random_uuid(), s, 'SESSION' from unnest(array['PREPARED', 'REVIEWED', 'APPROVED']) s
    on conflict (org_id, subject) do update set level = excluded.level`

const rssOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export const runGrading = async (steward: Steward): Promise<void> => {
  const database = new pg.Client({ connectionString: steward.superuserUrl })
  // Whoever stops the system ends this connection too: what went wrong before that is what is told.
  database.on('error', () => undefined)
  await database.connect()
  const { rows } = await database.query<{ id: string }>("select id from organization where code = 'demo'")
  const org = rows[0]!.id
  // What is measured is the work, not how people prove themselves.
  await database.query(SIGNED_BY_SESSION, [org])
  const as = {
    supervisor: await signInAs(steward.address, 'CR_SUPERVISOR'),
    specialist: await signInAs(steward.address, 'CR_SPECIALIST'),
    quality: await signInAs(steward.address, 'QUALITY'),
    manager: await signInAs(steward.address, 'CS_MANAGER'),
  }
  const ask = async <T>(cookie: string, query: string, variables: object): Promise<T> => {
    const url = new URL('/graphql', steward.address)
    const { body } = await post(url, JSON.stringify({ query, variables }), { cookie })
    const { data } = JSON.parse(body) as { data?: T }
    if (!data) throw new Error(body.slice(0, 500))
    return data
  }
  const does = async (cookie: string, verb: string, input: object): Promise<Cycle> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}GradingCycleInput`
    const query = `mutation($input: ${type}!) { ${verb}GradingCycle(input: $input) { __typename ... on GradingCycle { ${CYCLE} } ... on UserError { message } } }`
    const { [`${verb}GradingCycle`]: done } = await ask<Record<string, Cycle>>(cookie, query, { input })
    if (!done?.id) throw new Error(`${verb}: ${JSON.stringify(done)}`)
    return done
  }
  const step = ({ id, version }: Cycle) => ({ gradingCycleId: id, expectedVersion: version })
  const read = async (id: string) =>
    (
      await ask<{ gradingCycle: Cycle }>(
        as.supervisor,
        `query($id: ID!) { gradingCycle(id: $id) { ${CYCLE} } }`,
        { id },
      )
    ).gradingCycle
  const timed = async (work: () => Promise<Cycle>): Promise<readonly [Cycle, number]> => {
    const from = performance.now()
    return [await work(), (performance.now() - from) / 1000]
  }
  // What the demonstration has under way stands in the way.
  const standing = await ask<{ gradingCycles: { edges: { node: Cycle }[] } }>(
    as.supervisor,
    `{ gradingCycles(filter: { status: [OPEN, SCORED] }, first: 10) { edges { node { ${CYCLE} } } } }`,
    {},
  )
  for (const { node } of standing.gradingCycles.edges)
    await does(as.supervisor, 'cancel', { ...step(node), reason: 'bench' })

  const table: Record<string, string | number>[] = []
  for (const size of SIZES) {
    const project = randomUUID()
    for (const statement of FILL) await database.query(statement, [org, size, project])
    await database.query('analyze client')
    await database.query('analyze receivable')
    const projectIds = [`prj_${project.replaceAll('-', '')}`]
    const opened = await does(as.supervisor, 'open', { name: `bench ${size}`, projectIds })
    writeFileSync(`/proc/${steward.worker()}/clear_refs`, '5')
    const isLast = size === SIZES.at(-1) && SIZES.length > 1
    let peak = 0
    let killed = !isLast
    const [scored, seconds] = await timed(async () => {
      const { id } = await does(as.supervisor, 'score', step(opened))
      for (;;) {
        await wait(POLL_MILLISECONDS)
        const now = await read(id)
        if (steward.worker() > 0) peak = Math.max(peak, rssOf(steward.worker()))
        if (now.status === 'SCORED') return now
        if (!killed && now.scoredCount > size / 2) {
          killed = true
          process.kill(steward.worker(), 'SIGKILL')
        }
      }
    })
    const { rows: counted } = await database.query<{ many: number; clients: number; bytes: number }>(
      `select count(*)::int as many, count(distinct client_id)::int as clients, pg_total_relation_size('evaluation')::float as bytes
         from evaluation where cycle_id = $1`,
      [scored.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')],
    )
    const { many, clients, bytes } = counted[0]!
    if (many !== size || clients !== size)
      throw new Error(`${many} evaluations of ${clients} clients, not ${size}`)
    const [prepared, toPrepare] = await timed(() => does(as.specialist, 'prepare', step(scored)))
    const [reviewed, toReview] = await timed(() => does(as.quality, 'review', step(prepared)))
    const [approved, toApprove] = await timed(() => does(as.manager, 'approve', step(reviewed)))
    const [, toPublish] = await timed(() => does(as.supervisor, 'publish', step(approved)))
    table.push({
      clients: size,
      seconds: seconds.toFixed(1),
      'clients/s': Math.round(size / seconds),
      'worker peak MB': Math.round(peak),
      'evaluation MB (all)': Math.round(bytes / 1e6),
      'prepare s': toPrepare.toFixed(2),
      'review s': toReview.toFixed(2),
      'approve s': toApprove.toFixed(2),
      'publish s': toPublish.toFixed(2),
      killed: isLast ? 'at half' : '',
    })
    console.table(table)
  }
  await database.end()
}
