import type { Actor } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { NO_SIGNER } from '../ledger/signer.ts'
import { Transaction } from './transaction.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Stands where an actor is asked for; has no role, so no rule allows it anything. Never written to a row: see `tx.actorId`. */
const theSystem = (organizationId: string): Actor => ({
  staffId: NOBODY,
  personId: NOBODY,
  organizationId,
  roles: [],
  departmentId: null,
  projectIds: [],
  buildingIds: [],
  approvalLimitMinor: 0,
  approvalLimitMinorByCause: {},
})

/**
 * What the system does by itself (a clock ran out): the writer of `transaction()`, with the audit naming nobody. Works inside an
 * open transaction that shows the organization's rows (`withTenant()`, `eachItem()`), so that effect and mark are one commit.
 * @param requestId stands in the audit: what moved the system, e.g. `due-…`
 */
export async function asSystem<T>(
  manager: EntityManager,
  { orgId, ...given }: Pick<VerbContext, 'now' | 'requestId' | 'history'> & { readonly orgId: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const context = {
    ...given,
    dataSource: manager.connection,
    locale: 'zh-CN',
    signedIn: undefined,
    idempotencyKey: undefined,
    requestHash: '',
    signer: NO_SIGNER,
  } as const
  const tx = new Transaction(context, theSystem(orgId), 'system', manager)
  const result = await work(tx)
  await tx.settle()
  return result
}
