import type { FactorKind, Role } from '@steward/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** An app that shows codes, or a passkey. Counts from `confirmedAt` on; a removed one stays, without its secret. */
@Entity('second_factor')
@Index('second_factor_staff_idx', ['orgId', 'staffId'])
@Index('second_factor_credential_key', ['orgId', 'credentialId'], { unique: true })
@Index('second_factor_countersigner_idx', ['orgId', 'countersignedById'])
@References(() => Staff, 'staffId')
@References(() => Staff, 'countersignedById')
export class SecondFactor {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('text') kind: FactorKind
  /** What its owner calls it, e.g. `my phone`. */
  @Column('text') name: string
  /** Of a one-time code: the shared secret, sealed for this row. */
  @Column('text', { nullable: true }) sealedSecret: string | null
  /** Of a one-time code: the last time step that was used; an earlier or equal one is a replay. */
  @Column('bigint', { nullable: true }) lastStep: number | null
  /** Of a passkey: its id, base64url. */
  @Column('text', { nullable: true }) credentialId: string | null
  @Column('bytea', { nullable: true }) publicKey: Buffer | null
  @Column('bigint', { nullable: true }) signCount: number | null
  /** How the browser reaches it (`internal`, `usb`, `hybrid`), comma-separated. */
  @Column('text', { nullable: true }) transports: string | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) confirmedAt: Date | null
  @Instant({ nullable: true }) lastUsedAt: Date | null
  @Instant({ nullable: true }) removedAt: Date | null
  /** Of a passkey: when an administrator said whose it is, and who. */
  @Instant({ nullable: true }) countersignedAt: Date | null
  @Column('uuid', { nullable: true }) countersignedById: string | null
  /** The id of that entry of the ledger. */
  @Column('uuid', { nullable: true }) countersignatureId: string | null
}

/** A code on paper for the day the phone is gone. Used ones stay until the set is renewed. */
@Entity('recovery_code')
@Index('recovery_code_key', ['orgId', 'staffId', 'codeHash'], { unique: true })
@References(() => Staff, 'staffId')
export class RecoveryCode {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  /** HMAC under the master key: 60 bits alone could be tried out by whoever holds a dump. */
  @Column('text') codeHash: string
  @Instant({ nullable: true }) usedAt: Date | null
}

/** Which roles of the organization must have a second factor, since when, with how many days of grace. */
@Entity('factor_policy')
@Index('factor_policy_role_key', ['orgId', 'role'], { unique: true })
export class FactorPolicyEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') role: Role
  @Instant() since: Date
  @Column('integer') graceDays: number
}

/** A one-time way to a new password: asked for by a person or issued by an administrator. */
@Entity('password_reset')
@Index('password_reset_staff_idx', ['orgId', 'staffId'])
@Index('password_reset_issuer_idx', ['orgId', 'issuedById'])
@References(() => Staff, 'staffId')
@References(() => Staff, 'issuedById')
export class PasswordReset {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  /** SHA-256 of the secret in the link; null while it is only asked for. */
  @Column('bytea', { nullable: true }) secretHash: Buffer | null
  @Instant() requestedAt: Date
  /** The administrator who handed it over; null where the system did. */
  @Column('uuid', { nullable: true }) issuedById: string | null
  @Instant({ nullable: true }) expiresAt: Date | null
  /** Used, or replaced by a newer one. */
  @Instant({ nullable: true }) endedAt: Date | null
}

/**
 * Directory: somebody says that they forgot their password. Written before anybody looks whether that person exists, so that the
 * answer and its time tell nothing; gone as soon as the worker has looked.
 */
@Entity('password_reset_request')
export class PasswordResetRequest {
  @PrimaryColumn('uuid') id: string
  /** As it was typed, in the form in which names are compared. */
  @Column('text') signInName: string
  @Instant() requestedAt: Date
  @Column('integer', { default: 0 }) attempts: number
  @Instant({ nullable: true }) notBefore: Date | null
}

/**
 * Directory: somebody on their way in. Either a password was right and a code is still owed (`staffId` is known), or a browser
 * was given a passkey's challenge. Its own cookie, its own table: to the rest of the system nobody is signed in.
 */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_expires_idx', ['expiresAt'])
export class SignInAttempt {
  @PrimaryColumn('bytea') tokenHash: Buffer
  @Column('uuid', { nullable: true }) orgId: string | null
  @Column('uuid', { nullable: true }) staffId: string | null
  @Column('text', { nullable: true }) challenge: string | null
  @Column('integer', { default: 0 }) failures: number
  @Instant() createdAt: Date
  @Instant() expiresAt: Date
}
