import { randomUUID } from 'node:crypto'
import type { Actor } from '@steward/domain'
import type { Pool } from 'pg'
import type { SignedIn } from '../src/context.ts'

type Given = Pick<Actor, 'organizationId' | 'staffId' | 'roles'> & Partial<Actor>

/** An actor as given, with a session in the database that is good for an hour. */
export async function signedInAs(pool: Pool, given: Given): Promise<SignedIn> {
  const tokenHash = Buffer.from(randomUUID())
  const sessionId = randomUUID()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await pool.query(
    `insert into session (token_hash, id, org_id, staff_id, version, created_at, last_seen_at, idle_seconds, expires_at)
     values ($1, $2, $3, $4, 1, now(), now(), 1800, $5)`,
    [tokenHash, sessionId, given.organizationId, given.staffId, expiresAt],
  )
  const actor: Actor = {
    personId: randomUUID(),
    departmentId: null,
    projectIds: [],
    buildingIds: [],
    approvalLimitMinor: 20_000,
    approvalLimitMinorByCause: {},
    ...given,
  }
  return { tokenHash, sessionId, version: 1, expiresAt, actor }
}
