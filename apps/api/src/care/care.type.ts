import {
  CARE_ACTION_LABELS,
  CARE_ACTIONS,
  CARE_KIND_LABELS,
  CARE_KINDS,
  CARE_MEANS,
  CARE_MEANS_LABELS,
  CARE_OWNER_LABELS,
  CARE_OWNERS,
  CARE_STATUS_LABELS,
  CARE_STATUSES,
  CARE_WITHDRAWAL_LABELS,
  CARE_WITHDRAWALS,
  CONTACT_REFUSAL_LABELS,
  CONTACT_REFUSALS,
  FESTIVAL_LABELS,
  FESTIVALS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { ClientContactType } from '../clients/contacts/contact.type.ts'
import { ReceptionType } from '../clients/receptions/reception.type.ts'
import { ChannelEnum } from '../complaints/complaint.enums.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const CareKindEnum = publishEnum(
  'CareKind',
  CARE_KINDS,
  'Why somebody is cared for.',
  CARE_KIND_LABELS,
)
export const FestivalEnum = publishEnum(
  'Festival',
  FESTIVALS,
  'A festival of the official calendar: its day is the first day of the holiday as it was announced.',
  FESTIVAL_LABELS,
)
export const CareMeansEnum = publishEnum(
  'CareMeans',
  CARE_MEANS,
  'By what they are cared for.',
  CARE_MEANS_LABELS,
)
export const CareOwnerEnum = publishEnum('CareOwner', CARE_OWNERS, 'Who sees to it.', CARE_OWNER_LABELS)
export const CareStatusEnum = publishEnum(
  'CareStatus',
  CARE_STATUSES,
  'How an occasion of care stands.',
  CARE_STATUS_LABELS,
)
export const CareWithdrawalEnum = publishEnum(
  'CareWithdrawal',
  CARE_WITHDRAWALS,
  'Why an occasion was taken back by the system.',
  CARE_WITHDRAWAL_LABELS,
)
export const ContactRefusalEnum = publishEnum(
  'ContactRefusal',
  CONTACT_REFUSALS,
  'Why somebody may not be approached of our own accord.',
  CONTACT_REFUSAL_LABELS,
)
export const CareActionEnum = publishEnum(
  'CareAction',
  CARE_ACTIONS.map(actionName),
  'What can be done about an occasion of care; the mutation of the same name does it.',
  Object.fromEntries(CARE_ACTIONS.map((it) => [actionName(it), CARE_ACTION_LABELS[it]])),
)
export const CareOccasionOrderEnum = publishEnum(
  'CareOccasionOrder',
  ['DUE', 'NEWEST'],
  'What is due first, or last.',
)

@ObjectType('RecentContact', { description: 'An approach of our own accord, which counts for the limit.' })
export class RecentContactType {
  @Field(() => String, { description: 'ISO instant.' }) at: string
  @Field(() => ChannelEnum) channel: string
}

@ObjectType('EarlierCare', { description: 'What was done for a client on an earlier occasion.' })
export class EarlierCareType {
  @Field(() => CareKindEnum) kind: string
  @Field(() => CareMeansEnum) means: string
  @Field(() => String, { description: 'ISO instant.' }) at: string
}

@ObjectType('CareOccasion', {
  implements: Node,
  description:
    'An occasion of care (关怀事项), made by the rules: why somebody is greeted or called, and what became of it.',
})
export class CareOccasionType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => ClientContactType, { nullable: true, description: 'With whom of the client’s people.' })
  contact: ClientContactType | null
  @Field(() => CareKindEnum) kind: string
  @Field(() => FestivalEnum, { nullable: true, description: 'Of FESTIVAL: which.' }) festival: string | null
  @Field(() => LocalDate, { description: 'The day itself; of a birthday never the year of birth.' })
  occursOn: string
  @Field(() => LocalDate, { description: 'When it is to be done.' }) dueOn: string
  @Field(() => CareMeansEnum) means: string
  @Field(() => CareOwnerEnum) owner: string
  @Field(() => CareStatusEnum) status: string
  @Field(() => ReceptionType, { nullable: true, description: 'Where it stands what was said and done.' })
  reception: ReceptionType | null
  @Field(() => String, { nullable: true, description: 'Why it was put off or skipped.' }) reason:
    | string
    | null
  @Field(() => String, {
    nullable: true,
    description: 'Why they were contacted although the rules of contact said no.',
  })
  despite: string | null
  @Field(() => CareWithdrawalEnum, { nullable: true }) withdrawal: string | null
  @Field(() => Int, { description: 'How often it was put off.' }) postponed: number
  @Field(() => StaffType, { nullable: true }) settledBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) settledAt: Date | null
  @Field(() => Boolean, { description: 'The client agrees to be cared for.' }) consented: boolean
  @Field(() => Boolean, { description: 'The archive is out of use.' }) closed: boolean
  @Field(() => [ContactRefusalEnum], {
    description: 'Why they may not be approached by these means at this moment; empty: they may.',
  })
  refusals: string[]
  @Field(() => [RecentContactType], { description: 'Those of the last 90 days, the newest first.' })
  recentContacts: RecentContactType[]
  @Field(() => [EarlierCareType], { description: 'The last three, the newest first.' })
  earlier: EarlierCareType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [CareActionEnum]) availableActions: string[]
}
export const CareOccasionConnection = connectionOf('CareOccasion', CareOccasionType)

@ObjectType('CareRule', { description: 'Who is cared for, by what, and when.' })
export class CareRuleType {
  @Field(() => CareKindEnum) kind: string
  @Field(() => FestivalEnum, { nullable: true }) festival: string | null
  @Field(() => [String], { description: 'None: clients of any grade or none.' }) grades: string[]
  @Field(() => CareMeansEnum) means: string
  @Field(() => Int) daysBefore: number
  @Field(() => Int, { nullable: true, description: 'Of FREQUENCY: days since the last contact of any kind.' })
  everyDays: number | null
  @Field(() => CareOwnerEnum) owner: string
}

@ObjectType('CarePolicy', { description: 'The organization’s rules of care and of contact.' })
export class CarePolicyType {
  @Field(() => [CareRuleType], { description: 'The first that fits holds.' }) rules: CareRuleType[]
  @Field(() => Int, { description: 'Occasions of so many days to come are made.' }) horizonDays: number
  @Field(() => Int, { description: 'Minute of the day from which nobody is disturbed.' }) quietFrom: number
  @Field(() => Int, { description: 'Until this minute; the same as `quietFrom`: no quiet hours.' })
  quietTo: number
  @Field(() => Int, { description: 'At most so many approaches of our own accord …' }) capContacts: number
  @Field(() => Int, { description: '… within so many days, to one client.' }) capDays: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('FestivalDay', { description: 'The first day of a holiday as it was announced.' })
export class FestivalDayType {
  @Field(() => FestivalEnum) festival: string
  @Field(() => LocalDate) on: string
}

@ObjectType('FestivalYear', { description: 'The festivals of a year.' })
export class FestivalYearType {
  @Field(() => Int) year: number
  @Field(() => Boolean, { description: 'False: the State Council has not announced this year yet.' })
  isPublished: boolean
  @Field(() => [FestivalDayType]) festivals: FestivalDayType[]
}
