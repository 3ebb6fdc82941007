import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { PlanProposalStatusEnum } from './plan-proposal.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
abstract class BegunPlanInput {
  @Field(() => LocalDate, { description: 'The first day of the plan.' }) startsOn: string
  @IdField('Staff', { description: 'Who answers for it.' }) ownerId: string
}

@InputType()
export class TakePlanProposalInput extends BegunPlanInput {
  @IdField('PlanProposal') proposalId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'All that one template proposes in one community: one plan for the segment.' })
export class TakeAllPlanProposalsInput extends BegunPlanInput {
  @IdField('PlanTemplate') templateId: string
  @IdField('Project') projectId: string
}

@InputType()
export class DismissPlanProposalInput {
  @IdField('PlanProposal') proposalId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
}

@InputType({ description: 'Which proposals; absent members do not filter.' })
class PlanProposalFilter {
  @Field(() => [PlanProposalStatusEnum], MAYBE) status?: string[]
  @Field(() => [String], MAYBE) grade?: string[]
  @Field(() => [ID], MAYBE) project?: string[]
}

@ArgsType()
export class PlanProposalArgs extends PageArgs {
  @Field(() => PlanProposalFilter, MAYBE) filter?: PlanProposalFilter
}
