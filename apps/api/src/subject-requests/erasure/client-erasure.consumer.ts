import type { RowsConsumer } from '../../worker/outbox-consumers.ts'
import { carryOutErasure } from './carry-out-erasure.service.ts'

/** In the transaction of the relay: whoever is killed leaves nothing half erased, whoever comes again finds nothing to do. */
export const erasureConsumer: RowsConsumer = {
  name: 'client-erasure',
  effect: 'rows',
  kinds: ['clientToErase'],
  apply: (manager, { orgId, subjectId: id }, { clock }) => carryOutErasure(manager, { orgId, id }, clock()),
}
