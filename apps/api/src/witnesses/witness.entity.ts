import type { LedgerChain, WitnessFailure, WitnessKind, WitnessRhythm, WitnessStatus } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** Who keeps checkpoints where the database cannot reach. Appointed whole, dismissed for good. */
@Entity('ledger_witness')
@Index('ledger_witness_staff_idx', ['orgId', 'appointedById'])
@References(() => Staff, 'appointedById')
export class LedgerWitness {
  @OrgId() orgId: string
  /** Of the file, which every organization has: that of the organization. */
  @Id() id: string
  @Column('text') kind: WitnessKind
  /** Of a cosigner: as it signs. */
  @Column('text') name: string
  /** Of a cosigner. */
  @Column('text', { nullable: true }) url: string | null
  /** Of a cosigner: Ed25519, 32 bytes, hex. */
  @Column('text', { nullable: true }) publicKey: string | null
  @Personal()
  @Column('text', { nullable: true })
  mailAddress: string | null
  @Column('text', { nullable: true }) rhythm: WitnessRhythm | null
  @Column('text') status: WitnessStatus
  @Instant() appointedAt: Date
  @Column('uuid', { nullable: true }) appointedById: string | null
  @Column('integer', { default: 1 }) version: number
}

/** How a witness fares with one chain. Kept by the worker; nobody's change grows stale by it. */
@Entity('ledger_witness_state')
@Index('ledger_witness_state_key', ['orgId', 'witnessId', 'chain'], { unique: true })
@References(() => LedgerWitness, 'witnessId')
export class LedgerWitnessState {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') witnessId: string
  @Column('text') chain: LedgerChain
  /** Entries, from the first, of the newest checkpoint that it took. */
  @Column('bigint', { default: 0 }) seenSize: number
  @Instant({ nullable: true }) seenAt: Date | null
  @Instant({ nullable: true }) triedAt: Date | null
  /** Failures in a row. */
  @Column('integer', { default: 0 }) attempts: number
  @Column('text', { nullable: true }) failure: WitnessFailure | null
  @Instant({ nullable: true }) failingSince: Date | null
  /** Not before then; also while somebody is at it. */
  @Instant() nextTryAt: Date
  /** The key that signed when a mailbox was written to last. */
  @Column('text', { nullable: true }) toldKid: string | null
}
