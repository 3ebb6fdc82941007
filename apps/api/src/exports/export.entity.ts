/** Requests for the use of client information and the copies made of it: see the domain's `ExportRequest` and `ControlledCopy`. */
import {
  CONTROLLED_COPY_FIELDS,
  EXPORT_REQUEST_FIELDS,
  type ControlledCopy,
  type CopyStatus,
  type ExportColumn,
  type ExportForm,
  type ExportRequest,
  type ExportStatus,
  type ExportUse,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import {
  ClassifiedBy,
  Id,
  Instant,
  LocalDate,
  OrgId,
  References,
  Sealed,
  type Ciphertext,
} from '../database/columns.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import { Project, Staff } from '../organization/organization.entity.ts'

@Entity('export_request')
@ClassifiedBy(EXPORT_REQUEST_FIELDS)
@Index('export_request_number_key', ['orgId', 'number'], { unique: true })
@Index('export_request_requested_idx', ['orgId', 'requestedAt', 'id'])
@Index('export_request_requester_idx', ['orgId', 'requestedById', 'requestedAt'])
@Index('export_request_project_idx', ['orgId', 'projectId'])
@Index('export_request_recipient_idx', ['orgId', 'recipientId'])
@Index('export_request_reviewer_idx', ['orgId', 'reviewerId'])
@Index('export_request_decided_by_idx', ['orgId', 'decidedById'])
@Index('export_request_updated_by_idx', ['orgId', 'updatedById'])
@References(() => Project, 'projectId')
@References(() => Staff, 'recipientId')
@References(() => Staff, 'requestedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
@References(() => Staff, 'updatedById')
export class ExportRequestEntity implements ExportRequest {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') status: ExportStatus
  @Column('text') purpose: string
  @Column('text') use: ExportUse
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('text') scopeNote: string
  @Column('integer') clientCount: number
  @Column('text') idsHash: string
  @Column('text', { array: true }) columns: ExportColumn[]
  @Column('text', { nullable: true }) necessity: string | null
  @Column('text') form: ExportForm
  @Column('uuid', { nullable: true }) recipientId: string | null
  @Column('text', { nullable: true }) recipientName: string | null
  @Column('text', { nullable: true }) recipientCompany: string | null
  @Column('integer') copies: number
  @LocalDate() useFrom: string
  @LocalDate() useUntil: string
  @Column('uuid') requestedById: string
  @Instant() requestedAt: Date
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

/** Exactly which clients, frozen when it was submitted; `idsHash` of the request is over these. */
@Entity('export_scope')
@References(() => ExportRequestEntity, 'id')
export class ExportScope {
  @OrgId() orgId: string
  /** The request's own. */
  @Id() id: string
  @Column('uuid', { array: true }) clientIds: string[]
}

@Entity('controlled_copy')
@ClassifiedBy(CONTROLLED_COPY_FIELDS)
@Index('controlled_copy_number_key', ['orgId', 'number'], { unique: true })
@Index('controlled_copy_mark_key', ['orgId', 'mark'], { unique: true })
@Index('controlled_copy_due_idx', ['orgId', 'dueOn', 'id'])
@Index('controlled_copy_request_idx', ['orgId', 'requestId'])
@Index('controlled_copy_project_idx', ['orgId', 'projectId'])
@Index('controlled_copy_requester_idx', ['orgId', 'requestedById'])
@Index('controlled_copy_holder_idx', ['orgId', 'holderId'])
@Index('controlled_copy_returned_to_idx', ['orgId', 'returnedToId'])
@Index('controlled_copy_destruction_idx', ['orgId', 'destructionRevisionId'])
@Index('controlled_copy_updated_by_idx', ['orgId', 'updatedById'])
@References(() => ExportRequestEntity, 'requestId')
@References(() => Project, 'projectId')
@References(() => Staff, 'requestedById')
@References(() => Staff, 'holderId')
@References(() => Staff, 'returnedToId')
@References(() => DocumentRevisionEntity, 'destructionRevisionId')
@References(() => Staff, 'updatedById')
export class ControlledCopyEntity implements ControlledCopy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') requestId: string
  @Column('text') number: string
  @Column('text') status: CopyStatus
  @Column('text') form: ExportForm
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid') requestedById: string
  @Column('uuid') holderId: string
  @Column('text') recipient: string
  @Column('text') mark: string
  @Column('integer', { default: 0 }) progress: number
  @Instant({ nullable: true }) producedAt: Date | null
  @Column('uuid', { nullable: true }) fileId: string | null
  @Column('text', { nullable: true }) fileHash: string | null
  @Column('integer', { nullable: true }) sizeBytes: number | null
  @Instant({ nullable: true }) receivedAt: Date | null
  @Column('text', { nullable: true }) signer: string | null
  @LocalDate() dueOn: string
  @Instant({ nullable: true }) returnedAt: Date | null
  @Column('uuid', { nullable: true }) returnedToId: string | null
  @Column('text', { nullable: true }) returnNote: string | null
  @Column('uuid', { nullable: true }) destructionRevisionId: string | null
  @Instant({ nullable: true }) destroyedAt: Date | null
  @Column('integer', { default: 0 }) chased: number
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

/** The key under which the file of a copy lies in the data folder while it waits. Once the row is removed nobody can read it, in no backup. */
@Entity('copy_file_key')
@References(() => ControlledCopyEntity, 'id')
export class CopyFileKey {
  @OrgId() orgId: string
  /** The copy's own. */
  @Id() id: string
  @Sealed({ nullable: false }) sealedKey: Ciphertext
  @Instant() createdAt: Date
}

/** When a copy that is still out is chased, and to which level; gone once it is back or destroyed, or there is nobody left to tell. */
@Entity('copy_due')
@References(() => ControlledCopyEntity, 'id')
export class CopyDue {
  @OrgId() orgId: string
  /** The copy's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** 0: its holder is told; 1: those who answer for confidentiality. */
  @Column('integer', { default: 0 }) level: number
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** A link to a file, for one person and one time. */
@Entity('copy_link')
@Index('copy_link_token_key', ['orgId', 'tokenHash'], { unique: true })
@Index('copy_link_copy_idx', ['orgId', 'copyId'])
@Index('copy_link_staff_idx', ['orgId', 'staffId'])
@References(() => ControlledCopyEntity, 'copyId')
@References(() => Staff, 'staffId')
export class CopyLink {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') copyId: string
  @Column('uuid') staffId: string
  @Column('bytea') tokenHash: Buffer
  @Instant() expiresAt: Date
  @Instant({ nullable: true }) usedAt: Date | null
}
