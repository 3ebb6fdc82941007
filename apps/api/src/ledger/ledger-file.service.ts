/** A chain as a file (FORMAT.md, section 7), line by line: what the verifier reads, in the portal as offline. */
import type { LedgerChain } from '@steward/domain'
import { originOf } from '@steward/verify'
import type { DataSource } from 'typeorm'
import { auditDocument, auditRowSql, type AuditRow } from '../audit/audit-document.ts'
import { withTenant } from '../database/with-tenant.ts'
import { CHECKPOINTS, ENTRIES_OF, withCosignatures, type StoredCheckpoint } from './chains.ts'
import type { Signer } from './signer.ts'

const BATCH = 2_000

const SIZE = 'select size from ledger_head where org_id = $1 and chain = $2'
const entriesOf = (chain: LedgerChain): string => `
select json_build_object('entry', json_build_object('at', at, 'body', body, 'hash', encode(hash, 'hex'), 'prev', encode(prev, 'hex'),
    'seq', seq, 'sig', encode(sig, 'hex')))::text as line
  from ${ENTRIES_OF[chain]} where org_id = $1 and seq >= $2 and seq < $3 order by seq limit ${BATCH}`
/** Also of what was signed before there was a ledger: the verifier then says that it stands in none. */
const SIGNED = `
select s.id, s.content from sign_off s
  join ledger_entry e on e.org_id = s.org_id and e.id = s.id
 where s.org_id = $1 and e.seq >= $2 and e.seq < $3 order by e.seq limit ${BATCH}`
const AUDITED = `
select ${auditRowSql('a')}, a.reason,
    (select salt from commitment_salt c where c.org_id = a.org_id and c.owner_id = a.id and c.path = 'reason') as salt
  from audit_chain_entry e join audit_entry a on a.org_id = e.org_id and a.id = e.id
 where e.org_id = $1 and e.seq >= $2 and e.seq < $3 order by e.seq limit ${BATCH}`

/** How many entries a chain has. */
export const ledgerSize = (dataSource: DataSource, orgId: string, chain: LedgerChain): Promise<number> =>
  withTenant(dataSource, orgId, async (manager) => {
    const [head] = await manager.query<{ size: number }[]>(SIZE, [orgId, chain])
    return head?.size ?? 0
  })

const lineOf = (it: object): string => `${JSON.stringify(it)}\n`

interface Audited extends AuditRow {
  readonly id: string
  readonly reason: string | null
  readonly salt: string | null
}

export interface LedgerFile {
  readonly orgId: string
  readonly chain: LedgerChain
  /** So many entries; what is appended meanwhile is left out. */
  readonly size: number
  /** Also shows what stands behind the reasons of the audit trail: for the verifier of the house, whom it must not leave. */
  readonly withReasons?: boolean
}

/**
 * The lines of a chain, a batch at a time. Entries never change, so no snapshot is held open however long the reader takes.
 */
export async function* ledgerLines(
  { dataSource, signer }: { readonly dataSource: DataSource; readonly signer: Signer },
  { orgId, chain, size, withReasons = false }: LedgerFile,
): AsyncGenerator<string> {
  const ask = <T>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    withTenant(dataSource, orgId, (manager) => manager.query<T[]>(sql, [orgId, ...values]))
  yield lineOf({
    format: 'steward-ledger/v1',
    org: orgId,
    origin: originOf(orgId, chain),
    keys: await signer.ring(),
  })
  // By the number of lines read, not by their own: what is missing is the verifier's to find.
  const ENTRIES = entriesOf(chain)
  for (let from = 0; from < size; from += BATCH) {
    const rows = await ask<{ line: string }>(ENTRIES, [from, Math.min(size, from + BATCH)])
    yield rows.map(({ line }) => `${line}\n`).join('')
  }
  const checkpoints = `${CHECKPOINTS} and c.size <= $3 order by c.size`
  for (const stored of await ask<StoredCheckpoint>(checkpoints, [chain, size]))
    yield lineOf({ checkpoint: withCosignatures(stored) })
  for (let from = 0; from < size; from += BATCH) {
    const range = [from, Math.min(size, from + BATCH)]
    yield chain === 'AUDIT'
      ? (await ask<Audited>(AUDITED, range)).map((row) => auditLine(row, withReasons)).join('')
      : (await ask<{ id: string; content: string }>(SIGNED, range))
          .map(({ id, content }) => lineOf({ document: { id, content, openings: [] } }))
          .join('')
  }
}

/** A reason whose salt was erased stays behind its commitment. */
const auditLine = (row: Audited, withReasons: boolean): string => {
  const { id, reason, salt } = row
  const isShown = withReasons && salt !== null && reason !== null
  const openings = isShown ? [{ path: '/reason', salt, value: reason.normalize('NFC') }] : []
  return lineOf({ document: { id, content: auditDocument(row), openings } })
}
