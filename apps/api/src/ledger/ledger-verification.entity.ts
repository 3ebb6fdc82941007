import type { LedgerChain, VerificationOutcome } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** What is wrong, or worth knowing, with its place as far as it is known. */
export interface VerificationRemark {
  readonly code: string
  /** The whole sentence, in both languages. */
  readonly textZh: string
  readonly textEn: string
  /** Sequence number of the entry. */
  readonly entry: number | null
  readonly signOffId: string | null
  /** The row of the audit trail, where it is about one. */
  readonly auditEntryId: string | null
  /** The case that was signed. */
  readonly complaintId: string | null
  readonly complaintNumber: string | null
}

/** One verification of the whole ledger: who asked for it, how far it is, what it found. Its row is its own record. */
@Entity('ledger_verification')
@Index('ledger_verification_asked_idx', ['orgId', 'askedAt', 'id'])
@Index('ledger_verification_staff_idx', ['orgId', 'askedById'])
@References(() => Staff, 'askedById')
export class LedgerVerification {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') chain: LedgerChain
  @Column('uuid') askedById: string
  @Instant() askedAt: Date
  /** When the worker that does it was heard of last, by the clock of the database. */
  @Instant() seenAt: Date
  /** Entries that there were when it began; 0 before. */
  @Column('integer', { default: 0 }) entriesTotal: number
  @Column('integer', { default: 0 }) entriesChecked: number
  @Instant({ nullable: true }) finishedAt: Date | null
  /** Null until it has ended. */
  @Column('text', { nullable: true }) outcome: VerificationOutcome | null
  /** All that was found, also what `findings` has no room for. */
  @Column('integer', { default: 0 }) findingCount: number
  @Column('jsonb', { default: [] }) findings: VerificationRemark[]
  @Column('jsonb', { default: [] }) notes: VerificationRemark[]
  /** Id of the key with which the ledger began, as the signer publishes it. */
  @Column('text', { nullable: true }) rootKey: string | null
  /** Entries under the newest sound checkpoint. */
  @Column('integer', { nullable: true }) checkpointedSize: number | null
  /** Entries that stand as a witness outside saw them. */
  @Column('integer', { nullable: true }) witnessedSize: number | null
}
