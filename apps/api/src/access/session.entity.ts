import type { ProofMethod } from '@steward/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** Directory: found by the hash of the token, before the organization is known. The token itself is never stored. */
@Entity('session')
@Index('session_id_key', ['orgId', 'id'], { unique: true })
@Index('session_staff_idx', ['orgId', 'staffId'])
export class Session {
  @PrimaryColumn('bytea') tokenHash: Buffer
  @Column('uuid') id: string
  @Column('uuid') orgId: string
  @Column('uuid') staffId: string
  /** Raised when rights change; a cached actor with an older version is resolved again. */
  @Column('integer', { default: 1 }) version: number
  @Instant() createdAt: Date
  @Instant() lastSeenAt: Date
  @Column('integer') idleSeconds: number
  @Instant() expiresAt: Date
  @Instant({ nullable: true }) revokedAt: Date | null
  /** When and how the person last showed that it is them; signing and changing one's keys ask for a fresh one. */
  @Instant({ nullable: true }) provedAt: Date | null
  @Column('text', { nullable: true }) provedBy: ProofMethod | null
  /** Kind of browser and system, and the address without its last part: enough to know one's own devices by. */
  @Column('text', { nullable: true }) device: string | null
  @Column('text', { nullable: true }) addressPrefix: string | null
  /** A second factor is overdue: until it is set up the session carries no role. */
  @Column('boolean', { default: false }) owesFactor: boolean
  /** What a passkey is to sign next for this session, and until when; used once. */
  @Column('text', { nullable: true }) challenge: string | null
  @Instant({ nullable: true }) challengeExpiresAt: Date | null
}

/** Directory: counters of the sign-in throttle, keyed by a hash of account or address. Columns as rate-limiter-flexible wants them. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('text') key: string
  @Column('integer', { default: 0 }) points: number
  @Column('bigint', { nullable: true }) expire: number | null
}

@Entity('staff_credential')
@Index('staff_credential_key', ['orgId', 'staffId', 'kind'], { unique: true })
@References(() => Staff, 'staffId')
export class StaffCredential {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  /** `PASSWORD`; second factors have a table of their own. */
  @Column('text') kind: string
  /** argon2id in PHC form. */
  @Column('text') secretHash: string
  @Instant() changedAt: Date
}

/** What an `Idempotency-Key` has already done; kept 72 hours. Holds the result's type and id, never the reply. */
@Entity('idempotency_record')
@Index('idempotency_record_key', ['orgId', 'staffId', 'key'], { unique: true })
@Index('idempotency_record_created_idx', ['orgId', 'createdAt'])
@References(() => Staff, 'staffId')
export class IdempotencyRecord {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('uuid') key: string
  @Column('text') requestHash: string
  /** Null only inside the transaction that claims the key: nobody else ever sees that. */
  @Column('text', { nullable: true }) resultType: string | null
  @Column('uuid', { nullable: true }) resultId: string | null
  @Instant() createdAt: Date
}
