/** Rows that belong to one complaint: its options, its timeline, its action orders. */
import {
  COMPLAINT_OPTION_FIELDS,
  COMPLAINT_TASK_FIELDS,
  type ComplaintEvent,
  type ComplaintEventAction,
  type ComplaintOption,
  type ComplaintTask,
  type OptionKind,
  type OptionStatus,
  type Status,
  type TaskStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, Money, OrgId, Personal, References } from '../database/columns.ts'
import { Building, Department, Project, Staff } from '../organization/organization.entity.ts'
import { ComplaintEntity } from './complaint.entity.ts'

@Entity('complaint_option')
@ClassifiedBy(COMPLAINT_OPTION_FIELDS)
@Index('complaint_option_rank_key', ['orgId', 'complaintId', 'revision', 'rank'], { unique: true })
@References(() => ComplaintEntity, 'complaintId')
export class ComplaintOptionEntity implements ComplaintOption {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') complaintId: string
  @Column('integer') revision: number
  @Column('smallint') rank: number
  @Column('boolean') recommended: boolean
  @Column('text') kind: OptionKind
  @Column('text')
  description: string
  @Money() amountMinor: number
  @Column('text') status: OptionStatus
  @Instant({ nullable: true }) approvedAt: Date | null
  @Column('text', { nullable: true })
  reason: string | null
}

/** Append-only: what happened to a case, in order. */
@Entity('complaint_event')
@Index('complaint_event_complaint_idx', ['orgId', 'complaintId', 'at', 'id'])
@Index('complaint_event_by_idx', ['orgId', 'byId', 'at'])
@References(() => ComplaintEntity, 'complaintId')
@References(() => Staff, 'byId')
export class ComplaintEventEntity implements ComplaintEvent {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') complaintId: string
  @Column('text') action: ComplaintEventAction
  @Column('text', { name: 'from_status', nullable: true }) from: Status | null
  @Column('text', { name: 'to_status' }) to: Status
  @Column('uuid', { nullable: true }) byId: string | null
  @Instant() at: Date
  @Personal()
  @Column('text', { nullable: true })
  note: string | null
}

@Entity('complaint_task')
@ClassifiedBy(COMPLAINT_TASK_FIELDS)
@Index('complaint_task_complaint_idx', ['orgId', 'complaintId'])
@Index('complaint_task_department_idx', ['orgId', 'departmentId', 'status', 'dispatchedAt', 'id'])
@Index('complaint_task_assignee_idx', ['orgId', 'assigneeId', 'status', 'dispatchedAt', 'id'])
@Index('complaint_task_project_idx', ['orgId', 'projectId'])
@Index('complaint_task_building_idx', ['orgId', 'buildingId'])
@Index('complaint_task_dispatched_by_idx', ['orgId', 'dispatchedById'])
@Index('complaint_task_dispatching_department_idx', ['orgId', 'dispatchingDepartmentId'])
@Index('complaint_task_accepted_by_idx', ['orgId', 'acceptedById'])
@Index('complaint_task_completed_by_idx', ['orgId', 'completedById'])
@Index('complaint_task_registered_by_idx', ['orgId', 'registeredById'])
@Index('complaint_task_key_account_manager_idx', ['orgId', 'keyAccountManagerId'])
@Index('complaint_task_updated_by_idx', ['orgId', 'updatedById'])
@References(() => ComplaintEntity, 'complaintId')
@References(() => Department, 'departmentId')
@References(() => Staff, 'assigneeId')
@References(() => Staff, 'dispatchedById')
@References(() => Department, 'dispatchingDepartmentId')
@References(() => Staff, 'acceptedById')
@References(() => Staff, 'completedById')
@References(() => Staff, 'registeredById')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
@References(() => Staff, 'keyAccountManagerId')
@References(() => Staff, 'updatedById')
export class ComplaintTaskEntity implements ComplaintTask {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') complaintId: string
  @Column('text') status: TaskStatus
  @Column('text')
  instruction: string
  @Column('uuid') departmentId: string
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('uuid') dispatchedById: string
  @Column('uuid', { nullable: true }) dispatchingDepartmentId: string | null
  @Instant() dispatchedAt: Date
  @Instant({ nullable: true }) dueAt: Date | null
  @Column('uuid', { nullable: true }) acceptedById: string | null
  @Instant({ nullable: true }) acceptedAt: Date | null
  @Column('uuid', { nullable: true }) completedById: string | null
  @Instant({ nullable: true }) completedAt: Date | null
  @Column('text', { nullable: true })
  evidenceNote: string | null
  @Column('text', { nullable: true })
  reason: string | null
  @Column('uuid') registeredById: string
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Column('uuid', { nullable: true }) keyAccountManagerId: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}
