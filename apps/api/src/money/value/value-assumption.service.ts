/** What is assumed: a new revision each time, and the newest is in force. */
import {
  assumedAfter,
  DEFAULT_ASSUMED,
  parseInput,
  VALUE_ASSUMPTION_INPUTS,
  type Assumed,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { ValueAssumption } from './value-assumption.entity.ts'

/** The newest revision; undefined while the defaults hold. */
const newest = (manager: EntityManager, orgId: string): Promise<ValueAssumption | null> =>
  manager.findOne(ValueAssumption, { where: { orgId }, order: { revision: 'DESC' } })

/** What is in force: of revision 0 while nobody has set any. */
export const assumedOf = async (
  manager: EntityManager,
  orgId: string,
): Promise<Assumed & { readonly revision: number }> => {
  const found = await newest(manager, orgId)
  return found ?? { ...DEFAULT_ASSUMED, revision: 0 }
}

/** Nobody reads further back. */
const MOST_REVISIONS = 50

/** The newest first. */
export const revisionsOf = (manager: EntityManager, orgId: string): Promise<ValueAssumption[]> =>
  manager.find(ValueAssumption, { where: { orgId }, order: { revision: 'DESC' }, take: MOST_REVISIONS })

export const namesOfSetters = async (
  manager: EntityManager,
  orgId: string,
  revisions: readonly Pick<ValueAssumption, 'setById'>[],
): Promise<ReadonlyMap<string, string>> => {
  const staff = await manager.findBy(Staff, { orgId, id: In(revisions.map(({ setById }) => setById)) })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

export const set = (context: VerbContext, input: object): Promise<ValueAssumption | UserError> =>
  transaction(context, 'valueAssumption:set', async (tx) => {
    const { expectedRevision, reason, ...assumed } = orRefuse(parseInput(VALUE_ASSUMPTION_INPUTS.set, input))
    await lockOrganization(tx)
    const last = await newest(tx.manager, tx.actor.organizationId)
    const revision = last?.revision ?? 0
    if (revision !== expectedRevision)
      throw new Refused({
        code: 'STALE_RECORD',
        changedBy: null,
        changedAt: last?.setAt ?? tx.now,
        version: revision,
      })
    return tx.insert(ValueAssumption, {
      ...assumedAfter(last ?? DEFAULT_ASSUMED, assumed),
      reason,
      revision: revision + 1,
      setById: tx.actor.staffId,
      setAt: tx.now,
    })
  })
