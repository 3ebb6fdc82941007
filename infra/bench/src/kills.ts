/**
 * Kills while people work: registrations run without pause while API, database and supervisor are killed at random. Whatever was
 * acknowledged must be there once, whatever was not is sent again under its key, and the numbers have no gap.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { asOrganization, signBySession } from './as-organization.ts'
import { post, signInAs } from './api-client.ts'
import type { Steward } from './steward.ts'

const WORKERS = 16

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
export const register = async (
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

export type Victim = 'api' | 'postgres' | 'supervisor'

/** The supervisor is started again by hand, as a person or systemd would. */
const kill = async (steward: Steward, victim: Victim): Promise<void> => {
  const pid = { api: steward.api(), postgres: steward.postmaster(), supervisor: steward.pid }[victim]
  if (pid) process.kill(pid, 'SIGKILL')
  if (victim === 'supervisor') await steward.restart()
}

interface Stored {
  readonly number: string
  readonly events: number
  readonly audits: number
  readonly signed: number
  readonly promised: number
}

const STORED = `
select c.number,
  (select count(*)::int from complaint_event e where e.org_id = c.org_id and e.complaint_id = c.id
     and e.action = 'register') as events,
  (select count(*)::int from audit_entry a where a.org_id = c.org_id and a.subject_id = c.id
     and a.verb = 'complaint:register') as audits,
  (select count(*)::int from sign_off s where s.org_id = c.org_id and s.subject_id = c.id) as signed,
  (select count(*)::int from promise p where p.org_id = c.org_id and p.complaint_id = c.id) as promised
from complaint c where c.summary = '演练'`

const GAPS = `
select count(*)::int as n from (
  select split_part(number, '-', 2)::int - lag(split_part(number, '-', 2)::int)
      over (partition by split_part(number, '-', 1) order by split_part(number, '-', 2)::int) as step
    from complaint where not imported) s where step <> 1`

const verify = (steward: Steward, acknowledged: readonly Acknowledged[]) =>
  asOrganization(steward.databaseUrl, 'demo', async (client) => {
    const { rows } = await client.query<Stored>(STORED)
    const gaps = await client.query<{ n: number }>(GAPS)
    const stored = new Set(rows.map(({ number }) => number))
    return {
      acknowledged: acknowledged.length,
      stored: rows.length,
      lost: acknowledged.filter(({ number }) => !stored.has(number)).length,
      doubled:
        acknowledged.length -
        new Set(acknowledged.map(({ number }) => number)).size +
        rows.length -
        stored.size,
      gaps: gaps.rows[0]!.n,
      halfWritten: rows.filter((row) =>
        [row.events, row.audits, row.signed, row.promised].some((count) => count !== 1),
      ).length,
    }
  })

/** In any order, so many of each. */
const deaths = (of: Readonly<Record<Victim, number>>): readonly Victim[] =>
  (Object.keys(of) as Victim[])
    .flatMap((victim) => Array.from({ length: of[victim] }, () => ({ victim, order: Math.random() })))
    .toSorted((one, other) => one.order - other.order)
    .map(({ victim }) => victim)

/** True when nothing was lost, doubled, left out or half written. */
export const killWhilePeopleWork = async (
  steward: Steward,
  { registrations, kills }: { registrations: number; kills: Readonly<Record<Victim, number>> },
): Promise<boolean> => {
  const tally = { retries: 0 }
  const acknowledged: Acknowledged[] = []
  const startedAt = Date.now()
  await signBySession(steward)
  const cookie = await signInAs(steward.address, 'SERVICE_AGENT')
  const order = deaths(kills)
  let started = 0
  let dead = 0
  const isOver = () => acknowledged.length >= registrations && dead >= order.length
  const work = Array.from({ length: WORKERS }, async () => {
    // People go on working until everything that is to die has died.
    while (started < registrations || dead < order.length) {
      started += 1
      acknowledged.push(await register(steward, cookie, tally))
    }
  })
  while (!isOver() && dead < order.length) {
    // Spread over the work: the next one dies when its share of it is done.
    const share = (registrations * (dead + Math.random())) / order.length
    while (acknowledged.length < share) await sleep(100)
    await sleep(1_000 * Math.random())
    await kill(steward, order[dead]!)
    dead += 1
    console.log(`${acknowledged.length} acknowledged, killed ${order[dead - 1]}`)
  }
  await Promise.all(work)
  const result = await verify(steward, acknowledged)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(JSON.stringify({ ...result, kills, retries: tally.retries, seconds }, null, 2))
  const { lost, doubled, gaps, halfWritten, stored } = result
  return lost + doubled + gaps + halfWritten === 0 && stored === acknowledged.length
}
