/** From how many rows on a second person applies an import. */
import { IMPORT_INPUTS, parseInput, ROWS_BY_ONE, type ImportKind } from '@steward/domain'
import { lockOrganization } from '../access/rights.service.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import type { UserError } from '../graphql/user-error.ts'
import { ImportPolicyEntity } from './import.entity.ts'

const policyOf = (tx: Transaction, kind: ImportKind): Promise<ImportPolicyEntity | null> =>
  tx.manager.findOneBy(ImportPolicyEntity, { orgId: tx.actor.organizationId, kind })

export const rowsByOneOf = async (tx: Transaction, kind: ImportKind): Promise<number> =>
  (await policyOf(tx, kind))?.rowsByOne ?? ROWS_BY_ONE[kind]

export const setImportPolicy = (
  context: RequestContext,
  input: object,
): Promise<ImportPolicyEntity | UserError> =>
  transaction(context, 'import:setPolicy', async (tx) => {
    const { kind, rowsByOne, expectedVersion } = orRefuse(parseInput(IMPORT_INPUTS.setPolicy, input))
    await lockOrganization(tx)
    const policy = await policyOf(tx, kind)
    const version = policy?.version ?? 0
    if (version !== expectedVersion)
      throw new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version })
    return policy
      ? tx.patch(ImportPolicyEntity, policy, { rowsByOne })
      : tx.insert(ImportPolicyEntity, { kind, rowsByOne, version: 1 })
  })
