/** The signature policy in force, and who a step can be signed by. */
import {
  addWorkingMinutes,
  DEFAULT_SIGNATURE_POLICY,
  rolesHolding,
  type Permission,
  type PolicyStep,
  type Role,
  type SignaturePolicy,
  type SignatureRule,
  type StepMeaning,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import type { Transaction } from '../database/transaction.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { SignaturePolicyEntity } from './signing.entity.ts'

/** The newest revision; what the house ships, revision 0, where the organization never set its own. */
export const signaturePolicyInForce = async (
  manager: EntityManager,
  orgId: string,
): Promise<SignaturePolicy> => {
  const [row] = await manager.find(SignaturePolicyEntity, {
    where: { orgId },
    order: { revision: 'DESC' },
    take: 1,
  })
  return row ? { revision: row.revision, rules: row.rules } : DEFAULT_SIGNATURE_POLICY
}

/**
 * A revision of its document is effective: signings that begin from now on take their steps from these rules, those that have begun keep
 * theirs.
 * @param setById who prepared it
 */
export const setSignaturePolicy = async (
  tx: Transaction,
  rules: readonly SignatureRule[],
  setById: string,
): Promise<void> => {
  const { orgId } = await lockOrganization(tx)
  const { revision } = await signaturePolicyInForce(tx.manager, orgId)
  await tx.insert(SignaturePolicyEntity, {
    revision: revision + 1,
    rules: [...rules],
    setById,
    setAt: tx.now,
  })
}

/**
 * Whom the policy names, or else every role that holds the permission; written down, so that a later policy changes nothing.
 * @param approvers who alone approves by a rule of the domain: the policy narrows them, and cannot name others
 */
export const askedRoles = (
  { roles, meaning }: Pick<PolicyStep, 'roles' | 'meaning'>,
  verbs: Readonly<Partial<Record<StepMeaning, Permission>>>,
  approvers?: readonly Role[],
): Role[] => {
  const verb = verbs[meaning]
  if (!verb) throw new Error(`no permission gives the step ${meaning}`)
  const able = rolesHolding(verb)
  const asked = roles.length === 0 ? [...able] : able.filter((role) => roles.includes(role))
  if (meaning !== 'APPROVED' || !approvers) return asked
  const both = asked.filter((role) => approvers.includes(role))
  return both.length > 0 ? both : [...approvers]
}

/** So many working minutes from now. */
export const dueAt = async (tx: Transaction, minutes: number | null): Promise<Date | null> => {
  if (minutes === null) return null
  const { calendar } = await calendarFor(tx.manager, tx.actor.organizationId)
  return addWorkingMinutes(calendar, tx.now, minutes).at
}
