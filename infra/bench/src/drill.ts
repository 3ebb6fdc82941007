/**
 * Two drills. Attacks: known attack documents and random ones, with the processor time that each costs (see attacks.ts).
 * Kills while people work: registrations run without pause while API, database and supervisor are killed at random. Whatever
 * was acknowledged must be there once, whatever was not is sent again under its key, and the numbers have no gap.
 * `--short` ends within two minutes.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { post, signInAs } from './api-client.ts'
import { attack } from './attacks.ts'
import { startSteward, type Steward } from './steward.ts'

const short = process.argv.includes('--short')
const REGISTRATIONS = short ? 600 : 60_000
const RANDOM_DOCUMENTS = short ? 1_000 : 100_000
const KILLS = short ? 6 : 40
const WORKERS = 16
const PORT = 4791

const REGISTER = `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename
  ... on Complaint { id number } ... on UserError { code message } } }`
const INPUT = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  severity: 3,
  contactName: '演练',
  summary: '演练',
  facts: '演练',
  track: 'QUICK',
}

interface Acknowledged {
  readonly key: string
  readonly number: string
}

/** Sends one registration until it is acknowledged, always under the same key. */
const register = async (
  steward: Steward,
  cookie: string,
  tally: { retries: number },
): Promise<Acknowledged> => {
  const key = randomUUID()
  const payload = JSON.stringify({ query: REGISTER, variables: { input: INPUT } })
  for (;;) {
    const answer = await post(new URL('/graphql', steward.address), payload, {
      cookie,
      'idempotency-key': key,
    }).catch(() => undefined)
    const said = answer && answer.status === 200 ? parsed(answer.body)?.data?.registerComplaint : undefined
    if (said?.number) return { key, number: said.number }
    if (said?.code) throw new Error(`refused: ${answer?.body}`)
    tally.retries += 1
    await sleep(50 + Math.random() * 200)
  }
}

const parsed = (body: string) => {
  try {
    return JSON.parse(body) as { data?: { registerComplaint?: { number?: string; code?: string } } }
  } catch {
    return undefined
  }
}

/** One of three deaths; the supervisor is started again by hand, as a person or systemd would. */
const kill = async (steward: Steward): Promise<string> => {
  const victim = (['api', 'postgres', 'supervisor'] as const)[Math.floor(Math.random() * 3)]!
  const pid = { api: steward.api(), postgres: steward.postmaster(), supervisor: steward.pid }[victim]
  if (pid) process.kill(pid, 'SIGKILL')
  if (victim === 'supervisor') await steward.restart()
  return victim
}

const verify = async (steward: Steward, acknowledged: readonly Acknowledged[], before: number) => {
  const client = new pg.Client({ connectionString: steward.databaseUrl })
  await client.connect()
  const { rows: organizations } = await client.query<{ id: string }>(
    "select id from organization where code = 'demo'",
  )
  await client.query('begin')
  await client.query("select set_config('app.org_id', $1, true)", [organizations[0]!.id])
  const { rows } = await client.query<{ number: string; events: number; audits: number; signed: number }>(
    `select c.number,
       (select count(*)::int from complaint_event e where e.org_id = c.org_id and e.complaint_id = c.id) as events,
       (select count(*)::int from audit_entry a where a.org_id = c.org_id and a.subject_id = c.id) as audits,
       (select count(*)::int from sign_off s where s.org_id = c.org_id and s.subject_id = c.id) as signed
     from complaint c where c.summary = '演练'`,
  )
  const gaps = await client.query<{ n: number }>(
    `select count(*)::int as n from (
       select split_part(number, '-', 2)::int - lag(split_part(number, '-', 2)::int) over (partition by split_part(number, '-', 1)
         order by split_part(number, '-', 2)::int) as step from complaint where not imported) s where step <> 1`,
  )
  await client.query('rollback')
  await client.end()
  const stored = new Set(rows.map(({ number }) => number))
  return {
    acknowledged: acknowledged.length,
    stored: rows.length - before,
    lost: acknowledged.filter(({ number }) => !stored.has(number)).length,
    doubled:
      acknowledged.length -
      new Set(acknowledged.map(({ number }) => number)).size +
      rows.length -
      stored.size,
    gaps: gaps.rows[0]!.n,
    halfWritten: rows.filter(({ events, audits, signed }) => events !== 1 || audits !== 1 || signed !== 1)
      .length,
  }
}

const run = async (): Promise<void> => {
  const steward = await startSteward(PORT)
  const kills: Record<string, number> = {}
  const tally = { retries: 0 }
  const acknowledged: Acknowledged[] = []
  const startedAt = Date.now()
  try {
    const attacks = await attack(steward.address, () => steward.api(), RANDOM_DOCUMENTS)
    console.log(JSON.stringify(attacks, null, 2))
    if (attacks.faults || attacks.tooSlow) process.exitCode = 1
    const cookie = await signInAs(steward.address, 'SERVICE_AGENT')
    let started = 0
    const work = Array.from({ length: WORKERS }, async () => {
      while (started < REGISTRATIONS) {
        started += 1
        acknowledged.push(await register(steward, cookie, tally))
      }
    })
    for (let dead = 0; dead < KILLS && acknowledged.length < REGISTRATIONS; dead += 1) {
      await sleep(short ? 1_500 : 8_000 * Math.random())
      const victim = await kill(steward)
      kills[victim] = (kills[victim] ?? 0) + 1
      console.log(`${acknowledged.length} acknowledged, killed ${victim}`)
    }
    await Promise.all(work)
    const result = await verify(steward, acknowledged, 0)
    console.log(
      JSON.stringify(
        { ...result, kills, retries: tally.retries, seconds: Math.round((Date.now() - startedAt) / 1000) },
        null,
        2,
      ),
    )
    if (
      result.lost ||
      result.doubled ||
      result.gaps ||
      result.halfWritten ||
      result.stored !== result.acknowledged
    )
      process.exitCode = 1
  } finally {
    await steward.stop()
  }
}

await run()
