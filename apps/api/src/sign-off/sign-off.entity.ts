import type { Meaning, SignatureProof } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, Money, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'
import type { GivenProof } from './ceremony.service.ts'

/** Who answers for exactly which content. Append-only; the ledger of the sign-off pillar will chain these rows. */
@Entity('sign_off')
@Index('sign_off_subject_idx', ['orgId', 'subjectId', 'at'])
@Index('sign_off_signer_idx', ['orgId', 'signerId', 'at'])
@References(() => Staff, 'signerId')
export class SignOff {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') subjectType: string
  @Column('uuid') subjectId: string
  /** Version of the subject whose content was signed. */
  @Column('integer') revision: number
  @Column('text') meaning: Meaning
  @Column('uuid') signerId: string
  /** The natural person behind the signer: separation of duties counts persons. */
  @Column('uuid') personId: string
  /** The role signed in, chosen among those that qualify. */
  @Column('text') role: string
  @Personal()
  @Column('text', { nullable: true })
  comment: string | null
  /** Canonical JSON (RFC 8785), byte for byte what was hashed; each personal or sensitive leaf is a salted commitment. */
  @Column('text') content: string
  /** SHA-256 of `content`, hex. */
  @Column('text') contentHash: string
  @Instant() at: Date
  /** What the signature commits, in minor units; null where no money is concerned. */
  @Money({ nullable: true }) amountMinor: number | null
  @Column('text', { default: 'SESSION' }) proofMethod: SignatureProof
  @Instant({ nullable: true }) proofAt: Date | null
  /** What was given, as it stands in the entry of the ledger. */
  @Column('jsonb', { nullable: true }) proof: GivenProof | null
}

/**
 * Salt of one commitment in a sign-off or an audit entry. The one erasable part of both: deleting it erases the person,
 * and what was signed still verifies (decision 38).
 */
@Entity('commitment_salt')
@Index('commitment_salt_key', ['orgId', 'ownerId', 'path'], { unique: true })
export class CommitmentSalt {
  @OrgId() orgId: string
  @Id() id: string
  /** The sign-off or audit entry that holds the commitment. */
  @Column('uuid') ownerId: string
  @Column('text') path: string
  /** 128 bit, hex. */
  @Column('text') salt: string
}
