import { v7 as newId } from 'uuid'
import { StaffCredential } from '../access/session.entity.ts'
import type { Transaction } from '../database/transaction.ts'

/** The hash of a person's password, or undefined where they have none. */
export const passwordHashOf = async (tx: Transaction, staffId: string): Promise<string | undefined> => {
  const where = { orgId: tx.actor.organizationId, staffId, kind: 'PASSWORD' }
  return (await tx.manager.findOneBy(StaffCredential, where))?.secretHash
}

/** Writes the password of a person whose row is locked. Not by `insert` and `patch`: no copy of a hash goes to the audit. */
export const writePassword = async (tx: Transaction, staffId: string, secretHash: string): Promise<void> => {
  const owner = { orgId: tx.actor.organizationId, staffId, kind: 'PASSWORD' }
  const secret = { secretHash, changedAt: tx.now }
  const { affected } = await tx.manager.update(StaffCredential, owner, secret)
  if (!affected) await tx.manager.insert(StaffCredential, { ...owner, ...secret, id: newId() })
}
