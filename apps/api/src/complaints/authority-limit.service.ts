/**
 * The authority matrix 核决权限表 as it is in force. It is written by its controlled document alone, whose revision replaces it as a whole
 * when it becomes effective; the change reaches the holders' sessions with its commit.
 */
import { type AuthorityLimit, type Role } from '@steward/domain'
import { In } from 'typeorm'
import { lockOrganization, renewSessions } from '../access/rights.service.ts'
import type { Transaction } from '../database/transaction.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import { AuthorityLimitEntity } from './authority-limit.entity.ts'

const isCell =
  ({ role, cause }: Pick<AuthorityLimit, 'role' | 'cause'>) =>
  (other: Pick<AuthorityLimit, 'role' | 'cause'>): boolean =>
    other.role === role && other.cause === cause

/** Rows that stay as they are stay untouched, so that the audit tells what is different and nothing else. */
export const replaceLimits = async (tx: Transaction, limits: readonly AuthorityLimit[]): Promise<void> => {
  const orgId = tx.actor.organizationId
  await renewHolders(tx, [...new Set(limits.map(({ role }) => role))])
  await lockOrganization(tx)
  const rows = await tx.manager.findBy(AuthorityLimitEntity, { orgId })
  for (const row of rows.filter((it) => !limits.some(isCell(it)))) await tx.remove(AuthorityLimitEntity, row)
  for (const { role, cause, limitMinor } of limits) {
    const row = rows.find(isCell({ role, cause }))
    if (!row)
      await tx.insert(AuthorityLimitEntity, { role, cause, limitMinor, version: 1, updatedAt: tx.now })
    else if (row.limitMinor !== limitMinor)
      await tx.patch(AuthorityLimitEntity, row, { limitMinor, updatedAt: tx.now })
  }
}

/** Before the organization's row is locked: people first, everywhere. A role that has no row any more loses its limit too. */
const renewHolders = async (tx: Transaction, named: readonly Role[]): Promise<void> => {
  const orgId = tx.actor.organizationId
  const before = await tx.manager.findBy(AuthorityLimitEntity, { orgId })
  const roles = [...new Set([...named, ...before.map(({ role }) => role)])]
  const holders = await tx.manager.findBy(StaffRole, { orgId, role: In(roles) })
  await renewSessions(tx, [...new Set(holders.map(({ staffId }) => staffId))])
}
