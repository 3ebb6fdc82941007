import { AttachmentEntity } from './attachment.entity.ts'
import { withTenant } from '../database/with-tenant.ts'
import { PlanTaskEvidence } from '../maintenance-plans/tasks/plan-task.entity.ts'
import { storageOf } from '../storage/storage-of.ts'
import type { JobConsumer } from '../worker/outbox-consumers.ts'

/** Takes the content of a removed file out of the storage; as often as it takes, since what is gone stays gone. */
export const attachmentRemovalConsumer: JobConsumer = {
  name: 'attachment-removal',
  effect: 'job',
  kinds: ['attachmentRemoved'],
  run: async ({ orgId, subjectId: id }, { config, dataSource }) => {
    const row = await withTenant(
      dataSource,
      orgId,
      async (manager) =>
        (await manager.findOneBy(AttachmentEntity, { orgId, id })) ??
        (await manager.findOneBy(PlanTaskEvidence, { orgId, id })),
    )
    if (row?.removedAt) await storageOf(config).remove({ orgId, id })
  },
}
