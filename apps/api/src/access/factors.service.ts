/** What second factors somebody has, and the spending of a code: each is good once, whoever asks. */
import { factorDueAt, readTypedCode, type ProofMethod, type Role } from '@steward/domain'
import { IsNull, Not, type EntityManager } from 'typeorm'
import type { Staff } from '../organization/organization.entity.ts'
import { stepOfCode } from './one-time-code.ts'
import { FactorPolicyEntity, RecoveryCode, SecondFactor } from './second-factor.entity.ts'
import type { Vault } from './vault.ts'

type Owner = Pick<Staff, 'orgId' | 'id'>

/** Those that count: confirmed and not removed. */
export const activeFactors = (manager: EntityManager, { orgId, id }: Owner): Promise<SecondFactor[]> =>
  manager.find(SecondFactor, {
    where: { orgId, staffId: id, confirmedAt: Not(IsNull()), removedAt: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  })

/** The place that a factor's secret is sealed for. */
export const secretPlace = ({ orgId, id }: Pick<SecondFactor, 'orgId' | 'id'>): string =>
  `${orgId}|second_factor|sealed_secret|${id}`

/** The keyed hash under which a recovery code is kept. */
export const recoveryMark = (vault: Vault, { orgId, id }: Owner, code: string): string =>
  vault.mark(`${orgId}|recovery_code|${id}`, code)

/**
 * Takes a code of an app or of the paper. Answers how it proved the person, or undefined where it fits nothing or was used:
 * the update is the test, so that of two requests with one code the second finds it spent.
 */
export const spendCode = async (
  manager: EntityManager,
  vault: Vault,
  owner: Owner,
  typed: string,
  now: Date,
): Promise<ProofMethod | undefined> => {
  const read = readTypedCode(typed)
  if (!read) return undefined
  if (read.kind === 'RECOVERY_CODE') {
    const codeHash = recoveryMark(vault, owner, read.code)
    const where = { orgId: owner.orgId, staffId: owner.id, codeHash, usedAt: IsNull() }
    const { affected } = await manager.update(RecoveryCode, where, { usedAt: now })
    return affected === 1 ? 'RECOVERY_CODE' : undefined
  }
  for (const factor of await activeFactors(manager, owner)) {
    if (await spendStep(manager, vault, factor, read.code, now)) return 'ONE_TIME_CODE'
  }
  return undefined
}

/** True when the code fits this factor's secret and is newer than the last one used. */
export const spendStep = async (
  manager: EntityManager,
  vault: Vault,
  factor: SecondFactor,
  code: string,
  now: Date,
): Promise<boolean> => {
  if (factor.kind !== 'ONE_TIME_CODE' || factor.sealedSecret === null) return false
  const step = stepOfCode(vault.open(secretPlace(factor), factor.sealedSecret), code, now)
  if (step === undefined) return false
  const { affected } = await manager
    .createQueryBuilder()
    .update(SecondFactor)
    .set({ lastStep: step, lastUsedAt: now })
    .where('org_id = :orgId and id = :id and removed_at is null', { orgId: factor.orgId, id: factor.id })
    .andWhere('(last_step is null or last_step < :step)', { step })
    .execute()
  return affected === 1
}

/** Must this person have a second factor by now, and has none? */
export const owesFactor = async (
  manager: EntityManager,
  staff: Staff,
  roles: readonly Role[],
  now: Date,
): Promise<boolean> => {
  const policies = await manager.findBy(FactorPolicyEntity, { orgId: staff.orgId })
  const due = factorDueAt(policies, roles, staff.createdAt)
  return due !== undefined && due <= now && (await activeFactors(manager, staff)).length === 0
}
