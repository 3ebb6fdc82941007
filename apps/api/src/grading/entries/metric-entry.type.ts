import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'

@ObjectType('MetricEntry', {
  implements: Node,
  description: 'A score that somebody has entered of a client: never edited, voided with a reason.',
})
export class MetricEntryType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => String, { description: '`POTENTIAL`, or the key of a criterion that is entered.' })
  metricKey: string
  @Field(() => String, { description: 'As the criterion was called when it was entered.' }) name: string
  @Field(() => Int, { description: 'Ten-thousandths: 10,000 are 100 points.' }) score: number
  @Field(() => String, { nullable: true, description: 'What it rests on.' }) evidence: string | null
  @Field(() => LocalDate, { description: 'Of the newest day it counts, for 365 days.' }) enteredOn: string
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
  @Field(() => DateTime, { nullable: true }) voidedAt: Date | null
  @Field(() => String, { nullable: true }) voidReason: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const MetricEntryConnection = connectionOf('MetricEntry', MetricEntryType)

@ObjectType('EnterableMetric', { description: 'What can be entered of a client today.' })
export class EnterableMetric {
  @Field(() => String, { description: 'Give it as `metricKey`.' }) metricKey: string
  @Field(() => String) name: string
}
