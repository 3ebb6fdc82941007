/** What only the database can tell of the audit trail: rows that have no entry in its chain, and that do not wait for one. */
import type { EntityManager } from 'typeorm'
import { MOST_REMARKS, NOWHERE, type OutsideFound } from '../ledger/verification-remarks.service.ts'

const WAITING = `
select count(*)::integer as all, count(*) filter (where a.id is null)::integer as gone
  from audit_unchained u left join audit_entry a on a.org_id = u.org_id and a.id = u.id where u.org_id = $1`

const WITHOUT_ENTRY = `
select a.id, a.at, count(*) over ()::integer as all
  from audit_entry a
  left join audit_chain_entry e on e.org_id = a.org_id and e.id = a.id
  left join audit_unchained u on u.org_id = a.org_id and u.id = a.id
 where a.org_id = $1 and e.id is null and u.id is null order by a.at, a.id limit ${MOST_REMARKS}`

export const auditOutside = async (manager: EntityManager, orgId: string): Promise<OutsideFound> => {
  // First those that wait: what gets its place between the two has one when it is looked for.
  const [waiting] = await manager.query<{ all: number; gone: number }[]>(WAITING, [orgId])
  const rows = await manager.query<{ id: string; at: Date; all: number }[]>(WITHOUT_ENTRY, [orgId])
  const { all = 0, gone = 0 } = waiting ?? {}
  return {
    findings: [...(gone > 0 ? [removedUnchained(gone)] : []), ...rows.map(withoutEntry)],
    findingCount: (gone > 0 ? 1 : 0) + (rows[0]?.all ?? 0),
    notes: all > 0 ? [notYetChained(all)] : [],
  }
}

const withoutEntry = ({ id, at }: { readonly id: string; readonly at: Date }) => ({
  ...NOWHERE,
  code: 'AUDIT_ROW_WITHOUT_ENTRY',
  textZh: `自称写于 ${at.toISOString()} 的审计记录 ${id} 在链上没有条目，也不在等待之列：它是绕过系统写入的，或其条目被删去了。`,
  textEn: `The row ${id} of the audit trail, which says it was written at ${at.toISOString()}, has no entry in the chain and does not wait for one: it was put in past the system, or its entry was taken out.`,
  auditEntryId: id,
})

const removedUnchained = (count: number) => ({
  ...NOWHERE,
  code: 'AUDIT_ROW_REMOVED_UNCHAINED',
  textZh: `有 ${count} 条审计记录在登记上链之前被删去了。`,
  textEn: `${count} rows of the audit trail were removed before they had their place in the chain.`,
})

const notYetChained = (count: number) => ({
  ...NOWHERE,
  code: 'NOT_YET_CHAINED',
  textZh: `有 ${count} 条审计记录尚未上链；通常在一秒之内。`,
  textEn: `${count} rows of the audit trail are not yet in the chain; that takes about a second.`,
})
