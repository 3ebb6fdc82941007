/** Occasions of care, and the rules: see the domain's `CareOccasion` and `CarePolicy`. */
import {
  CARE_OCCASION_FIELDS,
  type CareKind,
  type CareMeans,
  type CareOccasion,
  type CareOwner,
  type CarePolicy,
  type CareRule,
  type CareStatus,
  type CareWithdrawal,
  type Festival,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClientContact } from '../clients/contacts/contact.entity.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** One for each client and reason: `key`. */
@Entity('care_occasion')
@ClassifiedBy(CARE_OCCASION_FIELDS)
@Index('care_occasion_key', ['orgId', 'clientId', 'key'], { unique: true })
@Index('care_occasion_due_idx', ['orgId', 'dueOn', 'id'])
@Index('care_occasion_contact_idx', ['orgId', 'contactId'])
@Index('care_occasion_reception_idx', ['orgId', 'receptionId'])
@Index('care_occasion_settled_by_idx', ['orgId', 'settledById'])
@References(() => Client, 'clientId')
@References(() => ClientContact, 'contactId')
@References(() => Reception, 'receptionId')
@References(() => Staff, 'settledById')
export class CareOccasionEntity implements CareOccasion {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') key: string
  @Column('uuid') clientId: string
  @Column('uuid', { nullable: true }) contactId: string | null
  @Column('text') kind: CareKind
  @Column('text', { nullable: true }) festival: Festival | null
  @LocalDate() occursOn: string
  @LocalDate() dueOn: string
  @Column('text') means: CareMeans
  @Column('text') owner: CareOwner
  @Column('text') status: CareStatus
  @Column('uuid', { nullable: true }) receptionId: string | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('text', { nullable: true }) despite: string | null
  @Column('text', { nullable: true }) withdrawal: CareWithdrawal | null
  @Column('integer', { default: 0 }) postponed: number
  @Column('uuid', { nullable: true }) settledById: string | null
  @Instant({ nullable: true }) settledAt: Date | null
  @Instant() createdAt: Date
  @Column('integer', { default: 1 }) version: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_CARE_POLICY` before. */
@Entity('care_policy')
@Index('care_policy_key', ['orgId'], { unique: true })
export class CarePolicyEntity implements CarePolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('jsonb') rules: CareRule[]
  @Column('integer') horizonDays: number
  @Column('integer') quietFrom: number
  @Column('integer') quietTo: number
  @Column('integer') capContacts: number
  @Column('integer') capDays: number
  @Column('integer', { default: 1 }) version: number
}

/** When occasions are next reckoned; while that goes on, how far it came. One row of an organization, under its own id. */
@Entity('care_due')
export class CareDue {
  @OrgId() orgId: string
  @Id() id: string
  @Instant() dueAt: Date
  /** The last client that was looked at; null: it has not begun. */
  @Column('uuid', { nullable: true }) after: string | null
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

export const CARE_ENTITIES = [CareOccasionEntity, CarePolicyEntity, CareDue] as const
