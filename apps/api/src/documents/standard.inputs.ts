/** The content of a grading standard as it is given. What is valid, the domain's `GRADING_STANDARD` says. */
import { Field, InputType, Int } from 'type-graphql'
import { MinorUnits, RawValue } from '../graphql/scalars.ts'
import { MetricEnum, MissingRuleEnum, ScaleWayEnum } from './standard.enums.ts'

const told = (description: string) => ({ nullable: true, description })
const SCORE = 'Ten-thousandths: 10,000 are 100 points.'

@InputType({ description: 'From a raw value on, up to the next band.' })
export class GradingBandInput {
  @Field(() => RawValue, told('Absent of the first band, and of no other.')) from?: number
  @Field(() => Int, { description: SCORE }) score: number
}

@InputType({ description: 'A corner of the line; before the first and after the last the score stays.' })
export class GradingCornerInput {
  @Field(() => RawValue) at: number
  @Field(() => Int, { description: SCORE }) score: number
}

@InputType({ description: 'How a raw value becomes a score.' })
export class GradingScaleInput {
  @Field(() => ScaleWayEnum) way: string
  @Field(() => [GradingBandInput], told('Of BANDS: 1 to 20, their bounds growing.'))
  bands?: GradingBandInput[]
  @Field(() => [GradingCornerInput], told('Of LINE: 2 to 20, from left to right.'))
  corners?: GradingCornerInput[]
}

@InputType({ description: 'What holds where the raw value is missing.' })
export class GradingMissingInput {
  @Field(() => MissingRuleEnum) rule: string
  @Field(() => Int, told(`Of DEFAULT. ${SCORE}`)) score?: number
}

@InputType({ description: 'A criterion of a grading standard.' })
export class GradingCriterionInput {
  @Field(() => String, { description: 'Small letters, digits and hyphens; kept from revision to revision.' })
  key: string
  @Field(() => String, { description: 'At most 60 characters.' }) name: string
  @Field(() => MetricEnum) metric: string
  @Field(() => Int, { description: 'Ten-thousandths of the whole; all together are 10,000.' }) weight: number
  @Field(() => GradingScaleInput) scale: GradingScaleInput
  @Field(() => GradingMissingInput) missing: GradingMissingInput
  @Field(() => RawValue, told('In the unit of the metric.')) target?: number
}

@InputType({ description: 'A grade and the least total that makes it.' })
export class GradingGradeInput {
  @Field(() => String, { description: 'At most 10 characters.' }) grade: string
  @Field(() => Int, { description: SCORE }) from: number
}

@InputType({ description: 'What a grade adds to the contracted service.' })
export class GradingEarnedInput {
  @Field(() => String) grade: string
  @Field(() => String, { description: 'At most 200 characters.' }) what: string
  @Field(() => Int, { description: '1 to 366.' }) timesAYear: number
  @Field(() => Int, { description: 'Of staff, each time.' }) minutes: number
  @Field(() => MinorUnits, { description: 'Besides, each time.' }) costMinor: number
}

@InputType({ description: 'A grading standard, as a whole.' })
export class GradingStandardInput {
  @Field(() => [GradingCriterionInput], { description: '1 to 40.' }) criteria: GradingCriterionInput[]
  @Field(() => [GradingGradeInput], { description: '2 to 9, the best first, the last from 0.' })
  grades: GradingGradeInput[]
  @Field(() => [GradingEarnedInput], told('At most 60.')) earns?: GradingEarnedInput[]
  @Field(() => Int, told('What is known of a client must weigh this much, in ten-thousandths; absent: 0.'))
  leastWeight?: number
}
