/** How witnesses are read, and how each of them fares. */
import { LEDGER_CHAINS, WITNESS_TRANSITIONS } from '@steward/domain'
import { actions, column, id, instant, one, projection, values } from '../reads/projection.ts'
import { publishedInstantSql } from '../reads/published-value.ts'
import { listRoot } from '../reads/roots.ts'
import { LedgerWitness } from './witness.entity.ts'

const internal = { class: 'internal' } as const

const CHAINS = LEDGER_CHAINS.map((chain, nth) => `('${chain}', ${nth})`).join(', ')

const standingsSql = (alias: string): string => `
  select k$.chain as "chain", coalesce(c$.size, 0)::integer as "checkpointedSize", coalesce(s$.seen_size, 0)::integer as "seenSize",
    ${publishedInstantSql('s$.seen_at')} as "seenAt", ${publishedInstantSql('s$.tried_at')} as "triedAt",
    s$.failure as "failure", ${publishedInstantSql('s$.failing_since')} as "failingSince"
  from (values ${CHAINS}) k$(chain, nth)
  left join lateral (select size from ledger_checkpoint c where c.org_id = ${alias}.org_id and c.chain = k$.chain
                      order by c.size desc limit 1) c$ on true
  left join ledger_witness_state s$ on s$.org_id = ${alias}.org_id and s$.witness_id = ${alias}.id and s$.chain = k$.chain
  order by k$.nth`

const iso = (value: unknown): string | null => (value as Date | null | undefined)?.toISOString() ?? null

export const ledgerWitnessProjection = projection('LedgerWitness', {
  table: 'ledger_witness',
  entity: LedgerWitness,
  permission: 'witness:read',
  facts: { status: 'status' },
  fields: {
    id: id(),
    kind: column('kind', internal),
    name: column('name', internal),
    url: column('url', internal),
    publicKey: column('public_key', internal),
    mailAddress: column('mail_address', { class: 'personal' }),
    rhythm: column('rhythm', internal),
    appointedAt: instant('appointed_at', internal),
    appointedBy: one('Staff', { ...internal, by: 'appointed_by_id' }),
    standings: values('LedgerWitnessStanding', {
      ...internal,
      sql: standingsSql,
      reference: (row, { rows }) =>
        LEDGER_CHAINS.map((chain) => {
          const sizes = rows('ledger_checkpoint')
            .filter((it) => it.chain === chain)
            .map(({ size }) => Number(size))
          const state = rows('ledger_witness_state').find(
            (it) => it.witness_id === row.id && it.chain === chain,
          )
          return {
            chain,
            checkpointedSize: Math.max(0, ...sizes),
            seenSize: Number(state?.seen_size ?? 0),
            seenAt: iso(state?.seen_at),
            triedAt: iso(state?.tried_at),
            failure: state?.failure ?? null,
            failingSince: iso(state?.failing_since),
          }
        }),
    }),
    availableActions: actions(WITNESS_TRANSITIONS),
    version: column('version', internal),
  },
})

export const witnessRoots = {
  ledgerWitnesses: listRoot('LedgerWitness', {
    order: [
      ['appointedAt', 'asc'],
      ['id', 'asc'],
    ],
    only: {
      sql: (alias) => `${alias}.status <> 'DISMISSED'`,
      reference: (row) => row.status !== 'DISMISSED',
    },
    typically: 3,
  }),
}
