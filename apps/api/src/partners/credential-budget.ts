/** What a program may spend in a minute: points are objects that its answers may hold. All processes count in one row. */
import { HeaderMap } from '@apollo/server'
import type { Pool } from 'pg'
import { v7 as newId } from 'uuid'
import type { Cost, ProgramCredential } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'
import type { ReadContext } from '../reads/read-plugin.ts'
import { Refusal } from '../reads/refusal.ts'
import { runStatement } from '../reads/run-statement.ts'

const MINUTE_MS = 60_000

/** Adds to the minute while the sum stays within the allowance ($7); no row: it would not. A clock that lags cannot open an old minute again. */
const SPEND_SQL = `
insert into credential_usage as u (org_id, id, credential_id, on_day, requests, points, minute_at, minute_points)
values ($1, $2, $3, $4, 1, $5, $6, $5)
on conflict (org_id, credential_id, on_day) do update set
  requests = u.requests + 1, points = u.points + excluded.points, minute_at = greatest(u.minute_at, excluded.minute_at),
  minute_points = case when excluded.minute_at > u.minute_at then 0 else u.minute_points end + excluded.points
where excluded.minute_at > u.minute_at or u.minute_points + excluded.points <= $7
returning minute_points::text`

const REFUSE_SQL = `
update credential_usage set refused = refused + 1
 where org_id = $1 and credential_id = $2 and on_day = $3 returning minute_points::text`

interface Spending {
  readonly credential: ProgramCredential
  readonly organizationId: string
  readonly points: number
  readonly now: Date
}

/** Takes the points. Answers what is left; `granted` is false where nothing was taken because too little is left. */
const spend = async (pool: Pool, it: Spending): Promise<Cost & { readonly granted: boolean }> => {
  const { credential, organizationId, points, now } = it
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS)
  const day = minute.toISOString().slice(0, 10)
  const run = (name: string, text: string, values: readonly unknown[]) =>
    runStatement(pool, { name, text, values, organizationId })
  const sum = await run('spend', SPEND_SQL, [
    organizationId,
    newId(),
    credential.id,
    day,
    points,
    minute,
    credential.pointsPerMinute,
  ])
  const spent = sum ?? (await run('refuse', REFUSE_SQL, [organizationId, credential.id, day]))
  return {
    requested: points,
    remaining: Math.max(0, credential.pointsPerMinute - Number(spent ?? 0)),
    restoresAt: new Date(minute.getTime() + MINUTE_MS).toISOString(),
    granted: sum !== undefined,
  }
}

/** Charges a program for its request and notes the cost for the answer; people pay nothing. Throws TOO_COSTLY, RATE_LIMITED. */
export const charge = async (context: ReadContext, points: number): Promise<void> => {
  const { signedIn, readPool, now = new Date() } = context
  if (!signedIn?.credential) return
  const { credential, actor } = signedIn
  // Waiting would not help: the whole minute is less.
  if (points > credential.pointsPerMinute) throw new Refusal('TOO_COSTLY', 'tooCostly')
  const { granted, ...cost } = await spend(readPool, {
    credential,
    organizationId: actor.organizationId,
    points,
    now,
  })
  context.cost = cost
  if (granted) return
  const seconds = Math.max(1, Math.ceil((Date.parse(cost.restoresAt) - now.getTime()) / 1000))
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) }
  throw accessError('RATE_LIMITED', context.locale, { retryAfterSeconds: seconds, http })
}
