import { removeStored } from '../../storage/stored-file.ts'
import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { copyNotProduced, produceCopy } from './produce-copy.service.ts'

/** At least once: a copy that is made already is left alone. */
export const copyProductionConsumer: JobConsumer = {
  name: 'copy-production',
  effect: 'job',
  kinds: ['copyToProduce'],
  // Somebody waits for it: they are told within two minutes, and can have it tried again.
  maximumAttempts: 5,
  run: ({ orgId, subjectId }, services) => produceCopy(services, { orgId, id: subjectId }),
  gaveUp: ({ orgId, subjectId }, services) => copyNotProduced(services, { orgId, id: subjectId }),
}

/** Of a copy that was signed for or destroyed: its bytes. */
export const copyFileConsumer: JobConsumer = {
  name: 'copy-files',
  effect: 'job',
  kinds: ['copyFileToRemove'],
  run: ({ orgId, subjectId }, { config }) => removeStored(config.dataDir, orgId, subjectId),
}
