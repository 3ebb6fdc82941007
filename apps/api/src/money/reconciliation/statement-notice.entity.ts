import {
  STATEMENT_NOTICE_FIELDS,
  type ClientChannel,
  type ClientNoticeStatus,
  type StatementNotice as StatementNoticeFacts,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Mail } from '../../notices/notice.entity.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Reconciliation } from './reconciliation.entity.ts'

/**
 * The words on a statement that go to its client, and what became of them. Apart from the words on cases: other people read what
 * somebody owes.
 */
@Entity('statement_notice')
@ClassifiedBy(STATEMENT_NOTICE_FIELDS)
@Index('statement_notice_reconciliation_idx', ['orgId', 'reconciliationId', 'owedAt'])
@Index('statement_notice_told_by_idx', ['orgId', 'toldById'])
@Index('statement_notice_mail_idx', ['orgId', 'mailId'])
@References(() => Reconciliation, 'reconciliationId')
@References(() => Staff, 'toldById')
@References(() => Mail, 'mailId')
export class StatementNotice implements StatementNoticeFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') reconciliationId: string
  @Column('text') channel: ClientChannel
  @Column('text') status: ClientNoticeStatus
  @Column('text') titleZh: string
  @Column('text') titleEn: string
  @Column('text') wordsZh: string
  @Column('text') wordsEn: string
  @Instant() owedAt: Date
  @Instant({ nullable: true }) settledAt: Date | null
  @Column('uuid', { nullable: true }) toldById: string | null
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid', { nullable: true }) mailId: string | null
  @Column('integer', { default: 1 }) version: number
}
