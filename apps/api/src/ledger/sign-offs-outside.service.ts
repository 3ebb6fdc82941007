/** What only the database can tell, and the ledger's file cannot: signatures that have no entry. */
import type { EntityManager } from 'typeorm'
import type { VerificationRemark } from './ledger-verification.entity.ts'
import { MOST_REMARKS, NOWHERE, type OutsideFound } from './verification-remarks.service.ts'

interface Outside {
  readonly id: string
  readonly complaintId: string | null
  readonly number: string | null
  readonly isOlder: boolean
  readonly all: number
}

/** Ids are in the order in which they were made: what is older than the first entry was signed before there was a ledger. */
const OUTSIDE = `
with first as (select id from ledger_entry where org_id = $1 order by seq limit 1)
select s.id, c.id as "complaintId", c.number, o."isOlder", o.all
  from (select s.id, s.subject_id, s.org_id, coalesce(s.id < (select id from first), true) as "isOlder",
          count(*) over (partition by coalesce(s.id < (select id from first), true))::integer as all
          from sign_off s
         where s.org_id = $1 and not exists (select from ledger_entry e where e.org_id = s.org_id and e.id = s.id)
         order by "isOlder", s.id limit ${MOST_REMARKS + 1}) o
  join sign_off s on s.org_id = o.org_id and s.id = o.id
  left join complaint c on c.org_id = o.org_id and c.id = o.subject_id
 order by o."isOlder", s.id`

const OLDER = `
select count(*)::integer as count from sign_off s
 where s.org_id = $1 and not exists (select from ledger_entry e where e.org_id = s.org_id and e.id = s.id)
   and coalesce(s.id < (select id from ledger_entry where org_id = $1 order by seq limit 1), true)`

export const signOffsOutside = async (manager: EntityManager, orgId: string): Promise<OutsideFound> => {
  const younger = (await manager.query<Outside[]>(OUTSIDE, [orgId])).filter(({ isOlder }) => !isOlder)
  const [older] = await manager.query<{ count: number }[]>(OLDER, [orgId])
  const count = older?.count ?? 0
  return {
    findings: younger.map(withoutEntry),
    findingCount: younger[0]?.all ?? 0,
    notes: count > 0 ? [olderThanLedger(count)] : [],
  }
}

const withoutEntry = ({ id, complaintId, number }: Outside): VerificationRemark => ({
  code: 'SIGN_OFF_WITHOUT_ENTRY',
  textZh: `签核 ${id} 在台账中没有条目：它被从台账中删去了，或根本没有登记过。`,
  textEn: `The sign-off ${id} has no entry in the ledger: it was taken out of it, or was never put there.`,
  ...NOWHERE,
  signOffId: id,
  complaintId,
  complaintNumber: number,
})

const olderThanLedger = (count: number): VerificationRemark => ({
  ...NOWHERE,
  code: 'SIGNED_BEFORE_LEDGER',
  textZh: `有 ${count} 次签核早于台账，不在其中，不能由台账证明。`,
  textEn: `${count} sign-offs are older than the ledger and do not stand in it: it cannot prove them.`,
})
