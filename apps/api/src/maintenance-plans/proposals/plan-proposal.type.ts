import { PLAN_PROPOSAL_STATUS_LABELS, PLAN_PROPOSAL_STATUSES } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { GradingCycleType } from '../../grading/cycles/grading-cycle.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'
import { PlanTemplateType } from '../templates/plan-template.type.ts'

export const PlanProposalStatusEnum = publishEnum(
  'PlanProposalStatus',
  PLAN_PROPOSAL_STATUSES,
  'What became of a proposal.',
  PLAN_PROPOSAL_STATUS_LABELS,
)

@ObjectType('PlanProposal', {
  implements: Node,
  description: 'That a client whose grade has a template has no plan: proposed by a published directory.',
})
export class PlanProposalType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => GradingCycleType, { nullable: true, description: 'The directory that proposes it.' })
  cycle: GradingCycleType | null
  @Field(() => PlanTemplateType, { nullable: true }) template: PlanTemplateType | null
  @Field(() => String) grade: string
  @Field(() => ProjectType, { nullable: true, description: 'Of the client, when it was proposed.' })
  project: ProjectType | null
  @Field(() => PlanProposalStatusEnum) status: string
  @Field(() => DateTime) proposedAt: Date
  @Field(() => MaintenancePlanType, { nullable: true, description: 'What was drafted.' })
  plan: MaintenancePlanType | null
  @Field(() => String, { nullable: true, description: 'Why it was dismissed.' }) reason: string | null
  @Field(() => DateTime, { nullable: true }) settledAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Null: a newer directory did.' })
  settledBy: StaffType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const PlanProposalConnection = connectionOf('PlanProposal', PlanProposalType)
