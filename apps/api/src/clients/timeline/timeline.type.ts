import { TIMELINE_KIND_LABELS, TIMELINE_KINDS } from '@steward/domain'
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { ChannelEnum } from '../../complaints/complaint.enums.ts'
import { ComplaintEventType, ComplaintType } from '../../complaints/complaint.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { LeadEventType, LeadType } from '../../leads/lead.type.ts'
import { PaymentType } from '../../money/payments/payment.type.ts'
import { ReceivableType } from '../../money/receivables/receivable.type.ts'
import { ClientNoticeType } from '../../notices/notice.type.ts'
import { SilenceAlertType } from '../../silence/silence.type.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ComplaintPromiseType } from '../../promises/promise.type.ts'
import { SignOffType } from '../../sign-off/sign-off.type.ts'
import { ClientOccupancyType } from '../client.type.ts'
import { ClientStatusRecordType } from '../confidential/status-record.type.ts'
import { ClientConsentType } from '../consents/consent.type.ts'
import { ClientContactType } from '../contacts/contact.type.ts'
import { SubjectRequestType } from '../../subject-requests/subject-request.type.ts'
import { ArchiveConfirmationType } from '../duty/duty.type.ts'
import { ClientMergeType } from '../merging/merge.type.ts'
import { ReceptionType } from '../receptions/reception.type.ts'

const TimelineKindEnum = publishEnum(
  'TimelineKind',
  TIMELINE_KINDS,
  'What happened with a client.',
  TIMELINE_KIND_LABELS,
)

@ObjectType('ClientChange', {
  description:
    'That the head of an archive was changed, and by which verb; what changed is the audit’s to tell.',
})
export class ClientChangeType {
  @Field(() => String, { description: 'The permission of the verb, e.g. `client:amend`.' }) verb: string
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true }) by: StaffType | null
}

@ObjectType('ContactChange', {
  description:
    'That a contact was amended or removed, and by which verb; what changed is the audit’s to tell.',
})
export class ContactChangeType {
  @Field(() => String, { description: 'The permission of the verb, e.g. `client:amendContact`.' })
  verb: string
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true }) by: StaffType | null
}

const record = { nullable: true } as const

@ObjectType('TimelineEntry', {
  description:
    'One thing that happened with a client. It stands here only where you may read the record that it is about; exactly those fields are filled that are of its kind.',
})
export class TimelineEntryType {
  @Field(() => String, { description: 'Of its own in the timeline of a client.' }) key: string
  @Field(() => TimelineKindEnum) kind: string
  @Field(() => DateTime, { description: 'A day counts from its first moment.' }) at: Date
  @Field(() => StaffType, {
    nullable: true,
    description: 'Who did it; null: the system, or not yours to see.',
  })
  by: StaffType | null
  @Field(() => ChannelEnum, { nullable: true, description: 'By which way the client was spoken with.' })
  channel: string | null
  @Field(() => ClientChangeType, record) change: ClientChangeType | null
  @Field(() => ClientContactType, record) contact: ClientContactType | null
  @Field(() => ContactChangeType, record) contactChange: ContactChangeType | null
  @Field(() => LeadType, { nullable: true, description: 'Which became this client.' }) lead: LeadType | null
  @Field(() => LeadEventType, record) leadEvent: LeadEventType | null
  @Field(() => ArchiveConfirmationType, record) confirmation: ArchiveConfirmationType | null
  @Field(() => ClientOccupancyType, record) occupancy: ClientOccupancyType | null
  @Field(() => ClientConsentType, record) consent: ClientConsentType | null
  @Field(() => ClientStatusRecordType, record) statusRecord: ClientStatusRecordType | null
  @Field(() => ReceptionType, record) reception: ReceptionType | null
  @Field(() => ComplaintType, { nullable: true, description: 'The case that it belongs to.' })
  complaint: ComplaintType | null
  @Field(() => ComplaintEventType, record) event: ComplaintEventType | null
  @Field(() => ComplaintPromiseType, record) promise: ComplaintPromiseType | null
  @Field(() => ClientNoticeType, record) notice: ClientNoticeType | null
  @Field(() => SignOffType, record) signOff: SignOffType | null
  @Field(() => SubjectRequestType, record) subjectRequest: SubjectRequestType | null
  @Field(() => SilenceAlertType, record) silenceAlert: SilenceAlertType | null
  @Field(() => ReceivableType, record) receivable: ReceivableType | null
  @Field(() => PaymentType, record) payment: PaymentType | null
  @Field(() => ClientMergeType, record) merge: ClientMergeType | null
  @Field(() => String, {
    nullable: true,
    description: 'Code of the client whose this was before they were merged into this one.',
  })
  formerClientCode: string | null
}

export const TimelineConnection = connectionOf('TimelineEntry', TimelineEntryType)

@InputType({ description: 'Narrows a timeline; members hold together.' })
export class TimelineFilter {
  @Field(() => [TimelineKindEnum], record) kind?: string[]
  @Field(() => [ChannelEnum], { nullable: true, description: 'Only what was said with the client has one.' })
  channel?: string[]
  @Field(() => ID, { nullable: true, description: 'Staff who did it.' }) by?: string
  @Field(() => DateTime, { nullable: true, description: 'At or after.' }) from?: Date
  @Field(() => DateTime, { nullable: true, description: 'Before.' }) before?: Date
}

@ArgsType()
export class TimelineArgs extends PageArgs {
  @Field(() => TimelineFilter, { nullable: true }) filter?: TimelineFilter
}
