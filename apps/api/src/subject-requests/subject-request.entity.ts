/** Requests of data subjects and their clocks: see the domain's `SubjectRequest` and `SubjectRequestPolicy`. */
import {
  SUBJECT_REQUEST_FIELDS,
  type Channel,
  type SubjectProof,
  type SubjectRefusal,
  type SubjectRequest,
  type SubjectRequester,
  type SubjectRequestKind,
  type SubjectRequestPolicy,
  type SubjectRequestStatus,
  type SubjectRequestStep,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../database/columns.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import { ExportRequestEntity } from '../exports/export.entity.ts'
import { Staff } from '../organization/organization.entity.ts'

@Entity('subject_request')
@ClassifiedBy(SUBJECT_REQUEST_FIELDS)
@Index('subject_request_number_key', ['orgId', 'number'], { unique: true })
@Index('subject_request_due_idx', ['orgId', 'dueAt', 'id'])
@Index('subject_request_client_idx', ['orgId', 'clientId', 'registeredAt'])
@Index('subject_request_registered_by_idx', ['orgId', 'registeredById'])
@Index('subject_request_verified_by_idx', ['orgId', 'verifiedById'])
@Index('subject_request_decided_by_idx', ['orgId', 'decidedById'])
@Index('subject_request_updated_by_idx', ['orgId', 'updatedById'])
@Index('subject_request_export_request_idx', ['orgId', 'exportRequestId'])
@Index('subject_request_erasure_revision_idx', ['orgId', 'erasureRevisionId'])
@References(() => Client, 'clientId')
@References(() => Staff, 'registeredById')
@References(() => Staff, 'verifiedById')
@References(() => Staff, 'decidedById')
@References(() => Staff, 'updatedById')
@References(() => DocumentRevisionEntity, 'erasureRevisionId')
@References(() => ExportRequestEntity, 'exportRequestId')
export class SubjectRequestEntity implements SubjectRequest {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Column('text') kind: SubjectRequestKind
  @Column('text') status: SubjectRequestStatus
  @Column('text') askedBy: SubjectRequester
  @Column('text', { nullable: true }) requesterName: string | null
  @Column('text') channel: Channel
  @Column('text') words: string
  @Column('uuid') registeredById: string
  @Instant() registeredAt: Date
  @Instant() dueAt: Date
  @Column('text', { nullable: true }) proof: SubjectProof | null
  @Column('text', { nullable: true }) proofNote: string | null
  @Column('uuid', { nullable: true }) verifiedById: string | null
  @Instant({ nullable: true }) verifiedAt: Date | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) answer: string | null
  @Column('text', { nullable: true }) refusal: SubjectRefusal | null
  @Column('uuid', { nullable: true }) erasureRevisionId: string | null
  @Column('uuid', { nullable: true }) exportRequestId: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

/** When something is told of a request that waits, and what; gone once it is decided, or there is nobody left to tell. */
@Entity('subject_request_due')
@References(() => SubjectRequestEntity, 'id')
export class SubjectRequestDue {
  @OrgId() orgId: string
  /** The request's own. */
  @Id() id: string
  @Instant() dueAt: Date
  @Column('text') step: SubjectRequestStep
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_SUBJECT_REQUEST_POLICY` before. */
@Entity('subject_request_policy')
@Index('subject_request_policy_key', ['orgId'], { unique: true })
export class SubjectRequestPolicyEntity implements SubjectRequestPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') answerWithinDays: number
  @Column('integer') warnBeforeDays: number
  @Column('integer') escalateAfterDays: number
  @Column('integer', { default: 1 }) version: number
}
