import {
  RECONCILIATION_FIELDS,
  RECONCILIATION_LINE_FIELDS,
  type DisputeVerdict,
  type Reconciliation as ReconciliationFacts,
  type ReconciliationLine as ReconciliationLineFacts,
  type ReconciliationState,
  type StatementChannel,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Receivable } from '../receivables/receivable.entity.ts'

/** What each column means is told by the domain's `Reconciliation`. */
@Entity('reconciliation')
@ClassifiedBy(RECONCILIATION_FIELDS)
@Index('reconciliation_number_key', ['orgId', 'number'], { unique: true })
@Index('reconciliation_ordinal_key', ['orgId', 'clientId', 'ordinal'], { unique: true })
@Index('reconciliation_issued_idx', ['orgId', 'issuedAt', 'id'])
@Index('reconciliation_issued_by_idx', ['orgId', 'issuedById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'issuedById')
export class Reconciliation implements ReconciliationFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Column('integer') ordinal: number
  @LocalDate() asOfOn: string
  @Column('text') state: ReconciliationState
  @Money() openMinor: number
  @Money() creditMinor: number
  @Column('uuid') issuedById: string
  @Instant() issuedAt: Date
  @Column('text', { nullable: true }) channel: StatementChannel | null
  @Instant({ nullable: true }) sentAt: Date | null
  @Column('text', { nullable: true }) confirmedBy: string | null
  @Instant({ nullable: true }) confirmedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('reconciliation_line')
@ClassifiedBy(RECONCILIATION_LINE_FIELDS)
@Index('reconciliation_line_statement_idx', ['orgId', 'reconciliationId', 'position'])
@Index('reconciliation_line_receivable_idx', ['orgId', 'receivableId'])
@References(() => Reconciliation, 'reconciliationId')
@References(() => Receivable, 'receivableId')
export class ReconciliationLine implements ReconciliationLineFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') reconciliationId: string
  @Column('uuid') receivableId: string
  @Column('integer') position: number
  @Money() amountMinor: number
  @Money() settledMinor: number
  @Column('text', { nullable: true }) disputeReason: string | null
  @Instant({ nullable: true }) disputedAt: Date | null
  @Column('text', { nullable: true }) verdict: DisputeVerdict | null
  @Column('text', { nullable: true }) answer: string | null
  @Instant({ nullable: true }) answeredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
