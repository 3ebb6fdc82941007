import {
  SPOT_CHECK_ENTRY_FIELDS,
  type SpotCheck as SpotCheckFacts,
  type SpotCheckEntry as SpotCheckEntryFacts,
  type SpotCheckResult,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'
import { ArchiveRequirement } from '../duty/duty.entity.ts'

/** One draw, with the seed that it was made by; append-only. */
@Entity('spot_check')
@Index('spot_check_drawn_idx', ['orgId', 'drawnAt', 'id'])
@Index('spot_check_project_idx', ['orgId', 'projectId'])
@Index('spot_check_manager_idx', ['orgId', 'managerId'])
@Index('spot_check_drawn_by_idx', ['orgId', 'drawnById'])
@References(() => Project, 'projectId')
@References(() => Staff, 'managerId')
@References(() => Staff, 'drawnById')
export class SpotCheck implements SpotCheckFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') seed: string
  @Column('integer') population: number
  @Column('integer') size: number
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) managerId: string | null
  @Column('uuid') drawnById: string
  @Instant() drawnAt: Date
}

@Entity('spot_check_entry')
@ClassifiedBy(SPOT_CHECK_ENTRY_FIELDS)
@Index('spot_check_entry_key', ['orgId', 'spotCheckId', 'clientId'], { unique: true })
@Index('spot_check_entry_client_idx', ['orgId', 'clientId'])
@Index('spot_check_entry_owner_idx', ['orgId', 'ownerId'])
@Index('spot_check_entry_requirement_idx', ['orgId', 'requirementId'])
@Index('spot_check_entry_checked_by_idx', ['orgId', 'checkedById'])
@References(() => SpotCheck, 'spotCheckId')
@References(() => Client, 'clientId')
@References(() => Staff, 'ownerId')
@References(() => ArchiveRequirement, 'requirementId')
@References(() => Staff, 'checkedById')
export class SpotCheckEntry implements SpotCheckEntryFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') spotCheckId: string
  /** From 1, as it was drawn. */
  @Column('integer') position: number
  @Column('uuid') clientId: string
  @Column('uuid', { nullable: true }) ownerId: string | null
  @Column('text', { nullable: true }) result: SpotCheckResult | null
  @Column('uuid', { nullable: true }) requirementId: string | null
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid', { nullable: true }) checkedById: string | null
  @Instant({ nullable: true }) checkedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
