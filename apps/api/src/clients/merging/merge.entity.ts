/** Merges of clients, and what each of them moved: see the domain's `ClientMerge`. */
import {
  CLIENT_MERGE_FIELDS,
  type ClientMerge,
  type ClientMergeStatus,
  type MergeCount,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import {
  ClassifiedBy,
  Id,
  Instant,
  OrgId,
  References,
  Sealed,
  type Ciphertext,
} from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

@Entity('client_merge')
@ClassifiedBy(CLIENT_MERGE_FIELDS)
@Index('client_merge_number_key', ['orgId', 'number'], { unique: true })
@Index('client_merge_proposed_idx', ['orgId', 'proposedAt', 'id'])
@Index('client_merge_survivor_idx', ['orgId', 'survivorId'])
@Index('client_merge_merged_idx', ['orgId', 'mergedId'])
@Index('client_merge_standing_key', { synchronize: false })
@Index('client_merge_proposed_by_idx', ['orgId', 'proposedById'])
@Index('client_merge_reviewer_idx', ['orgId', 'reviewerId'])
@Index('client_merge_decided_by_idx', ['orgId', 'decidedById'])
@Index('client_merge_reversal_asked_by_idx', ['orgId', 'reversalAskedById'])
@References(() => Client, 'survivorId')
@References(() => Client, 'mergedId')
@References(() => Staff, 'proposedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
@References(() => Staff, 'reversalAskedById')
export class ClientMergeEntity implements ClientMerge {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') status: ClientMergeStatus
  @Column('uuid') survivorId: string
  @Column('text') survivorCode: string
  @Column('uuid') mergedId: string
  @Column('text') mergedCode: string
  @Column('text', { array: true }) taken: string[]
  @Column('text') reason: string
  @Column('jsonb') counts: MergeCount[]
  @Column('text') fingerprint: string
  @Column('uuid') proposedById: string
  @Instant() proposedAt: Date
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Instant({ nullable: true }) mergedAt: Date | null
  @Column('integer', { default: 0 }) movedCount: number
  @Column('text', { nullable: true }) note: string | null
  @Column('text', { nullable: true }) reversalReason: string | null
  @Column('uuid', { nullable: true }) reversalAskedById: string | null
  @Instant({ nullable: true }) reversalAskedAt: Date | null
  @Instant({ nullable: true }) reversedAt: Date | null
  @Column('text', { array: true, default: '{}' }) kept: string[]
  @Column('integer', { default: 1 }) version: number
}

/**
 * One row that a merge touched: pointed at the survivor instead of the merged client, or with other values than before. Those values
 * are sealed under the survivor's key: who is erased is erased here, too.
 */
@Entity('client_merge_row')
@Index('client_merge_row_merge_idx', ['orgId', 'mergeId'])
@Index('client_merge_row_record_idx', ['orgId', 'recordId'])
@References(() => ClientMergeEntity, 'mergeId')
export class ClientMergeRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') mergeId: string
  @Column('text') tableName: string
  /** The column that pointed at the merged client; null: values were changed. */
  @Column('text', { nullable: true }) columnName: string | null
  @Column('uuid') recordId: string
  @Sealed() before: Ciphertext | null
}
