/** What the domain says of hand-overs, written in the transaction of the verb that led to it. */
import {
  HANDOVER_CONTENT,
  HANDOVER_FIELDS,
  HANDOVER_ITEM_FIELDS,
  handoverFacts,
  lapse,
  type ChangedCase,
  type HandoverChange,
  type MadeHandover,
  type Receiver,
} from '@steward/domain'
import { readActor } from '../access/session.ts'
import { ComplaintEventEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { Transaction } from '../database/transaction.ts'
import { activeDepartment } from '../organization/department.service.ts'
import { patchPromise } from '../promises/promise-writing.service.ts'
import { planInForce } from '../shifts/shift.service.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import { HandoverDue, HandoverEntity, HandoverItemEntity } from './handover.entity.ts'

/** Whom the input names. A department is locked, so that it is not archived meanwhile. */
export const receiverOf = async (
  tx: Transaction,
  { receiverId, departmentId }: { readonly receiverId: string | null; readonly departmentId: string | null },
): Promise<Receiver> => {
  if (departmentId !== null) {
    await activeDepartment(tx, departmentId)
    return { kind: 'department', id: departmentId }
  }
  return { kind: 'person', actor: await readActor(tx.manager, tx.actor.organizationId, receiverId!) }
}

/** The list, in order. */
export const itemsOf = (
  tx: Transaction,
  { orgId, id: handoverId }: Pick<HandoverEntity, 'orgId' | 'id'>,
): Promise<HandoverItemEntity[]> =>
  tx.manager.find(HandoverItemEntity, { where: { orgId, handoverId }, order: { position: 'ASC' } })

/** Before the cases are changed, which point at it. */
export const insertHandover = async (
  tx: Transaction,
  { handover, items }: MadeHandover,
): Promise<HandoverEntity> => {
  const row = await tx.insert(HandoverEntity, handover)
  for (const item of items) await tx.insert(HandoverItemEntity, item)
  const { orgId, id } = row
  const [first] = (await planInForce(tx.manager, orgId)).reminderMinutes
  if (first !== undefined)
    await tx.manager.insert(HandoverDue, { orgId, id, dueAt: minutesAfter(tx.now, first) })
  return row
}

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** The case's line of a hand-over's history; its status is not touched by it. */
export const tellCase = (
  tx: Transaction,
  { id: complaintId, status }: Pick<ComplaintEntity, 'id' | 'status'>,
  action: ChangedCase['event'],
  note: string | null,
): Promise<ComplaintEventEntity> =>
  tx.append(ComplaintEventEntity, {
    complaintId,
    action,
    from: status,
    to: status,
    byId: tx.actor.staffId,
    at: tx.now,
    note,
  })

/** Writes all that a verb does, and the receiver's signature over the list as it stands after it. */
export const writeHandover = async (
  tx: Transaction,
  before: HandoverEntity,
  change: HandoverChange,
): Promise<HandoverEntity> => {
  for (const { complaint, patch, promises, event, note } of change.cases) {
    for (const one of promises) await patchPromise(tx, one)
    await tx.patch(ComplaintEntity, complaint as ComplaintEntity, patch as Partial<ComplaintEntity>)
    await tellCase(tx, complaint, event, note)
  }
  for (const { item, patch } of change.items)
    await tx.patch(HandoverItemEntity, item as HandoverItemEntity, patch as Partial<HandoverItemEntity>)
  for (const item of change.added) await tx.insert(HandoverItemEntity, item)
  const handover = await tx.patch(HandoverEntity, before, change.patch as Partial<HandoverEntity>)
  if (change.signs !== null && change.action !== 'lapse')
    signOff(tx, {
      subjectType: 'Handover',
      subjectId: handover.id,
      revision: handover.version,
      meaning: change.signs,
      verb: `handover:${change.action}`,
      facts: handoverFacts(before),
      content: { handover, items: await itemsOf(tx, handover) },
      shape: HANDOVER_CONTENT,
      fields: { handover: HANDOVER_FIELDS, items: HANDOVER_ITEM_FIELDS },
      comment: null,
    })
  return handover
}

/** A step of the case ended it, or put somebody else in charge: the domain's `endsHandover` has said so. */
export const lapseHandover = async (
  tx: Transaction,
  handoverId: string,
  complaint: ComplaintEntity,
): Promise<void> => {
  const handover = await tx.lock(HandoverEntity, handoverId)
  const items = await itemsOf(tx, handover)
  const change = lapse({ handover, items }, complaint, tx.actor, tx.now)
  await writeHandover(tx, handover, change)
  // Of several cases the others may still wait.
  if (change.to === 'LAPSED') tx.emit('handoverLapsed', { type: 'Handover', id: handoverId })
  await tellCase(tx, complaint, 'lapseHandover', null)
}
