import type { Actor } from '../access/actor.ts'
import { staleness } from '../complaints/complaint-change.ts'
import type { Complaint } from '../complaints/complaint.ts'
import { OPEN_STATUSES } from '../complaints/vocabulary.ts'
import { fail, notEligible, ok, type DomainError, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { CasePromise } from '../promises/promise.ts'
import type { PromisePatch } from '../promises/settle-promise.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'
import type { HandoverInput } from './handover-inputs.ts'
import {
  HANDOVER_TRANSITIONS,
  handoverFacts,
  responsibleFor,
  type Handover,
  type HandoverItem,
} from './handover.ts'
import { mayTakeOver, promiseLine, takenOver, type CaseAtHand } from './make-handover.ts'
import type { HandoverAction, HandoverEvent, HandoverOutcome, HandoverStatus } from './vocabulary.ts'

export interface ChangedItem {
  readonly item: HandoverItem
  readonly patch: Partial<HandoverItem>
}

/** What a case on the list becomes, with the line on its timeline. */
export interface ChangedCase {
  readonly complaint: Complaint
  readonly patch: Partial<Complaint>
  readonly promises: readonly { readonly promise: CasePromise; readonly patch: PromisePatch }[]
  readonly event: HandoverEvent
  readonly note: string | null
}

/** All that a verb does to a hand-over, its list and the cases on it, as data. */
export interface HandoverChange {
  readonly action: HandoverAction | 'lapse'
  readonly from: HandoverStatus
  readonly to: HandoverStatus
  readonly patch: Partial<Handover>
  readonly items: readonly ChangedItem[]
  /** Promised between the offer and its acceptance: moved along, and put on the list. */
  readonly added: readonly HandoverItem[]
  readonly cases: readonly ChangedCase[]
  readonly signs: Meaning | null
}

/** A hand-over with its list and, of each case on it that still waits, the case as it is now. */
export interface HandoverAtHand {
  readonly handover: Handover
  readonly items: readonly HandoverItem[]
  readonly cases: readonly CaseAtHand[]
  readonly newId: () => string
}

type HandoverVerb<A extends HandoverAction> = (
  at: HandoverAtHand,
  input: HandoverInput<A>,
  actor: Actor,
  now: Date,
) => Result<HandoverChange>

interface Outcome {
  readonly refuse?: DomainError | undefined
  readonly patch?: Partial<Handover>
  readonly items?: readonly ChangedItem[]
  readonly added?: readonly HandoverItem[]
  readonly cases?: readonly ChangedCase[]
}

const take = (
  action: HandoverAction,
  { handover }: HandoverAtHand,
  input: { readonly expectedVersion: number },
  actor: Actor,
  now: Date,
  outcome: Outcome,
): Result<HandoverChange> => {
  const refused =
    staleness(handover, input.expectedVersion) ??
    refusal(HANDOVER_TRANSITIONS, action, actor, handoverFacts(handover)) ??
    outcome.refuse
  if (refused !== undefined) return fail(refused)
  const row = HANDOVER_TRANSITIONS.find((it) => it.action === action)!
  const to = row.to === 'SAME' ? handover.status : row.to
  return ok({
    action,
    from: handover.status,
    to,
    patch: {
      ...outcome.patch,
      status: to,
      version: handover.version + 1,
      updatedAt: now,
      updatedById: actor.staffId,
    },
    items: outcome.items ?? [],
    added: outcome.added ?? [],
    cases: outcome.cases ?? [],
    signs: row.signs ?? null,
  })
}

const written = (version: number, now: Date, actor: Actor) => ({
  version: version + 1,
  updatedAt: now,
  updatedById: actor.staffId,
})

/** Still in this hand-over, and the giver's to give. */
const stands = (handover: Handover, { complaint }: CaseAtHand): boolean =>
  complaint.handoverId === handover.id && responsibleFor(complaint) === handover.giverId

const answered = (actor: Actor, now: Date) => ({ answeredById: actor.staffId, answeredAt: now })

/**
 * From here on the receiver answers for every case that still stands, and for what the giver promised in it, whenever that was.
 * What is different by now is marked so and left where it is.
 */
export const acceptHandover: HandoverVerb<'accept'> = (at, input, actor, now) => {
  const { handover, items, cases } = at
  const standing = cases.filter((it) => stands(handover, it))
  const beyond = standing.filter((it) => !mayTakeOver(actor, it, handover))
  const moved = standing.map((it) => ({
    ...it,
    given: it.owed.filter((one) => one.ownerId === handover.giverId),
  }))
  const byCase = new Map(moved.map((it) => [it.complaint.id, it]))

  const outcomeOf = (item: HandoverItem): HandoverOutcome => {
    const its = byCase.get(item.complaintId)
    if (item.promiseId === null) return its ? 'MOVED' : 'ELSEWHERE'
    if (its?.given.some(({ id }) => id === item.promiseId)) return 'MOVED'
    const known = cases.find(({ complaint }) => complaint.id === item.complaintId)
    return known?.owed.some(({ id }) => id === item.promiseId) ? 'ELSEWHERE' : 'SETTLED'
  }
  const listed = new Set(items.map(({ promiseId }) => promiseId))
  const late = moved.flatMap(({ complaint, given }) =>
    given.filter(({ id }) => !listed.has(id)).map((promise) => ({ complaint, promise })),
  )
  return take('accept', at, input, actor, now, {
    refuse: beyond.length === 0 ? undefined : outside(beyond),
    patch: answered(actor, now),
    items: items
      .filter(({ outcome }) => outcome === null)
      .map((item) => ({ item, patch: { outcome: outcomeOf(item) } })),
    added: late.map(({ complaint, promise }, n) => ({
      ...promiseLine(complaint, promise),
      id: at.newId(),
      handoverId: handover.id,
      position: Math.max(0, ...items.map(({ position }) => position)) + 1 + n,
      addedAt: now,
      outcome: 'MOVED',
    })),
    cases: moved.map(({ complaint, given }) => {
      const patch = takenOver(complaint, handover, actor)
      const owner = { ownerId: actor.staffId, departmentId: patch.handlingDepartmentId }
      return {
        complaint,
        patch: { ...patch, ...written(complaint.version, now, actor) },
        promises: given.map((promise) => ({
          promise,
          patch: { ...owner, ...written(promise.version, now, actor) },
        })),
        event: 'acceptHandover',
        note: null,
      }
    }),
  })
}

const outside = (cases: readonly CaseAtHand[]): DomainError => {
  const numbers = cases.map(({ complaint }) => complaint.number)
  return notEligible(
    'responsibility',
    text(
      `案件 ${numbers.join('、')} 不在您的职责范围内，请由他人接收。`,
      `Case ${numbers.join(', ')} is outside your responsibility; somebody else must accept.`,
    ),
  )
}

/** The giver keeps everything: nothing about the cases was different. */
const released = (
  { handover, cases }: HandoverAtHand,
  event: HandoverEvent,
  note: string | null,
  actor: Actor,
  now: Date,
): readonly ChangedCase[] =>
  cases
    .filter(({ complaint }) => complaint.handoverId === handover.id)
    .map(({ complaint }) => ({
      complaint,
      patch: { handoverId: null, ...written(complaint.version, now, actor) },
      promises: [],
      event,
      note,
    }))

export const declineHandover: HandoverVerb<'decline'> = (at, input, actor, now) =>
  take('decline', at, input, actor, now, {
    patch: { ...answered(actor, now), reason: input.reason },
    cases: released(at, 'declineHandover', input.reason, actor, now),
  })

export const takeBackHandover: HandoverVerb<'takeBack'> = (at, input, actor, now) =>
  take('takeBack', at, input, actor, now, {
    patch: { reason: input.reason },
    cases: released(at, 'takeBackHandover', input.reason, actor, now),
  })

const noSuchLine = notEligible('line', text('清单中没有这一项。', 'The list has no such line.'))

/** The receiver wants to know something about a line before accepting. */
export const askHandover: HandoverVerb<'ask'> = (at, input, actor, now) => {
  const item = at.items.find(({ id }) => id === input.itemId)
  return take('ask', at, input, actor, now, {
    refuse: item ? undefined : noSuchLine,
    items: item ? [{ item, patch: { question: input.question, askedById: actor.staffId, reply: null } }] : [],
  })
}

export const replyHandover: HandoverVerb<'reply'> = (at, input, actor, now) => {
  const item = at.items.find(({ id }) => id === input.itemId)
  return take('reply', at, input, actor, now, {
    refuse: !item
      ? noSuchLine
      : item.question === null
        ? notEligible('question', text('这一项没有被询问。', 'Nothing was asked about this line.'))
        : undefined,
    items: item ? [{ item, patch: { reply: input.reply } }] : [],
  })
}

/** The case's lines leave the hand-over; without any other case that waits, the hand-over itself has lapsed. */
export const lapse = (
  { handover, items }: Pick<HandoverAtHand, 'handover' | 'items'>,
  complaint: Complaint,
  actor: Actor,
  now: Date,
): HandoverChange => {
  const waiting = items.filter(({ outcome }) => outcome === null)
  const gone = waiting.filter(({ complaintId }) => complaintId === complaint.id)
  const to = gone.length === waiting.length ? 'LAPSED' : handover.status
  const outcome = OPEN_STATUSES.includes(complaint.status) ? 'ELSEWHERE' : 'ENDED'
  return {
    action: 'lapse',
    from: handover.status,
    to,
    patch: { status: to, ...written(handover.version, now, actor) },
    items: gone.map((item) => ({ item, patch: { outcome } })),
    added: [],
    cases: [],
    signs: null,
  }
}
