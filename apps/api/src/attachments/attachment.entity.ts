import {
  ATTACHMENT_FIELDS,
  type Attachment as AttachmentFacts,
  type AttachmentClass,
  type AttachmentFormat,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, OrgId, References, type Ciphertext } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** A file that hangs on a client. Its content is in the storage under the same id, and gone once it is removed. */
@Entity('attachment')
@ClassifiedBy(ATTACHMENT_FIELDS)
@Index('attachment_client_idx', ['orgId', 'clientId'])
@Index('attachment_added_by_idx', ['orgId', 'addedById'])
@Index('attachment_removed_by_idx', ['orgId', 'removedById'])
@Index('attachment_kept_idx', { synchronize: false })
@References(() => Client, 'clientId')
@References(() => Staff, 'addedById')
@References(() => Staff, 'removedById')
export class AttachmentEntity implements AttachmentFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') name: string
  @Column('text', { nullable: true }) note: string | null
  @Column('text') format: AttachmentFormat
  @Column('text') classification: AttachmentClass
  @Column('integer') sizeBytes: number
  @Column('text') sha256: string
  /** Of a sensitive one: the key of its content, sealed under the client's. */
  @Column('text', { nullable: true }) sealedKey: Ciphertext | null
  @Column('uuid') addedById: string
  @Instant() addedAt: Date
  @Column('uuid', { nullable: true }) removedById: string | null
  @Instant({ nullable: true }) removedAt: Date | null
  @Column('text', { nullable: true }) removalReason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** A content that is on its way into the storage: when the worker looks whether its row stands, and takes it out again where it does not. */
@Entity('attachment_due')
export class AttachmentDue {
  @OrgId() orgId: string
  /** The attachment's own. */
  @Id() id: string
  @Instant() dueAt: Date
  @Column('integer', { default: 0 }) attempts: number
}
