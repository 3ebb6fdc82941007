import {
  CLIENT_CHANNELS,
  CLIENT_CHANNEL_LABELS,
  CLIENT_NOTICE_ACTIONS,
  CLIENT_NOTICE_STATUSES,
  CLIENT_NOTICE_STATUS_LABELS,
  LOCALES,
  MAIL_STATUSES,
  MAIL_STATUS_LABELS,
  NOTICE_KINDS,
  NOTICE_KIND_LABELS,
  NOTICE_SEVERITIES,
  NOTICE_SEVERITY_LABELS,
  TEMPLATE_KEYS,
  templateLabel,
  WAIVER_REASON_TEXTS,
  WAIVER_REASONS,
  type TemplateKey,
  type Text,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { StatusEnum } from '../complaints/complaint.enums.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'
import { SigningType } from '../sign-off/signing.type.ts'
import { NOTICE_SUBJECT_NAMES } from './notice.projection.ts'

export const NoticeKindEnum = publishEnum(
  'NoticeKind',
  NOTICE_KINDS,
  'What a notice tells of.',
  NOTICE_KIND_LABELS,
)
export const NoticeSeverityEnum = publishEnum(
  'NoticeSeverity',
  NOTICE_SEVERITIES,
  'How loud a notice is.',
  NOTICE_SEVERITY_LABELS,
)
export const NoticeSubjectEnum = publishEnum(
  'NoticeSubject',
  NOTICE_SUBJECT_NAMES,
  'The kind of record that a notice is about.',
)
export const TemplateKeyEnum = publishEnum(
  'NoticeTemplateKey',
  TEMPLATE_KEYS,
  'A text that an organization may write anew.',
  Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, templateLabel(key)])) as Record<TemplateKey, Text>,
)
export const ClientChannelEnum = publishEnum(
  'ClientChannel',
  CLIENT_CHANNELS,
  'By which way a client is told.',
  CLIENT_CHANNEL_LABELS,
)
export const ClientNoticeStatusEnum = publishEnum(
  'ClientNoticeStatus',
  CLIENT_NOTICE_STATUSES,
  'What became of a word that is owed to a client.',
  CLIENT_NOTICE_STATUS_LABELS,
)
export const ClientNoticeActionEnum = publishEnum(
  'ClientNoticeAction',
  CLIENT_NOTICE_ACTIONS.map(actionName),
  'What can be done about a word that is owed to a client.',
)
export const WaiverReasonEnum = publishEnum(
  'ClientNoticeWaiver',
  WAIVER_REASONS,
  'Why a client need not be told, where nobody decided it.',
  WAIVER_REASON_TEXTS,
)
export const MailStatusEnum = publishEnum(
  'MailStatus',
  MAIL_STATUSES,
  'How a mail fares.',
  MAIL_STATUS_LABELS,
)
/** As enum values must be names: `zh-CN` is published as a string of the domain's list. */
const LOCALE = { description: `One of ${LOCALES.join(', ')}.` }

@ObjectType('Notice', {
  implements: Node,
  description: 'What the reader is told. It names no client: the case tells more, to whom it may.',
})
export class NoticeType extends Node {
  @Field(() => NoticeKindEnum) kind: string
  @Field(() => NoticeSeverityEnum) severity: string
  @Field(() => NoticeSubjectEnum) subjectType: string
  @Field(() => ID) subjectId: string
  @Field(() => ComplaintType, {
    nullable: true,
    description: 'The case, where it is about one or a part of one, and you may still read it.',
  })
  complaint: ComplaintType | null
  @Field(() => SigningType, {
    nullable: true,
    description: 'The round of signatures, where it is about one that you may still read.',
  })
  signing: SigningType | null
  @Field(() => String) titleZh: string
  @Field(() => String) titleEn: string
  @Field(() => DateTime) at: Date
  @Field(() => DateTime, { nullable: true, description: 'Null: not read yet.' }) readAt: Date | null
}
export const NoticeConnection = connectionOf('Notice', NoticeType)

