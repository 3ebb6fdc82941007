/**
 * Gives the rows of the audit trail their places in a chain, a moment after they were written: verbs wait for nothing, and rows of
 * one organization stand in one order. A batch is one transaction under the lock of the chain's head, so that a kill at any
 * point leaves all of it or nothing, and two sequencers never meet.
 */
import { entryHash, sha256, signBody, toHex, type AuditBody } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import { withCurrentKey } from '../ledger/append-ledger.ts'
import type { Signer } from '../ledger/signer.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { Sweep } from '../worker/sweeps.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { auditDocument, auditRowSql, type AuditRow } from './audit-document.ts'

const BATCH = 500

interface Head {
  readonly size: number
  readonly at: number
  readonly hash: Buffer
  readonly now: number
}

const GENESIS = `
insert into ledger_head (org_id, id, chain, size, at, prev, hash)
values ($1, $2, 'AUDIT', 0, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))
on conflict (org_id, chain) do nothing`

/** Whoever finds it taken leaves the work to the one who took it. */
const HEAD = `
select size, at, hash, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now
  from ledger_head where org_id = $1 and chain = 'AUDIT' for update skip locked`

/** In the order in which they were written. */
const CLAIM = `
select ${auditRowSql('a')}
  from audit_unchained u join audit_entry a on a.org_id = u.org_id and a.id = u.id
 where u.org_id = $1 order by u.at, u.id limit $2`

const PLACE = `
with placed as (
  insert into audit_chain_entry (org_id, id, seq, at, prev, body, sig, hash)
  select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bytea[], $6::text[], $7::bytea[], $8::bytea[])),
taken as (delete from audit_unchained where org_id = $1 and id = any($2::uuid[]))
update ledger_head set size = $9, at = $10, prev = $11, hash = $12 where org_id = $1 and chain = 'AUDIT'`

interface Placed {
  readonly id: string
  readonly seq: number
  readonly prev: Buffer
  readonly body: string
  readonly sig: Buffer
  readonly hash: Buffer
}

/** Places one batch, inside a transaction of the organization; answers how many rows that were. */
export const chainAudit = async (
  manager: EntityManager,
  orgId: string,
  signer: Signer,
  most = BATCH,
): Promise<number> => {
  const head = await lockHead(manager, orgId)
  const rows = head && (await manager.query<(AuditRow & { id: string })[]>(CLAIM, [orgId, most]))
  if (!head || !rows || rows.length === 0) return 0
  const signed = await withCurrentKey(signer, (kid) =>
    Promise.all(rows.map((row) => sign(signer, kid, orgId, row))),
  )
  // One moment for the batch: never before that of the entry before.
  const at = Math.max(head.at, head.now)
  const placed: Placed[] = []
  let prev = head.hash
  for (const { id, body, sig } of signed) {
    const seq = head.size + placed.length
    const hash = Buffer.from(entryHash({ seq, at, prev: toHex(prev), body, sig: toHex(sig) }), 'hex')
    placed.push({ id, seq, prev, body, sig, hash })
    prev = hash
  }
  const last = placed.at(-1)!
  const column = <K extends keyof Placed>(name: K): Placed[K][] => placed.map((it) => it[name])
  const columns = [column('id'), column('seq'), placed.map(() => at), column('prev'), column('body')]
  await manager.query(PLACE, [
    orgId,
    ...columns,
    column('sig'),
    column('hash'),
    last.seq + 1,
    at,
    last.prev,
    last.hash,
  ])
  return placed.length
}

const lockHead = async (manager: EntityManager, orgId: string): Promise<Head | undefined> => {
  const [head] = await manager.query<Head[]>(HEAD, [orgId])
  if (head) return head
  await manager.query(GENESIS, [orgId, newId()])
  return (await manager.query<Head[]>(HEAD, [orgId]))[0]
}

const sign = async (
  signer: Signer,
  kid: string,
  org: string,
  row: AuditRow & { readonly id: string },
): Promise<Pick<Placed, 'id' | 'body' | 'sig'>> => {
  const content = toHex(sha256(auditDocument(row)))
  const unsigned: AuditBody = { v: 1, org, kind: 'AUDIT', id: row.id, kid, content }
  const { body, sig } = await signBody(unsigned, (message) => signer.sign(kid, message))
  return { id: row.id, body, sig: Buffer.from(sig, 'hex') }
}

const WAITING = `
select o.id from organization o where exists (select from audit_unchained u where u.org_id = o.id) order by o.id`

/** Of each organization for itself: one whose trail is damaged stops no other. */
const sweepAudit = async ({ dataSource, signer, log }: WorkerServices, limit: number): Promise<number> => {
  const organizations = await dataSource.query<{ id: string }[]>(WAITING)
  let isMore = false
  for (const { id } of organizations) {
    try {
      const placed = await withTenant(dataSource, id, (manager) => chainAudit(manager, id, signer))
      isMore ||= placed === BATCH
    } catch (error) {
      log.error({ organization: id, reason: reasonOf(error) }, 'the audit trail was not chained')
    }
  }
  return isMore ? limit : 0
}

export const auditSequencer: Sweep = {
  name: 'audit-chain',
  sweep: sweepAudit,
  oldestDue: async ({ dataSource }) => {
    const [row] = await dataSource.query<{ at: Date | null }[]>('select min(at) as at from audit_unchained')
    return row?.at ?? undefined
  },
}
