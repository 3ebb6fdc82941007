import type { Permission } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** Another company whose programs may come in. Its staff row is what it registers and is audited under; nobody signs in as it. */
@Entity('partner')
@Index('partner_name_key', ['orgId', 'name'], { unique: true })
@Index('partner_staff_key', ['orgId', 'staffId'], { unique: true })
@References(() => Staff, 'staffId')
export class Partner {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') name: string
  @Column('uuid') staffId: string
  @Instant() createdAt: Date
  @Column('integer', { default: 1 }) version: number
}

/**
 * What a program shows instead of a cookie. Its id is that of a row in `session`, which holds the token's hash: a credential is
 * a session that no browser opened, so whatever looks a session up, checks or ends it does the same to a credential.
 */
@Entity('partner_credential')
@Index('partner_credential_partner_idx', ['orgId', 'partnerId'])
@Index('partner_credential_staff_idx', ['orgId', 'createdById'])
@References(() => Partner, 'partnerId')
@References(() => Staff, 'createdById')
export class PartnerCredential {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') partnerId: string
  /** What it is for, in the words of the administrator. */
  @Column('text') label: string
  @Column('text', { array: true }) scopes: Permission[]
  /** Addresses and networks; empty: from anywhere. */
  @Column('text', { array: true }) allowedFrom: string[]
  @Column('integer') pointsPerMinute: number
  @Instant() createdAt: Date
  @Column('uuid') createdById: string
  @Instant() expiresAt: Date
  @Instant({ nullable: true }) revokedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** What a credential spent on a day (UTC), and within the present minute: the bucket and the usage page are one row. */
@Entity('credential_usage')
@Index('credential_usage_key', ['orgId', 'credentialId', 'onDay'], { unique: true })
@References(() => PartnerCredential, 'credentialId')
export class CredentialUsage {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') credentialId: string
  @LocalDate() onDay: string
  @Column('integer', { default: 0 }) requests: number
  @Column('integer', { default: 0 }) points: number
  /** Requests that were turned away with RATE_LIMITED. */
  @Column('integer', { default: 0 }) refused: number
  /** Start of the minute that `minutePoints` counts. */
  @Instant() minuteAt: Date
  @Column('integer', { default: 0 }) minutePoints: number
}
