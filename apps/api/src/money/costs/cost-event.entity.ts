import {
  COST_EVENT_FIELDS,
  COST_SHARE_FIELDS,
  type CostClass,
  type CostEvent as CostEventFacts,
  type CostShare as CostShareFacts,
  type LabourRole,
  type ShareRule,
} from '@steward/domain'
import { Check, Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Building, Project, Staff } from '../../organization/organization.entity.ts'

/** What each column means is told by the domain's `CostEvent`. */
@Entity('cost_event')
@ClassifiedBy(COST_EVENT_FIELDS)
@Index('cost_event_number_key', ['orgId', 'number'], { unique: true })
@Index('cost_event_occurred_idx', ['orgId', 'occurredOn', 'id'])
@Index('cost_event_client_idx', ['orgId', 'clientId', 'occurredOn'])
@Index('cost_event_project_idx', ['orgId', 'projectId'])
@Index('cost_event_building_idx', ['orgId', 'buildingId'])
@Index('cost_event_complaint_idx', ['orgId', 'complaintId'])
@Index('cost_event_recorded_by_idx', ['orgId', 'recordedById'])
@Check(
  'cost_event_bearer_check',
  'num_nonnulls(client_id, share_rule) < 2 and (share_rule is null) = (share_weight is null) and coalesce(share_weight, 1) > 0',
)
@Check(
  'cost_event_sum_check',
  'labour_minutes >= 0 and material_minor >= 0 and outside_minor >= 0 and (labour_minutes = 0 or labour_role is not null)',
)
@References(() => Client, 'clientId')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
@References('ComplaintEntity', 'complaintId')
@References(() => Staff, 'recordedById')
export class CostEvent implements CostEventFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') costClass: CostClass
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Column('text', { nullable: true }) shareRule: ShareRule | null
  @Column('bigint', { nullable: true }) shareWeight: number | null
  @LocalDate() occurredOn: string
  @Column('integer', { default: 0 }) labourMinutes: number
  @Column('text', { nullable: true }) labourRole: LabourRole | null
  @Money({ default: 0 }) materialMinor: number
  @Money({ default: 0 }) outsideMinor: number
  @Column('text') purpose: string
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
  @Instant({ nullable: true }) voidedAt: Date | null
  @Column('text', { nullable: true }) voidReason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** Frozen when the cost is recorded: as the units were owned on its day. */
@Entity('cost_share')
@ClassifiedBy(COST_SHARE_FIELDS)
@Index('cost_share_event_idx', ['orgId', 'costEventId'])
@Index('cost_share_client_idx', ['orgId', 'clientId'])
@Check('cost_share_weight_check', 'weight > 0')
@References(() => CostEvent, 'costEventId')
@References(() => Client, 'clientId')
export class CostShare implements CostShareFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') costEventId: string
  @Column('uuid') clientId: string
  @Column('bigint') weight: number
}
