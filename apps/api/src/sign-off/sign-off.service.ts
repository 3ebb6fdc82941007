import { randomBytes } from 'node:crypto'
import {
  canonicalContent,
  commitmentOf,
  qualifyingRoles,
  SALT_BYTES,
  type ContentShape,
  type FactBag,
  type Meaning,
  type Permission,
  type Role,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/transaction.ts'
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
  readonly comment: string | null
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
  const signed = canonicalContent(subjectType, decision.content, decision.shape, () =>
    randomBytes(SALT_BYTES),
  )
  const [role] = decision.roles ?? qualifyingRoles(actor, decision.verb, decision.facts)
  if (!role) throw new Error(`${decision.verb} was admitted without a qualifying role`)
  const row = Object.assign(new SignOff(), {
    orgId: actor.organizationId,
    id: newId(),
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
  })
  const salt = comment === null ? null : randomBytes(SALT_BYTES)
  const openings = [...signed.openings, ...(salt ? [{ path: COMMENT_PATH, salt: salt.toString('hex') }] : [])]
  tx.sign(
    { signOff: row, verb: decision.verb, comment: salt && commitmentOf(salt, comment!) },
    openings.map((opening) => ({ ...opening, ownerId: row.id })),
  )
  return row
}
