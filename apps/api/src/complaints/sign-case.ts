/** Who answers for which step of a case: the signatures of its verbs, and the round over its proposal. */
import {
  approvalLimits,
  authorityAmount,
  COMPLAINT_CONTENT,
  COMPLAINT_FIELDS,
  COMPLAINT_OPTION_FIELDS,
  limitFor,
  notEligible,
  OPEN_STATUSES,
  PROPOSAL_CONTENT,
  qualifyingRoles,
  text,
  type ComplaintAction,
  type ComplaintChange,
  type Meaning,
  type Role,
  type SigningKind,
} from '@steward/domain'
import { gradeOfClient } from '../grading/directory/current-grade.service.ts'
import { siteTierOf } from '../organization/site-tier.service.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import {
  askPerson,
  beginPart,
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningPart,
} from '../sign-off/signing.service.ts'
import { AuthorityLimitEntity } from './authority-limit.entity.ts'
import { optionsOf } from './complaint-case.ts'
import type { ComplaintOptionEntity } from './complaint-parts.entity.ts'
import type { ComplaintEntity } from './complaint.entity.ts'

/** Steps that say of the proposed sum that it is right. */
const MONEY: readonly ComplaintAction[] = [
  'propose',
  'review',
  'approve',
  'recordOralApproval',
  'signOralApproval',
  'denyOralApproval',
  'reject',
  'confirm',
]
const FIELDS = { complaint: COMPLAINT_FIELDS, options: COMPLAINT_OPTION_FIELDS }

/** Decisions without a preparer: one signature over what stands after it. */
const SINGLE: Readonly<Partial<Record<Meaning, SigningKind>>> = {
  APPROVED: 'COMPLAINT_RULING',
  CLOSED: 'COMPLAINT_CLOSURE',
}
const OF_PROPOSAL: readonly ComplaintAction[] = [
  'propose',
  'review',
  'approve',
  'reject',
  'signOralApproval',
  'denyOralApproval',
]

type Signing = Pick<ComplaintChange, 'action' | 'note'> & { readonly signs: Meaning }

/** The signature of a verb: over the case as it stands after it, or over the proposal that was prepared. */
export const signCase = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  change: Signing,
): Promise<void> => {
  const { action, signs } = change
  if (OF_PROPOSAL.includes(action)) return signProposal(tx, complaint, change)
  const options = complaint.proposalRevision > 0 ? await optionsOf(tx, complaint) : []
  const subject = {
    subjectType: 'Complaint',
    subjectId: complaint.id,
    revision: complaint.version,
    // The number is allotted as the registration commits: between the look at it and the proof others may have taken one.
    content: { complaint: action === 'register' ? { ...complaint, number: null } : complaint, options },
    shape: COMPLAINT_CONTENT,
    fields: FIELDS,
  }
  const given = givenBy(complaint, change)
  const kind = SINGLE[signs]
  const verbs = { [signs]: given.verb }
  if (kind) {
    const siteTier = await siteTierOf(tx, complaint.projectId)
    await beginSigning(
      tx,
      { ...subject, kind },
      [{ amountMinor: null, grade: await gradeOf(tx, complaint), siteTier }],
      {
        ...given,
        verbs,
      },
    )
  } else signOff(tx, { ...subject, ...given })
}

/** The policy may ask more signatures for clients of a grade. */
const gradeOf = (tx: Transaction, { orgId, clientId }: ComplaintEntity): Promise<string | null> =>
  gradeOfClient(tx.manager, orgId, clientId)

const givenBy = (complaint: ComplaintEntity, { action, signs, note }: Signing) =>
  ({
    meaning: signs,
    verb: `complaint:${action}`,
    facts: complaint,
    comment: note,
    amountMinor: MONEY.includes(action) ? complaint.authorityAmountMinor : null,
  }) as const

const PROPOSAL_VERBS = {
  PREPARED: 'complaint:propose',
  REVIEWED: 'complaint:review',
  APPROVED: 'complaint:approve',
} as const

