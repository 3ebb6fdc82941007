import type { ProofLevel, ProofSubject } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, Money, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'
import type { GivenProof, Shown } from './ceremony.service.ts'

/** What the organization asks for a signature of one meaning, or from one sum on. Without a row the house's own rule holds. */
@Entity('signature_proof_rule')
@Index('signature_proof_rule_key', ['orgId', 'subject'], { unique: true })
export class SignatureProofRule {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') subject: ProofSubject
  @Column('text') level: ProofLevel
  /** Of AMOUNT: from this sum on; null: from none. */
  @Money({ nullable: true }) fromMinor: number | null
}

/**
 * A verb that was tried, rolled back and is to be signed: what was shown, and the proof once it is given. Good once, for five
 * minutes; what it shows goes with its end.
 */
@Entity('signature_request')
@Index('signature_request_call_idx', ['orgId', 'staffId', 'requestHash'])
@Index('signature_request_expires_idx', ['orgId', 'expiresAt'])
@References(() => Staff, 'staffId')
export class SignatureRequest {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  /** Hash over the operation and its variables: the call that may use it. */
  @Column('text') requestHash: string
  @Column('text') verb: string
  @Column('text') level: ProofLevel
  /** 16 bytes, hex: stands in every statement, so that no two acts have the same challenge. */
  @Column('text') nonce: string
  /** What ids and salts of the verb are made from, so that it comes out the same again; gone with the end. */
  @Column('bytea', { nullable: true }) seed: Buffer | null
  /** Each signature of the verb as it is shown; gone with the end. */
  @Column('jsonb', { nullable: true }) shown: readonly Shown[] | null
  /** The instant of the verb, in both runs. */
  @Instant() createdAt: Date
  /** The same by the clock of the database: a clock that is set back must not make a request young again. */
  @Instant({ default: () => 'clock_timestamp()' }) requestedAt: Date
  @Instant() expiresAt: Date
  @Instant({ nullable: true }) provenAt: Date | null
  @Column('jsonb', { nullable: true }) proof: GivenProof | null
  /** Used, or in the place of a newer one. */
  @Instant({ nullable: true }) endedAt: Date | null
}
