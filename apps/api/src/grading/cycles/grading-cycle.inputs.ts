/** One input a verb. What is valid, the domain's `GRADING_CYCLE_INPUTS` says. */
import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import {
  GradingCycleOrderEnum,
  GradingCycleStatusEnum,
  GradingDueCauseEnum,
  GradingDueOrderEnum,
} from './grading-cycle.type.ts'

const maybe = { nullable: true } as const

@InputType()
export class OpenGradingCycleInput {
  @Field(() => String, { description: 'At most 80 characters.' }) name: string
  @Field(() => LocalDate, { nullable: true, description: 'Not after today, which is the default.' })
  asOfOn?: string
  @IdField('Project', { list: true, nullable: true, description: 'Only clients of these; default: of all.' })
  projectIds?: string[]
  @IdField('GradingCycle', {
    nullable: true,
    description: 'Amends this directory by the appeals that were granted; day and communities are its own.',
  })
  amendsId?: string
}

@InputType()
abstract class GradingCycleVerbInput {
  @IdField('GradingCycle') gradingCycleId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class ScoreGradingCycleInput extends GradingCycleVerbInput {}
@InputType()
export class PublishGradingCycleInput extends GradingCycleVerbInput {}
@InputType()
export class PrepareGradingCycleInput extends GradingCycleVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class ReviewGradingCycleInput extends GradingCycleVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class ApproveGradingCycleInput extends GradingCycleVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class RejectGradingCycleInput extends GradingCycleVerbInput {
  @Field(() => String, { description: 'At most 2,000 characters.' }) reason: string
}
@InputType()
export class CancelGradingCycleInput extends GradingCycleVerbInput {
  @Field(() => String, { description: 'At most 2,000 characters.' }) reason: string
}

@InputType()
export class SetGradingPolicyInput {
  @Field(() => Int, { description: '0 to 60; 0: not by the calendar.' }) everyMonths: number
  @Field(() => MinorUnits, { nullable: true, description: 'Absent: not by payments.' })
  largePaymentMinor?: number
  @Field(() => Int, { nullable: true, description: '1 to 4; absent: not by complaints.' }) severity?: number
  @Field(() => Int, { description: '0 while nobody has set it.' }) expectedVersion: number
}

@InputType({ description: 'Which cycles; absent members do not filter, all others must hold.' })
export class GradingCycleFilter {
  @Field(() => [GradingCycleStatusEnum], maybe) status?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Those that await your signature.' })
  awaitsMe?: boolean
}
@ArgsType()
export class GradingCycleArgs extends PageArgs {
  @Field(() => GradingCycleFilter, maybe) filter?: GradingCycleFilter
  @Field(() => GradingCycleOrderEnum, { defaultValue: GradingCycleOrderEnum.NEWEST }) orderBy: string
}

@InputType({ description: 'Which of them; absent members do not filter.' })
export class GradingDueFilter {
  @IdField('Client', { nullable: true, description: 'Of this client alone.' }) client?: string
  @Field(() => [GradingDueCauseEnum], maybe) cause?: string[]
}
@ArgsType()
export class GradingDueArgs extends PageArgs {
  @Field(() => GradingDueFilter, maybe) filter?: GradingDueFilter
  @Field(() => GradingDueOrderEnum, { defaultValue: GradingDueOrderEnum.NEWEST }) orderBy: string
}
