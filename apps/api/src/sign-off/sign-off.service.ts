import {
  canonicalContent,
  commitmentOf,
  qualifyingRoles,
  type CanonicalContent,
  type ContentShape,
  type DomainError,
  type FactBag,
  type Meaning,
  type Permission,
  type ProofLevel,
  type Role,
} from '@steward/domain'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { shownLines, type FieldRules } from './shown-lines.ts'
import { SignOff } from './sign-off.entity.ts'

/** Where the salt of a signature's comment stands among those of its content. */
export const COMMENT_PATH = '#comment'

/** One decision to be answered for. */
export interface Decision {
  readonly subjectType: string
  readonly subjectId: string
  /** Version of the subject that is signed. */
  readonly revision: number
  readonly meaning: Meaning
  readonly verb: Permission
  readonly facts: FactBag
  /** Exactly as it stands after the verb; of a step, what was prepared. */
  readonly content: object
  readonly shape: Readonly<Record<string, ContentShape>>
  /** Who may read which field; without it the signer reads all but what is sensitive. */
  readonly fields?: FieldRules | undefined
  readonly comment: string | null
  /** What it commits, in minor units; by default no money is concerned. */
  readonly amountMinor?: number | null | undefined
  /** What the step of a round asks by itself, where it is stricter than the organization's rule. */
  readonly level?: ProofLevel | undefined
  /** Narrows the roles in which it can be signed; by default all that allow the verb. */
  readonly roles?: readonly Role[] | undefined
}

/** That the decision is a step of a signing: what was prepared is signed, to the letter. */
export interface StepTaken {
  readonly document: Pick<CanonicalContent, 'text' | 'hash'>
  readonly step: Pick<SignOff, 'signingId' | 'step' | 'follows' | 'part'>
  /** Of the roles that allow the verb only these; null: all of them. */
  readonly among: readonly Role[] | null
  /** The refusal where the signer holds none of them. */
  readonly unless: DomainError
}

/**
 * Binds the signer to the content: canonical form, hash, meaning, role and time, in the transaction of the verb. The role is
 * the first of the signer's roles that alone would allow the verb.
 */
export const signOff = (tx: Transaction, decision: Decision, taken?: StepTaken): SignOff => {
  const { actor, acting, now } = tx
  const { subjectType, subjectId, revision, meaning, comment } = decision
  const signed = taken
    ? { ...taken.document, openings: [] }
    : canonicalContent(subjectType, decision.content, decision.shape, () => tx.newSalt())
  const row = Object.assign(new SignOff(), {
    orgId: actor.organizationId,
    id: tx.newId(),
    subjectType,
    subjectId,
    revision,
    meaning,
    signerId: actor.staffId,
    personId: actor.personId,
    role: roleOf(tx, decision, taken),
    comment,
    content: signed.text,
    contentHash: signed.hash,
    at: now,
    amountMinor: decision.amountMinor ?? null,
    ...(taken?.step ?? NO_STEP),
    gives: meaning !== 'REJECTED',
    followedGives: true,
    delegationId: acting.behalf?.delegationId ?? null,
    behalfStaffId: acting.behalf?.staffId ?? null,
    behalfPersonId: acting.behalf?.personId ?? null,
  })
  const salt = comment === null ? null : tx.newSalt()
  const openings = [...signed.openings, ...(salt ? [{ path: COMMENT_PATH, salt: salt.toString('hex') }] : [])]
  tx.sign(
    {
      signOff: row,
      verb: decision.verb,
      comment: salt && commitmentOf(salt, comment!),
      lines: shownLines(decision.content, decision.shape, {
        actor: tx.acting.rights,
        facts: decision.facts,
        fields: decision.fields,
      }),
      level: decision.level,
    },
    openings.map((opening) => ({ ...opening, ownerId: row.id })),
  )
  return row
}

const NO_STEP = { signingId: null, step: null, follows: null, part: null } as const

const roleOf = (tx: Transaction, { roles, verb, facts }: Decision, taken: StepTaken | undefined): Role => {
  const able = roles ?? qualifyingRoles(tx.acting.rights, verb, facts)
  const role = taken?.among ? able.find((it) => taken.among?.includes(it)) : able[0]
  if (role) return role
  if (taken) throw new Refused(taken.unless)
  throw new Error(`${verb} was admitted without a qualifying role`)
}
