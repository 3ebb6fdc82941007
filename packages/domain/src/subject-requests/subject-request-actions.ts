import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import { staleness } from '../complaints/complaint-change.ts'
import { fail, invalidInput, notEligible, ok, type DomainError, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { SUBJECT_EXPORT_FORMS } from '../exports/vocabulary.ts'
import type { ExportAsked } from '../exports/export-actions.ts'
import { text } from '../text.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'
import type { SubjectRequestInput } from './subject-request-inputs.ts'
import { SUBJECT_REQUEST_TRANSITIONS, subjectRequestFacts, type SubjectRequest } from './subject-request.ts'
import { PROOFS_OF_REQUESTER, refusalsFor, type SubjectRequestAction } from './vocabulary.ts'

type Change = Result<Partial<SubjectRequest>>

/** @param client what scopes ask of the client whom it is about */
const refused = (
  action: SubjectRequestAction,
  request: SubjectRequest,
  client: FactBag,
  { expectedVersion }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(request, expectedVersion) ??
  refusal(SUBJECT_REQUEST_TRANSITIONS, action, actor, { ...client, ...subjectRequestFacts(request) })

const by = (actor: Actor, now: Date) => ({ updatedAt: now, updatedById: actor.staffId })

const WRONG_PROOF = text(
  '受托人须核对授权委托书，近亲属须核对死亡证明与亲属关系。',
  'An agent shows their authority, a relative the death certificate and kinship.',
)

/** It is proven who asks, and how. */
export const verifySubjectRequest = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'verify'>,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('verify', request, client, input, actor)
  if (no) return fail(no)
  if (!PROOFS_OF_REQUESTER[request.askedBy].includes(input.proof))
    return fail(invalidInput({ path: 'proof', message: WRONG_PROOF }))
  return ok({
    status: 'IDENTIFIED',
    proof: input.proof,
    proofNote: input.proofNote,
    verifiedById: actor.staffId,
    verifiedAt: now,
    ...by(actor, now),
  })
}

/** What was done, and what they were told. */
export const answerSubjectRequest = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'answer'>,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('answer', request, client, input, actor)
  if (no) return fail(no)
  const decided = { decidedById: actor.staffId, decidedAt: now, answer: input.answer }
  return ok({ status: 'ANSWERED', ...decided, ...by(actor, now) })
}

const ON_ITS_WAY = notEligible(
  'copyIsNotOnItsWay',
  text('副本已在申请或制作中。', 'The copy is asked for already.'),
)

/** The copy is asked for. @param isOnItsWay it was, and neither rejected nor withdrawn */
export const prepareSubjectCopy = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'prepareCopy'>,
  isOnItsWay: boolean,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('prepareCopy', request, client, input, actor) ?? (isOnItsWay ? ON_ITS_WAY : undefined)
  return no ? fail(no) : ok(by(actor, now))
}

/** Days in which a copy is approved, made, fetched and signed for. */
const COPY_DAYS = 15

/** What is asked for: all that is held about them, for use outside the company. */
export const copyRequestOf = (
  { number, clientId, requesterName }: Pick<SubjectRequest, 'number' | 'clientId' | 'requesterName'>,
  clientName: string,
  today: string,
): ExportAsked => ({
  purpose: `个人信息主体请求 ${number}`,
  use: 'OUTSIDE',
  projectId: null,
  clientIds: [clientId],
  scopeNote: '本人档案的全部个人信息',
  columns: [],
  necessity: null,
  form: 'ARCHIVE_PDF',
  recipientId: null,
  recipientName: (requesterName ?? clientName).slice(0, 60),
  recipientCompany: null,
  copies: SUBJECT_EXPORT_FORMS.length,
  useFrom: today,
  useUntil: dayText(dayNumber(today)! + COPY_DAYS),
})

const BEING_SIGNED = notEligible(
  'noDestructionIsOpen',
  text('销毁记录正在等待监销人签字。', 'A destruction record awaits the supervising manager already.'),
)

/** The first signature on an erasure. @param isBeingSigned a record of it awaits the second one */
export const eraseSubject = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'erase'>,
  isBeingSigned: boolean,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('erase', request, client, input, actor) ?? (isBeingSigned ? BEING_SIGNED : undefined)
  return no ? fail(no) : ok(by(actor, now))
}

const UNFIT_REASON = text(
  '这条理由不适用于这类请求，或须先核实身份。',
  'This reason does not fit the request, or identity has to be proven first.',
)

/** With a reason of the list that fits, and in words that they can understand. */
export const refuseSubjectRequest = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'refuse'>,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('refuse', request, client, input, actor)
  if (no) return fail(no)
  if (!refusalsFor(request).includes(input.refusal))
    return fail(invalidInput({ path: 'refusal', message: UNFIT_REASON }))
  const { answer, refusal: reason } = input
  const decided = { decidedById: actor.staffId, decidedAt: now, answer, refusal: reason }
  return ok({ status: 'REFUSED', ...decided, ...by(actor, now) })
}

/** Whoever asked takes it back. */
export const withdrawSubjectRequest = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<'withdraw'>,
  actor: Actor,
  now: Date,
): Change => {
  const no = refused('withdraw', request, client, input, actor)
  if (no) return fail(no)
  const decided = { decidedById: actor.staffId, decidedAt: now, answer: input.answer }
  return ok({ status: 'WITHDRAWN', ...decided, ...by(actor, now) })
}
