/** The content of a grading standard as a revision publishes it: three lists and a number. */
import { Field, Int, ObjectType } from 'type-graphql'
import { MinorUnits, RawValue } from '../graphql/scalars.ts'
import { MetricEnum, MissingRuleEnum, ScaleWayEnum } from './standard.enums.ts'

const told = (description: string) => ({ nullable: true, description })

@ObjectType('GradingCriterion', { description: 'A criterion of a grading standard, with its scale.' })
export class GradingCriterionType {
  @Field(() => String, { description: 'Kept from revision to revision.' }) key: string
  @Field(() => String) name: string
  @Field(() => MetricEnum) metric: string
  @Field(() => Int, { description: 'Ten-thousandths of the whole.' }) weight: number
  @Field(() => ScaleWayEnum) way: string
  @Field(() => [RawValue], {
    description:
      'Of a line its corners; of bands where the second and later ones begin: one less than `scores`.',
  })
  points: number[]
  @Field(() => [Int], { description: 'Of each corner or band, in ten-thousandths.' }) scores: number[]
  @Field(() => MissingRuleEnum) missingRule: string
  @Field(() => Int, told('Of DEFAULT, in ten-thousandths.')) missingScore: number | null
  @Field(() => RawValue, told('In the unit of the metric.')) target: number | null
}

@ObjectType('GradingGrade', { description: 'A grade and the least total that makes it.' })
export class GradingGradeType {
  @Field(() => String) grade: string
  @Field(() => Int, { description: 'Ten-thousandths; the last begins at 0.' }) from: number
}

@ObjectType('GradingEarned', { description: 'What a grade adds to the contracted service.' })
export class GradingEarnedType {
  @Field(() => String) grade: string
  @Field(() => String) what: string
  @Field(() => Int) timesAYear: number
  @Field(() => Int, { description: 'Of staff, each time.' }) minutes: number
  @Field(() => MinorUnits, { description: 'Besides, each time.' }) costMinor: number
}
