/** Maintenance plans: see the domain's `MaintenancePlan`, `PlanRevision` and `PlanComment`. */
import {
  MAINTENANCE_PLAN_FIELDS,
  PLAN_COMMENT_FIELDS,
  PLAN_REVISION_FIELDS,
  type MaintenancePlan as PlanRow,
  type PlanComment as CommentRow,
  type PlanContent,
  type PlanKind,
  type PlanRevision as RevisionRow,
  type PlanRevisionStatus,
  type PlanStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'

@Entity('maintenance_plan')
@ClassifiedBy(MAINTENANCE_PLAN_FIELDS)
@Index('maintenance_plan_number_key', ['orgId', 'number'], { unique: true })
@Index('maintenance_plan_updated_idx', ['orgId', 'updatedAt', 'id'])
@Index('maintenance_plan_ends_idx', ['orgId', 'endsOn', 'id'])
@Index('maintenance_plan_client_idx', ['orgId', 'clientId'])
@Index('maintenance_plan_project_idx', ['orgId', 'projectId'])
@Index('maintenance_plan_owner_idx', ['orgId', 'ownerId'])
@Index('maintenance_plan_renews_idx', ['orgId', 'renewsId'])
@Index('maintenance_plan_drafted_by_idx', ['orgId', 'draftedById'])
@References(() => Client, 'clientId')
@References(() => Project, 'projectId')
@References(() => Staff, 'ownerId')
@References('MaintenancePlan', 'renewsId')
@References(() => Staff, 'draftedById')
export class MaintenancePlan implements PlanRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') kind: PlanKind
  @Column('text') status: PlanStatus
  @Column('text') title: string
  @Column('uuid') ownerId: string
  @LocalDate() startsOn: string
  @LocalDate() endsOn: string
  @Money() budgetMinor: number
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('text', { array: true }) segmentGrades: string[]
  @Column('uuid', { array: true }) segmentProjectIds: string[]
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { array: true }) equipmentIds: string[]
  @Column('uuid', { nullable: true }) effectiveRevisionId: string | null
  @Column('uuid', { nullable: true }) openRevisionId: string | null
  @Column('uuid', { nullable: true }) approvedSummaryId: string | null
  @Column('uuid', { nullable: true }) renewsId: string | null
  @Column('uuid') draftedById: string
  @Instant() draftedAt: Date
  @Instant() updatedAt: Date
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('plan_revision')
@ClassifiedBy(PLAN_REVISION_FIELDS)
@Index('plan_revision_key', ['orgId', 'planId', 'ordinal'], { unique: true })
@Index('plan_revision_base_idx', ['orgId', 'baseId'])
@Index('plan_revision_drafted_by_idx', ['orgId', 'draftedById'])
@Index('plan_revision_prepared_by_idx', ['orgId', 'preparedById'])
@Index('plan_revision_reviewer_idx', ['orgId', 'reviewerId'])
@Index('plan_revision_ended_by_idx', ['orgId', 'endedById'])
@References(() => MaintenancePlan, 'planId')
@References('PlanRevision', 'baseId')
@References(() => Staff, 'draftedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'endedById')
export class PlanRevision implements RevisionRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('text') status: PlanRevisionStatus
  @Column('integer') ordinal: number
  @Column('uuid', { nullable: true }) baseId: string | null
  @Column('text', { nullable: true }) changeReason: string | null
  @Column('jsonb') content: PlanContent
  @Column('uuid', { array: true, default: '{}' }) equipmentIds: string[]
  @Column('uuid') draftedById: string
  @Column('uuid', { array: true }) writerIds: string[]
  @Instant() draftedAt: Date
  @Instant() writtenAt: Date
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) submittedAt: Date | null
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Instant({ nullable: true }) approvedAt: Date | null
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) endReason: string | null
  @Column('uuid', { nullable: true }) endedById: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('plan_comment')
@ClassifiedBy(PLAN_COMMENT_FIELDS)
@Index('plan_comment_plan_idx', ['orgId', 'planId', 'at'])
@Index('plan_comment_revision_idx', ['orgId', 'revisionId'])
@Index('plan_comment_answers_idx', ['orgId', 'answersId'])
@Index('plan_comment_by_idx', ['orgId', 'byId'])
@Index('plan_comment_resolved_by_idx', ['orgId', 'resolvedById'])
@References(() => MaintenancePlan, 'planId')
@References(() => PlanRevision, 'revisionId')
@References('PlanComment', 'answersId')
@References(() => Staff, 'byId')
@References(() => Staff, 'resolvedById')
export class PlanComment implements CommentRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('uuid') revisionId: string
  @Column('uuid', { nullable: true }) answersId: string | null
  @Column('text', { nullable: true }) anchor: string | null
  @Column('text') words: string
  @Column('uuid') byId: string
  @Instant() at: Date
  @Instant({ nullable: true }) resolvedAt: Date | null
  @Column('uuid', { nullable: true }) resolvedById: string | null
  @Column('integer', { default: 1 }) version: number
}
