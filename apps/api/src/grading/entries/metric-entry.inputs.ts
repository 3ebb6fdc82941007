import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { LocalDate } from '../../graphql/scalars.ts'

const MAYBE = { nullable: true } as const

@InputType({ description: 'Which entries; absent members do not filter.' })
export class MetricEntryFilter {
  @Field(() => ID, MAYBE) client?: string
  @Field(() => String, MAYBE) metricKey?: string
}

@ArgsType()
export class MetricEntryArgs extends PageArgs {
  @Field(() => MetricEntryFilter, MAYBE) filter?: MetricEntryFilter
}

@InputType()
export class RecordMetricEntryInput {
  @IdField('Client') clientId: string
  @Field(() => String, { description: 'One of `enterableMetrics`.' }) metricKey: string
  @Field(() => Int, { description: '0 to 10,000: hundredths of a point.' }) score: number
  @Field(() => String, { description: 'What it rests on, at most 500 characters.' }) evidence: string
  @Field(() => LocalDate, { description: 'Not in the future.' }) enteredOn: string
}

@InputType()
export class VoidMetricEntryInput {
  @IdField('MetricEntry') metricEntryId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
}
