/** A nomination 大客户提名: that a client is listed, tested again, or released; signed by the committee of its level. */
import type { FactBag } from '../access/facts.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { SigningKind } from '../sign-off/signing-kinds.ts'
import type {
  KeyAccountCriterion,
  KeyAccountLevel,
  KeyAccountNominationAction,
  KeyAccountNominationKind,
  KeyAccountNominationStatus,
  KeyAccountReleaseReason,
  KeyAccountTier,
} from './vocabulary.ts'

/** The row of the table `key_account_nomination`. What was proposed never changes any more. */
export interface KeyAccountNomination {
  id: string
  /** `KA-2611-001`. */
  number: string
  kind: KeyAccountNominationKind
  status: KeyAccountNominationStatus
  clientId: string
  /** As it was then: what is signed names them by it, and survives a merge of archives. */
  clientCode: string
  /** Whom it is about; null until a listing is accepted. */
  accountId: string | null
  /** The list that it is for. */
  level: KeyAccountLevel
  /** The committee that decides: the company's, where either the list they stand on or the one proposed is the company's. */
  decidedAtLevel: KeyAccountLevel
  /** Null of a release. */
  tier: KeyAccountTier | null
  /** The tier that they had; null of who is listed. */
  previousTier: KeyAccountTier | null
  releaseReason: KeyAccountReleaseReason | null
  /** The department that recommends it. */
  departmentId: string
  reason: string
  /** Null of a release, like the other three. */
  managementMet: boolean | null
  managementEvidence: string | null
  creditMet: boolean | null
  creditEvidence: string | null
  shareMet: boolean | null
  shareEvidence: string | null
  marginMet: boolean | null
  marginEvidence: string | null
  proposedById: string
  proposedAt: Date
  reviewsOwed: number
  reviewerId: string | null
  decidedById: string | null
  decidedAt: Date | null
  /** Why it was rejected or withdrawn. */
  note: string | null
  version: number
}

/** In which columns each of the four stands. */
export const CRITERION_COLUMNS = {
  MANAGEMENT: { met: 'managementMet', evidence: 'managementEvidence' },
  CREDIT: { met: 'creditMet', evidence: 'creditEvidence' },
  SHARE: { met: 'shareMet', evidence: 'shareEvidence' },
  MARGIN: { met: 'marginMet', evidence: 'marginEvidence' },
} as const satisfies Record<
  KeyAccountCriterion,
  { readonly met: keyof KeyAccountNomination; readonly evidence: keyof KeyAccountNomination }
>

const base = { class: 'internal', permission: 'keyAccountNomination:read' } as const satisfies FieldRule
/** Words of a person. */
const spoken = {
  class: 'personal',
  permission: 'keyAccountNomination:readWords',
} as const satisfies FieldRule

export const KEY_ACCOUNT_NOMINATION_FIELDS: Readonly<Record<keyof KeyAccountNomination, FieldRule>> = {
  id: base,
  number: base,
  kind: base,
  status: base,
  clientId: base,
  clientCode: base,
  accountId: base,
  level: base,
  decidedAtLevel: base,
  tier: base,
  previousTier: base,
  releaseReason: base,
  departmentId: base,
  reason: spoken,
  managementMet: base,
  managementEvidence: spoken,
  creditMet: base,
  creditEvidence: spoken,
  shareMet: base,
  shareEvidence: spoken,
  marginMet: base,
  marginEvidence: spoken,
  proposedById: base,
  proposedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  note: spoken,
  version: base,
}

/** What everybody signs. */
export const KEY_ACCOUNT_NOMINATION_SHAPE: { readonly [key: string]: ContentShape } = {
  keyAccountNomination: {
    number: 'internal',
    kind: 'internal',
    clientCode: 'internal',
    level: 'internal',
    tier: 'internal',
    previousTier: 'internal',
    releaseReason: 'internal',
    departmentId: 'internal',
    reason: 'personal',
    managementMet: 'internal',
    managementEvidence: 'personal',
    creditMet: 'internal',
    creditEvidence: 'personal',
    shareMet: 'internal',
    shareEvidence: 'personal',
    marginMet: 'internal',
    marginEvidence: 'personal',
    proposedById: 'internal',
  },
}

/** Whom the signature policy names for a level is its committee 大客户管理委员会; whoever may nominate prepares. */
export const nominationSigningKind = ({
  decidedAtLevel,
}: Pick<KeyAccountNomination, 'decidedAtLevel'>): SigningKind =>
  decidedAtLevel === 'COMPANY' ? 'KEY_ACCOUNT_COMPANY' : 'KEY_ACCOUNT_BRANCH'

type Row = Transition<KeyAccountNominationStatus, KeyAccountNominationAction>
const row = (
  action: KeyAccountNominationAction,
  to: KeyAccountNominationStatus | 'SAME',
  rest: Partial<Pick<Row, 'from' | 'requires' | 'signs' | 'accountable'>>,
): Row => ({
  action,
  from: ['IN_SIGNING'],
  to,
  requires: [],
  accountable: 'CS_DIRECTOR',
  ...rest,
  permission: `keyAccountNomination:${action}`,
})

export const KEY_ACCOUNT_NOMINATION_TRANSITIONS: readonly Row[] = [
  row('propose', 'IN_SIGNING', { from: [], signs: 'PREPARED', accountable: 'CR_SUPERVISOR' }),
  row('review', 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
    accountable: 'CS_MANAGER',
  }),
  row('approve', 'ACCEPTED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    signs: 'APPROVED',
  }),
  row('reject', 'REJECTED', { requires: ['actorIsNotPreparer'], signs: 'REJECTED' }),
  row('withdraw', 'WITHDRAWN', { accountable: 'CR_SUPERVISOR' }),
]

export const keyAccountNominationFacts = (
  it: Pick<KeyAccountNomination, 'status' | 'proposedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: KeyAccountNominationStatus } => ({
  status: it.status,
  registeredById: it.proposedById,
  preparedById: it.proposedById,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

/** `KA-2611-001`; `month` as `numberPeriod()` writes it. */
export const keyAccountNominationNumber = (month: string, serial: number): string =>
  `KA-${month}-${String(serial).padStart(3, '0')}`
