import type { CareRule } from '@steward/domain'
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ReceptionDirectionEnum } from '../clients/receptions/reception.type.ts'
import { ChannelEnum } from '../complaints/complaint.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import {
  CareKindEnum,
  CareMeansEnum,
  CareOccasionOrderEnum,
  CareOwnerEnum,
  CareStatusEnum,
  FestivalEnum,
} from './care.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
abstract class CareVerbInput {
  @IdField('CareOccasion') occasionId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class CompleteCareOccasionInput extends CareVerbInput {
  @Field(() => ChannelEnum, { nullable: true, description: 'Default: PHONE.' }) channel?: string
  @Field(() => ReceptionDirectionEnum, {
    nullable: true,
    description: 'IN: they turned to us themselves, so the rules of contact do not bind. Default: OUT.',
  })
  direction?: string
  @Field(() => String, { description: 'What was said and done; at most 1,000 characters.' }) words: string
  @Field(() => String, { nullable: true, description: 'What came of it; at most 500 characters.' })
  result?: string | null
  @Field(() => DateTime, { nullable: true, description: 'When it took place; default: just now.' }) at?: Date
  @Field(() => String, {
    nullable: true,
    description: 'Required where the rules of contact said no at that time: why all the same.',
  })
  despite?: string | null
}

@InputType()
export class PostponeCareOccasionInput extends CareVerbInput {
  @Field(() => LocalDate, { description: 'From today on, at most 14 days after the occasion.' }) to: string
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) reason?: string | null
}

@InputType()
export class SkipCareOccasionInput extends CareVerbInput {
  @Field(() => String, { description: 'At most 200 characters.' }) reason: string
}

@InputType()
export class CareRuleInput implements CareRule {
  @Field(() => CareKindEnum) kind: CareRule['kind']
  @Field(() => FestivalEnum, { nullable: true, description: 'Required of FESTIVAL.' })
  festival: CareRule['festival']
  @Field(() => [String]) grades: string[]
  @Field(() => CareMeansEnum) means: CareRule['means']
  @Field(() => Int, { description: '0 to 30.' }) daysBefore: number
  @Field(() => Int, { nullable: true, description: 'Required of FREQUENCY: 7 to 366.' })
  everyDays: number | null
  @Field(() => CareOwnerEnum) owner: CareRule['owner']
}

@InputType()
export class SetCarePolicyInput {
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
  @Field(() => [CareRuleInput], { description: 'The first that fits holds; at most 60.' })
  rules: CareRuleInput[]
  @Field(() => Int, { description: '1 to 60.' }) horizonDays: number
  @Field(() => Int, { description: '0 to 1439.' }) quietFrom: number
  @Field(() => Int, { description: '0 to 1439.' }) quietTo: number
  @Field(() => Int, { description: '1 to 20.' }) capContacts: number
  @Field(() => Int, { description: '1 to 90.' }) capDays: number
}

@InputType({ description: 'Which occasions; absent members do not filter.' })
class CareOccasionFilter {
  @Field(() => [CareStatusEnum], MAYBE) status?: string[]
  @Field(() => [CareKindEnum], MAYBE) kind?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this client.' }) client?: string
  @Field(() => LocalDate, { nullable: true, description: 'Due on or after.' }) from?: string
  @Field(() => LocalDate, { nullable: true, description: 'Due before.' }) before?: string
  @Field(() => Boolean, {
    nullable: true,
    description: 'That you see to, or whoever of the specialists comes first.',
  })
  mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Who may be approached at this moment.' })
  reachable?: boolean
}

@ArgsType()
export class CareOccasionArgs extends PageArgs {
  @Field(() => CareOccasionFilter, MAYBE) filter?: CareOccasionFilter
  @Field(() => CareOccasionOrderEnum, { nullable: true, description: 'Default: DUE.' }) orderBy?: string
}
