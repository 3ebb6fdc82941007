import {
  ARCHIVE_CONFIRMATION_FIELDS,
  type ArchiveConfirmation as ArchiveConfirmationFacts,
  type ArchivePart,
  type ArchiveRequirement as ArchiveRequirementFacts,
  type ClientKind,
  type ClientRelation,
  type DutyRole,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'
import { CustomField } from '../fields/custom-field.entity.ts'

/** One line of the policy of what archives must have. */
@Entity('archive_requirement')
@Index('archive_requirement_field_idx', ['orgId', 'fieldId'])
@References(() => CustomField, 'fieldId')
export class ArchiveRequirement implements ArchiveRequirementFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') part: ArchivePart
  @Column('uuid', { nullable: true }) fieldId: string | null
  @Column('text', { array: true }) kinds: ClientKind[]
  @Column('text', { array: true }) relations: ClientRelation[]
  @Column('integer', { nullable: true }) staleAfterDays: number | null
  @Column('text') owedBy: DutyRole
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** That parts of an archive were gone through with the client; append-only. */
@Entity('archive_confirmation')
@ClassifiedBy(ARCHIVE_CONFIRMATION_FIELDS)
@Index('archive_confirmation_client_idx', ['orgId', 'clientId', 'confirmedAt'])
@Index('archive_confirmation_by_idx', ['orgId', 'confirmedById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'confirmedById')
export class ArchiveConfirmation implements ArchiveConfirmationFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid', { array: true }) requirementIds: string[]
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid') confirmedById: string
  @Instant() confirmedAt: Date
}
