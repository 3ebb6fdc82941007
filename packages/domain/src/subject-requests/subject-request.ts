/** A request of a person about their own data: what was asked, how it was proven who asks, until when an answer is owed. */
import type { FactBag } from '../access/facts.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Channel } from '../complaints/vocabulary.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type {
  SubjectProof,
  SubjectRefusal,
  SubjectRequestAction,
  SubjectRequester,
  SubjectRequestKind,
  SubjectRequestStatus,
} from './vocabulary.ts'

/** The row of the table `subject_request`. */
export interface SubjectRequest {
  id: string
  /** `SR-2611-001`. */
  number: string
  clientId: string
  kind: SubjectRequestKind
  status: SubjectRequestStatus
  askedBy: SubjectRequester
  /** Of an agent or a relative; null: the client. */
  requesterName: string | null
  /** By which way it came. */
  channel: Channel
  /** What is asked for, in their words. */
  words: string
  registeredById: string
  registeredAt: Date
  /** When the answer is owed, in working days of the organization's calendar. */
  dueAt: Date
  proof: SubjectProof | null
  proofNote: string | null
  verifiedById: string | null
  verifiedAt: Date | null
  decidedById: string | null
  decidedAt: Date | null
  /** What they were told. */
  answer: string | null
  refusal: SubjectRefusal | null
  /** Of an erasure: its destruction record, from the first of two signatures on. */
  erasureRevisionId: string | null
  /** Of a copy: the request for use outside the company by which it is made. */
  exportRequestId: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

const base = { class: 'internal', permission: 'subjectRequest:read' } as const satisfies FieldRule
/** Words of a person, and names. */
const spoken = { class: 'personal', permission: 'subjectRequest:readWords' } as const satisfies FieldRule

export const SUBJECT_REQUEST_FIELDS: Readonly<Record<keyof SubjectRequest, FieldRule>> = {
  id: base,
  number: base,
  clientId: base,
  kind: base,
  status: base,
  askedBy: base,
  requesterName: spoken,
  channel: base,
  words: spoken,
  registeredById: base,
  registeredAt: base,
  dueAt: base,
  proof: base,
  proofNote: spoken,
  verifiedById: base,
  verifiedAt: base,
  decidedById: base,
  decidedAt: base,
  answer: spoken,
  refusal: base,
  erasureRevisionId: base,
  exportRequestId: base,
  version: base,
  updatedAt: base,
  updatedById: base,
}

type Row = Transition<SubjectRequestStatus, SubjectRequestAction>
const row = (
  action: SubjectRequestAction,
  from: readonly SubjectRequestStatus[],
  to: SubjectRequestStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'accountable' | 'signs'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CS_MANAGER',
  ...rest,
  permission: `subjectRequest:${action}`,
})

/**
 * Whoever proved who asks does not answer them: nobody hands out a person's data on their own word.
 * An erasure is answered by itself, once the second signature has it carried out; `erase` gives the first.
 */
export const SUBJECT_REQUEST_TRANSITIONS: readonly Row[] = [
  row('register', [], 'REGISTERED', { accountable: 'CR_SPECIALIST' }),
  row('verify', ['REGISTERED'], 'IDENTIFIED', { accountable: 'CR_SPECIALIST' }),
  row('prepareCopy', ['IDENTIFIED'], 'SAME', { requires: ['asksForCopy'], accountable: 'CR_SPECIALIST' }),
  row('answer', ['IDENTIFIED'], 'ANSWERED', { requires: ['asksForNoErasure', 'actorIsNotIdentifier'] }),
  row('erase', ['IDENTIFIED'], 'SAME', {
    requires: ['asksForErasure', 'actorIsNotIdentifier', 'noErasureIsSigned'],
    signs: 'PREPARED',
  }),
  row('refuse', ['REGISTERED', 'IDENTIFIED'], 'REFUSED', {
    requires: ['actorIsNotIdentifier', 'noErasureIsSigned'],
  }),
  row('withdraw', ['REGISTERED', 'IDENTIFIED'], 'WITHDRAWN', {
    requires: ['noErasureIsSigned'],
    accountable: 'CR_SPECIALIST',
  }),
]

/** Of its client come the other facts: see `clientFacts` of the API. `own`: I registered it. */
export const subjectRequestFacts = (
  it: Pick<SubjectRequest, 'status' | 'kind' | 'registeredById' | 'verifiedById'>,
): FactBag & { readonly status: SubjectRequestStatus } => ({
  status: it.status,
  registeredById: it.registeredById,
  identifiedById: it.verifiedById,
  subjectRequestKind: it.kind,
})

/** `month` as `numberPeriod()` writes it. */
export const subjectRequestNumber = (month: string, serial: number): string =>
  `SR-${month}-${String(serial).padStart(3, '0')}`
