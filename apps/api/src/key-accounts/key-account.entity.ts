/** Key accounts: see the domain's `KeyAccount`, and what stands behind each. */
import {
  KEY_ACCOUNT_FIELDS,
  KEY_ACCOUNT_NOMINATION_FIELDS,
  type DossierPart,
  type DossierRival,
  type DossierSealedHead,
  type KeyAccount,
  type KeyAccountEarning,
  type KeyAccountLevel,
  type KeyAccountNomination,
  type KeyAccountNominationKind,
  type KeyAccountNominationStatus,
  type KeyAccountPolicy,
  type KeyAccountReleaseReason,
  type KeyAccountTier,
  type Satisfaction,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import {
  ClassifiedBy,
  Id,
  Instant,
  LocalDate,
  OrgId,
  Personal,
  References,
  Sealed,
  type Ciphertext,
} from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

@Entity('key_account')
@ClassifiedBy(KEY_ACCOUNT_FIELDS)
@Index('key_account_listed_key', { synchronize: false })
@Index('key_account_client_idx', ['orgId', 'clientId'])
@Index('key_account_since_idx', ['orgId', 'since', 'id'])
@Index('key_account_updated_by_idx', ['orgId', 'updatedById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'updatedById')
export class KeyAccountEntity implements KeyAccount {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') level: KeyAccountLevel
  @Column('text') tier: KeyAccountTier
  @LocalDate() since: string
  @LocalDate() nextTestOn: string
  /** The day of `nextTestOn` of which it was told that it has passed. */
  @LocalDate({ nullable: true }) testToldOn: string | null
  @LocalDate() dossierDueOn: string
  @LocalDate({ nullable: true }) releasedOn: string | null
  @Column('text', { nullable: true }) releaseReason: KeyAccountReleaseReason | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

/** What is told about a dossier that does not come: first whoever is named, then their supervisor. */
export type DossierStep = 'DUE' | 'ESCALATE'

/** When something is told about the dossier of an account; gone once both have been told, until it comes. */
@Entity('key_account_due')
@References(() => KeyAccountEntity, 'id')
export class KeyAccountDue {
  @OrgId() orgId: string
  /** The account's own. */
  @Id() id: string
  @Instant() dueAt: Date
  @Column('text') step: DossierStep
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

@Entity('key_account_nomination')
@ClassifiedBy(KEY_ACCOUNT_NOMINATION_FIELDS)
@Index('key_account_nomination_number_key', ['orgId', 'number'], { unique: true })
@Index('key_account_nomination_open_key', { synchronize: false })
@Index('key_account_nomination_client_idx', ['orgId', 'clientId'])
@Index('key_account_nomination_account_idx', ['orgId', 'accountId', 'proposedAt'])
@Index('key_account_nomination_proposed_idx', ['orgId', 'proposedAt', 'id'])
@Index('key_account_nomination_department_idx', ['orgId', 'departmentId'])
@Index('key_account_nomination_proposed_by_idx', ['orgId', 'proposedById'])
@Index('key_account_nomination_reviewer_idx', ['orgId', 'reviewerId'])
@Index('key_account_nomination_decided_by_idx', ['orgId', 'decidedById'])
@References(() => Client, 'clientId')
@References(() => KeyAccountEntity, 'accountId')
@References(() => Department, 'departmentId')
@References(() => Staff, 'proposedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
export class KeyAccountNominationEntity implements KeyAccountNomination {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') kind: KeyAccountNominationKind
  @Column('text') status: KeyAccountNominationStatus
  @Column('uuid') clientId: string
  @Column('text') clientCode: string
  @Column('uuid', { nullable: true }) accountId: string | null
  @Column('text') level: KeyAccountLevel
  @Column('text') decidedAtLevel: KeyAccountLevel
  @Column('text', { nullable: true }) tier: KeyAccountTier | null
  @Column('text', { nullable: true }) previousTier: KeyAccountTier | null
  @Column('text', { nullable: true }) releaseReason: KeyAccountReleaseReason | null
  @Column('uuid') departmentId: string
  @Column('text') reason: string
  @Column('boolean', { nullable: true }) managementMet: boolean | null
  @Column('text', { nullable: true }) managementEvidence: string | null
  @Column('boolean', { nullable: true }) creditMet: boolean | null
  @Column('text', { nullable: true }) creditEvidence: string | null
  @Column('boolean', { nullable: true }) shareMet: boolean | null
  @Column('text', { nullable: true }) shareEvidence: string | null
  @Column('boolean', { nullable: true }) marginMet: boolean | null
  @Column('text', { nullable: true }) marginEvidence: string | null
  @Column('uuid') proposedById: string
  @Instant() proposedAt: Date
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) note: string | null
  @Column('integer', { default: 1 }) version: number
}

/** One version of a dossier; append-only, the latest is in force. */
@Entity('key_account_dossier')
@Index('key_account_dossier_key', ['orgId', 'accountId', 'ordinal'], { unique: true })
@Index('key_account_dossier_client_idx', ['orgId', 'clientId'])
@Index('key_account_dossier_recorded_by_idx', ['orgId', 'recordedById'])
@References(() => Client, 'clientId')
@References(() => KeyAccountEntity, 'accountId')
@References(() => Staff, 'recordedById')
export class KeyAccountDossier {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') accountId: string
  /** From 1. */
  @Column('integer') ordinal: number
  @Sealed() assets: Ciphertext | null
  @Personal()
  @Column('text', { nullable: true })
  shareholders: string | null
  @Personal()
  @Column('text', { nullable: true })
  executives: string | null
  @Personal()
  @Column('text', { nullable: true })
  plannedProjects: string | null
  @Personal()
  @Column('text', { nullable: true })
  tendering: string | null
  @Personal()
  @Column('text', { nullable: true })
  contractHabits: string | null
  @Personal()
  @Column('text', { nullable: true })
  priceLevel: string | null
  @Sealed() abilityToPay: Ciphertext | null
  @Personal()
  @Column('text', { nullable: true })
  cooperation: string | null
  @Sealed() credit: Ciphertext | null
  @Column('integer', { nullable: true }) ourShareBasisPoints: number | null
  @Personal()
  @Column('jsonb')
  rivals: DossierRival[]
  /** Names of the sealed heads that are there. */
  @Column('text', { array: true }) onFile: DossierSealedHead[]
  /** In what it differs from the version before it, sealed heads too. */
  @Column('text', { array: true }) changedParts: DossierPart[]
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
}

/** What a key account said of the person named for them; taken by somebody else, never changed. */
@Entity('key_account_opinion')
@Index('key_account_opinion_client_idx', ['orgId', 'clientId'])
@Index('key_account_opinion_account_idx', ['orgId', 'accountId', 'givenOn'])
@Index('key_account_opinion_manager_idx', ['orgId', 'managerId'])
@Index('key_account_opinion_taken_by_idx', ['orgId', 'takenById'])
@References(() => Client, 'clientId')
@References(() => KeyAccountEntity, 'accountId')
@References(() => Staff, 'managerId')
@References(() => Staff, 'takenById')
export class KeyAccountOpinion {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') accountId: string
  /** Whom it is about. */
  @Column('uuid') managerId: string
  @Column('text') satisfaction: Satisfaction
  @Personal()
  @Column('text', { nullable: true })
  words: string | null
  @LocalDate() givenOn: string
  @Column('uuid') takenById: string
  @Instant() recordedAt: Date
}

/** One row of an organization, once somebody has set it; `DEFAULT_KEY_ACCOUNT_POLICY` before. */
@Entity('key_account_policy')
@Index('key_account_policy_key', ['orgId'], { unique: true })
export class KeyAccountPolicyEntity implements KeyAccountPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') dossierMonths: number
  @Column('integer') testMonths: number
  @Column('integer') escalateAfterDays: number
  @Column('jsonb') earnings: KeyAccountEarning[]
  @Column('integer', { default: 1 }) version: number
}

export const KEY_ACCOUNT_ENTITIES = [
  KeyAccountEntity,
  KeyAccountDue,
  KeyAccountNominationEntity,
  KeyAccountDossier,
  KeyAccountOpinion,
  KeyAccountPolicyEntity,
] as const
