import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime } from '../graphql/scalars.ts'
import {
  ClientChannelEnum,
  ClientNoticeStatusEnum,
  MailStatusEnum,
  NoticeKindEnum,
  NoticeSeverityEnum,
  TemplateKeyEnum,
} from './notice.type.ts'

@InputType()
export class MarkNoticeReadInput {
  @IdField('Notice') noticeId: string
}

@InputType()
export class MarkAllNoticesReadInput {
  @Field(() => DateTime, {
    description: 'Those up to this instant: what has come since the list was read stays unread.',
  })
  until: Date
}

@InputType({ description: 'Whether a kind of notice comes by mail as well.' })
export class NoticeMailChoice {
  @Field(() => NoticeKindEnum) kind: string
  @Field(() => Boolean) on: boolean
}

const TIME = {
  nullable: true,
  description: 'Time of day `HH:MM` in the zone of the organization; null: none.',
}

@InputType()
export class ChangeNoticePreferencesInput {
  @Field(() => Int, { description: '0 where nothing was chosen before.' }) expectedVersion: number
  @Field(() => String, { description: 'Language of mails: `zh-CN` or `en`.' }) locale: string
  @Field(() => String, { nullable: true, description: 'Null: no mail.' }) mailAddress?: string | null
  @Field(() => [NoticeMailChoice], { description: 'The kinds that differ from their rule.' })
  mail: NoticeMailChoice[]
  @Field(() => String, TIME) quietFrom?: string | null
  @Field(() => String, TIME) quietTo?: string | null
  @Field(() => String, TIME) digestAt?: string | null
}

@InputType()
export class ChangeNoticeTemplateInput {
  @Field(() => TemplateKeyEnum) key: string
  @Field(() => Int, { description: '0 where the words of the house hold.' }) expectedVersion: number
  @Field(() => String) subjectZh: string
  @Field(() => String) subjectEn: string
  @Field(() => String) bodyZh: string
  @Field(() => String) bodyEn: string
}

@InputType()
export class MarkClientToldInput {
  @IdField('ClientNotice') clientNoticeId: string
  @Field(() => Int) expectedVersion: number
  @Field(() => ClientChannelEnum, { description: 'By which way it was done.' }) channel: string
  @Field(() => String, { nullable: true, description: 'What was said besides, or answered.' })
  note?: string | null
}

@InputType()
export class WaiveClientNoticeInput {
  @IdField('ClientNotice') clientNoticeId: string
  @Field(() => Int) expectedVersion: number
  @Field(() => String, { description: 'Why the client need not be told.' }) reason: string
}

@InputType()
export class ResendClientNoticeInput {
  @IdField('ClientNotice') clientNoticeId: string
  @Field(() => Int) expectedVersion: number
}

@InputType({ description: 'Which notices; absent members do not filter.' })
class NoticeFilter {
  @Field(() => Boolean, { nullable: true }) unread?: boolean
  @Field(() => [NoticeKindEnum], { nullable: true }) kind?: string[]
  @Field(() => [NoticeSeverityEnum], { nullable: true }) severity?: string[]
}

@ArgsType()
export class NoticeArgs extends PageArgs {
  @Field(() => NoticeFilter, { nullable: true }) filter?: NoticeFilter
}

@InputType({ description: 'Which words owed to clients; absent members do not filter.' })
class ClientNoticeFilter {
  @Field(() => ID, { nullable: true }) complaint?: string
  @Field(() => [ClientNoticeStatusEnum], { nullable: true }) status?: string[]
  @Field(() => [ClientChannelEnum], { nullable: true }) channel?: string[]
}

@ArgsType()
export class ClientNoticeArgs extends PageArgs {
  @Field(() => ClientNoticeFilter, { nullable: true }) filter?: ClientNoticeFilter
}

@InputType({ description: 'Which mails; absent members do not filter.' })
class MailFilter {
  @Field(() => [MailStatusEnum], { nullable: true }) status?: string[]
}

@ArgsType()
export class MailArgs extends PageArgs {
  @Field(() => MailFilter, { nullable: true }) filter?: MailFilter
}