@ObjectType('NoticesRead', { description: 'How many notices were marked as read.' })
export class NoticesRead {
  @Field(() => Int) marked: number
}

const TIME = {
  nullable: true,
  description: 'Time of day `HH:MM` in the zone of the organization; null: none.',
}

@ObjectType('NoticePreference', { implements: Node, description: 'How the reader wants to be told.' })
export class NoticePreferenceType extends Node {
  @Field(() => String, LOCALE) locale: string
  @Field(() => String, { nullable: true, description: 'Null: no mail is sent.' }) mailAddress: string | null
  @Field(() => [NoticeKindEnum], { description: 'Kinds with a mail although the rule has none.' })
  mailOn: string[]
  @Field(() => [NoticeKindEnum], { description: 'Kinds without a mail although the rule has one.' })
  mailOff: string[]
  @Field(() => String, TIME) quietFrom: string | null
  @Field(() => String, TIME) quietTo: string | null
  @Field(() => String, TIME) digestAt: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`; 0 where nothing was chosen yet.' })
  version: number
}

@ObjectType('NoticeTemplate', {
  implements: Node,
  description: "The organization's own words for a kind; where there are none, those of the house hold.",
})
export class NoticeTemplateType extends Node {
  @Field(() => TemplateKeyEnum) key: string
  @Field(() => String) subjectZh: string
  @Field(() => String) subjectEn: string
  @Field(() => String, { description: 'With placeholders such as `{{number}}`.' }) bodyZh: string
  @Field(() => String, { description: 'With placeholders such as `{{number}}`.' }) bodyEn: string
  @Field(() => DateTime) updatedAt: Date
  @Field(() => StaffType, { nullable: true }) updatedBy: StaffType | null
  @Field(() => Int, { description: 'The revision; give it as `expectedVersion`.' }) version: number
}

@ObjectType('ClientNotice', {
  implements: Node,
  description: 'That a client is owed a word of a change of state, and what became of it.',
})
export class ClientNoticeType extends Node {
  @Field(() => ComplaintType, { nullable: true }) complaint: ComplaintType | null
  @Field(() => StatusEnum, { description: 'What the case had come to.' }) caseStatus: string
  @Field(() => ClientChannelEnum, { nullable: true, description: 'Null: there is no way to the client.' })
  channel: string | null
  @Field(() => ClientNoticeStatusEnum) status: string
  @Field(() => String, { description: 'Prepared words to read aloud or to send, in Chinese.' })
  wordsZh: string
  @Field(() => String, { description: 'The same in English.' }) wordsEn: string
  @Field(() => DateTime) owedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'When it was told, sent, waived or failed.' })
  settledAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Who told the client, or waived it.' })
  toldBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'What was said besides, or why nothing need be said.' })
  note: string | null
  @Field(() => WaiverReasonEnum, { nullable: true }) waiver: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [ClientNoticeActionEnum]) availableActions: string[]
}
export const ClientNoticeConnection = connectionOf('ClientNotice', ClientNoticeType)

@ObjectType('Mail', {
  implements: Node,
  description: 'How a mail fares: neither its words nor its address are kept.',
})
export class MailType extends Node {
  @Field(() => TemplateKeyEnum) template: string
  @Field(() => String, LOCALE) locale: string
  @Field(() => StaffType, { nullable: true, description: 'Null: it goes to a client.' })
  staff: StaffType | null
  @Field(() => MailStatusEnum) status: string
  @Field(() => Int) attempts: number
  @Field(() => String, {
    nullable: true,
    description: "Code of the mail server's last reply (`550`) or of the connection (`ECONNECTION`).",
  })
  lastError: string | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => DateTime, { nullable: true }) triedAt: Date | null
  @Field(() => DateTime, { nullable: true }) sentAt: Date | null
}
export const MailConnection = connectionOf('Mail', MailType)
