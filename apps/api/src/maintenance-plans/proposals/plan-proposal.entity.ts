/** Proposals of plans: see the domain's `PlanProposal`. */
import type { PlanProposal as Facts, PlanProposalStatus } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { Id, Instant, OrgId, Personal, References } from '../../database/columns.ts'
import { GradingCycleEntity } from '../../grading/cycles/grading-cycle.entity.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { MaintenancePlan } from '../plans/plan.entity.ts'
import { PlanTemplate } from '../templates/plan-template.entity.ts'

/** Of a client and a directory there is one. */
@Entity('plan_proposal')
@Index('plan_proposal_client_key', ['orgId', 'clientId', 'cycleId'], { unique: true })
@Index('plan_proposal_status_idx', ['orgId', 'status', 'proposedAt', 'id'])
@Index('plan_proposal_template_idx', ['orgId', 'templateId', 'projectId'])
@Index('plan_proposal_cycle_idx', ['orgId', 'cycleId'])
@Index('plan_proposal_project_idx', ['orgId', 'projectId'])
@Index('plan_proposal_plan_idx', ['orgId', 'planId'])
@Index('plan_proposal_settled_by_idx', ['orgId', 'settledById'])
@References(() => Client, 'clientId')
@References(() => GradingCycleEntity, 'cycleId')
@References(() => PlanTemplate, 'templateId')
@References(() => Project, 'projectId')
@References(() => MaintenancePlan, 'planId')
@References(() => Staff, 'settledById')
export class PlanProposal implements Facts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') cycleId: string
  @Column('uuid') templateId: string
  @Column('text') grade: string
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('text') status: PlanProposalStatus
  @Instant() proposedAt: Date
  @Column('uuid', { nullable: true }) planId: string | null
  @Personal()
  @Column('text', { nullable: true })
  reason: string | null
  @Instant({ nullable: true }) settledAt: Date | null
  @Column('uuid', { nullable: true }) settledById: string | null
  @Column('integer', { default: 1 }) version: number
}
