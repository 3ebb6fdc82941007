import type { LabourRole, ValueGrouping } from '@steward/domain'
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ClientKindEnum, ClientRelationEnum } from '../../clients/client.type.ts'
import { MinorUnits } from '../../graphql/scalars.ts'
import { CostClassEnum, LabourRoleEnum } from '../costs/cost-event.type.ts'
import { ValueGroupingEnum, ValueOrderEnum, ValueQuadrantEnum } from './value.type.ts'

const MAYBE = { nullable: true } as const

@InputType({ description: 'Which clients; absent members do not filter.' })
export class ValueFilter {
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => ClientKindEnum, MAYBE) kind?: string
  @Field(() => ClientRelationEnum, MAYBE) relation?: string
  @Field(() => ID, { nullable: true, description: 'For whoever reads tags of all these clients.' })
  tag?: string
  @Field(() => Int, { nullable: true, description: 'The year in which the archive was opened.' })
  openedIn?: number
  @Field(() => ValueQuadrantEnum, MAYBE) quadrant?: string
}

@ArgsType()
export class ValueRowsAsked {
  @Field(() => Int, { description: 'How many at most, 1 to 500.' }) first: number
  @Field(() => String, { nullable: true, description: '`next` of the page before, of the same order.' })
  after?: string
  @Field(() => ValueOrderEnum, { nullable: true, description: 'Default: LIFETIME_VALUE.' }) orderBy?: string
  @Field(() => ValueFilter, MAYBE) filter?: ValueFilter
}

@ArgsType()
export class ValueGroupsAsked {
  @Field(() => ValueGroupingEnum, { description: 'TAG: for whoever reads tags of all these clients.' })
  by: ValueGrouping
}

@ArgsType()
export class CostLinesAsked {
  @Field(() => ID, MAYBE) client?: string
  @Field(() => CostClassEnum, MAYBE) costClass?: string
  @Field(() => Int, { description: 'How many at most, 1 to 500.' }) first: number
  @Field(() => String, { nullable: true, description: '`next` of the page before.' }) after?: string
}

@InputType({ description: 'What an hour of a role is assumed to cost.' })
export class LabourRateInput {
  @Field(() => LabourRoleEnum) role: LabourRole
  @Field(() => MinorUnits, { description: 'An hour.' }) perHourMinor: number
}

@InputType({ description: 'What the figures of value rest on; a role that is not named keeps its rate.' })
export class ValueAssumedInput {
  @Field(() => [LabourRateInput]) rates: LabourRateInput[]
  @Field(() => Int, { description: '0 to 10,000, in hundredths of a per cent.' })
  serviceMarginBasisPoints: number
  @Field(() => Int, { description: 'For how many more years a client is expected to stay, 0 to 30.' })
  expectedYears: number
  @Field(() => Int, { description: '0 to 5,000: a year, in hundredths of a per cent.' })
  discountBasisPoints: number
}

@InputType()
export class SetValueAssumptionInput extends ValueAssumedInput {
  @Field(() => String, { description: 'Why they change, 4 to 500 characters.' }) reason: string
  @Field(() => Int, { description: 'The `revision` that the person saw; 0 while nobody had set any.' })
  expectedRevision: number
}

/** As the domain has it: a rate for each role. */
export const withRates = <T extends ValueAssumedInput>({ rates, ...rest }: T) => ({
  ...rest,
  rates: Object.fromEntries(rates.map(({ role, perHourMinor }) => [role, perHourMinor])),
})
