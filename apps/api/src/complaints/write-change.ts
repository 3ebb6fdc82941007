import type { ComplaintChange, ComplaintOption } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { insertHandover, lapseHandover } from '../handovers/handover-writing.service.ts'
import { promiseWork, writePromises } from '../promises/promise-writing.service.ts'
import { optionsOf } from './complaint-case.ts'
import { ComplaintEventEntity, ComplaintOptionEntity, ComplaintTaskEntity } from './complaint-parts.entity.ts'
import { ComplaintEntity } from './complaint.entity.ts'
import { followProposal, signCase } from './sign-case.ts'

/**
 * Writes all that a verb does: row, options, order, timeline; and the sign-off over the case as it stands after it.
 * @param allot the number of a new case, once all that has to be read was read
 */
export const writeChange = async (
  tx: Transaction,
  before: ComplaintEntity | undefined,
  change: ComplaintChange,
  allot?: () => Promise<{ readonly number: string }>,
): Promise<ComplaintEntity> => {
  const after = { ...before, ...change.patch } as ComplaintEntity
  const work = await promiseWork(tx, { change, before, after })
  const follows = { ...(work && promised(after, work)), ...(await allot?.()) }
  const patch = { ...change.patch, ...follows } as Partial<ComplaintEntity>
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
  if (signs) await signCase(tx, complaint, { ...change, signs })
  if (before) await followProposal(tx, before, change, complaint)
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
