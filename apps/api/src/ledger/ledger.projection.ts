/** How the ledger and its verifications are read: how far it stands, and what is wrong with it. */
import type { LedgerChain } from '@steward/domain'
import { toGlobalId } from '../graphql/global-id.ts'
import {
  column,
  expression,
  id,
  instant,
  one,
  projection,
  values,
  type Reference,
  type Row,
} from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { publishedInstantSql } from '../reads/published-value.ts'
import { isIn } from '../reads/filters.ts'
import { connectionRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { LedgerVerification, type VerificationRemark } from './ledger-verification.entity.ts'
import { isLost, LOST_AFTER_SECONDS } from './verification-lost.ts'

const internal = { class: 'internal' } as const

const newestSql = (alias: string, chain: LedgerChain, what: string): string =>
  `(select c.${what} from ledger_checkpoint c where c.org_id = ${alias}.org_id and c.chain = '${chain}' order by c.size desc limit 1)`

const ofChain = ({ rows }: Reference, table: string, chain: LedgerChain): readonly Row[] =>
  rows(table).filter((row) => row.chain === chain)

const newest = (reference: Reference, chain: LedgerChain) =>
  ofChain(reference, 'ledger_checkpoint', chain)
    .toSorted((a, b) => Number(a.size) - Number(b.size))
    .at(-1)

/** How far a chain stands: its entries, those under a checkpoint, those that somebody outside was told of. */
const standingOf = (chain: LedgerChain) => ({
  size: expression({
    ...internal,
    sql: (alias) =>
      `coalesce((select h.size from ledger_head h where h.org_id = ${alias}.org_id and h.chain = '${chain}')::integer, 0)`,
    reference: (_, reference) => Number(ofChain(reference, 'ledger_head', chain)[0]?.size ?? 0),
  }),
  lastEntryAt: expression({
    ...internal,
    sql: (alias) =>
      publishedInstantSql(
        `(select to_timestamp(h.at / 1000.0) from ledger_head h
           where h.org_id = ${alias}.org_id and h.chain = '${chain}' and h.size > 0)`,
      ),
    reference: (_, reference) => {
      const [head] = ofChain(reference, 'ledger_head', chain)
      return head && Number(head.size) > 0 ? new Date(Number(head.at)).toISOString() : null
    },
  }),
  checkpointedSize: expression({
    ...internal,
    sql: (alias) => `coalesce(${newestSql(alias, chain, 'size')}::integer, 0)`,
    reference: (_, reference) => Number(newest(reference, chain)?.size ?? 0),
  }),
  checkpointedAt: expression({
    ...internal,
    sql: (alias) => publishedInstantSql(newestSql(alias, chain, 'at')),
    reference: (_, reference) => (newest(reference, chain)?.at as Date | undefined)?.toISOString() ?? null,
  }),
  witnessedSize: expression({
    ...internal,
    sql: (alias) => `coalesce((
      select max(c.size) from ledger_checkpoint c
        join ledger_witnessing w on w.org_id = c.org_id and w.checkpoint_id = c.id
       where c.org_id = ${alias}.org_id and c.chain = '${chain}')::integer, 0)`,
    reference: (_, reference) => {
      const seen = new Set(reference.rows('ledger_witnessing').map(({ checkpoint_id }) => checkpoint_id))
      const sizes = ofChain(reference, 'ledger_checkpoint', chain).filter((it) => seen.has(it.id))
      return Math.max(0, ...sizes.map(({ size }) => Number(size)))
    },
  }),
})

/** The ledger of the organization, which has one even before its first entry. */
export const ledgerProjection = projection('Ledger', {
  table: 'organization_profile',
  permission: 'ledger:read',
  fields: {
    ...standingOf('SIGN_OFFS'),
    signOffsOutside: expression({
      ...internal,
      sql: (alias) => `(
        select count(*)::integer from sign_off s where s.org_id = ${alias}.org_id
           and not exists (select from ledger_entry e where e.org_id = s.org_id and e.id = s.id))`,
      reference: (_, { rows }) => {
        const inside = new Set(rows('ledger_entry').map((entry) => entry.id))
        return rows('sign_off').filter((signOff) => !inside.has(signOff.id)).length
      },
    }),
  },
})

/** The chain of its audit trail. */
export const auditChainProjection = projection('AuditChain', {
  table: 'organization_profile',
  permission: 'ledger:read',
  fields: {
    ...standingOf('AUDIT'),
    unchained: expression({
      ...internal,
      sql: (alias) => `(select count(*)::integer from audit_unchained u where u.org_id = ${alias}.org_id)`,
      reference: (_, { rows }) => rows('audit_unchained').length,
    }),
  },
})

const remarksSql = (column: string) => (alias: string) =>
  `
  select r$.value ->> 'code' as "code", r$.value ->> 'textZh' as "textZh", r$.value ->> 'textEn' as "textEn",
    (r$.value ->> 'entry')::integer as "entry",
    ${publishedIdSql('sgn', "(r$.value ->> 'signOffId')")} as "signOffId",
    ${publishedIdSql('aud', "(r$.value ->> 'auditEntryId')")} as "auditEntryId",
    ${publishedIdSql('cmp', "(r$.value ->> 'complaintId')")} as "complaintId",
    r$.value ->> 'complaintNumber' as "complaintNumber"
  from jsonb_array_elements(${alias}.${column}) with ordinality r$(value, nth) order by r$.nth`

const published = (remarks: unknown) =>
  (remarks as readonly VerificationRemark[]).map((it) => ({
    ...it,
    signOffId: it.signOffId && toGlobalId('SignOff', it.signOffId),
    auditEntryId: it.auditEntryId && toGlobalId('AuditEntry', it.auditEntryId),
    complaintId: it.complaintId && toGlobalId('Complaint', it.complaintId),
  }))

export const ledgerVerificationProjection = projection('LedgerVerification', {
  table: 'ledger_verification',
  entity: LedgerVerification,
  permission: 'ledger:read',
  fields: {
    id: id(),
    chain: column('chain', internal),
    askedBy: one('Staff', { ...internal, by: 'asked_by_id' }),
    askedAt: instant('asked_at', internal),
    finishedAt: instant('finished_at', internal),
    isLost: expression({
      ...internal,
      // Liveness between processes is told by the database's clock, the only one that they share.
      sql: (alias) =>
        `(${alias}.outcome is null and ${alias}.seen_at < clock_timestamp() - interval '${LOST_AFTER_SECONDS} s')`,
      reference: ({ outcome, seen_at }, { now }) =>
        isLost({ outcome: outcome as string | null, seenAt: seen_at as Date }, now),
    }),
    entriesTotal: column('entries_total', internal),
    entriesChecked: column('entries_checked', internal),
    outcome: column('outcome', internal),
    findingCount: column('finding_count', internal),
    findings: values('LedgerRemark', {
      ...internal,
      sql: remarksSql('findings'),
      reference: ({ findings }) => published(findings),
    }),
    notes: values('LedgerRemark', {
      ...internal,
      sql: remarksSql('notes'),
      reference: ({ notes }) => published(notes),
    }),
    rootKey: column('root_key', internal),
    checkpointedSize: column('checkpointed_size', internal),
    witnessedSize: column('witnessed_size', internal),
  },
})

export const ledgerRoots = {
  ledger: objectRoot('Ledger', { only: { sql: () => 'true', reference: () => true } }),
  auditChain: objectRoot('AuditChain', { only: { sql: () => 'true', reference: () => true } }),
  ledgerKeys: plainRoot(),
  ledgerVerifications: connectionRoot('LedgerVerification', {
    filters: { chain: isIn('chain') },
    orders: { NEWEST: [['askedAt', 'desc']] },
  }),
}
