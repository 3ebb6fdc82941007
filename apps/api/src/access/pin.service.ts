/** The PIN that one signs records with. Peppered under the master key before it is hashed: six digits alone are soon tried out. */
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { hashPassword, passwordFits } from './password.ts'
import { StaffCredential } from './session.entity.ts'
import type { Vault } from './vault.ts'

interface Owner {
  readonly orgId: string
  readonly id: string
}

const KIND = 'PIN'

const peppered = (vault: Vault, { orgId, id }: Owner, pin: string): string =>
  vault.mark(`${orgId}|staff_credential|pin|${id}`, pin)

export const findPin = (manager: EntityManager, { orgId, id }: Owner): Promise<StaffCredential | null> =>
  manager.findOneBy(StaffCredential, { orgId, staffId: id, kind: KIND })

/** False also for somebody without one, after the same time. */
export const pinFits = (
  vault: Vault,
  owner: Owner,
  stored: Pick<StaffCredential, 'secretHash'> | null,
  pin: string,
): Promise<boolean> => passwordFits(stored?.secretHash, peppered(vault, owner, pin))

/** Of a person whose row is locked. Not by `insert` and `patch`: no copy of a hash goes to the audit. */
export const writePin = async (
  manager: EntityManager,
  vault: Vault,
  owner: Owner,
  { pin, now }: { readonly pin: string; readonly now: Date },
): Promise<void> => {
  const where = { orgId: owner.orgId, staffId: owner.id, kind: KIND }
  const secret = { secretHash: await hashPassword(peppered(vault, owner, pin)), changedAt: now }
  const { affected } = await manager.update(StaffCredential, where, secret)
  if (!affected) await manager.insert(StaffCredential, { ...where, ...secret, id: newId() })
}
