/** Members, the ledger of their points, and the rules: see the domain's `Membership`, `PointEntry` and `MembershipPolicy`. */
import {
  MEMBERSHIP_FIELDS,
  POINT_ENTRY_FIELDS,
  type Membership,
  type MembershipLevel,
  type MembershipPolicy,
  type MembershipStatus,
  type PointEntry,
  type PointKind,
} from '@steward/domain'
import { Check, Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Payment } from '../money/payments/payment.entity.ts'
import { Staff } from '../organization/organization.entity.ts'

@Entity('membership')
@ClassifiedBy(MEMBERSHIP_FIELDS)
@Index('membership_number_key', ['orgId', 'number'], { unique: true })
@Index('membership_client_key', ['orgId', 'clientId'], { unique: true })
@Index('membership_renews_idx', ['orgId', 'renewsOn', 'id'])
@Index('membership_joined_idx', ['orgId', 'joinedOn', 'id'])
@References(() => Client, 'clientId')
export class MembershipEntity implements Membership {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Column('text') status: MembershipStatus
  @LocalDate() joinedOn: string
  @Column('integer', { default: 0 }) balance: number
  @Column('integer', { default: 0 }) termPoints: number
  @Column('smallint', { default: 1 }) keptLevel: number
  @Column('smallint', { default: 1 }) level: number
  @LocalDate() termFrom: string
  @LocalDate() renewsOn: string
  @LocalDate({ nullable: true }) leftOn: string | null
  @Column('text', { nullable: true }) leaveReason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** History: no line is changed, and each payment, referral and correction counts once. */
@Entity('point_entry')
@ClassifiedBy(POINT_ENTRY_FIELDS)
@Index('point_entry_membership_idx', ['orgId', 'membershipId', 'at', 'id'])
@Index('point_entry_payment_key', { synchronize: false })
@Index('point_entry_referred_key', { synchronize: false })
@Index('point_entry_corrects_key', ['orgId', 'correctsId'], { unique: true })
@Index('point_entry_referred_idx', ['orgId', 'referredClientId'])
@Index('point_entry_payment_idx', ['orgId', 'paymentId'])
@Index('point_entry_by_idx', ['orgId', 'byId'])
@Check('point_entry_points_check', 'points <> 0')
@References(() => MembershipEntity, 'membershipId')
@References(() => Payment, 'paymentId')
@References(() => Client, 'referredClientId')
@References(() => PointEntryEntity, 'correctsId')
@References(() => Staff, 'byId')
export class PointEntryEntity implements PointEntry {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') membershipId: string
  @Column('text') kind: PointKind
  @Column('integer') points: number
  @LocalDate() occurredOn: string
  @LocalDate({ nullable: true }) expiresOn: string | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('uuid', { nullable: true }) paymentId: string | null
  @Column('uuid', { nullable: true }) referredClientId: string | null
  @Column('uuid', { nullable: true }) correctsId: string | null
  @Column('uuid', { nullable: true }) byId: string | null
  @Instant() at: Date
}

/** One row of an organization, once somebody has set it; `DEFAULT_MEMBERSHIP_POLICY` before. */
@Entity('membership_policy')
@Index('membership_policy_key', ['orgId'], { unique: true })
export class MembershipPolicyEntity implements MembershipPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('jsonb') levels: MembershipLevel[]
  @Column('integer') pointsPerHundred: number
  @Column('integer') referralPoints: number
  @Column('integer') eventPoints: number
  @Column('integer') pointsMonths: number
  @Column('integer') termMonths: number
  @Column('integer') remindDays: number
  @Column('integer', { default: 1 }) version: number
}

/** When payments are credited, points expire and terms end: one row of an organization, under its own id. */
@Entity('membership_due')
export class MembershipDue {
  @OrgId() orgId: string
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

export const MEMBERSHIP_ENTITIES = [
  MembershipEntity,
  PointEntryEntity,
  MembershipPolicyEntity,
  MembershipDue,
] as const
