import type { Meaning, SignatureProof } from '@steward/domain'
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm'
import { Id, Instant, Money, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'
import type { GivenProof } from './ceremony.service.ts'
import { DelegationEntity, SigningStepEntity, SignOffPerson } from './signing.entity.ts'

const STEP = ['orgId', 'signingId', 'step'] as const
const HAND = ['orgId', 'signingId', 'part', 'personId', 'step'] as const

/**
 * Who answers for exactly which content. Append-only, chained by the ledger. A step of a signing is held by keys against raw SQL too: it is a
 * step that was asked for, signed once, after the one before it was given, by a person with no hand in another.
 */
@Entity('sign_off')
@Index('sign_off_subject_idx', ['orgId', 'subjectId', 'at'])
@Index('sign_off_signer_idx', ['orgId', 'signerId', 'at'])
@Index('sign_off_behalf_idx', ['orgId', 'behalfStaffId'])
@Index('sign_off_delegation_idx', ['orgId', 'delegationId'])
@Index('sign_off_step_key', [...STEP], { unique: true })
@Index('sign_off_given_key', [...STEP, 'gives'], { unique: true })
@References(() => Staff, 'signerId')
@References(() => DelegationEntity, 'delegationId')
@ForeignKey(() => Staff, ['orgId', 'signerId', 'personId'], ['orgId', 'id', 'personId'])
@ForeignKey(() => Staff, ['orgId', 'behalfStaffId', 'behalfPersonId'], ['orgId', 'id', 'personId'])
@ForeignKey(
  () => SigningStepEntity,
  ['orgId', 'signingId', 'step', 'follows', 'part'],
  ['orgId', 'signingId', 'position', 'follows', 'part'],
)
@ForeignKey(
  'SignOff',
  ['orgId', 'signingId', 'follows', 'followedGives'],
  ['orgId', 'signingId', 'step', 'gives'],
)
@ForeignKey(() => SignOffPerson, [...HAND], [...HAND])
@ForeignKey(() => SignOffPerson, ['orgId', 'signingId', 'part', 'behalfPersonId', 'step'], [...HAND])
@Check(
  'sign_off_step_whole',
  '(signing_id IS NULL) = (step IS NULL) AND (step IS NULL) = (follows IS NULL) AND (step IS NULL) = (part IS NULL)',
)
@Check('sign_off_duty_in_signing', "signing_id IS NOT NULL OR meaning NOT IN ('REVIEWED', 'APPROVED')")
@Check('sign_off_gives', "gives = (meaning <> 'REJECTED') AND followed_gives")
@Check(
  'sign_off_behalf_whole',
  '(delegation_id IS NULL) = (behalf_staff_id IS NULL) AND (delegation_id IS NULL) = (behalf_person_id IS NULL)',
)
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
  /** The signing that it is a step of; null for a record of one person (registered, received …). */
  @Column('uuid', { nullable: true }) signingId: string | null
  @Column('integer', { nullable: true }) step: number | null
  /** The step before, which must have been given; of the first one itself. */
  @Column('integer', { nullable: true }) follows: number | null
  /** The alternative that it decides on; 0: the whole. */
  @Column('integer', { nullable: true }) part: number | null
  /** False: a rejection, after which no step follows. */
  @Column('boolean', { default: true }) gives: boolean
  /** Always true: what the key to the step before asks of it. */
  @Column('boolean', { default: true }) followedGives: boolean
  @Column('uuid', { nullable: true }) delegationId: string | null
  /** For whom it was signed. */
  @Column('uuid', { nullable: true }) behalfStaffId: string | null
  @Column('uuid', { nullable: true }) behalfPersonId: string | null
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
