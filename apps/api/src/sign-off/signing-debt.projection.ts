/** 谁欠谁签: what waits for each person, counted over all that is open; whatever a list shows of it. */
import { fromGlobalId, ID_PREFIXES, toGlobalId } from '../graphql/global-id.ts'
import { flag, where } from '../reads/filters.ts'
import {
  column,
  expression,
  projection,
  values,
  type Filter,
  type Reference,
  type Row,
} from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { listRoot } from '../reads/roots.ts'
import { ABLE, able, byText, openSteps } from './may-sign.ts'

const internal = { class: 'internal' } as const

/** Open signings `n` whose step `s` the member of staff can give. */
const owedBy = (staff: string): string => `
  from signing_step s
  join signing n on n.org_id = s.org_id and n.id = s.signing_id and n.state = 'OPEN'
  join staff t on t.org_id = s.org_id and t.id = ${staff}.id
 where s.org_id = ${staff}.org_id and s.state = 'OPEN' and ${ABLE}`

const isOverdueRow = (signing: Row, now: Date): boolean =>
  signing.state === 'OPEN' && signing.due_at !== null && (signing.due_at as Date) <= now

const canGive = (signing: Row, staffId: unknown, reference: Reference): boolean =>
  openSteps(reference, signing).some((step) => able(step, reference).some(({ id }) => id === staffId))

const owedRows = (staffId: unknown, reference: Reference): readonly Row[] =>
  reference.rows('signing').filter((it) => it.state === 'OPEN' && canGive(it, staffId, reference))

export const signingDebtProjection = projection('SigningDebt', {
  table: 'staff',
  permission: 'signing:readOwed',
  fields: {
    staffId: expression({
      ...internal,
      sql: (alias) => publishedIdSql(ID_PREFIXES.Staff, `${alias}.id`),
      reference: ({ id }) => toGlobalId('Staff', String(id)),
    }),
    name: column('name', { class: 'personal' }),
    position: column('position', internal),
    kinds: values('SigningDebtOfKind', {
      ...internal,
      sql: (alias) => `select n.kind, count(distinct n.id)::int as open,
        (count(distinct n.id) filter (where n.due_at <= clock_timestamp()))::int as overdue
        ${owedBy(alias)} group by n.kind order by n.kind collate "C"`,
      reference: ({ id }, reference) => {
        const owed = owedRows(id, reference)
        return [...new Set(owed.map(({ kind }) => kind))].toSorted(byText).map((kind) => {
          const ofKind = owed.filter((it) => it.kind === kind)
          const overdue = ofKind.filter((it) => isOverdueRow(it, reference.now)).length
          return { kind, open: ofKind.length, overdue }
        })
      },
    }),
  },
})

/** Further arguments of the list of signings. */
export const owedFilters: Readonly<Record<string, Filter>> = {
  owedBy: where({
    discloses: ['awaits'],
    sql: (alias, value) => `exists (select from signing_step s
      join staff t on t.org_id = s.org_id and t.id = ${value}::uuid
     where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN' and ${ABLE})`,
    bind: (value) => fromGlobalId('Staff', String(value)) ?? null,
    reference: (row, value, reference) => canGive(row, fromGlobalId('Staff', String(value)), reference),
  }),
  awaitsNobody: flag({
    discloses: ['state', 'awaits'],
    sql: (alias) => `(${alias}.state = 'OPEN' and not exists (select from signing_step s
      join staff t on t.org_id = s.org_id
     where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN' and ${ABLE}))`,
    reference: (row, reference) =>
      row.state === 'OPEN' && openSteps(reference, row).every((step) => able(step, reference).length === 0),
  }),
  overdue: flag({
    discloses: ['state', 'dueAt'],
    sql: (alias) => `(${alias}.state = 'OPEN' and ${alias}.due_at <= clock_timestamp())`,
    reference: (row, { now }) => isOverdueRow(row, now),
  }),
}

export const signingDebtRoots = {
  signingDebts: listRoot('SigningDebt', {
    order: [['name', 'asc']],
    only: {
      sql: (alias) => `exists (select ${owedBy(alias)})`,
      reference: ({ id }, reference) => owedRows(id, reference).length > 0,
    },
    typically: 12,
  }),
}
