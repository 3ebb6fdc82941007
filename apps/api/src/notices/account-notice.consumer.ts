import { Client } from '../clients/client.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { tellStaff } from './tell-staff.ts'

/** Whoever answers for further clients from now on is told, once for a list, in the transaction that marks the outbox row. */
export const accountNoticeConsumer: RowsConsumer = {
  name: 'account-notices',
  effect: 'rows',
  kinds: ['accountsAssigned'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id } = row
    const client = await manager.findOneBy(Client, { orgId, id })
    const named = client?.keyAccountManagerId ? [client.keyAccountManagerId] : []
    await tellStaff(manager, config, { ...row, subjectType: 'Client' }, { kind: 'ACCOUNTS_ASSIGNED', named })
  },
}
