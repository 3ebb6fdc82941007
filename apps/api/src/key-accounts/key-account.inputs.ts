/** One input a verb. What is valid, the domain's inputs say. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { SatisfactionEnum } from '../clients/confidential/status-record.type.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { KeyAccountOrderEnum } from './key-account.type.ts'
import {
  KeyAccountCriterionEnum,
  KeyAccountLevelEnum,
  KeyAccountNominationKindEnum,
  KeyAccountNominationOrderEnum,
  KeyAccountNominationStatusEnum,
  KeyAccountReleaseReasonEnum,
  KeyAccountTierEnum,
} from './nomination.type.ts'

const maybe = { nullable: true } as const

@InputType()
export class KeyAccountTestInput {
  @Field(() => KeyAccountCriterionEnum) criterion: string
  @Field(() => Boolean) isMet: boolean
  @Field(() => String, { description: 'On what that stands; at most 500 characters.' }) evidence: string
}

@InputType()
export class ProposeKeyAccountNominationInput {
  @IdField('Client') clientId: string
  @Field(() => KeyAccountNominationKindEnum) kind: string
  @Field(() => KeyAccountLevelEnum, { nullable: true, description: 'Of a listing or a test.' })
  level?: string
  @Field(() => KeyAccountTierEnum, { nullable: true, description: 'Of a listing or a test.' }) tier?: string
  @Field(() => KeyAccountReleaseReasonEnum, { nullable: true, description: 'Of a release.' })
  releaseReason?: string
  @IdField('Department', { description: 'Who recommends it.' }) departmentId: string
  @Field(() => String, { description: 'At most 1,000 characters.' }) reason: string
  @Field(() => [KeyAccountTestInput], {
    nullable: true,
    description: 'Of a listing or a test: each of the four, at least two of them met.',
  })
  tests?: KeyAccountTestInput[]
}

@InputType()
abstract class NominationVerbInput {
  @IdField('KeyAccountNomination') nominationId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class ReviewKeyAccountNominationInput extends NominationVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class ApproveKeyAccountNominationInput extends NominationVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class RejectKeyAccountNominationInput extends NominationVerbInput {
  @Field(() => String, { description: 'At most 2,000 characters.' }) reason: string
}
@InputType()
export class WithdrawKeyAccountNominationInput extends NominationVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) reason?: string
}

@InputType()
export class RecordOpinionOfKeyAccountInput {
  @IdField('KeyAccount') keyAccountId: string
  @Field(() => SatisfactionEnum) satisfaction: string
  @Field(() => String, { nullable: true, description: 'In their words; at most 1,000 characters.' })
  words?: string
  @Field(() => LocalDate, { description: 'Day on which they said so.' }) givenOn: string
}

@InputType()
export class KeyAccountEarningInput {
  @Field(() => KeyAccountTierEnum) tier: string
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) priority?: string
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) trials?: string
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) discount?: string
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) symposium?: string
}

@InputType()
export class SetKeyAccountPolicyInput {
  @Field(() => Int, { description: '1 to 36 months.' }) dossierMonths: number
  @Field(() => Int, { description: '1 to 36 months.' }) testMonths: number
  @Field(() => Int, { description: '1 to 90 days.' }) escalateAfterDays: number
  @Field(() => [KeyAccountEarningInput], { description: 'One of each tier.' })
  earnings: KeyAccountEarningInput[]
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType({ description: 'Which key accounts; absent members do not filter, all others must hold.' })
export class KeyAccountFilter {
  @Field(() => Boolean, { nullable: true, description: 'On the list now, or released.' }) isListed?: boolean
  @Field(() => [KeyAccountTierEnum], maybe) tier?: string[]
  @Field(() => [KeyAccountLevelEnum], maybe) level?: string[]
  @Field(() => ID, maybe) client?: string
}

@ArgsType()
export class KeyAccountArgs extends PageArgs {
  @Field(() => KeyAccountFilter, maybe) filter?: KeyAccountFilter
  @Field(() => KeyAccountOrderEnum, { defaultValue: KeyAccountOrderEnum.SINCE }) orderBy: string
}

@InputType({ description: 'Which nominations; absent members do not filter, all others must hold.' })
export class KeyAccountNominationFilter {
  @Field(() => [KeyAccountNominationStatusEnum], maybe) status?: string[]
  @Field(() => [KeyAccountNominationKindEnum], maybe) kind?: string[]
  @Field(() => ID, maybe) client?: string
  @Field(() => Boolean, { nullable: true, description: 'Those that await your signature.' })
  awaitsMe?: boolean
}

@ArgsType()
export class KeyAccountNominationArgs extends PageArgs {
  @Field(() => KeyAccountNominationFilter, maybe) filter?: KeyAccountNominationFilter
  @Field(() => KeyAccountNominationOrderEnum, { defaultValue: KeyAccountNominationOrderEnum.NEWEST })
  orderBy: string
}
