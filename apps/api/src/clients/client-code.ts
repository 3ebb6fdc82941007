import { clientCode, invalidInput, text } from '@steward/domain'
import { nextSerial } from '../database/counter.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { Client } from './client.entity.ts'

const HIGHEST = `
select coalesce(max(substring(code from 2)::bigint), 0)::int as highest from client
 where org_id = $1 and code ~ '^C[0-9]{1,8}$'`

/** The code that was asked for, where it is free; else the next one, after all those that came with an import. */
export const freeCode = async (tx: Transaction, wanted: string | null): Promise<string> => {
  const orgId = tx.actor.organizationId
  const isTaken = (code: string) => tx.manager.existsBy(Client, { orgId, code })
  if (wanted !== null) {
    if (await isTaken(wanted))
      throw new Refused(
        invalidInput({
          path: 'code',
          message: text('该编号已被使用。', 'Another client has this code.'),
        }),
      )
    return wanted
  }
  const code = clientCode(await nextSerial(tx.manager, orgId, 'client', ''))
  if (!(await isTaken(code))) return code
  const [row] = await tx.manager.query<{ highest: number }[]>(HIGHEST, [orgId])
  const next = row!.highest + 1
  await tx.manager.query(
    `update counter set last = $2 where org_id = $1 and kind = 'client' and period = ''`,
    [orgId, next],
  )
  return clientCode(next)
}
