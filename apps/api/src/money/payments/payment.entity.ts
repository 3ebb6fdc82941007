import {
  PAYMENT_ALLOCATION_FIELDS,
  PAYMENT_FIELDS,
  type Payment as PaymentFacts,
  type PaymentAllocation as PaymentAllocationFacts,
  type PaymentMethod,
} from '@steward/domain'
import { Check, Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Receivable } from '../receivables/receivable.entity.ts'

/** What each column means is told by the domain's `Payment`. */
@Entity('payment')
@ClassifiedBy(PAYMENT_FIELDS)
@Index('payment_number_key', ['orgId', 'number'], { unique: true })
@Index('payment_client_idx', ['orgId', 'clientId', 'receivedOn'])
@Index('payment_received_idx', ['orgId', 'receivedOn', 'id'])
@Index('payment_recorded_by_idx', ['orgId', 'recordedById'])
@Check('payment_credit_check', 'amount_minor > 0 and credit_minor between 0 and amount_minor')
@References(() => Client, 'clientId')
@References(() => Staff, 'recordedById')
export class Payment implements PaymentFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Money() amountMinor: number
  @Money() creditMinor: number
  @LocalDate() receivedOn: string
  @Column('text') method: PaymentMethod
  @Column('text', { nullable: true }) payer: string | null
  @Column('text', { nullable: true }) reference: string | null
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
  @Instant({ nullable: true }) reversedAt: Date | null
  @Column('text', { nullable: true }) reversalReason: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('payment_allocation')
@ClassifiedBy(PAYMENT_ALLOCATION_FIELDS)
@Index('payment_allocation_payment_idx', ['orgId', 'paymentId'])
@Index('payment_allocation_receivable_idx', ['orgId', 'receivableId'])
@Check('payment_allocation_amount_check', 'amount_minor > 0')
@References(() => Payment, 'paymentId')
@References(() => Receivable, 'receivableId')
export class PaymentAllocation implements PaymentAllocationFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') paymentId: string
  @Column('uuid') receivableId: string
  @Money() amountMinor: number
  @Instant() at: Date
  @Instant({ nullable: true }) withdrawnAt: Date | null
}
