/** What is said of a plan that was carried out, and what was learnt: see the domain's `PlanSummary` and `PlanLesson`. */
import {
  PLAN_SUMMARY_FIELDS,
  type PlanFigures,
  type PlanLesson as LessonRow,
  type PlanLessonKind,
  type PlanSummary as SummaryRow,
  type PlanSummaryStatus,
  type PlanSummaryWords,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, Personal, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { MaintenancePlan } from '../plans/plan.entity.ts'

@Entity('plan_summary')
@ClassifiedBy(PLAN_SUMMARY_FIELDS)
@Index('plan_summary_plan_key', ['orgId', 'planId'], { unique: true })
@Index('plan_summary_drafted_by_idx', ['orgId', 'draftedById'])
@Index('plan_summary_prepared_by_idx', ['orgId', 'preparedById'])
@Index('plan_summary_reviewer_idx', ['orgId', 'reviewerId'])
@References(() => MaintenancePlan, 'planId')
@References(() => Staff, 'draftedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
export class PlanSummary implements SummaryRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('text') status: PlanSummaryStatus
  @Column('integer', { default: 0 }) revision: number
  @Column('jsonb') content: PlanSummaryWords
  @Column('jsonb', { nullable: true }) figures: PlanFigures | null
  @Column('uuid') draftedById: string
  @Instant() draftedAt: Date
  @Column('uuid', { array: true }) writerIds: string[]
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) submittedAt: Date | null
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Instant({ nullable: true }) approvedAt: Date | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** History. */
@Entity('plan_lesson')
@Index('plan_lesson_plan_key', ['orgId', 'planId', 'ordinal'], { unique: true })
@Index('plan_lesson_kept_idx', ['orgId', 'keptAt', 'id'])
@References(() => MaintenancePlan, 'planId')
export class PlanLesson implements LessonRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('integer') ordinal: number
  @Column('text') kind: PlanLessonKind
  @Personal()
  @Column('text')
  words: string
  @Instant() keptAt: Date
}
