/** What a list of clients is narrowed and put in order by. */
import { OPEN_STATUSES, type Status } from '@steward/domain'
import { before, costly, flag, from, is, isIn, where } from '../../reads/filters.ts'
import type { Expression } from '../../reads/projection.ts'
import { ID_PREFIXES } from '../../graphql/global-id.ts'
import { uuidOf } from '../../reads/published-id.ts'
import { publishedInstantSql } from '../../reads/published-value.ts'
import { memberFilter } from '../../membership/member-of-client.projection.ts'
import { gradeFilter } from '../../grading/directory/client-grade.projection.ts'
import { DUTY_FILTERS } from '../duty/duty.projection.ts'
import { FIELD_FILTERS } from '../fields/custom-field.projection.ts'
import { tagFilter } from '../tags/tag.projection.ts'
import { searchFilter } from './client-search.projection.ts'

const OPEN = OPEN_STATUSES.map((status) => `'${status}'`).join(', ')
const unitUuid = (value: unknown): string | null => uuidOf({ prefix: ID_PREFIXES.Unit }, value)

/** How many of the client's cases are open. */
export const openComplaintCount: Expression = {
  sql: (alias) =>
    `(select count(*) from complaint c where c.org_id = ${alias}.org_id and c.client_id = ${alias}.id and c.status in (${OPEN}))`,
  reference: (row, { rows }) =>
    rows('complaint').filter((it) => it.client_id === row.id && OPEN_STATUSES.includes(it.status as Status))
      .length,
}

/** When the client last came to us with a case. */
export const lastComplaintAt: Expression = {
  sql: (alias) =>
    `(select ${publishedInstantSql('max(c.registered_at)')} from complaint c where c.org_id = ${alias}.org_id and c.client_id = ${alias}.id)`,
  reference: (row, { rows }) =>
    rows('complaint')
      .filter((it) => it.client_id === row.id)
      .map((it) => (it.registered_at as Date).toISOString())
      .sort()
      .at(-1) ?? null,
}

const isRecorded = (column: string, field: string) =>
  flag({
    discloses: [field],
    sql: (alias) => `${alias}.${column} is not null`,
    reference: (row) => row[column] !== null,
  })

export const CLIENT_FILTERS = {
  search: searchFilter,
  unit: where({
    discloses: ['occupancies'],
    bind: unitUuid,
    sql: (alias, value) => `exists (select 1 from client_occupancy o
      where o.org_id = ${alias}.org_id and o.client_id = ${alias}.id and o.unit_id = ${value} and o.withdrawn_at is null)`,
    reference: (row, value, { rows }) =>
      rows('client_occupancy').some(
        (o) => o.client_id === row.id && o.unit_id === unitUuid(value) && o.withdrawn_at === null,
      ),
  }),
  kind: isIn('kind'),
  relation: isIn('relation'),
  project: isIn('project'),
  building: isIn('building'),
  tags: tagFilter,
  ...FIELD_FILTERS,
  ...DUTY_FILTERS,
  grade: costly(gradeFilter),
  member: costly(memberFilter),
  keyAccountManager: is('keyAccountManager'),
  hasKeyAccountManager: isRecorded('key_account_manager_id', 'keyAccountManager'),
  hasPhone: isRecorded('phone_masked', 'phoneMasked'),
  hasEmail: isRecorded('email_masked', 'emailMasked'),
  archived: isRecorded('archived_at', 'archivedAt'),
  createdFrom: from('createdAt'),
  createdBefore: before('createdAt'),
  hasOpenComplaint: flag({
    discloses: ['openComplaintCount'],
    sql: (alias) =>
      `exists (select from complaint c where c.org_id = ${alias}.org_id and c.client_id = ${alias}.id and c.status in (${OPEN}))`,
    reference: (row, { rows }) =>
      rows('complaint').some((it) => it.client_id === row.id && OPEN_STATUSES.includes(it.status as Status)),
  }),
  silentSince: where({
    discloses: ['lastComplaintAt'],
    sql: (alias, value) =>
      `not exists (select from complaint c where c.org_id = ${alias}.org_id and c.client_id = ${alias}.id and c.registered_at >= ${value}::timestamptz)`,
    reference: (row, value, { rows }) =>
      !rows('complaint').some(
        (it) => it.client_id === row.id && (it.registered_at as Date) >= new Date(String(value)),
      ),
  }),
}

export const CLIENT_ORDERS = {
  CODE: [['code', 'asc']],
  NAME: [['name', 'asc']],
  NEWEST: [['createdAt', 'desc']],
} as const
