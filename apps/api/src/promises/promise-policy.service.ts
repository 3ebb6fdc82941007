/** The promise policy: each change is a new revision of the whole; cases keep the one that they began with. */
import { parseInput, PROMISE_POLICY_INPUTS, type PromiseRule } from '@steward/domain'
import { lockOrganization } from '../access/rights.service.ts'
import { ComplaintCategory } from '../complaints/complaint-category.entity.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { text } from '@steward/domain'
import { In } from 'typeorm'
import { PromisePolicyEntity } from './promise.entity.ts'
import { policyInForce } from './promise-terms.service.ts'

/** Refuses STALE_RECORD where another revision came in between. */
export const setPromisePolicy = (
  context: VerbContext,
  input: object,
): Promise<PromisePolicyEntity | UserError> =>
  transaction(context, 'promisePolicy:set', async (tx) => {
    const { rules, expectedRevision } = orRefuse(parseInput(PROMISE_POLICY_INPUTS.set, withUuids(input)))
    const { orgId } = await lockOrganization(tx)
    const { revision } = await policyInForce(tx.manager, orgId)
    if (revision !== expectedRevision)
      throw new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version: revision })
    await mustExist(tx, rules)
    return tx.insert(PromisePolicyEntity, {
      revision: revision + 1,
      rules: rules as PromiseRule[],
      setById: tx.actor.staffId,
      setAt: tx.now,
    })
  })

const mustExist = async (tx: Transaction, rules: readonly PromiseRule[]): Promise<void> => {
  const ids = rules.flatMap(({ categoryId }) => categoryId ?? [])
  if (ids.length === 0) return
  const found = await tx.manager.findBy(ComplaintCategory, { orgId: tx.actor.organizationId, id: In(ids) })
  const missing = rules.findIndex(
    ({ categoryId }) => categoryId !== null && !found.some(({ id }) => id === categoryId),
  )
  if (missing >= 0)
    throw new Refused({
      code: 'INVALID_INPUT',
      fields: [
        {
          path: `rules.${missing}.categoryId`,
          message: text('没有这个分类。', 'There is no such category.'),
        },
      ],
    })
}
