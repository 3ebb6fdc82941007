/** Days and numbers as the organization's own calendar has them. */
import { localDate } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { nextSerials } from '../database/counter.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'

export const dayOf = async (manager: EntityManager, orgId: string, at: Date): Promise<string> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  return localDate(at, timeZone)
}

export const todayOf = (tx: Transaction): Promise<string> =>
  dayOf(tx.manager, tx.actor.organizationId, tx.now)

/** `R2611-00042`: mark, month in which it was made, serial without gaps. */
const MARKS = { receivable: 'R', payment: 'P', reconciliation: 'S', cost: 'K' } as const

/** The next `many` numbers of a kind. Taken last: its row stays locked until the end. */
export const nextNumbers = async (
  tx: Transaction,
  kind: keyof typeof MARKS,
  today: string,
  many = 1,
): Promise<readonly string[]> => {
  const period = `${today.slice(2, 4)}${today.slice(5, 7)}`
  const first = await nextSerials(tx.manager, tx.actor.organizationId, kind, new Map([[period, many]]))
  return Array.from(
    { length: many },
    (_, at) => `${MARKS[kind]}${period}-${String(first.get(period)! + at).padStart(5, '0')}`,
  )
}
