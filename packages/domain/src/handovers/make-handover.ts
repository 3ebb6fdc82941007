import type { Actor } from '../access/actor.ts'
import { can, hasPermission } from '../access/authorize.ts'
import type { Complaint } from '../complaints/complaint.ts'
import { take as takeOfCase, type Verb } from '../complaints/complaint-change.ts'
import { COMPLAINT_TRANSITIONS } from '../complaints/complaint-transitions.ts'
import { fail, invalidInput, ok, type DomainError, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { CasePromise } from '../promises/promise.ts'
import { text } from '../text.ts'
import type { HandoverInput } from './handover-inputs.ts'
import { responsibleFor, type Handover, type HandoverItem, type MadeHandover } from './handover.ts'
import type { HandoverKind } from './vocabulary.ts'

/** A case with what is still owed by it: what changes hands. */
export interface CaseAtHand {
  readonly complaint: Complaint
  readonly owed: readonly CasePromise[]
}

/** To whom it is offered. A person comes with their rights: undefined where the account is closed. */
export type Receiver =
  | { readonly kind: 'person'; readonly actor: Actor | undefined }
  | { readonly kind: 'department'; readonly id: string }

/** What a case becomes when it is taken over: the department follows where it was offered to one, or nobody's had it. */
export const takenOver = (
  { handlingDepartmentId }: Pick<Complaint, 'handlingDepartmentId'>,
  { departmentId }: Pick<Handover, 'departmentId'>,
  receiver: Pick<Actor, 'staffId' | 'departmentId'>,
): Pick<Complaint, 'assigneeId' | 'handlingDepartmentId' | 'handoverId'> => ({
  assigneeId: receiver.staffId,
  handlingDepartmentId: departmentId ?? handlingDepartmentId ?? receiver.departmentId,
  handoverId: null,
})

/** Could this person answer for the case: read it, and say to the client what was promised? */
export const mayTakeOver = (
  receiver: Actor,
  { complaint, owed }: CaseAtHand,
  handover: Pick<Handover, 'departmentId'>,
): boolean => {
  const after = { ...complaint, ...takenOver(complaint, handover, receiver) }
  return (
    hasPermission(receiver, 'handover:accept') &&
    can(receiver, 'complaint:read', after) &&
    (owed.every(({ ownerId }) => ownerId !== responsibleFor(complaint)) ||
      can(receiver, 'promise:answer', after))
  )
}

const receiverRefusal = (
  receiver: Receiver,
  giver: Actor,
  cases: readonly CaseAtHand[],
): DomainError | undefined => {
  if (receiver.kind === 'department') return undefined
  const { actor } = receiver
  const wrong = (zh: string, en: string) => invalidInput({ path: 'receiverId', message: text(zh, en) })
  if (!actor) return wrong('该员工已停用。', 'This account is closed.')
  if (actor.staffId === giver.staffId) return wrong('不能交给自己。', 'You cannot hand over to yourself.')
  const beyond = cases.filter((it) => !mayTakeOver(actor, it, { departmentId: null }))
  if (beyond.length === 0) return undefined
  const numbers = beyond.map(({ complaint }) => complaint.number)
  return wrong(
    `该员工的职责范围不含案件 ${numbers.join('、')}，请另选。`,
    `Case ${numbers.join(', ')} is outside this person's responsibility; choose somebody else.`,
  )
}

interface Offer {
  readonly kind: HandoverKind
  readonly receiver: Receiver
  readonly note: string | null
  readonly cases: readonly (CaseAtHand & { readonly remark: string | null })[]
}

/** The list, frozen: each case with its promises, what is due first on top. */
const made = (
  { kind, receiver, note, cases }: Offer,
  giver: Actor,
  now: Date,
  newId: () => string,
): MadeHandover => {
  const id = newId()
  const dueFirst = ({ complaint }: CaseAtHand): number => complaint.nextDueAt?.getTime() ?? Infinity
  const lines = cases
    .toSorted((one, other) => dueFirst(one) - dueFirst(other))
    .flatMap(({ complaint, owed, remark }) => [
      caseLine(complaint, remark),
      ...owed
        .filter(({ ownerId }) => ownerId === giver.staffId)
        .map((promise) => promiseLine(complaint, promise)),
    ])
  return {
    handover: {
      id,
      kind,
      status: 'OFFERED',
      giverId: giver.staffId,
      receiverId: receiver.kind === 'person' ? (receiver.actor?.staffId ?? null) : null,
      departmentId: receiver.kind === 'department' ? receiver.id : null,
      note,
      offeredAt: now,
      answeredById: null,
      answeredAt: null,
      reason: null,
      version: 1,
      updatedAt: now,
      updatedById: giver.staffId,
    },
    items: lines.map((line, at) => ({
      ...line,
      id: newId(),
      handoverId: id,
      position: at + 1,
      addedAt: now,
    })),
  }
}

type Line = Omit<HandoverItem, 'id' | 'handoverId' | 'position' | 'addedAt'>

const UNANSWERED = { question: null, askedById: null, reply: null, outcome: null } as const

const caseLine = (
  { id, number, severity, summary, status, nextDueAt }: Complaint,
  remark: string | null,
): Line => ({
  ...UNANSWERED,
  complaintId: id,
  promiseId: null,
  number,
  severity,
  summary,
  status,
  promiseStatus: null,
  promiseKind: null,
  what: null,
  dueAt: nextDueAt,
  remark,
})

export const promiseLine = (
  { id: complaintId, number, severity }: Complaint,
  { id, status, kind, what, dueAt }: CasePromise,
): Line => ({
  ...UNANSWERED,
  complaintId,
  promiseId: id,
  number,
  severity,
  summary: null,
  status: null,
  promiseStatus: status,
  promiseKind: kind,
  what,
  dueAt,
  remark: null,
})

/** One case to a colleague or a department, with a word why. Until it is accepted nothing else about the case changes. */
export const handOver: Verb<
  'handOver',
  [Pick<CaseAtHand, 'owed'> & { readonly receiver: Receiver; readonly newId: () => string }]
> = (complaint, input, actor, now, { owed, receiver, newId }) => {
  const offer = {
    kind: 'CASE',
    receiver,
    note: input.note,
    cases: [{ complaint, owed, remark: null }],
  } as const
  const handover = made(offer, actor, now, newId)
  return takeOfCase('handOver', complaint, input, actor, now, {
    refuse: receiverRefusal(receiver, actor, offer.cases),
    patch: { handoverId: handover.handover.id },
    note: input.note,
    handover,
  })
}

/** All that somebody answers for, at the end of a shift. Each case must be theirs, and in no other hand-over. */
export const offerHandover = (
  input: HandoverInput<'offer'>,
  cases: readonly CaseAtHand[],
  actor: Actor,
  now: Date,
  { receiver, newId }: { readonly receiver: Receiver; readonly newId: () => string },
): Result<MadeHandover> => {
  const listed = input.items.map(({ complaintId, remark }) => ({
    ...cases.find(({ complaint }) => complaint.id === complaintId)!,
    remark,
  }))
  const wrong = listed.flatMap(({ complaint }, at) => {
    const refused = refusal(COMPLAINT_TRANSITIONS, 'handOver', actor, complaint)
    return refused === undefined
      ? []
      : [{ path: `items.${at}.complaintId`, message: whyNot(complaint.number, refused) }]
  })
  if (wrong.length > 0) return fail(invalidInput(...wrong))
  const refused = receiverRefusal(receiver, actor, listed)
  if (refused !== undefined) return fail(refused)
  return ok(made({ kind: 'SHIFT', receiver, note: input.note, cases: listed }, actor, now, newId))
}

const whyNot = (number: string, refused: DomainError) =>
  refused.code === 'NOT_ELIGIBLE'
    ? text(`${number}：${refused.explanation.zh}`, `${number}: ${refused.explanation.en}`)
    : text(`${number}：案件已结束。`, `${number}: the case has ended.`)
