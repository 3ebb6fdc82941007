/** Contents whose row never came, because the process ended between the two: the worker takes them out of the storage. */
import type { EntityManager } from 'typeorm'
import { PlanTaskEvidence } from '../maintenance-plans/tasks/plan-task.entity.ts'
import { storageOf } from '../storage/storage-of.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { AttachmentDue, AttachmentEntity } from './attachment.entity.ts'

const forget = async (
  manager: EntityManager,
  { orgId, id }: DueRow,
  _now: Date,
  { config }: WorkerServices,
): Promise<void> => {
  const isTold =
    (await manager.existsBy(AttachmentEntity, { orgId, id })) ||
    (await manager.existsBy(PlanTaskEvidence, { orgId, id }))
  if (!isTold) await storageOf(config).remove({ orgId, id })
  await manager.delete(AttachmentDue, { orgId, id })
}

export const attachmentSweep = dueSweep({
  name: 'attachments',
  table: 'attachment_due',
  work: forget,
  failed: 'content not taken out of the storage',
})
