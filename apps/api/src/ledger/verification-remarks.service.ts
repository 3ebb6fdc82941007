/** Findings of the verifier as they are kept: in words, each with the entry and the case that it is about. */
import type { Finding, ReportNote } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import type { VerificationRemark } from './ledger-verification.entity.ts'

/** A ledger that was rewritten has a finding for each entry; the first ones tell enough. */
export const MOST_REMARKS = 100

export const NOWHERE = {
  entry: null,
  signOffId: null,
  auditEntryId: null,
  complaintId: null,
  complaintNumber: null,
}

/** What the database tells beside the verifier. */
export interface OutsideFound {
  readonly findings: readonly VerificationRemark[]
  readonly findingCount: number
  readonly notes: readonly VerificationRemark[]
}

export const remarksOf = (notes: readonly ReportNote[]): VerificationRemark[] =>
  notes.map(({ code, text, details }) => {
    const { zh, en } = code === 'PROOF_METHOD' && details['method'] === 'SESSION' ? inSession(details) : text
    return { ...NOWHERE, code, textZh: zh, textEn: sentence(en) }
  })

/** The verifier's English ones begin small, for they follow upon a place. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The verifier names the method as it stands in the ledger; here it is said in words. */
const inSession = ({ count }: ReportNote['details']) => ({
  zh: `${count} 次签核是在登录状态下签署的，签署时没有再次验证身份。`,
  en: `${count} sign-offs were made while signed in, without proving who signs once more.`,
})

interface Place {
  readonly seq: number
  readonly signOffId: string
  readonly complaintId: string | null
  readonly number: string | null
}

const PLACES = `
select e.seq, e.id as "signOffId", c.id as "complaintId", c.number
  from ledger_entry e join sign_off s on s.org_id = e.org_id and s.id = e.id
  left join complaint c on c.org_id = s.org_id and c.id = s.subject_id
 where e.org_id = $1 and (e.seq = any($2::bigint[]) or e.id = any($3::uuid[]))`

const AUDITED = 'select seq, id from audit_chain_entry where org_id = $1 and seq = any($2::bigint[])'

/** The same for the chain of the audit trail: each with its row. */
export const withRows = async (
  manager: EntityManager,
  orgId: string,
  findings: readonly Finding[],
): Promise<VerificationRemark[]> => {
  const seqs = findings.flatMap(({ where }) => where.seq ?? [])
  const rows = await manager.query<{ seq: number; id: string }[]>(AUDITED, [orgId, seqs])
  return findings.map(({ code, text, where }) => {
    const row = rows.find(({ seq, id }) => seq === where.seq || id === where.document)
    const id = row?.id ?? where.document ?? null
    return {
      ...NOWHERE,
      code,
      textZh: text.zh,
      textEn: sentence(text.en),
      entry: where.seq ?? row?.seq ?? null,
      auditEntryId: id !== null && UUID.test(id) ? id : null,
    }
  })
}

export const withCases = async (
  manager: EntityManager,
  orgId: string,
  findings: readonly Finding[],
): Promise<VerificationRemark[]> => {
  const places = await manager.query<Place[]>(PLACES, [
    orgId,
    findings.flatMap(({ where }) => where.seq ?? []),
    findings.flatMap(({ where }) => where.document ?? []).filter((id) => UUID.test(id)),
  ])
  return findings.map(({ code, text, where }) => {
    const place = places.find(({ seq, signOffId }) => seq === where.seq || signOffId === where.document)
    return {
      code,
      textZh: text.zh,
      textEn: sentence(text.en),
      entry: where.seq ?? place?.seq ?? null,
      signOffId: place?.signOffId ?? null,
      auditEntryId: null,
      complaintId: place?.complaintId ?? null,
      complaintNumber: place?.number ?? null,
    }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
