import {
  canonicalContent,
  commitmentOf,
  qualifyingRoles,
  type ContentShape,
  type FactBag,
  type Meaning,
  type Permission,
  type ProofLevel,
  type Role,
} from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { shownLines, type FieldRules } from './shown-lines.ts'
import { SignOff } from './sign-off.entity.ts'

/** Where the salt of a signature's comment stands among those of its content. */
export const COMMENT_PATH = '#comment'

/** One decision to be answered for: the content exactly as it stands after the verb. */
export interface Decision {
  readonly subjectType: string
  readonly subjectId: string
  /** Version of the subject that is signed. */
  readonly revision: number
  readonly meaning: Meaning
  readonly verb: Permission
  readonly facts: FactBag
  readonly content: object
  readonly shape: Readonly<Record<string, ContentShape>>
  /** Who may read which field; without it the signer reads all but what is sensitive. */
  readonly fields?: FieldRules
  readonly comment: string | null
  /** What it commits, in minor units; by default no money is concerned. */
  readonly amountMinor?: number | null
  /** What the step of a round asks by itself, where it is stricter than the organization's rule. */
  readonly level?: ProofLevel
  /** Narrows the roles in which it can be signed; by default all that allow the verb. */
  readonly roles?: readonly Role[]
}

/**
 * Binds the signer to the content: canonical form, hash, meaning, role and time, in the transaction of the verb. The role is
 * the first of the signer's roles that alone would allow the verb.
 */
export const signOff = (tx: Transaction, decision: Decision): SignOff => {
  const { actor, now } = tx
  const { subjectType, subjectId, revision, meaning, comment } = decision
  const signed = canonicalContent(subjectType, decision.content, decision.shape, () => tx.newSalt())
  const [role] = decision.roles ?? qualifyingRoles(actor, decision.verb, decision.facts)
  if (!role) throw new Error(`${decision.verb} was admitted without a qualifying role`)
  const row = Object.assign(new SignOff(), {
    orgId: actor.organizationId,
    id: tx.newId(),
    subjectType,
    subjectId,
    revision,
    meaning,
    signerId: actor.staffId,
    personId: actor.personId,
    role,
    comment,
    content: signed.text,
    contentHash: signed.hash,
    at: now,
    amountMinor: decision.amountMinor ?? null,
  })
  const salt = comment === null ? null : tx.newSalt()
  const openings = [...signed.openings, ...(salt ? [{ path: COMMENT_PATH, salt: salt.toString('hex') }] : [])]
  tx.sign(
    {
      signOff: row,
      verb: decision.verb,
      comment: salt && commitmentOf(salt, comment!),
      lines: shownLines(decision.content, decision.shape, {
        actor,
        facts: decision.facts,
        fields: decision.fields,
      }),
      level: decision.level,
    },
    openings.map((opening) => ({ ...opening, ownerId: row.id })),
  )
  return row
}
