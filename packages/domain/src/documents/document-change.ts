/** What every verb of a document has in common. */
import type { Actor } from '../access/actor.ts'
import { staleness } from '../complaints/complaint-change.ts'
import type { DomainError } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import {
  DOCUMENT_TRANSITIONS,
  documentFacts,
  type ControlledDocument,
  type DocumentRevision,
} from './document.ts'
import type { DocumentAction } from './vocabulary.ts'

/** A revision with its document, and the one that it amends. */
export interface DocumentAtHand {
  readonly document: ControlledDocument
  readonly revision: DocumentRevision
  readonly base: DocumentRevision | null
}

/** All that a verb does to a document and to the revision at hand, as data. */
export interface DocumentChange {
  readonly document: Partial<ControlledDocument>
  readonly revision: Partial<DocumentRevision>
  readonly signs: Meaning | null
  /** What the signer says with it. */
  readonly comment: string | null
}

/** Why the verb cannot be done: somebody was faster, or the life of a revision does not lead there for this actor. */
export const refused = (
  action: DocumentAction,
  { document, revision }: DocumentAtHand,
  input: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(revision, input.expectedVersion) ??
  refusal(DOCUMENT_TRANSITIONS, action, actor, documentFacts(document, revision))

export const by = (actor: Actor, now: Date) => ({ updatedAt: now, updatedById: actor.staffId })
