import type { FactBag } from '../access/facts.ts'
import type { Complaint } from '../complaints/complaint.ts'
import { OPEN_STATUSES, type Severity, type Status } from '../complaints/vocabulary.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { PromiseKind, PromiseStatus } from '../promises/vocabulary.ts'
import type { HandoverAction, HandoverKind, HandoverOutcome, HandoverStatus } from './vocabulary.ts'

/**
 * A hand-over 交接: somebody offers what they answer for, and answers for it until it is accepted. The row of the table
 * `handover`; the list that goes with it is frozen in `handover_item`.
 */
export interface Handover {
  id: string
  kind: HandoverKind
  status: HandoverStatus
  giverId: string
  /** A named colleague … */
  receiverId: string | null
  /** … or a department, in which whoever accepts takes over: exactly one of the two. */
  departmentId: string | null
  /** Why; of a shift: incidents, keys, pending calls. */
  note: string | null
  offeredAt: Date
  answeredById: string | null
  answeredAt: Date | null
  /** Why it was declined or taken back. */
  reason: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

/** One line of the list as it was when it was written: a case (without `promiseId`), or a promise of that case. */
export interface HandoverItem {
  id: string
  handoverId: string
  /** Order of the list, from 1. */
  position: number
  complaintId: string
  promiseId: string | null
  /** The case's. */
  number: string
  severity: Severity
  /** Of a case only. */
  summary: string | null
  /** Of a case … */
  status: Status | null
  /** … or of a promise. */
  promiseStatus: PromiseStatus | null
  promiseKind: PromiseKind | null
  /** What was promised, in words. */
  what: string | null
  /** What is due next; null: nothing is promised. */
  dueAt: Date | null
  /** The giver's word on it. */
  remark: string | null
  /** What the receiver wants to know before accepting … */
  question: string | null
  askedById: string | null
  /** … and what the giver says to it. */
  reply: string | null
  addedAt: Date
  /** Null while it waits. */
  outcome: HandoverOutcome | null
}

/** A new hand-over with its list. */
export interface MadeHandover {
  readonly handover: Handover
  readonly items: readonly HandoverItem[]
}

/** The one person who answers for a case at every moment: its assignee, else who was asked first. */
export const responsibleFor = ({
  assigneeId,
  registeredById,
}: Pick<Complaint, 'assigneeId' | 'registeredById'>): string => assigneeId ?? registeredById

/** Does a step of a case end the hand-over that it is in: the case is over, or somebody else was put in charge? */
export const endsHandover = (before: Complaint, after: Complaint): boolean =>
  before.handoverId !== null &&
  (!OPEN_STATUSES.includes(after.status) || responsibleFor(before) !== responsibleFor(after))

type Row = Transition<HandoverStatus, HandoverAction>

const row = (
  action: HandoverAction,
  to: HandoverStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs'>> = {},
): Row => ({
  action,
  from: action === 'offer' ? [] : ['OFFERED'],
  to,
  accountable: 'SERVICE_AGENT',
  requires: [],
  ...rest,
  permission: `handover:${action}`,
})

const BY_RECEIVER = { requires: ['actorIsNotGiver'] } as const

/** The life of a hand-over. That it lapses is nobody's verb: it follows from what became of the cases. */
export const HANDOVER_TRANSITIONS: readonly Row[] = [
  row('offer', 'OFFERED'),
  row('accept', 'ACCEPTED', { ...BY_RECEIVER, signs: 'RECEIVED' }),
  row('decline', 'DECLINED', BY_RECEIVER),
  row('takeBack', 'TAKEN_BACK'),
  row('ask', 'SAME', BY_RECEIVER),
  row('reply', 'SAME'),
]

/** A hand-over as rules see it: `own` is the giver's, `mine` the named receiver's, `department` the one that it is offered to. */
export const handoverFacts = (
  handover: Pick<Handover, 'status' | 'giverId' | 'receiverId' | 'departmentId'>,
): FactBag & { readonly status: HandoverStatus } => ({
  status: handover.status,
  registeredById: handover.giverId,
  recipientId: handover.receiverId,
  handlingDepartmentId: handover.departmentId,
})
