import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { SatisfactionEnum } from '../clients/confidential/status-record.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { KeyAccountDossierType } from './dossier.type.ts'
import {
  KeyAccountLevelEnum,
  KeyAccountNominationType,
  KeyAccountReleaseReasonEnum,
  KeyAccountTierEnum,
} from './nomination.type.ts'

export const KeyAccountOrderEnum = publishEnum(
  'KeyAccountOrder',
  ['SINCE', 'DOSSIER_DUE', 'TEST_DUE'],
  'How key accounts are ordered: the longest listed, or the longest due, first.',
)

const maybe = { nullable: true } as const

@ObjectType('KeyAccountOpinion', {
  implements: Node,
  description: 'What a key account said of the person named for them. Never shown to whom it is about.',
})
export class KeyAccountOpinionType extends Node {
  @Field(() => StaffType, { nullable: true, description: 'Whom it is about.' }) manager: StaffType | null
  @Field(() => SatisfactionEnum) satisfaction: string
  @Field(() => String, { nullable: true, description: 'In their words.' }) words: string | null
  @Field(() => LocalDate) givenOn: string
  @Field(() => StaffType, maybe) takenBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
}

@ObjectType('OpinionFigure', { description: 'What is thought of a manager, over all who answered.' })
export class OpinionFigureType {
  @Field(() => Int) answers: number
  @Field(() => Int, {
    nullable: true,
    description: 'Mean of 1 (very dissatisfied) to 7 (very satisfied), in hundredths.',
  })
  meanHundredths: number | null
  @Field(() => Boolean, {
    description: 'There is a mean, and it is kept from you: it is about you, and fewer than five answered.',
  })
  isHeldBack: boolean
}

@ObjectType('KeyAccount', {
  implements: Node,
  description: 'A client on the list of key accounts; one for each time that they were listed.',
})
export class KeyAccountType extends Node {
  @Field(() => ClientType, maybe) client: ClientType | null
  @Field(() => KeyAccountLevelEnum) level: string
  @Field(() => KeyAccountTierEnum) tier: string
  @Field(() => LocalDate, { description: 'Day on which the committee listed them.' }) since: string
  @Field(() => LocalDate, { description: 'By when the test of four is repeated.' }) nextTestOn: string
  @Field(() => LocalDate, { description: 'By when the next version of the dossier is owed.' })
  dossierDueOn: string
  @Field(() => LocalDate, maybe) releasedOn: string | null
  @Field(() => KeyAccountReleaseReasonEnum, maybe) releaseReason: string | null
  @Field(() => [KeyAccountNominationType], {
    description: 'First to last: its tests, and its tiers over time.',
  })
  nominations: KeyAccountNominationType[]
  @Field(() => [KeyAccountDossierType], { description: 'Versions of the dossier, the newest first.' })
  dossiers: KeyAccountDossierType[]
  @Field(() => [KeyAccountOpinionType], { description: 'The newest first; none of them about you.' })
  opinions: KeyAccountOpinionType[]
  @Field(() => Int) version: number
}

export const KeyAccountConnection = connectionOf('KeyAccount', KeyAccountType)

@ObjectType('KeyAccountEarning', { description: 'What a tier earns, in words; null: nothing of that.' })
export class KeyAccountEarningType {
  @Field(() => KeyAccountTierEnum) tier: string
  @Field(() => String, maybe) priority: string | null
  @Field(() => String, maybe) trials: string | null
  @Field(() => String, maybe) discount: string | null
  @Field(() => String, maybe) symposium: string | null
}

@ObjectType('KeyAccountPolicy', { description: 'How key accounts are kept, and what they earn.' })
export class KeyAccountPolicyType {
  @Field(() => Int, { description: 'A dossier comes back every so many months.' }) dossierMonths: number
  @Field(() => Int, { description: 'The test of four is repeated every so many months.' }) testMonths: number
  @Field(() => Int, { description: 'Days after a dossier was due; then it is told above.' })
  escalateAfterDays: number
  @Field(() => [KeyAccountEarningType]) earnings: KeyAccountEarningType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('KeyAccountStanding', {
  description: 'What the system knows of a client beside the test of four, over the last 365 days.',
})
export class KeyAccountStandingType {
  @Field(() => LocalDate) from: string
  @Field(() => LocalDate) to: string
  @Field(() => MinorUnits) revenueMinor: number
  @Field(() => Int, { nullable: true, description: 'Of the revenue of all clients, in basis points.' })
  revenueShareBasisPoints: number | null
  @Field(() => Int, { description: 'Clients with money on record in that time.' }) clients: number
  @Field(() => MinorUnits, { description: 'Margin less acquisition and cost to serve.' }) profitMinor: number
  @Field(() => Int, { nullable: true, description: 'Profit of revenue, in basis points.' })
  profitRateBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: 'The same over all clients.' })
  averageProfitRateBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: 'Of what fell due, received by its day; basis points.' })
  paidOnTimeBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: 'The same over all clients.' })
  averagePaidOnTimeBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: 'Mean days late, in tenths.' }) daysLateTenths:
    | number
    | null
}

@ObjectType('KeyAccountYear', { description: 'Key accounts in one year.' })
export class KeyAccountYearType {
  @Field(() => Int) year: number
  @Field(() => Int, { description: 'Listed on at least one day of it.' }) accounts: number
  @Field(() => Int, { description: 'Released because they left us.' }) lost: number
  @Field(() => Int, { description: '`lost` of `accounts`, in basis points.' }) churnBasisPoints: number
  @Field(() => Int) movedUp: number
  @Field(() => Int) movedDown: number
}

@ObjectType('KeyAccountRevenue', { description: 'What listed accounts brought in the last 365 days.' })
export class KeyAccountRevenueType {
  @Field(() => Int) accounts: number
  @Field(() => Int, { description: 'The largest fifth, at least one.' }) top: number
  @Field(() => MinorUnits) revenueMinor: number
  @Field(() => MinorUnits) topMinor: number
  @Field(() => Int, { nullable: true, description: '`topMinor` of `revenueMinor`, in basis points.' })
  shareBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: '`revenueMinor` of the revenue of all clients.' })
  shareOfAllBasisPoints: number | null
  @Field(() => Int, { nullable: true, description: '`topMinor` of the revenue of all clients.' })
  topOfAllBasisPoints: number | null
}

@ObjectType('KeyAccountFigures', { description: 'Churn, moves between tiers, and what the largest bring.' })
export class KeyAccountFiguresType {
  @Field(() => LocalDate, { description: 'First day of what revenue is counted over.' }) from: string
  @Field(() => LocalDate) to: string
  @Field(() => [KeyAccountYearType]) years: KeyAccountYearType[]
  @Field(() => KeyAccountRevenueType, {
    nullable: true,
    description: 'Null where what clients bring is not yours to weigh.',
  })
  revenue: KeyAccountRevenueType | null
}
