/** The two chains of an organization: where the entries of each stand, and its checkpoints with those who cosigned them. */
import type { LedgerChain } from '@steward/domain'

/** Tables of one form. */
export const ENTRIES_OF: Readonly<Record<LedgerChain, 'ledger_entry' | 'audit_chain_entry'>> = {
  SIGN_OFFS: 'ledger_entry',
  AUDIT: 'audit_chain_entry',
}

/** A checkpoint as it leaves the house. */
export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
  readonly cosignatures: readonly string[] | null
}

/** Checkpoints of one chain ($1 organization, $2 chain), each with the lines of those who cosigned it; not in order. */
export const CHECKPOINTS = `
select c.size, c.note, (
    select array_agg(w.cosignature order by w.at, w.witness) from ledger_witnessing w
     where w.org_id = c.org_id and w.checkpoint_id = c.id and w.cosignature is not null) as cosignatures
  from ledger_checkpoint c where c.org_id = $1 and c.chain = $2`

/** The note, with the lines of those who cosigned it. */
export const withCosignatures = ({ note, cosignatures }: StoredCheckpoint): string =>
  note + (cosignatures ?? []).join('')
