/** A rule of the organization that stands in one row of its own, once somebody has set it: before, the house's default holds. */
import type { FindOptionsWhere } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import { Refused } from '../database/refused.ts'
import type { TenantRow, Transaction } from '../database/transaction.ts'

/** Two who set it for the first time wait for each other: the second is told that it is not as they saw it. */
export const setPolicyRow = async <T extends TenantRow & { version: number }>(
  tx: Transaction,
  entity: new () => T,
  policy: Partial<T>,
  expectedVersion: number,
): Promise<T> => {
  const { orgId } = await lockOrganization(tx)
  const found = await tx.manager.findOneBy(entity, { orgId } as FindOptionsWhere<T>)
  const version = found?.version ?? 0
  if (version !== expectedVersion)
    throw new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version })
  return found
    ? tx.patch(entity, found, policy)
    : tx.insert(entity, { ...policy, version: 1 } as unknown as T)
}
