import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PlanKindEnum } from '../plan.enums.ts'
import { PlanLessonKindEnum, PlanRecommendationEnum } from './plan-evaluation.enums.ts'

const MAYBE = { nullable: true } as const

@InputType()
class PlanLessonInput {
  @Field(() => PlanLessonKindEnum) kind: string
  @Field(() => String, { description: 'At most 300 characters; it names no client.' }) words: string
}

@InputType({ description: 'What a person says of a plan that was carried out.' })
export class PlanSummaryContentInput {
  @Field(() => String, { description: 'At most 2,000 characters.' }) worked: string
  @Field(() => String, { description: 'What did not work; at most 2,000 characters.' }) wanting: string
  @Field(() => String, { nullable: true, description: 'What is proposed to be done otherwise.' })
  improvement?: string
  @Field(() => PlanRecommendationEnum) recommendation: string
  @Field(() => [PlanLessonInput], { description: 'At most 20; each stands alone.' })
  lessons: PlanLessonInput[]
}

@InputType()
export class DraftPlanSummaryInput {
  @IdField('MaintenancePlan') planId: string
  @Field(() => PlanSummaryContentInput) content: PlanSummaryContentInput
}

@InputType()
abstract class PlanSummaryVerbInput {
  @IdField('PlanSummary') summaryId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}
@InputType()
export class ChangePlanSummaryInput extends PlanSummaryVerbInput {
  @Field(() => PlanSummaryContentInput, { description: 'As it is to be, whole.' })
  content: PlanSummaryContentInput
}
@InputType()
export class SubmitPlanSummaryInput extends PlanSummaryVerbInput {}
@InputType()
export class ReviewPlanSummaryInput extends PlanSummaryVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class ApprovePlanSummaryInput extends PlanSummaryVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class ReturnPlanSummaryInput extends PlanSummaryVerbInput {
  @Field(() => String, { description: 'At most 1,000 characters.' }) reason: string
}

@InputType({ description: 'All that are given hold.' })
export class PlanLessonFilter {
  @Field(() => String, { nullable: true, description: 'Part of its words.' }) search?: string
  @Field(() => PlanLessonKindEnum, MAYBE) kind?: string
  @Field(() => PlanKindEnum, { nullable: true, description: 'Of plans of this kind.' }) planKind?: string
  @Field(() => ID, { nullable: true, description: 'Of plans for this client alone.' }) client?: string
  @Field(() => ID, { nullable: true, description: 'Of facility plans of this community.' }) project?: string
}
