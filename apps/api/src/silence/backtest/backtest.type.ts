import { SILENCE_BACKTEST_STATUS_LABELS, SILENCE_BACKTEST_STATUSES } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { SilenceMeasureEnum } from '../figures/figures.type.ts'

export const SilenceBacktestStatusEnum = publishEnum(
  'SilenceBacktestStatus',
  SILENCE_BACKTEST_STATUSES,
  'How far a backtest is.',
  SILENCE_BACKTEST_STATUS_LABELS,
)

@ObjectType('SilenceBacktest', {
  implements: Node,
  description: 'A measure of silence, held by the worker against the organization’s own history.',
})
export class SilenceBacktestType extends Node {
  @Field(() => SilenceMeasureEnum) measure: string
  @Field(() => LocalDate, { description: 'Up to this day everything was known.' }) until: string
  @Field(() => LocalDate, { description: 'Until this day it was seen who came.' }) last: string
  @Field(() => SilenceBacktestStatusEnum) status: string
  @Field(() => StaffType, { nullable: true }) requestedBy: StaffType | null
  @Field(() => DateTime) requestedAt: Date
  @Field(() => DateTime, { nullable: true }) finishedAt: Date | null
  @Field(() => Int) version: number
}

export const SilenceBacktestConnection = connectionOf('SilenceBacktest', SilenceBacktestType)

@ObjectType({ description: 'What a threshold would have brought.' })
export class SilenceTried {
  @Field(() => Int, { description: '1/10,000.' }) threshold: number
  @Field(() => Int, { description: 'Called silent on that day.' }) called: number
  @Field(() => Int, { description: 'Of those, gave no sign afterwards.' }) right: number
  @Field(() => Int, { description: 'Gave no sign afterwards, called or not.' }) gone: number
  @Field(() => Int, { nullable: true, description: 'right / called, 1/10,000.' }) precision: number | null
  @Field(() => Int, { nullable: true, description: 'right / gone, 1/10,000.' }) recall: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Days before they were lost without doubt; the middle one of those rightly called.',
  })
  leadDays: number | null
}

@ObjectType({ description: 'A tenth of the clients by P(alive): what was foretold, and what came.' })
export class SilenceDecile {
  @Field(() => Int, { description: 'From 1, the least likely to come.' }) decile: number
  @Field(() => Int) clients: number
  @Field(() => Int, { description: 'Mean P(alive), 1/10,000.' }) alive: number
  @Field(() => Int, { description: 'Signs a client foretold, in hundredths.' }) expected: number
  @Field(() => Int, { description: 'Signs a client that came, in hundredths.' }) came: number
  @Field(() => Int, { description: 'Gave no sign, 1/10,000.' }) gone: number
}

@ObjectType({ description: 'What a backtest came to.' })
export class SilenceBacktestResult {
  @Field(() => Int, { description: 'Clients with a sign by then; at most 5,000, drawn by digest.' })
  clients: number
  @Field(() => Int, { description: 'Of those, judged by this measure.' }) judged: number
  @Field(() => Boolean, { description: 'Whether the model could tell by then who leaves.' })
  hasModel: boolean
  @Field(() => Int, { description: 'The threshold that was in force, 1/10,000.' }) inForce: number
  @Field(() => [SilenceTried]) thresholds: SilenceTried[]
  @Field(() => [SilenceDecile], { description: 'Of MODEL; empty where there is none.' })
  deciles: SilenceDecile[]
}
