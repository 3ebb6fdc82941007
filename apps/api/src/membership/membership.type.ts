import {
  CREDITED_KINDS,
  MEMBERSHIP_ACTION_LABELS,
  MEMBERSHIP_ACTIONS,
  MEMBERSHIP_STATUS_LABELS,
  MEMBERSHIP_STATUSES,
  POINT_KIND_LABELS,
  POINT_KINDS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const MembershipStatusEnum = publishEnum(
  'MembershipStatus',
  MEMBERSHIP_STATUSES,
  'How a membership stands.',
  MEMBERSHIP_STATUS_LABELS,
)
export const PointKindEnum = publishEnum(
  'PointKind',
  POINT_KINDS,
  'What a line of the ledger of points is about.',
  POINT_KIND_LABELS,
)
export const CreditedKindEnum = publishEnum('CreditedKind', CREDITED_KINDS, 'What people credit.')
export const MembershipActionEnum = publishEnum(
  'MembershipAction',
  MEMBERSHIP_ACTIONS.map(actionName),
  'What can be done about a membership; the mutation of the same name does it.',
  Object.fromEntries(MEMBERSHIP_ACTIONS.map((it) => [actionName(it), MEMBERSHIP_ACTION_LABELS[it]])),
)
export const MembershipOrderEnum = publishEnum(
  'MembershipOrder',
  ['RENEWAL', 'NEWEST'],
  'Whose term ends first, or who joined last.',
)

@ObjectType('PointEntry', {
  implements: Node,
  description: 'A line of the ledger of points: never edited, a mistake is taken back by another line.',
})
export class PointEntryType extends Node {
  @Field(() => PointKindEnum) kind: string
  @Field(() => Int, { description: 'Positive: earned; negative: spent, expired or taken back.' })
  points: number
  @Field(() => LocalDate) occurredOn: string
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of what was earned: the first day on which it is worth nothing.',
  })
  expiresOn: string | null
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => ClientType, { nullable: true, description: 'Of a referral: who came.' })
  referredClient: ClientType | null
  @Field(() => Boolean, { description: 'Another line takes it back.' }) isCorrected: boolean
  @Field(() => StaffType, { nullable: true, description: 'Null: the rule’s own.' }) by: StaffType | null
  @Field(() => DateTime) at: Date
}

@ObjectType('Membership', {
  implements: Node,
  description: 'A client’s membership (会员): level, points, and the term that is renewed.',
})
export class MembershipType extends Node {
  @Field(() => String, { description: 'E.g. `M-0042`.' }) number: string
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => MembershipStatusEnum) status: string
  @Field(() => LocalDate) joinedOn: string
  @Field(() => Int, { description: 'Points that can be redeemed.' }) balance: number
  @Field(() => Int, { description: 'Earned in this term: the level follows from it.' }) termPoints: number
  @Field(() => Int, { description: 'Place in the levels of the rules, from 1.' }) level: number
  @Field(() => LocalDate) termFrom: string
  @Field(() => LocalDate, { description: 'The first day on which it is no longer in force.' })
  renewsOn: string
  @Field(() => LocalDate, { nullable: true }) leftOn: string | null
  @Field(() => String, { nullable: true }) leaveReason: string | null
  @Field(() => [PointEntryType], { description: 'The newest first.' }) entries: PointEntryType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [MembershipActionEnum]) availableActions: string[]
}
export const MembershipConnection = connectionOf('Membership', MembershipType)

@ObjectType('MembershipLevel', { description: 'A level of membership.' })
export class MembershipLevelType {
  @Field(() => String) name: string
  @Field(() => Int, { description: 'Points earned within a term, from which it is reached.' })
  fromPoints: number
  @Field(() => String, { description: 'What it gives, in words.' }) gives: string
}

@ObjectType('MembershipPolicy', { description: 'The organization’s rules of membership.' })
export class MembershipPolicyType {
  @Field(() => [MembershipLevelType], { description: 'The lowest first.' }) levels: MembershipLevelType[]
  @Field(() => Int, { description: 'Points for each whole 100 yuan that is paid.' })
  pointsPerHundred: number
  @Field(() => Int) referralPoints: number
  @Field(() => Int) eventPoints: number
  @Field(() => Int, { description: 'Months until points are worth nothing.' }) pointsMonths: number
  @Field(() => Int) termMonths: number
  @Field(() => Int, { description: 'Days before the end of a term from which on renewal is due.' })
  remindDays: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
