/** A ledger as a file (FORMAT.md, section 7), line by line: what the verifier reads, in the portal as offline. */
import { originOf } from '@steward/verify'
import type { DataSource } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'
import type { Signer } from './signer.ts'

const BATCH = 2_000

const SIZE = 'select size from ledger_head where org_id = $1'
const ENTRIES = `
select json_build_object('entry', json_build_object('at', at, 'body', body, 'hash', encode(hash, 'hex'), 'prev', encode(prev, 'hex'),
    'seq', seq, 'sig', encode(sig, 'hex')))::text as line
  from ledger_entry where org_id = $1 and seq >= $2 and seq < $3 order by seq limit ${BATCH}`
const CHECKPOINTS = `
select c.note, array_agg(w.cosignature order by w.at) filter (where w.cosignature is not null) as cosignatures
  from ledger_checkpoint c left join ledger_witnessing w on w.org_id = c.org_id and w.checkpoint_id = c.id
 where c.org_id = $1 and c.size <= $2 group by c.id, c.note, c.size order by c.size`
/** Also of what was signed before there was a ledger: the verifier then says that it stands in none. */
const DOCUMENTS = `
select s.id, s.content from sign_off s
  join ledger_entry e on e.org_id = s.org_id and e.id = s.id
 where s.org_id = $1 and e.seq >= $2 and e.seq < $3 order by e.seq limit ${BATCH}`

/** How many entries a ledger has. */
export const ledgerSize = (dataSource: DataSource, orgId: string): Promise<number> =>
  withTenant(dataSource, orgId, async (manager) => {
    const [head] = await manager.query<{ size: number }[]>(SIZE, [orgId])
    return head?.size ?? 0
  })

/** The note, with the lines of those who cosigned it. */
export const withCosignatures = (note: string, cosignatures: readonly string[] | null): string =>
  note + (cosignatures ?? []).join('')

const lineOf = (it: object): string => `${JSON.stringify(it)}\n`

/**
 * The lines of a ledger of that size, a batch at a time; what is appended meanwhile is left out. Entries never change, so no snapshot is held
 * open however long the reader takes.
 */
export async function* ledgerLines(
  { dataSource, signer }: { dataSource: DataSource; signer: Signer },
  orgId: string,
  size: number,
): AsyncGenerator<string> {
  const ask = <T>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    withTenant(dataSource, orgId, (manager) => manager.query<T[]>(sql, [orgId, ...values]))
  yield lineOf({
    format: 'steward-ledger/v1',
    org: orgId,
    origin: originOf(orgId),
    keys: await signer.ring(),
  })
  // By the number of lines read, not by their own: what is missing is the verifier's to find.
  for (let from = 0; from < size; from += BATCH) {
    const rows = await ask<{ line: string }>(ENTRIES, [from, Math.min(size, from + BATCH)])
    yield rows.map(({ line }) => `${line}\n`).join('')
  }
  for (const { note, cosignatures } of await ask<{ note: string; cosignatures: string[] | null }>(
    CHECKPOINTS,
    [size],
  ))
    yield lineOf({ checkpoint: withCosignatures(note, cosignatures) })
  for (let from = 0; from < size; from += BATCH) {
    const rows = await ask<{ id: string; content: string }>(DOCUMENTS, [from, Math.min(size, from + BATCH)])
    yield rows.map(({ id, content }) => lineOf({ document: { id, content, openings: [] } })).join('')
  }
}
