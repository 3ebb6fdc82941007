/** The authority matrix 核决权限表. Its owner row is the organization's; a change reaches the holders' sessions with its commit. */
import { AUTHORITY_LIMIT_INPUTS, parseInput, type Role } from '@steward/domain'
import { IsNull } from 'typeorm'
import { lockOrganization, renewSessions } from '../access/rights.service.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import { AuthorityLimitEntity } from './authority-limit.entity.ts'
import { RemovedAuthorityLimit } from './authority-limit.type.ts'

/**
 * Sets up to how much a role approves for a cause, or for all others. Refuses STALE_RECORD where the row is not the one that
 * the person saw, also when they saw none.
 */
export const setLimit = (context: RequestContext, input: object): Promise<AuthorityLimitEntity | UserError> =>
  transaction(context, 'limit:set', async (tx) => {
    const { role, cause, limitMinor, expectedVersion } = orRefuse(
      parseInput(AUTHORITY_LIMIT_INPUTS.set, withUuids(input)),
    )
    await renewHolders(tx, role)
    const { orgId } = await lockOrganization(tx)
    const found = await tx.manager.findOneBy(AuthorityLimitEntity, { orgId, role, cause: cause ?? IsNull() })
    if (!found && expectedVersion !== null) throw gone(tx)
    return found
      ? tx.patch(AuthorityLimitEntity, await tx.lock(AuthorityLimitEntity, found.id, expectedVersion ?? 0), {
          limitMinor,
          updatedAt: tx.now,
        })
      : tx.insert(AuthorityLimitEntity, { role, cause, limitMinor, version: 1, updatedAt: tx.now })
  })

/** Takes a limit back: the role's general one holds for that cause again; without a general one, nothing. */
export const removeLimit = async (
  context: RequestContext,
  input: { readonly authorityLimitId: string },
): Promise<RemovedAuthorityLimit | UserError> => {
  const { authorityLimitId, ...stated } = withUuids(input)
  // The row is gone afterwards: the organization's stands for it in what a repeated Idempotency-Key answers.
  const done = await transaction(context, 'limit:remove', async (tx) => {
    const { expectedVersion } = orRefuse(parseInput(AUTHORITY_LIMIT_INPUTS.remove, stated))
    const { id, role } = await tx.get(AuthorityLimitEntity, authorityLimitId as string)
    await renewHolders(tx, role)
    const organization = await lockOrganization(tx)
    await tx.remove(AuthorityLimitEntity, await tx.lock(AuthorityLimitEntity, id, expectedVersion))
    return organization
  })
  return done instanceof UserError
    ? done
    : Object.assign(new RemovedAuthorityLimit(), { authorityLimitId: input.authorityLimitId })
}

/** Before the organization's row is locked: people first, everywhere. */
const renewHolders = async (tx: Transaction, role: Role): Promise<void> => {
  const holders = await tx.manager.findBy(StaffRole, { orgId: tx.actor.organizationId, role })
  await renewSessions(
    tx,
    holders.map(({ staffId }) => staffId),
  )
}

/** Somebody took the row away that the person saw. */
const gone = (tx: Transaction): Refused =>
  new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version: 0 })
