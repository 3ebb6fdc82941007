/** The equipment register: see the domain's `Equipment`. It names machines and places, no client. */
import type {
  Equipment,
  EquipmentClass,
  EquipmentInspection,
  EquipmentInspectionRecord,
  EquipmentOutage,
  EquipmentState,
  InspectionBasis,
  InspectionResult,
  InspectionStep,
  OutageCause,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, Personal, References } from '../database/columns.ts'
import { Building, Project, Staff } from '../organization/organization.entity.ts'

@Entity('equipment')
@Index('equipment_number_key', ['orgId', 'number'], { unique: true })
@Index('equipment_project_idx', ['orgId', 'projectId', 'number'])
@Index('equipment_next_inspection_idx', ['orgId', 'nextInspectionOn', 'id'])
@Index('equipment_building_idx', ['orgId', 'buildingId'])
@Index('equipment_registered_by_idx', ['orgId', 'registeredById'])
@Index('equipment_retired_by_idx', ['orgId', 'retiredById'])
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
@References(() => Staff, 'registeredById')
@References(() => Staff, 'retiredById')
export class EquipmentEntity implements Equipment {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') class: EquipmentClass
  @Column('text') name: string
  @Column('uuid') projectId: string
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Column('text') place: string
  @Column('text', { nullable: true }) maker: string | null
  @Column('text', { nullable: true }) model: string | null
  @Column('text', { nullable: true }) serial: string | null
  @LocalDate({ nullable: true }) installedOn: string | null
  @LocalDate({ nullable: true }) warrantyUntil: string | null
  @Column('text') state: EquipmentState
  /** The earliest day of its inspections that are not ended: lists are put in order by it. */
  @LocalDate({ nullable: true }) nextInspectionOn: string | null
  @Column('uuid') registeredById: string
  @Instant() registeredAt: Date
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('uuid', { nullable: true }) retiredById: string | null
  @Personal()
  @Column('text', { nullable: true })
  retireReason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** A machine has one outage without an end at most: the partial unique index says so too. */
@Entity('equipment_outage')
@Index('equipment_outage_equipment_idx', ['orgId', 'equipmentId', 'startedAt', 'id'])
@Index('equipment_outage_open_key', { synchronize: false })
@Index('equipment_outage_reported_by_idx', ['orgId', 'reportedById'])
@Index('equipment_outage_ended_by_idx', ['orgId', 'endedById'])
@References(() => EquipmentEntity, 'equipmentId')
@References(() => Staff, 'reportedById')
@References(() => Staff, 'endedById')
export class EquipmentOutageEntity implements EquipmentOutage {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') equipmentId: string
  @Instant() startedAt: Date
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('text') cause: OutageCause
  @Personal()
  @Column('text', { nullable: true })
  note: string | null
  @Column('uuid') reportedById: string
  @Instant() reportedAt: Date
  @Column('uuid', { nullable: true }) endedById: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('equipment_inspection')
@Index('equipment_inspection_equipment_idx', ['orgId', 'equipmentId', 'nextOn', 'id'])
@Index('equipment_inspection_next_idx', ['orgId', 'nextOn', 'id'])
@Index('equipment_inspection_scheduled_by_idx', ['orgId', 'scheduledById'])
@Index('equipment_inspection_ended_by_idx', ['orgId', 'endedById'])
@References(() => EquipmentEntity, 'equipmentId')
@References(() => Staff, 'scheduledById')
@References(() => Staff, 'endedById')
export class EquipmentInspectionEntity implements EquipmentInspection {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') equipmentId: string
  @Column('text') name: string
  @Column('text') basis: InspectionBasis
  @Column('integer') everyMonths: number
  @LocalDate({ nullable: true }) lastOn: string | null
  @LocalDate() nextOn: string
  @Column('text') byWhom: string
  @Column('uuid') scheduledById: string
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('uuid', { nullable: true }) endedById: string | null
  @Column('integer', { default: 1 }) version: number
}

/** When the next step of a due inspection is told; gone once nothing more is due about it. */
@Entity('equipment_inspection_due')
@References(() => EquipmentInspectionEntity, 'id')
export class EquipmentInspectionDue {
  @OrgId() orgId: string
  /** The inspection's own. */
  @Id() id: string
  @Column('text') step: InspectionStep
  @Instant() dueAt: Date
  @Column('integer', { default: 0 }) attempts: number
}

/** History. */
@Entity('equipment_inspection_record')
@Index('equipment_inspection_record_inspection_idx', ['orgId', 'inspectionId', 'doneOn', 'id'])
@Index('equipment_inspection_record_equipment_idx', ['orgId', 'equipmentId', 'doneOn', 'id'])
@Index('equipment_inspection_record_recorded_by_idx', ['orgId', 'recordedById'])
@References(() => EquipmentInspectionEntity, 'inspectionId')
@References(() => EquipmentEntity, 'equipmentId')
@References(() => Staff, 'recordedById')
export class EquipmentInspectionRecordEntity implements EquipmentInspectionRecord {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') inspectionId: string
  @Column('uuid') equipmentId: string
  @LocalDate() doneOn: string
  @Column('text') byWhom: string
  @Column('text') result: InspectionResult
  @Column('text', { nullable: true }) certificate: string | null
  @Personal()
  @Column('text', { nullable: true })
  note: string | null
  @LocalDate() nextOn: string
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
}

export const EQUIPMENT_ENTITIES = [
  EquipmentEntity,
  EquipmentOutageEntity,
  EquipmentInspectionEntity,
  EquipmentInspectionDue,
  EquipmentInspectionRecordEntity,
] as const
