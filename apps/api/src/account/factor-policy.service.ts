/** Which roles must have a second factor. The organization's row is locked: it owns the policy. */
import { ACCOUNT_INPUTS, parseInput, type Role } from '@steward/domain'
import { lockOrganization } from '../access/rights.service.ts'
import { FactorPolicyEntity } from '../access/second-factor.entity.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { UserError } from '../graphql/user-error.ts'
import { FactorPolicySet } from './factor-policy.type.ts'

const set = (role: Role, graceDays: number | null) =>
  Object.assign(new FactorPolicySet(), { role, graceDays })

/** Sets or changes the days of grace; since when it is asked for stays as it was. */
export const setFactorPolicy = async (
  context: RequestContext,
  input: object,
): Promise<FactorPolicySet | UserError> => {
  const parsed = parseInput(ACCOUNT_INPUTS.setFactorPolicy, input)
  const done = await transaction(context, 'factorPolicy:set', async (tx) => {
    const { role, graceDays } = orRefuse(parsed)
    const organization = await lockOrganization(tx)
    const found = await tx.manager.findOneBy(FactorPolicyEntity, { orgId: organization.orgId, role })
    if (found) await tx.patch(FactorPolicyEntity, found, { graceDays })
    else await tx.insert(FactorPolicyEntity, { role, graceDays, since: tx.now })
    return organization
  })
  if (done instanceof UserError || !parsed.ok) return done as UserError
  return set(parsed.value.role, parsed.value.graceDays)
}

export const removeFactorPolicy = async (
  context: RequestContext,
  input: { readonly role: string },
): Promise<FactorPolicySet | UserError> => {
  const parsed = parseInput(ACCOUNT_INPUTS.removeFactorPolicy, input)
  const done = await transaction(context, 'factorPolicy:remove', async (tx) => {
    const { role } = orRefuse(parsed)
    const organization = await lockOrganization(tx)
    const found = await tx.manager.findOneBy(FactorPolicyEntity, { orgId: organization.orgId, role })
    if (found) await tx.remove(FactorPolicyEntity, found)
    return organization
  })
  if (done instanceof UserError || !parsed.ok) return done as UserError
  return set(parsed.value.role, null)
}
