import type {
  ImportSource as ImportSourceFacts,
  ImportSourceStatus,
  InformationMedium,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { ImportFileEntity } from '../import.entity.ts'

/** What client information was read from, in somebody's custody until two have signed that it is destroyed. */
@Entity('import_source')
@Index('import_source_received_idx', ['orgId', 'receivedAt', 'id'])
@Index('import_source_custodian_idx', ['orgId', 'custodianId'])
@Index('import_source_project_idx', ['orgId', 'projectId'])
@Index('import_source_file_key', ['orgId', 'fileId'], { unique: true })
@Index('import_source_verified_by_idx', ['orgId', 'verifiedById'])
@Index('import_source_received_by_idx', ['orgId', 'receivedById'])
@Index('import_source_destruction_idx', ['orgId', 'destructionRevisionId'])
@References(() => Staff, 'custodianId')
@References(() => Staff, 'receivedById')
@References(() => Staff, 'verifiedById')
@References(() => Project, 'projectId')
@References(() => ImportFileEntity, 'fileId')
@References(() => DocumentRevisionEntity, 'destructionRevisionId')
export class ImportSourceEntity implements ImportSourceFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') name: string
  /** Null: a file that was handed over for an import, by its custodian. */
  @Column('text', { nullable: true }) receivedFrom: string | null
  @Column('text') medium: InformationMedium
  @Column('uuid') custodianId: string
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) fileId: string | null
  @Column('text') status: ImportSourceStatus
  @Instant() receivedAt: Date
  @Column('uuid') receivedById: string
  @LocalDate() destroyBy: string
  @Instant({ nullable: true }) verifiedAt: Date | null
  @Column('uuid', { nullable: true }) verifiedById: string | null
  @Column('text', { nullable: true }) verification: string | null
  /** The certificate, from the first of its two signatures on. */
  @Column('uuid', { nullable: true }) destructionRevisionId: string | null
  @Instant({ nullable: true }) destroyedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** When it is told that a source is not destroyed yet, and to which level; gone once it is destroyed, or there is nobody left to tell. */
@Entity('import_source_due')
@References(() => ImportSourceEntity, 'id')
export class ImportSourceDue {
  @OrgId() orgId: string
  /** The source's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** 0: its custodian is told; 1: those who answer for confidentiality. */
  @Column('integer', { default: 0 }) level: number
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** Who opened the file of a source, and for what. History. */
@Entity('import_source_opening')
@Index('import_source_opening_source_idx', ['orgId', 'sourceId', 'at', 'id'])
@Index('import_source_opening_staff_idx', ['orgId', 'staffId'])
@References(() => ImportSourceEntity, 'sourceId')
@References(() => Staff, 'staffId')
export class ImportSourceOpening {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') sourceId: string
  @Column('uuid') staffId: string
  @Column('text') occasion: OpeningOccasion
  @Instant() at: Date
}

export const OPENING_OCCASIONS = ['HANDED_OVER', 'LOOKED', 'APPLIED', 'REFUSED_ROWS'] as const
export type OpeningOccasion = (typeof OPENING_OCCASIONS)[number]
