/** Who may be named as answering for a client: a key account manager, or sales, who is still with us. */
import { IsNull } from 'typeorm'
import { invalidReference } from '../database/invalid-reference.ts'
import type { Transaction } from '../database/transaction.ts'
import { Staff, StaffRole } from '../organization/organization.entity.ts'

/** Refuses the member of the input that names somebody else. */
export const answersForClients = async (tx: Transaction, staffId: string, path: string): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const staff = await tx.manager.findOneBy(Staff, { orgId, id: staffId, disabledAt: IsNull() })
  const roles = staff ? await tx.manager.findBy(StaffRole, { orgId, staffId }) : []
  if (!roles.some(({ role }) => role === 'KEY_ACCOUNT_MANAGER' || role === 'SALES'))
    throw invalidReference(path)
}
