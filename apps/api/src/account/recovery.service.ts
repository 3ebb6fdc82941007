import { randomBytes } from 'node:crypto'
import { readTypedCode, RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeFrom } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { recoveryMark } from '../access/factors.service.ts'
import { RecoveryCode } from '../access/second-factor.entity.ts'
import type { Vault } from '../access/vault.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Staff } from '../organization/organization.entity.ts'

/** Makes a new set for a person whose row is locked; the old one is void. Answers them in clear, for the only time. */
export const makeRecoveryCodes = async (tx: Transaction, vault: Vault, staff: Staff): Promise<string[]> => {
  const owner = { orgId: staff.orgId, staffId: staff.id }
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    recoveryCodeFrom(randomBytes(RECOVERY_CODE_BYTES)),
  )
  await tx.manager.delete(RecoveryCode, owner)
  await tx.manager.insert(
    RecoveryCode,
    codes.map((code) => ({
      ...owner,
      id: newId(),
      codeHash: recoveryMark(vault, staff, readTypedCode(code)!.code),
      usedAt: null,
    })),
  )
  return codes
}
