import { documentNumber, documentSeries, numberPeriod, type DocumentKind } from '@steward/domain'
import { lockOrganization } from '../access/rights.service.ts'
import { nextSerial } from '../database/counter.ts'
import type { Transaction } from '../database/transaction.ts'

/** The next number of a kind. It is taken last: the series is locked until the end, and a roll-back gives it back. */
export const takeNumber = async (tx: Transaction, kind: DocumentKind): Promise<string> => {
  const { organizationId: orgId } = tx.actor
  const { timeZone } = await lockOrganization(tx)
  const series = documentSeries(kind, numberPeriod(tx.now, timeZone))
  return documentNumber(series, await nextSerial(tx.manager, orgId, 'document', series))
}
