import {
  approvalLimits,
  COMPLAINT_CONTENT,
  COMPLAINT_FIELDS,
  COMPLAINT_OPTION_FIELDS,
  limitFor,
  qualifyingRoles,
  type ComplaintChange,
  type ComplaintOption,
  type Permission,
  type Role,
} from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { insertHandover, lapseHandover } from '../handovers/handover-writing.service.ts'
import { promiseWork, writePromises } from '../promises/promise-writing.service.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import { AuthorityLimitEntity } from './authority-limit.entity.ts'
import { optionsOf } from './complaint-case.ts'
import { ComplaintEventEntity, ComplaintOptionEntity, ComplaintTaskEntity } from './complaint-parts.entity.ts'
import { ComplaintEntity } from './complaint.entity.ts'

/** Writes all that a verb does: row, options, order, timeline; and the sign-off over the case as it stands after it. */
export const writeChange = async (
  tx: Transaction,
  before: ComplaintEntity | undefined,
  change: ComplaintChange,
): Promise<ComplaintEntity> => {
  const after = { ...before, ...change.patch } as ComplaintEntity
  const work = await promiseWork(tx, { change, before, after })
  const patch = { ...change.patch, ...(work && promised(after, work)) } as Partial<ComplaintEntity>
  // Before the case, which points at it.
  if (change.handover) await insertHandover(tx, change.handover)
  const complaint = before
    ? await tx.patch(ComplaintEntity, before, patch)
    : await tx.insert(ComplaintEntity, patch as ComplaintEntity)
  if (change.options.length > 0) await writeOptions(tx, complaint, change)
  if (change.task) await tx.insert(ComplaintTaskEntity, change.task)
  // After the order, whose time may be promised.
  if (work) await writePromises(tx, work)
  const { action, from, to, note, signs } = change
  await tx.append(ComplaintEventEntity, {
    complaintId: complaint.id,
    action,
    from,
    to,
    byId: tx.actor.staffId,
    at: tx.now,
    note,
  })
  if (before?.handoverId && complaint.handoverId === null)
    await lapseHandover(tx, before.handoverId, complaint)
  if (signs) await sign(tx, complaint, { ...change, signs })
  return complaint
}

/** A case of imported history that is taken up again goes by the policy of that day. */
const promised = (
  { promisePolicyRevision }: ComplaintEntity,
  { nextDueAt, revision }: NonNullable<Awaited<ReturnType<typeof promiseWork>>>,
): Partial<ComplaintEntity> => ({
  nextDueAt,
  promisePolicyRevision: promisePolicyRevision ?? revision,
})

const writeOptions = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  { action, options }: Pick<ComplaintChange, 'action' | 'options'>,
): Promise<void> => {
  if (action === 'propose') {
    for (const option of options) await tx.insert(ComplaintOptionEntity, option)
    return
  }
  const stored = await optionsOf(tx, complaint)
  for (const option of options) {
    const row = stored.find(({ id }) => id === option.id)
    if (row) await tx.patch(ComplaintOptionEntity, row, changed(row, option))
  }
}

const changed = (row: ComplaintOptionEntity, { status, approvedAt, reason }: ComplaintOption) =>
  ({ status, approvedAt, reason }) satisfies Partial<typeof row>

/** Steps that say of the proposed sum that it is right. */
const MONEY: readonly ComplaintChange['action'][] = ['propose', 'approve', 'reject', 'confirm']

const sign = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  {
    action,
    signs,
    note,
  }: Pick<ComplaintChange, 'action' | 'note'> & { signs: NonNullable<ComplaintChange['signs']> },
): Promise<void> => {
  const options = complaint.proposalRevision > 0 ? await optionsOf(tx, complaint) : []
  const verb: Permission = `complaint:${action}`
  signOff(tx, {
    subjectType: 'Complaint',
    subjectId: complaint.id,
    revision: complaint.version,
    meaning: signs,
    verb,
    facts: complaint,
    // The number is allotted as the registration commits: between the look at it and the proof others may have taken one.
    content: { complaint: action === 'register' ? { ...complaint, number: null } : complaint, options },
    shape: COMPLAINT_CONTENT,
    fields: { complaint: COMPLAINT_FIELDS, options: COMPLAINT_OPTION_FIELDS },
    comment: note,
    amountMinor: MONEY.includes(action) ? complaint.authorityAmountMinor : null,
    ...(action === 'approve' ? { roles: await rolesWithin(tx, complaint) } : {}),
  })
}

/** Of somebody with several roles, those whose own limit covers the amount: an approval is signed in one of them. */
const rolesWithin = async (tx: Transaction, complaint: ComplaintEntity): Promise<readonly Role[]> => {
  const limits = await tx.manager.findBy(AuthorityLimitEntity, { orgId: complaint.orgId })
  return qualifyingRoles(tx.actor, 'complaint:approve', complaint).filter((role) => {
    const alone = { ...tx.actor, ...approvalLimits(limits, [role]) }
    return limitFor(alone, complaint.cause) >= (complaint.authorityAmountMinor ?? 0)
  })
}
