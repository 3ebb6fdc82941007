import { Field, Int, ObjectType } from 'type-graphql'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'

@ObjectType('GradeCount', { description: 'How many clients have a grade.' })
export class GradeCount {
  @Field(() => String) grade: string
  @Field(() => Int) clients: number
}

@ObjectType('CriterionCount', { description: 'Of how many clients without a grade a criterion is missing.' })
export class CriterionCount {
  @Field(() => String) criterion: string
  @Field(() => String) name: string
  @Field(() => Int) clients: number
}

@ObjectType('GradeDistribution', { description: 'What one standard makes of clients.' })
export class GradeDistribution {
  @Field(() => String, { nullable: true, description: 'Of its revision, e.g. `A/1`; null: what is typed.' })
  label: string | null
  @Field(() => [GradeCount], { description: 'Every grade of the standard, the best first.' })
  grades: GradeCount[]
  @Field(() => Int, { description: 'Not graded: something that cannot be done without is missing.' })
  missing: number
  @Field(() => Int, { description: 'Not graded: too little of the weight is known.' }) tooLittle: number
  @Field(() => [CriterionCount], { description: 'For want of what, the most first.' })
  wanting: CriterionCount[]
  @Field(() => Int, { description: 'Of staff in a year, for what these grades earn.' }) hours: number
  @Field(() => MinorUnits, { description: 'In a year, besides.' }) costMinor: number
}

@ObjectType('GradeMove', { description: 'How many clients go from one grade to another.' })
export class GradeMove {
  @Field(() => String, { nullable: true, description: 'Null: not graded.' }) from: string | null
  @Field(() => String, { nullable: true, description: 'Null: not graded.' }) to: string | null
  @Field(() => Int) clients: number
}

@ObjectType('GradingPreview', {
  description: 'How a standard grades the clients of today, beside the one in force. Nothing is kept of it.',
})
export class GradingPreview {
  @Field(() => LocalDate) asOf: string
  @Field(() => Int, { description: 'Whom it could grade.' }) clients: number
  @Field(() => Int, { description: 'Whom it did grade: all, or a sample of them.' }) sampled: number
  @Field(() => String, {
    nullable: true,
    description:
      'By which the sample is drawn: whose md5 of the id follows the md5 of this. Null: all are graded.',
  })
  seed: string | null
  @Field(() => GradeDistribution) typed: GradeDistribution
  @Field(() => GradeDistribution, { nullable: true, description: 'Null while none is in force.' })
  inForce: GradeDistribution | null
  @Field(() => [GradeMove], { description: 'From the one in force; empty while there is none.' })
  moves: GradeMove[]
}
