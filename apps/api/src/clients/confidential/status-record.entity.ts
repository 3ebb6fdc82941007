import type {
  BusinessCondition,
  PaymentAttitude,
  PaymentInstrument,
  Potential,
  Satisfaction,
  ServiceChannel,
  ServiceFrequency,
  StatusField,
  StatusSealedField,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import {
  Id,
  Instant,
  Money,
  OrgId,
  Personal,
  References,
  Sealed,
  type Ciphertext,
} from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** One version of a company's status record; append-only, the latest is in force. */
@Entity('client_status_record')
@Index('client_status_record_key', ['orgId', 'clientId', 'ordinal'], { unique: true })
@Index('client_status_record_recorded_by_idx', ['orgId', 'recordedById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'recordedById')
export class ClientStatusRecord {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  /** From 1. */
  @Column('integer') ordinal: number
  @Personal()
  @Column('text', { nullable: true })
  legalRepresentative: string | null
  @Personal()
  @Column('text', { nullable: true })
  generalManager: string | null
  @Personal()
  @Column('text', { nullable: true })
  contactPerson: string | null
  @Column('text', { nullable: true }) businessLicence: string | null
  @Column('text', { nullable: true }) taxRegistration: string | null
  @Column('text', { nullable: true }) website: string | null
  @Column('text', { nullable: true }) mainBusiness: string | null
  @Column('integer', { nullable: true }) headcount: number | null
  @Column('text', { nullable: true }) businessCondition: BusinessCondition | null
  @Sealed() banks: Ciphertext | null
  @Sealed() bankAccount: Ciphertext | null
  @Personal()
  @Column('text', { nullable: true })
  bankAccountMasked: string | null
  @Sealed() loans: Ciphertext | null
  @Sealed() cashTurnoverMinor: Ciphertext | null
  @Sealed() creditStatus: Ciphertext | null
  @Personal()
  @Column('text', { nullable: true })
  paymentHandler: string | null
  @Column('text', { nullable: true }) paymentAttitude: PaymentAttitude | null
  @Column('text', { nullable: true }) paymentInstrument: PaymentInstrument | null
  @Money({ nullable: true }) highestMonthlyPurchaseMinor: number | null
  @Money({ nullable: true }) averageMonthlyPurchaseMinor: number | null
  @Column('text', { nullable: true }) serviceChannel: ServiceChannel | null
  @Column('text', { nullable: true }) serviceFrequency: ServiceFrequency | null
  @Column('text', { nullable: true }) potential: Potential | null
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null
  @Personal()
  @Column('text', { nullable: true })
  remark: string | null
  /** Names of the sealed lines that are there. */
  @Column('text', { array: true }) onFile: StatusSealedField[]
  /** Lines in which it differs from the version before it, sealed ones too. */
  @Column('text', { array: true }) changedFields: StatusField[]
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
}
