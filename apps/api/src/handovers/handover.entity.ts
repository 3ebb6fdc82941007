/** Hand-overs 交接: see the domain's `Handover`. */
import {
  HANDOVER_FIELDS,
  HANDOVER_ITEM_FIELDS,
  type Handover,
  type HandoverItem,
  type HandoverKind,
  type HandoverOutcome,
  type HandoverStatus,
  type PromiseKind,
  type PromiseStatus,
  type Severity,
  type Status,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'
import { PromiseEntity } from '../promises/promise.entity.ts'

@Entity('handover')
@ClassifiedBy(HANDOVER_FIELDS)
@Index('handover_answered_by_idx', ['orgId', 'answeredById'])
@Index('handover_department_idx', ['orgId', 'departmentId', 'offeredAt'])
@Index('handover_giver_idx', ['orgId', 'giverId', 'offeredAt'])
@Index('handover_offered_idx', ['orgId', 'offeredAt', 'id'])
@Index('handover_receiver_idx', ['orgId', 'receiverId', 'offeredAt'])
@Index('handover_updated_by_idx', ['orgId', 'updatedById'])
@References(() => Staff, 'giverId')
@References(() => Staff, 'receiverId')
@References(() => Department, 'departmentId')
@References(() => Staff, 'answeredById')
@References(() => Staff, 'updatedById')
export class HandoverEntity implements Handover {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: HandoverKind
  @Column('text') status: HandoverStatus
  @Column('uuid') giverId: string
  @Column('uuid', { nullable: true }) receiverId: string | null
  @Column('uuid', { nullable: true }) departmentId: string | null
  @Column('text', { nullable: true }) note: string | null
  @Instant() offeredAt: Date
  @Column('uuid', { nullable: true }) answeredById: string | null
  @Instant({ nullable: true }) answeredAt: Date | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

@Entity('handover_item')
@ClassifiedBy(HANDOVER_ITEM_FIELDS)
@Index('handover_item_asked_by_idx', ['orgId', 'askedById'])
@Index('handover_item_complaint_idx', ['orgId', 'complaintId'])
@Index('handover_item_position_key', ['orgId', 'handoverId', 'position'], { unique: true })
@Index('handover_item_promise_idx', ['orgId', 'promiseId'])
@References(() => HandoverEntity, 'handoverId')
@References(() => ComplaintEntity, 'complaintId')
@References(() => PromiseEntity, 'promiseId')
@References(() => Staff, 'askedById')
export class HandoverItemEntity implements HandoverItem {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') handoverId: string
  @Column('integer') position: number
  @Column('uuid') complaintId: string
  @Column('uuid', { nullable: true }) promiseId: string | null
  @Column('text') number: string
  @Column('smallint') severity: Severity
  @Column('text', { nullable: true }) summary: string | null
  @Column('text', { nullable: true }) status: Status | null
  @Column('text', { nullable: true }) promiseStatus: PromiseStatus | null
  @Column('text', { nullable: true }) promiseKind: PromiseKind | null
  @Column('text', { nullable: true }) what: string | null
  @Instant({ nullable: true }) dueAt: Date | null
  @Column('text', { nullable: true }) remark: string | null
  @Column('text', { nullable: true }) question: string | null
  @Column('uuid', { nullable: true }) askedById: string | null
  @Column('text', { nullable: true }) reply: string | null
  @Instant() addedAt: Date
  @Column('text', { nullable: true }) outcome: HandoverOutcome | null
}

/** When an unaccepted hand-over is told again; gone once there is nothing more to tell. The worker sees those of all organizations. */
@Entity('handover_due')
@References(() => HandoverEntity, 'id')
export class HandoverDue {
  @OrgId() orgId: string
  /** The hand-over's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** How often it was told again. */
  @Column('integer', { default: 0 }) reminders: number
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}
