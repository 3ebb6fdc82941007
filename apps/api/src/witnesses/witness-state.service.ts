/** What came of telling a witness, written down. */
import { nextTellingSeconds, type LedgerChain, type WitnessFailure } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { asSystem } from '../database/as-system.ts'

export interface Told {
  readonly orgId: string
  readonly witnessId: string
  readonly chain: LedgerChain
  /** Entries of the checkpoint. */
  readonly size: number
  /** Of a mailbox: the key that signs now. */
  readonly kid?: string
}

/** By the clock of the database, as all that the worker waits for. */
const WRITE = `
insert into ledger_witness_state as s
  (org_id, id, witness_id, chain, seen_size, seen_at, tried_at, attempts, failure, failing_since, next_try_at, told_kid)
select $1, $2, $3, $4, case when $6::text is null then $5::bigint else 0 end, case when $6::text is null then now end, now,
  case when $6::text is null then 0 else 1 end, $6, case when $6::text is not null then now end, now, $7
  from (select clock_timestamp()::timestamptz(3) as now) moment
on conflict (org_id, witness_id, chain) do update set
  seen_size = case when $6::text is null then greatest(s.seen_size, $5::bigint) else s.seen_size end,
  seen_at = coalesce(excluded.seen_at, s.seen_at), tried_at = excluded.tried_at,
  attempts = case when $6::text is null then 0 else s.attempts + 1 end,
  failure = $6, failing_since = case when $6::text is not null then coalesce(s.failing_since, excluded.tried_at) end,
  next_try_at = excluded.tried_at, told_kid = coalesce($7, s.told_kid)
returning attempts, (select o.failure from ledger_witness_state o
  where o.org_id = s.org_id and o.witness_id = s.witness_id and o.chain = s.chain) as before`

const WAIT = `
update ledger_witness_state set next_try_at = tried_at + make_interval(secs => $4)
 where org_id = $1 and witness_id = $2 and chain = $3`

/** Writes it down, and has the screens that show it told where it fares otherwise than before. @returns whether it does */
export const noteTold = async (
  manager: EntityManager,
  { orgId, witnessId, chain, size, kid }: Told,
  failure: WitnessFailure | null,
): Promise<boolean> => {
  const [row] = await manager.query<{ attempts: number; before: WitnessFailure | null }[]>(WRITE, [
    orgId,
    newId(),
    witnessId,
    chain,
    size,
    failure,
    kid ?? null,
  ])
  const { attempts = 0, before = null } = row ?? {}
  if (failure !== null) await manager.query(WAIT, [orgId, witnessId, chain, nextTellingSeconds(attempts)])
  if (before === failure) return false
  await asSystem(manager, { orgId, now: new Date(), requestId: `witness-${witnessId}` }, async (tx) =>
    tx.emit('changed', { type: 'LedgerWitness', id: witnessId }),
  )
  return true
}
