/** The chain of the audit trail; see packages/verify/FORMAT.md, whose names these are. */
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { AuditEntry } from './audit.entity.ts'

/** One row of the audit trail in its place in the chain. Append-only; `id` is that of the row. */
@Entity('audit_chain_entry')
@Index('audit_chain_entry_seq_key', ['orgId', 'seq'], { unique: true })
@References(() => AuditEntry, 'id')
export class AuditChainEntry {
  @OrgId() orgId: string
  @Id() id: string
  @Column('bigint') seq: number
  /** Milliseconds since 1970 by the clock of the database. */
  @Column('bigint') at: number
  @Column('bytea') prev: Buffer
  /** Canonical JSON, byte for byte. */
  @Column('text') body: string
  @Column('bytea') sig: Buffer
  @Column('bytea') hash: Buffer
}

/** That a row of the audit trail has no place yet: written with it, taken out by the sequencer in the transaction that gives it one. */
@Entity('audit_unchained')
@Index('audit_unchained_at_idx', ['orgId', 'at', 'id'])
@References(() => AuditEntry, 'id')
export class AuditUnchained {
  @OrgId() orgId: string
  /** Of the row. */
  @Id() id: string
  /** When the row was written. */
  @Instant() at: Date
}
