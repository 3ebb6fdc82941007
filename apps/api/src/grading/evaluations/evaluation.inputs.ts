/** One input a verb. What is valid, the domain's `EVALUATION_INPUTS` says. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import {
  EvaluationOrderEnum,
  GradeChangeOrderEnum,
  GradeChangeStatusEnum,
  GradeMovementEnum,
} from './evaluation.type.ts'

const maybe = { nullable: true } as const

@InputType()
abstract class GradeChangeAskedInput {
  @IdField('Evaluation') evaluationId: string
  @Field(() => String, { description: 'One of the standard, other than the present one.' }) toGrade: string
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
  @Field(() => String, { description: 'Where it can be checked; at most 500 characters.' }) evidence: string
}
@InputType()
export class OverrideEvaluationInput extends GradeChangeAskedInput {}
@InputType()
export class AppealEvaluationInput extends GradeChangeAskedInput {}

@InputType()
abstract class GradeChangeDecidedInput {
  @IdField('GradeChange') gradeChangeId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => Boolean) granted: boolean
  @Field(() => String, { description: 'Why; at most 500 characters.' }) note: string
}
@InputType()
export class DecideOverrideOfEvaluationInput extends GradeChangeDecidedInput {}
@InputType()
export class DecideAppealOfEvaluationInput extends GradeChangeDecidedInput {}

@InputType({ description: 'Which evaluations; absent members do not filter, all others must hold.' })
export class EvaluationFilter {
  @Field(() => ID, maybe) cycle?: string
  @Field(() => ID, maybe) client?: string
  @Field(() => [String], { nullable: true, description: 'Final grades.' }) grade?: string[]
  @Field(() => [ID], maybe) project?: string[]
  @Field(() => [GradeMovementEnum], maybe) movement?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Could be graded.' }) graded?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Is not in the directory, its archive being gone.' })
  leftOut?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Has another grade than by the standard alone.' })
  overridden?: boolean
}
@ArgsType()
export class EvaluationArgs extends PageArgs {
  @Field(() => EvaluationFilter, maybe) filter?: EvaluationFilter
  @Field(() => EvaluationOrderEnum, { defaultValue: EvaluationOrderEnum.TOTAL }) orderBy: string
}

@InputType({ description: 'Which overrides and appeals; absent members do not filter.' })
export class GradeChangeFilter {
  @Field(() => ID, maybe) cycle?: string
  @Field(() => [GradeChangeStatusEnum], maybe) status?: string[]
}
@ArgsType()
export class GradeChangeArgs extends PageArgs {
  @Field(() => GradeChangeFilter, maybe) filter?: GradeChangeFilter
  @Field(() => GradeChangeOrderEnum, { defaultValue: GradeChangeOrderEnum.NEWEST }) orderBy: string
}