/** All who sign a proposal sign what was prepared; each option is reviewed and approved when its turn comes. */
const signProposal = async (tx: Transaction, complaint: ComplaintEntity, change: Signing): Promise<void> => {
  const options = await optionsOf(tx, complaint)
  const proposal = {
    kind: 'COMPLAINT_PROPOSAL',
    subjectType: 'Complaint',
    subjectId: complaint.id,
    revision: complaint.proposalRevision,
    content: { complaint, options },
    shape: PROPOSAL_CONTENT,
    fields: FIELDS,
  } as const
  const { action, signs } = change
  const given = givenBy(complaint, change)
  if (action === 'propose') {
    await beginSigning(tx, proposal, await partsOf(tx, complaint, options), {
      ...given,
      verbs: PROPOSAL_VERBS,
    })
    return
  }
  const round = await roundOf(tx, proposal)
  if (!round) {
    if (signs !== 'REJECTED') throw new Refused(NO_ROUND)
    signOff(tx, { ...proposal, ...given })
    return
  }
  await signNext(tx, round, proposal, {
    ...given,
    ...(signs === 'APPROVED' ? { roles: await rolesWithin(tx, complaint) } : {}),
  })
}

const NO_ROUND = notEligible(
  'proposalIsInSigning',
  text(
    '该方案提出时没有会签记录（历史数据），请驳回后重新提出。',
    'This proposal was made without a signing (historical data); reject it and have it proposed anew.',
  ),
)

/** What limits of authority measure for each option: its amount and what already stands promised to the client. */
const partsOf = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  options: readonly ComplaintOptionEntity[],
): Promise<readonly SigningPart[]> => {
  const { amountMinor, authorityAmountMinor, projectId } = complaint
  const siteTier = await siteTierOf(tx, projectId)
  const grade = await gradeOf(tx, complaint)
  const promised = Math.max(0, (authorityAmountMinor ?? 0) - (amountMinor ?? 0))
  return options.map((option) => ({
    amountMinor: authorityAmount(promised, option.amountMinor),
    grade,
    siteTier,
  }))
}

const isOnTable = ({ status }: Pick<ComplaintEntity, 'status'>): boolean =>
  status === 'PROPOSED' || status === 'APPROVED'

/** The round over a proposal follows the case: another option's turn comes, or what waits is no longer needed. */
export const followProposal = async (
  tx: Transaction,
  before: ComplaintEntity,
  { action }: Pick<ComplaintChange, 'action'>,
  after: ComplaintEntity,
): Promise<void> => {
  const isNext = before.status === 'APPROVED' && after.status === 'PROPOSED'
  const isOral = action === 'recordOralApproval'
  if (!isNext && !isOral && (!isOnTable(before) || isOnTable(after))) return
  const round = await roundOf(tx, { kind: 'COMPLAINT_PROPOSAL', subjectId: before.id })
  if (!round) return
  if (isOral) return askPerson(tx, round, after.approverId!, after.approvalOwedUntil!)
  if (!isNext) return endSigning(tx, round, after.approvalOwedUntil !== null && isOpen(after))
  const options = await optionsOf(tx, after)
  await beginPart(tx, round, options.find(({ id }) => id === after.currentOptionId)!.rank)
}

const isOpen = ({ status }: ComplaintEntity): boolean => OPEN_STATUSES.includes(status)

/** Of somebody with several roles, those whose own limit covers the amount: an approval is signed in one of them. */
const rolesWithin = async (tx: Transaction, complaint: ComplaintEntity): Promise<readonly Role[]> => {
  const limits = await tx.manager.findBy(AuthorityLimitEntity, { orgId: complaint.orgId })
  return qualifyingRoles(tx.acting.rights, 'complaint:approve', complaint).filter((role) => {
    const alone = { ...tx.acting.rights, ...approvalLimits(limits, [role]) }
    return limitFor(alone, complaint.cause) >= (complaint.authorityAmountMinor ?? 0)
  })
}
