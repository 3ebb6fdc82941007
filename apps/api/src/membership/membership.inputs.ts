import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ConsentWayEnum } from '../clients/consents/consent.type.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { CreditedKindEnum, MembershipOrderEnum, MembershipStatusEnum } from './membership.type.ts'

@InputType()
export class JoinMembershipInput {
  @IdField('Client') clientId: string
  @Field(() => ConsentWayEnum, { description: 'How they gave their word, unless it stands already.' })
  consentWay: string
}

@InputType()
abstract class MembershipVerbInput {
  @IdField('Membership') membershipId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class CreditMembershipInput extends MembershipVerbInput {
  @Field(() => CreditedKindEnum) kind: string
  @Field(() => String, { nullable: true, description: 'Of EVENT: which one. At most 200 characters.' })
  reason?: string | null
  @IdField('Client', { nullable: true, description: 'Of REFERRAL: who came.' })
  referredClientId?: string | null
}

@InputType()
export class RedeemMembershipInput extends MembershipVerbInput {
  @Field(() => Int) points: number
  @Field(() => String, { description: 'For what; at most 200 characters.' }) reason: string
}

@InputType()
export class CorrectMembershipInput extends MembershipVerbInput {
  @IdField('PointEntry') entryId: string
  @Field(() => String, { description: 'What was wrong; at most 200 characters.' }) reason: string
}

@InputType()
export class RenewMembershipInput extends MembershipVerbInput {}

@InputType()
export class LeaveMembershipInput extends MembershipVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 200 characters.' }) reason?: string | null
}

@InputType()
export class MembershipLevelInput {
  @Field(() => String) name: string
  @Field(() => Int) fromPoints: number
  @Field(() => String) gives: string
}

@InputType()
export class SetMembershipPolicyInput {
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
  @Field(() => [MembershipLevelInput], { description: 'The lowest first; the first from 0 points.' })
  levels: MembershipLevelInput[]
  @Field(() => Int, { description: 'For each whole 100 yuan that is paid.' }) pointsPerHundred: number
  @Field(() => Int) referralPoints: number
  @Field(() => Int) eventPoints: number
  @Field(() => Int, { description: '1 to 120.' }) pointsMonths: number
  @Field(() => Int, { description: '1 to 60.' }) termMonths: number
  @Field(() => Int, { description: '1 to 180.' }) remindDays: number
}

@InputType({ description: 'Which memberships; absent members do not filter.' })
class MembershipFilter {
  @Field(() => ID, { nullable: true }) client?: string
  @Field(() => [MembershipStatusEnum], { nullable: true }) status?: string[]
  @Field(() => LocalDate, { nullable: true, description: 'Terms that end before this day.' })
  renewsBefore?: string
}

@ArgsType()
export class MembershipArgs extends PageArgs {
  @Field(() => MembershipFilter, { nullable: true }) filter?: MembershipFilter
  @Field(() => MembershipOrderEnum, { nullable: true, description: 'Default: RENEWAL.' }) orderBy?: string
}
