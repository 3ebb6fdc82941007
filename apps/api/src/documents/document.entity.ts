/** Controlled documents and their revisions: see the domain's `ControlledDocument` and `DocumentRevision`. */
import {
  DOCUMENT_FIELDS,
  REVISION_FIELDS,
  type ControlledDocument,
  type ControlStatus,
  type DocumentContent,
  type DocumentKind,
  type DocumentRevision,
  type RevisionStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ComplaintOptionEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

@Entity('controlled_document')
@ClassifiedBy(DOCUMENT_FIELDS)
@Index('controlled_document_number_key', ['orgId', 'number'], { unique: true })
@Index('controlled_document_kind_idx', ['orgId', 'kind', 'number'])
@Index('controlled_document_complaint_idx', ['orgId', 'complaintId'])
@Index('controlled_document_option_idx', ['orgId', 'optionId'])
@Index('controlled_document_updated_idx', ['orgId', 'updatedAt', 'id'])
@Index('controlled_document_executing_idx', ['orgId', 'executingDepartmentId'])
@Index('controlled_document_supervising_idx', ['orgId', 'supervisingDepartmentId'])
@Index('controlled_document_editing_idx', ['orgId', 'editingDepartmentId'])
@Index('controlled_document_updated_by_idx', ['orgId', 'updatedById'])
@References(() => Department, 'executingDepartmentId')
@References(() => Department, 'supervisingDepartmentId')
@References(() => Department, 'editingDepartmentId')
@References(() => ComplaintEntity, 'complaintId')
@References(() => ComplaintOptionEntity, 'optionId')
@References(() => Staff, 'updatedById')
export class ControlledDocumentEntity implements ControlledDocument {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') kind: DocumentKind
  @Column('text') title: string
  @Column('uuid', { nullable: true }) executingDepartmentId: string | null
  @Column('uuid', { nullable: true }) supervisingDepartmentId: string | null
  @Column('uuid', { nullable: true }) editingDepartmentId: string | null
  @Column('text') controlStatus: ControlStatus
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('uuid', { nullable: true }) optionId: string | null
  /** No foreign key, as of the next: revisions point at their document, and two tables do not point at each other. */
  @Column('uuid', { nullable: true }) effectiveRevisionId: string | null
  @Column('uuid', { nullable: true }) openRevisionId: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

@Entity('document_revision')
@ClassifiedBy(REVISION_FIELDS)
@Index('document_revision_key', ['orgId', 'documentId', 'ordinal'], { unique: true })
@Index('document_revision_base_idx', ['orgId', 'baseId'])
@Index('document_revision_executing_idx', ['orgId', 'executingDepartmentId'])
@Index('document_revision_supervising_idx', ['orgId', 'supervisingDepartmentId'])
@Index('document_revision_editing_idx', ['orgId', 'editingDepartmentId'])
@Index('document_revision_drafted_by_idx', ['orgId', 'draftedById'])
@Index('document_revision_prepared_by_idx', ['orgId', 'preparedById'])
@Index('document_revision_reviewer_idx', ['orgId', 'reviewerId'])
@Index('document_revision_rejected_by_idx', ['orgId', 'rejectedById'])
@Index('document_revision_updated_by_idx', ['orgId', 'updatedById'])
@References(() => ControlledDocumentEntity, 'documentId')
@References(() => DocumentRevisionEntity, 'baseId')
@References(() => Department, 'executingDepartmentId')
@References(() => Department, 'supervisingDepartmentId')
@References(() => Department, 'editingDepartmentId')
@References(() => Staff, 'draftedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'rejectedById')
@References(() => Staff, 'updatedById')
export class DocumentRevisionEntity implements DocumentRevision {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') documentId: string
  @Column('text') kind: DocumentKind
  @Column('text') status: RevisionStatus
  @Column('integer') ordinal: number
  @Column('text') label: string
  @Column('text', { nullable: true }) mark: string | null
  @Column('integer') changeCount: number
  @Column('uuid', { nullable: true }) baseId: string | null
  @Column('text') title: string
  @Column('uuid', { nullable: true }) executingDepartmentId: string | null
  @Column('uuid', { nullable: true }) supervisingDepartmentId: string | null
  @Column('uuid', { nullable: true }) editingDepartmentId: string | null
  @Column('text', { nullable: true }) changeReason: string | null
  @Column('jsonb') content: DocumentContent
  @LocalDate({ nullable: true }) effectiveOn: string | null
  @Column('uuid', { nullable: true }) draftedById: string | null
  @Instant() draftedAt: Date
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) submittedAt: Date | null
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Instant({ nullable: true }) approvedAt: Date | null
  @Instant({ nullable: true }) effectiveAt: Date | null
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) endReason: string | null
  @Column('uuid', { nullable: true }) rejectedById: string | null
  @Instant({ nullable: true }) rejectedAt: Date | null
  @Column('text', { nullable: true }) rejectedReason: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

/** When an approved revision becomes effective; gone once it is, or was ended before. The worker sees those of all organizations. */
@Entity('document_due')
@References(() => DocumentRevisionEntity, 'id')
export class DocumentDue {
  @OrgId() orgId: string
  /** The revision's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, so far. */
  @Column('integer', { default: 0 }) attempts: number
}
