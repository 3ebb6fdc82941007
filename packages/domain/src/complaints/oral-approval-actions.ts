/** 口头请示: approved by word before acting, signed within its time, or denied. */
import type { Actor } from '../access/actor.ts'
import { errorText, invalidInput, type DomainError } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'
import { needsAgreement } from './agreement.ts'
import { authorityAmount } from './authority-matrix.ts'
import { NO_APPROVAL, NO_PROPOSAL, take, type Verb } from './complaint-change.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import type { Complaint } from './complaint.ts'
import { withCurrent, type RemedyContext } from './remedy-actions.ts'

/** What is recorded later than this was not asked before acting. */
export const ORAL_APPROVAL_HOURS = 24

export interface OralApprovalContext extends Pick<
  RemedyContext,
  'options' | 'approvedForClientMinor' | 'agreements'
> {
  /** Who is said to have approved; undefined where they are no active member of staff. */
  readonly approver: Actor | undefined
  /** Until when they owe their signature, in working time. */
  readonly signBy: Date
}

/** 口头请示: somebody with the authority approved by word, before acting; they owe their signature from here on. */
export const recordOralApproval: Verb<'recordOralApproval', [context: OralApprovalContext]> = (
  complaint,
  { givenAt, words, expectedVersion },
  actor,
  now,
  { approver, options, approvedForClientMinor, agreements, signBy },
) => {
  const authorityAmountMinor = authorityAmount(approvedForClientMinor, complaint.amountMinor ?? 0)
  return take('recordOralApproval', complaint, { expectedVersion }, actor, now, {
    refuse: notTheirs({ ...complaint, authorityAmountMinor }, actor, approver) ?? notThen(givenAt, now),
    patch: {
      ...NO_APPROVAL,
      agreementOwed: needsAgreement(agreements, complaint.currentOptionKind, complaint.amountMinor),
      reviewerId: complaint.reviewerId,
      authorityAmountMinor,
      approverId: approver?.staffId ?? null,
      approvedAt: givenAt,
      approvalOwedUntil: signBy,
      contactAttempts: 0,
    },
    note: words,
    options: withCurrent(complaint, options, { status: 'APPROVED', approvedAt: givenAt }),
  })
}

/** Why nobody may refer to this person's word: they could not approve it by signature either. */
const notTheirs = (
  complaint: Complaint,
  actor: Actor,
  approver: Actor | undefined,
): DomainError | undefined => {
  const of = (message: Text) => invalidInput({ path: 'approverId', message })
  if (!approver) return of(text('没有这位在职员工。', 'There is no such member of staff.'))
  if (approver.personId === actor.personId)
    return of(text('您本人可以批准的，请直接签批。', 'What you may approve yourself, sign.'))
  const unable = refusal(COMPLAINT_TRANSITIONS, 'approve', approver, complaint)
  return unable && of(unable.code === 'LIMIT_EXCEEDED' ? ABOVE : errorText(unable))
}

const ABOVE = text('金额超出其核决权限。', 'The amount is above their limit of authority.')

const notThen = (givenAt: Date, now: Date): DomainError | undefined => {
  const path = 'givenAt'
  if (givenAt > now)
    return invalidInput({ path, message: text('时间不能晚于现在。', 'It cannot lie in the future.') })
  if (now.getTime() - givenAt.getTime() <= ORAL_APPROVAL_HOURS * 3_600_000) return undefined
  return invalidInput({
    path,
    message: text(
      `口头批准须在 ${ORAL_APPROVAL_HOURS} 小时内登记。`,
      `An oral approval is recorded within ${ORAL_APPROVAL_HOURS} hours.`,
    ),
  })
}

/** The approver signs what they approved by word. */
export const signOralApproval: Verb<'signOralApproval'> = (complaint, input, actor, now) =>
  take('signOralApproval', complaint, input, actor, now, {
    patch: { approvalOwedUntil: null },
    note: input.comment,
  })

/** The approver says that they did not; nothing was carried out yet, and the proposal goes back. */
export const denyOralApproval: Verb<'denyOralApproval', [context: Pick<RemedyContext, 'options'>]> = (
  complaint,
  input,
  actor,
  now,
  { options },
) =>
  take('denyOralApproval', complaint, input, actor, now, {
    patch: NO_PROPOSAL,
    note: input.reason,
    options: options
      .filter((it) => it.status === 'PROPOSED' || it.id === complaint.currentOptionId)
      .map((it) => ({ ...it, status: 'REJECTED', reason: input.reason })),
  })
