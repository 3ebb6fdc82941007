import type { SilencePolicy } from '@steward/domain'
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ChannelEnum } from '../complaints/complaint.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import {
  SilenceAlertOrderEnum,
  SilenceAlertStatusEnum,
  SilenceBasisEnum,
  SilenceOutcomeEnum,
} from './silence.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
abstract class SilenceAlertVerbInput {
  @IdField('SilenceAlert') alertId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AcknowledgeSilenceAlertInput extends SilenceAlertVerbInput {}

@InputType()
export class ProposeVisitSilenceAlertInput extends SilenceAlertVerbInput {
  @IdField('Staff') visitorId: string
  @Field(() => LocalDate, { description: 'By which day; today at the earliest, within a year.' })
  visitOn: string
}

@InputType()
export class RecordVisitSilenceAlertInput extends SilenceAlertVerbInput {
  @Field(() => ChannelEnum, { nullable: true, description: 'Default: VISIT.' }) channel?: string
  @Field(() => String, { description: 'What was said; at most 1,000 characters.' }) words: string
  @Field(() => String, { nullable: true, description: 'What came of it; at most 500 characters.' })
  result?: string
  @Field(() => DateTime, { nullable: true, description: 'When it took place; default: just now.' }) at?: Date
}

@InputType()
export class CloseSilenceAlertInput extends SilenceAlertVerbInput {
  @Field(() => SilenceOutcomeEnum) outcome: string
  @Field(() => String, {
    nullable: true,
    description: 'What shows it; required of LEAVING and CAPTIVE. At most 500 characters.',
  })
  note?: string
}

@InputType({ description: 'The whole rule, as it shall be.' })
export class SilenceRuleInput implements SilencePolicy {
  @Field(() => Int, { description: '3 to 24.' }) leastGaps: number
  @Field(() => Int, { description: '5,000 to 9,999 of 10,000.' }) rhythmThreshold: number
  @Field(() => Int, { description: '1,000 to 9,999 of 10,000.' }) modelThreshold: number
  @Field(() => Int, { description: '7 to 365.' }) leastDays: number
  @Field(() => Int, { description: '1 to 10.' }) complaints: number
  @Field(() => Int, { description: '30 to 1,095.' }) complaintWindowDays: number
  @Field(() => Int, { description: '14 to 365.' }) quietDays: number
  @Field(() => Int, { description: '60 to 1,095.' }) lostAfterDays: number
}

@InputType()
export class SetSilencePolicyInput extends SilenceRuleInput {
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType({ description: 'Which alerts; absent members do not filter.' })
class SilenceAlertFilter {
  @Field(() => [SilenceAlertStatusEnum], MAYBE) status?: string[]
  @Field(() => [SilenceBasisEnum], MAYBE) basis?: string[]
  @Field(() => [SilenceOutcomeEnum], MAYBE) outcome?: string[]
  @Field(() => ID, { nullable: true, description: 'About this client.' }) client?: string
  @Field(() => ID, { nullable: true, description: 'Whom this colleague shall visit.' }) visitor?: string
}

@ArgsType()
export class SilenceAlertArgs extends PageArgs {
  @Field(() => SilenceAlertFilter, MAYBE) filter?: SilenceAlertFilter
  @Field(() => SilenceAlertOrderEnum, { nullable: true, description: 'Default: VISIT_BY.' }) orderBy?: string
}
