import { withTenant } from '../../database/with-tenant.ts'
import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { removeStored } from '../../storage/stored-file.ts'
import { ImportRunEntity } from '../import.entity.ts'

/** Of a source that was destroyed: the bytes of its file, and those of the rows that were refused of it. */
export const importFileConsumer: JobConsumer = {
  name: 'import-files',
  effect: 'job',
  kinds: ['importFileToRemove'],
  run: async ({ orgId, subjectId: fileId }, { config, dataSource }) => {
    const runs = await withTenant(dataSource, orgId, (manager) =>
      manager.findBy(ImportRunEntity, { orgId, fileId }),
    )
    const refused = runs.flatMap(({ refusedFileId }) => refusedFileId ?? [])
    for (const id of [fileId, ...refused]) await removeStored(config.dataDir, orgId, id)
  },
}
