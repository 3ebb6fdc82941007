import type {
  ClientChannel,
  ClientNoticeStatus,
  Locale,
  MailStatus,
  NoticeKind,
  NoticeSeverity,
  NoticeSubject,
  Status,
  TemplateKey,
  WaiverReason,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { Id, Instant, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** A mail that we owe somebody: how it fares, never what it says nor to which address. */
@Entity('mail')
@Index('mail_created_idx', ['orgId', 'createdAt', 'id'])
@Index('mail_staff_idx', ['orgId', 'staffId'])
@References(() => Staff, 'staffId')
export class Mail {
  @OrgId() orgId: string
  @Id() id: string
  /** Of which text it is. */
  @Column('text') template: TemplateKey
  @Column('text') locale: Locale
  /** Null: it goes to a client. */
  @Column('uuid', { nullable: true }) staffId: string | null
  @Column('text') status: MailStatus
  @Column('integer', { default: 0 }) attempts: number
  /** Code of the server's last reply, or of the connection's failure; never its words. */
  @Column('text', { nullable: true }) lastError: string | null
  /** Made of the id, so that a mail that went out twice is one to whoever receives it. */
  @Column('text', { nullable: true }) messageId: string | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) triedAt: Date | null
  @Instant({ nullable: true }) sentAt: Date | null
}

/** What one person is told. Words and no more: whom a case is about they read on the case, by their rights. */
@Entity('notice')
@Index('notice_once_key', ['orgId', 'eventId', 'staffId', 'kind'], { unique: true })
@Index('notice_staff_idx', ['orgId', 'staffId', 'at', 'id'])
@Index('notice_unread_idx', { synchronize: false })
@Index('notice_complaint_idx', ['orgId', 'complaintId'])
@Index('notice_mail_idx', ['orgId', 'mailId'])
@References(() => Staff, 'staffId')
@References(() => ComplaintEntity, 'complaintId')
@References(() => Mail, 'mailId')
export class Notice {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('text') kind: NoticeKind
  @Column('text') severity: NoticeSeverity
  /** The row of the outbox that brought it about. */
  @Column('uuid') eventId: string
  @Column('text') subjectType: NoticeSubject
  @Column('uuid') subjectId: string
  /** The case, where it is about one or a part of one. */
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('text') titleZh: string
  @Column('text') titleEn: string
  @Column('text') bodyZh: string
  @Column('text') bodyEn: string
  @Instant() at: Date
  @Instant({ nullable: true }) readAt: Date | null
  /** The mail in which it goes out too. */
  @Column('uuid', { nullable: true }) mailId: string | null
}

/** That the mail of a notice is due then; gone once the mail is on its way. The worker sees those of all organizations. */
@Entity('notice_due')
@Index('notice_due_staff_idx', ['orgId', 'staffId'])
@References(() => Staff, 'staffId')
@References(() => Notice, 'id')
export class NoticeDue {
  @OrgId() orgId: string
  /** Of the notice. */
  @Id() id: string
  @Column('uuid') staffId: string
  @Instant() dueAt: Date
  @Column('integer', { default: 0 }) attempts: number
}

/** The organization's own words for a kind of notice. */
@Entity('notice_template')
@Index('notice_template_key', ['orgId', 'key'], { unique: true })
@Index('notice_template_staff_idx', ['orgId', 'updatedById'])
@References(() => Staff, 'updatedById')
export class NoticeTemplateEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') key: TemplateKey
  @Column('text') subjectZh: string
  @Column('text') subjectEn: string
  @Column('text') bodyZh: string
  @Column('text') bodyEn: string
  @Instant() updatedAt: Date
  @Column('uuid') updatedById: string
  /** The revision. */
  @Column('integer', { default: 1 }) version: number
}

/** How one person wants to be told. Without a row the domain's defaults hold. */
@Entity('notice_preference')
@Index('notice_preference_staff_key', ['orgId', 'staffId'], { unique: true })
@References(() => Staff, 'staffId')
export class NoticePreferenceEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('text') locale: Locale
  @Personal()
  @Column('text', { nullable: true })
  mailAddress: string | null
  /** Kinds with a mail although their rule has none, and the other way about. */
  @Column('text', { array: true, default: '{}' }) mailOn: NoticeKind[]
  @Column('text', { array: true, default: '{}' }) mailOff: NoticeKind[]
  /** Minutes after local midnight. */
  @Column('smallint', { nullable: true }) quietFrom: number | null
  @Column('smallint', { nullable: true }) quietTo: number | null
  @Column('smallint', { nullable: true }) digestAt: number | null
  @Column('integer', { default: 1 }) version: number
}

/** That the client is to be told of a change of state, and what became of it. */
@Entity('client_notice')
@Index('client_notice_once_key', ['orgId', 'eventId'], { unique: true })
@Index('client_notice_complaint_idx', ['orgId', 'complaintId', 'owedAt', 'id'])
@Index('client_notice_owed_idx', { synchronize: false })
@Index('client_notice_told_by_idx', ['orgId', 'toldById'])
@Index('client_notice_mail_idx', ['orgId', 'mailId'])
@References(() => ComplaintEntity, 'complaintId')
@References(() => Staff, 'toldById')
@References(() => Mail, 'mailId')
export class ClientNotice {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') complaintId: string
  /** The event of the case that changed its state. */
  @Column('uuid') eventId: string
  /** What the case had come to. */
  @Column('text') caseStatus: Status
  /** Null: there is no way to the client. */
  @Column('text', { nullable: true }) channel: ClientChannel | null
  @Column('text') status: ClientNoticeStatus
  @Column('text') titleZh: string
  @Column('text') titleEn: string
  /** Prepared, to be read aloud or sent. */
  @Column('text') wordsZh: string
  @Column('text') wordsEn: string
  @Instant() owedAt: Date
  @Instant({ nullable: true }) settledAt: Date | null
  @Column('uuid', { nullable: true }) toldById: string | null
  /** What was said beside the words, or why nothing need be said. */
  @Personal()
  @Column('text', { nullable: true })
  note: string | null
  @Column('text', { nullable: true }) waiver: WaiverReason | null
  @Column('uuid', { nullable: true }) mailId: string | null
  @Column('integer', { default: 1 }) version: number
}

export const NOTICE_ENTITIES = [
  Mail,
  Notice,
  NoticeDue,
  NoticeTemplateEntity,
  NoticePreferenceEntity,
  ClientNotice,
] as const
