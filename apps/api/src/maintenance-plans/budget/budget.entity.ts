import {
  PLAN_OVERRUN_FIELDS,
  PLAN_SPEND_FIELDS,
  type PlanBudgetRow,
  type PlanCostKind,
  type PlanOverrun as OverrunRow,
  type PlanOverrunStatus,
  type PlanPolicy,
  type PlanSpend as SpendRow,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import {
  ClassifiedBy,
  Id,
  Instant,
  LocalDate,
  Money,
  OrgId,
  Personal,
  References,
} from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { MaintenancePlan } from '../plans/plan.entity.ts'
import { PlanTask } from '../tasks/plan-task.entity.ts'

/** What each column means is told by the domain's `PlanBudgetRow`. */
@Entity('plan_budget_line')
@Index('plan_budget_line_key', ['orgId', 'planId', 'key'], { unique: true })
@References(() => MaintenancePlan, 'planId')
export class PlanBudgetLine implements PlanBudgetRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('text') key: string
  @Column('text') kind: PlanCostKind
  @Personal()
  @Column('text')
  title: string
  /** Place among the lines of the revision in force. */
  @Column('integer') position: number
  @Money() approvedMinor: number
  @Money({ default: 0 }) raisedMinor: number
  @Money({ default: 0 }) committedMinor: number
  @Money({ default: 0 }) spentMinor: number
  @Column('integer') allowedBasisPoints: number
  @Column('integer', { default: 1 }) version: number
}

@Entity('plan_spend')
@ClassifiedBy(PLAN_SPEND_FIELDS)
@Index('plan_spend_plan_idx', ['orgId', 'planId', 'at', 'id'])
@Index('plan_spend_line_idx', ['orgId', 'lineId'])
@Index('plan_spend_task_idx', ['orgId', 'taskId'])
@Index('plan_spend_by_idx', ['orgId', 'byId'])
@References(() => MaintenancePlan, 'planId')
@References(() => PlanBudgetLine, 'lineId')
@References(() => PlanTask, 'taskId')
@References(() => Staff, 'byId')
export class PlanSpend implements SpendRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('uuid') lineId: string
  @Column('uuid', { nullable: true }) taskId: string | null
  @Money() amountMinor: number
  @LocalDate() spentOn: string
  @Column('text') purpose: string
  @Column('uuid') byId: string
  @Instant() at: Date
}

@Entity('plan_overrun')
@ClassifiedBy(PLAN_OVERRUN_FIELDS)
@Index('plan_overrun_plan_idx', ['orgId', 'planId', 'askedAt', 'id'])
@Index('plan_overrun_asked_idx', ['orgId', 'askedAt', 'id'])
@Index('plan_overrun_line_idx', ['orgId', 'lineId'])
@Index('plan_overrun_asked_by_idx', ['orgId', 'askedById'])
@Index('plan_overrun_decided_by_idx', ['orgId', 'decidedById'])
@References(() => MaintenancePlan, 'planId')
@References(() => PlanBudgetLine, 'lineId')
@References(() => Staff, 'askedById')
@References(() => Staff, 'decidedById')
export class PlanOverrun implements OverrunRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('uuid') lineId: string
  @Money() amountMinor: number
  @Column('text') reason: string
  @Column('text') status: PlanOverrunStatus
  @Column('uuid') askedById: string
  @Instant() askedAt: Date
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) note: string | null
  @Column('integer', { default: 1 }) version: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_PLAN_POLICY` before. */
@Entity('plan_policy')
@Index('plan_policy_key', ['orgId'], { unique: true })
export class PlanPolicyEntity implements PlanPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') allowedOverrunBasisPoints: number
  @Column('integer', { default: 1 }) version: number
}
