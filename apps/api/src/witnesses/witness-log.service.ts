/** The log of the file witness as a verification needs it, and that it is gone where it should be there. */
import type { LedgerChain } from '@steward/domain'
import { originOf, type WitnessLog } from '@steward/verify'
import type { DataSource } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'
import type { VerificationRemark } from '../ledger/ledger-verification.entity.ts'
import { NOWHERE } from '../ledger/verification-remarks.service.ts'
import { FILE_WITNESS, readWitnessLog } from './file-witness.service.ts'

const TOLD = `
select from ledger_witnessing w join ledger_checkpoint c on c.org_id = w.org_id and c.id = w.checkpoint_id
 where w.org_id = $1 and c.chain = $2 and w.witness = $3 limit 1`

export interface FoundLog {
  readonly witnesses: readonly WitnessLog[]
  readonly findings: readonly VerificationRemark[]
}

/** What the file keeps of a chain. */
export const witnessLogOf = async (
  { dataSource, folder }: { readonly dataSource: DataSource; readonly folder: string },
  orgId: string,
  chain: LedgerChain,
): Promise<FoundLog> => {
  const text = await readWitnessLog(folder, orgId)
  // As a line of JSON has it.
  if (text?.includes(`"${originOf(orgId, chain)}\\n`))
    return { witnesses: [{ name: FILE_WITNESS, text }], findings: [] }
  const told = await withTenant(dataSource, orgId, (manager) =>
    manager.query<object[]>(TOLD, [orgId, chain, FILE_WITNESS]),
  )
  return { witnesses: [], findings: told.length > 0 ? [LOG_LOST] : [] }
}

const LOG_LOST: VerificationRemark = {
  ...NOWHERE,
  code: 'WITNESS_LOG_LOST',
  textZh: '见证记录不见了：检查点曾交给见证文件，而文件已不在。截去尾部、整本改写此刻无从发现。',
  textEn:
    'The log of the witness is gone: it was told of checkpoints, and its file is no longer there. A tail cut off, or a history rewritten, would not be seen now.',
}
