/** The merge of two clients 客户合并: one archive goes on, the other leads to it; signed, and reversible. */
import type { FactBag } from '../../access/facts.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { Transition } from '../../lifecycle/state-machine.ts'
import type { ContentShape } from '../../sign-off/canonical-content.ts'
import type { ClientMergeAction, ClientMergeStatus } from './vocabulary.ts'

/** How many rows of a table belonged to each of the two. */
export interface MergeCount {
  /** A table of the database, or `signed` and `agreement`: what is signed on their cases. */
  readonly what: string
  readonly survivor: number
  readonly merged: number
  /** Of `merged`: so many collide with what the survivor has, and stay where they are. */
  readonly staying: number
}

/** The row of the table `client_merge`. What was proposed never changes any more. */
export interface ClientMerge {
  id: string
  /** `MG-2611-001`. */
  number: string
  status: ClientMergeStatus
  /** Whose archive goes on. */
  survivorId: string
  survivorCode: string
  /** Whose archive leads to it from then on. */
  mergedId: string
  mergedCode: string
  /** The fields in which the merged client's word stands: see `mergeFields`. */
  taken: readonly string[]
  reason: string
  counts: readonly MergeCount[]
  /** SHA-256 over both archives as they were when it was proposed, hex: what has changed since is not what was signed. */
  fingerprint: string
  proposedById: string
  proposedAt: Date
  reviewsOwed: number
  reviewerId: string | null
  decidedById: string | null
  decidedAt: Date | null
  mergedAt: Date | null
  /** Rows that went over to the survivor when it was carried out. */
  movedCount: number
  /** Why it was rejected or withdrawn. */
  note: string | null
  reversalReason: string | null
  reversalAskedById: string | null
  reversalAskedAt: Date | null
  reversedAt: Date | null
  /** Fields that somebody had changed before it was reversed: they were left as they are. */
  kept: readonly string[]
  version: number
}

const base = { class: 'internal', permission: 'clientMerge:read' } as const satisfies FieldRule
/** Words of a person. */
const spoken = { class: 'personal', permission: 'client:readName' } as const satisfies FieldRule

export const CLIENT_MERGE_FIELDS: Readonly<Record<keyof ClientMerge, FieldRule>> = {
  id: base,
  number: base,
  status: base,
  survivorId: base,
  survivorCode: base,
  mergedId: base,
  mergedCode: base,
  taken: base,
  reason: spoken,
  counts: base,
  fingerprint: base,
  proposedById: base,
  proposedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  mergedAt: base,
  movedCount: base,
  note: spoken,
  reversalReason: spoken,
  reversalAskedById: base,
  reversalAskedAt: base,
  reversedAt: base,
  kept: base,
  version: base,
}

/** What everybody signs: which archive goes into which, what was chosen, and what stands behind both. */
export const CLIENT_MERGE_SHAPE: { readonly [key: string]: ContentShape } = {
  clientMerge: {
    number: 'internal',
    survivorId: 'internal',
    survivorCode: 'internal',
    mergedId: 'internal',
    mergedCode: 'internal',
    taken: ['internal'],
    reason: 'personal',
    fingerprint: 'internal',
    proposedById: 'internal',
  },
  mergeCounts: [{ what: 'internal', survivor: 'internal', merged: 'internal', staying: 'internal' }],
}

/** What everybody signs who takes it back. */
export const CLIENT_MERGE_REVERSAL_SHAPE: { readonly [key: string]: ContentShape } = {
  clientMergeReversal: {
    number: 'internal',
    survivorId: 'internal',
    survivorCode: 'internal',
    mergedId: 'internal',
    mergedCode: 'internal',
    mergedAt: 'internal',
    movedCount: 'internal',
    reversalReason: 'personal',
    reversalAskedById: 'internal',
  },
}

type Row = Transition<ClientMergeStatus, ClientMergeAction>
const row = (
  action: ClientMergeAction,
  from: readonly ClientMergeStatus[],
  to: ClientMergeStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CS_MANAGER',
  ...rest,
  permission: `clientMerge:${action}`,
})

const reviewed = {
  requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotReviewer'],
  signs: 'REVIEWED',
  accountable: 'CR_SUPERVISOR',
} as const satisfies Partial<Row>
const approved = {
  requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotReviewer'],
  signs: 'APPROVED',
} as const satisfies Partial<Row>
const rejected = { requires: ['actorIsNotPreparer'], signs: 'REJECTED' } as const satisfies Partial<Row>

/** The last signature carries out: it merges, and it reverses. */
export const CLIENT_MERGE_TRANSITIONS: readonly Row[] = [
  row('propose', [], 'IN_SIGNING', { signs: 'PREPARED', accountable: 'CR_SPECIALIST' }),
  row('review', ['IN_SIGNING', 'REVERSAL_IN_SIGNING'], 'SAME', reviewed),
  row('approve', ['IN_SIGNING'], 'MERGED', approved),
  row('approve', ['REVERSAL_IN_SIGNING'], 'REVERSED', approved),
  row('reject', ['IN_SIGNING'], 'REJECTED', rejected),
  row('reject', ['REVERSAL_IN_SIGNING'], 'MERGED', rejected),
  row('withdraw', ['IN_SIGNING'], 'WITHDRAWN', { accountable: 'CR_SPECIALIST' }),
  row('withdraw', ['REVERSAL_IN_SIGNING'], 'MERGED', { accountable: 'CR_SPECIALIST' }),
  row('reverse', ['MERGED'], 'REVERSAL_IN_SIGNING', { signs: 'PREPARED', accountable: 'CR_SUPERVISOR' }),
]

/** Who prepared what is being signed now: the merge, or that it is taken back. `own` is what they prepared. */
export const preparerOf = ({
  proposedById,
  reversalAskedById,
}: Pick<ClientMerge, 'proposedById' | 'reversalAskedById'>): string => reversalAskedById ?? proposedById

export const clientMergeFacts = (
  it: Pick<ClientMerge, 'status' | 'proposedById' | 'reversalAskedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: ClientMergeStatus } => ({
  status: it.status,
  registeredById: preparerOf(it),
  preparedById: preparerOf(it),
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

/** `MG-2611-001`; `month` as `numberPeriod()` writes it. */
export const clientMergeNumber = (month: string, serial: number): string =>
  `MG-${month}-${String(serial).padStart(3, '0')}`
