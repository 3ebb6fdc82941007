/** The rows of the accountability ledger; see packages/verify/FORMAT.md, whose names these are. */
import type { LedgerChain } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'

/** One signature, or what else the chain binds, in its place. Append-only; `id` is that of the sign-off. */
@Entity('ledger_entry')
@Index('ledger_entry_seq_key', ['orgId', 'seq'], { unique: true })
export class LedgerEntry {
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

/** Where a chain of an organization ends: locked by the last statement of a transaction that signs, or by the sequencer of the audit trail. */
@Entity('ledger_head')
@Index('ledger_head_key', ['orgId', 'chain'], { unique: true })
export class LedgerHead {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') chain: LedgerChain
  /** How many entries there are. */
  @Column('bigint') size: number
  @Column('bigint') at: number
  @Column('bytea') prev: Buffer
  @Column('bytea') hash: Buffer
}

/** A signed statement of what the ledger was at one moment, for witnesses. Append-only. */
@Entity('ledger_checkpoint')
@Index('ledger_checkpoint_key', ['orgId', 'chain', 'size'], { unique: true })
export class LedgerCheckpoint {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') chain: LedgerChain
  @Column('bigint') size: number
  @Instant() at: Date
  /** The signed note as a text. */
  @Column('text') note: string
  /** The right edge of the tree, from which the next checkpoint goes on. */
  @Column('text') edge: string
}

/** The root of a perfect subtree of a chain: a shortcut for proofs, made from the entries. Append-only. */
@Entity('ledger_node')
@Index('ledger_node_key', ['orgId', 'chain', 'level', 'position'], { unique: true })
export class LedgerNode {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') chain: LedgerChain
  /** It stands above 2 ** level entries. */
  @Column('integer') level: number
  /** Which of its level, from 0. */
  @Column('bigint') position: number
  @Column('bytea') root: Buffer
}

/** A checkpoint that a witness outside the database has taken. Append-only. */
@Entity('ledger_witnessing')
@Index('ledger_witnessing_key', ['orgId', 'checkpointId', 'witness'], { unique: true })
@References(() => LedgerCheckpoint, 'checkpointId')
export class LedgerWitnessing {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') checkpointId: string
  /** Its name. */
  @Column('text') witness: string
  @Instant() at: Date
  /** The line that it signed, where it signs. */
  @Column('text', { nullable: true }) cosignature: string | null
}
