/** Rounds of signatures, their steps, and whose hands are in which: what the keys of `sign_off` lean on. */
import type {
  Role,
  SignatureRule,
  SigningKind,
  SigningState,
  StepLevel,
  StepMeaning,
  StepState,
} from '@steward/domain'
import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Id, Instant, Money, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** One round over one revision of one subject. Its content is fixed when it begins: whoever signs, signs that. */
@Entity('signing')
@Index('signing_subject_idx', ['orgId', 'subjectId', 'openedAt'])
@Index('signing_open_idx', ['orgId', 'dueAt', 'openedAt', 'id'], { where: "state = 'OPEN'" })
@Index('signing_opener_idx', ['orgId', 'openedById'])
@References(() => Staff, 'openedById')
export class SigningEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: SigningKind
  @Column('text') subjectType: string
  @Column('uuid') subjectId: string
  @Column('integer') revision: number
  /** Canonical JSON (RFC 8785); its salts are owned by this row. */
  @Column('text') content: string
  @Column('text') contentHash: string
  /** Of the signature policy whose rules its steps were taken from; 0: what the house ships. */
  @Column('integer') policyRevision: number
  @Column('text') state: SigningState
  /** The alternative whose turn it is. */
  @Column('integer', { default: 1 }) part: number
  @Column('uuid') openedById: string
  @Instant() openedAt: Date
  /** Since when the signature that is awaited now is, and when it is overdue; null while none is. */
  @Instant({ nullable: true }) awaitedSince: Date | null
  @Instant({ nullable: true }) dueAt: Date | null
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** One signature asked for. What it asks is never changed: the application may only move its state. */
@Entity('signing_step')
@Index('signing_step_key', ['orgId', 'signingId', 'position'], { unique: true })
@Index('signing_step_order_key', ['orgId', 'signingId', 'position', 'follows', 'part'], { unique: true })
@Index('signing_step_asked_idx', ['orgId', 'askedStaffId'])
@References(() => SigningEntity, 'signingId')
@References(() => Staff, 'askedStaffId')
export class SigningStepEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') signingId: string
  /** Of its signing. */
  @Column('uuid') subjectId: string
  @Column('integer') position: number
  /** The step that must be signed before; of the first one itself. */
  @Column('integer') follows: number
  @Column('integer') part: number
  @Column('text') meaning: StepMeaning
  @Column('text', { array: true }) roles: Role[]
  /** What the matrix of authority measures for this part; null where no money is concerned. */
  @Money({ nullable: true }) amountMinor: number | null
  @Column('integer', { nullable: true }) dueMinutes: number | null
  /** Working minutes after `dueAt`, one for each level. */
  @Column('integer', { array: true, default: [] }) escalateAfterMinutes: number[]
  /** The least proof that it asks by itself; null: what meaning and amount ask. */
  @Column('text', { nullable: true }) level: StepLevel | null
  /** The one person who can give it: they approved by word already. */
  @Column('uuid', { nullable: true }) askedStaffId: string | null
  @Column('text') state: StepState
  @Instant({ nullable: true }) openedAt: Date | null
  @Instant({ nullable: true }) dueAt: Date | null
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** When a signature that is awaited is told of again, and to which level; gone once there is nothing more to tell. The worker sees those of all. */
@Entity('signing_due')
@References(() => SigningStepEntity, 'id')
export class SigningDue {
  @OrgId() orgId: string
  /** The step's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** 0: to those who can sign; then the level of escalation. */
  @Column('integer', { default: 0 }) level: number
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/**
 * A natural person's hand in a step: the signer's, and that of who gave a delegation. One in each part of a signing: the unique key
 * refuses a second one whatever the code above it thinks (decision 12).
 */
@Entity('sign_off_person')
@Index('sign_off_person_key', ['orgId', 'signingId', 'part', 'personId'], { unique: true })
@Index('sign_off_person_step_key', ['orgId', 'signingId', 'part', 'personId', 'step'], { unique: true })
@ForeignKey(() => SigningStepEntity, ['orgId', 'signingId', 'step'], ['orgId', 'signingId', 'position'])
export class SignOffPerson {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') signingId: string
  @Column('integer') part: number
  @Column('uuid') personId: string
  @Column('integer') step: number
}

/** Somebody signs for somebody else, within a time, for some kinds, up to an amount. Itself signed by who gives it. */
@Entity('delegation')
@Index('delegation_giver_idx', ['orgId', 'giverId', 'endsAt'])
@Index('delegation_receiver_idx', ['orgId', 'receiverId', 'endsAt'])
@References(() => Staff, 'giverId')
@References(() => Staff, 'receiverId')
export class DelegationEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') giverId: string
  @Column('uuid') giverPersonId: string
  @Column('uuid') receiverId: string
  @Column('uuid') receiverPersonId: string
  @Column('text', { array: true }) kinds: SigningKind[]
  @Money({ nullable: true }) mostMinor: number | null
  @Instant() startsAt: Date
  @Instant() endsAt: Date
  @Personal()
  @Column('text')
  reason: string
  @Instant() givenAt: Date
  @Instant({ nullable: true }) revokedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** A revision of the signature policy 签核权限规定; without any, what the house ships is in force. */
@Entity('signature_policy')
@Index('signature_policy_setter_idx', ['orgId', 'setById'])
@Index('signature_policy_key', ['orgId', 'revision'], { unique: true })
@References(() => Staff, 'setById')
export class SignaturePolicyEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') revision: number
  @Column('jsonb') rules: SignatureRule[]
  @Column('uuid') setById: string
  @Instant() setAt: Date
}
