/** Finds entries of the audit trail by a text: what changed, why, about whom, or in which request. The same in SQL and in JavaScript. */
import type { Filter, Reference, Row } from '../reads/projection.ts'
import { where } from '../reads/filters.ts'
import { changesOf, changesSql } from './audit-change-text.ts'

/** Letters of other scripts than Latin have no cases here, and the database's collation none of its own ideas. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const lowerSql = (sql: string): string => `lower((${sql}) collate "C")`
const within = (needle: string, hay: string): string =>
  `position(${lowerSql(needle)} in ${lowerSql(hay)}) > 0`

/** As it stands within a text of JSON. */
const escapedSql = (value: string): string => `trim(both '"' from to_json(${value})::text)`

const text = (value: unknown): string | null => String(value).trim() || null

/** The records that bear this number or name; whoever may not read an entry about them does not meet it here either. */
const NAMED = [
  ['complaint', 'number'],
  ['client', 'code'],
  ['staff', 'name'],
  ['department', 'name'],
  ['project', 'name'],
] as const

const sql = (alias: string, placeholder: string): string => {
  const value = `${placeholder}::text`
  const shown = `exists (select from (${changesSql(alias)}) t$ where not t$."isProtected"
      and (${within(value, `coalesce(t$."before", '')`)} or ${within(value, `coalesce(t$."after", '')`)}))`
  const named = NAMED.map(
    ([table, column]) =>
      `select n$.id from ${table} n$ where n$.org_id = ${alias}.org_id and n$.${column} = ${value}`,
  )
  return `(${alias}.request_id = ${value}
    or ${within(value, `coalesce(${alias}.reason, '')`)}
    or ${alias}.subject_id in (${named.join(' union all ')})
    or ((${within(value, `${alias}.changes::text`)} or ${within(escapedSql(value), `${alias}.changes::text`)}) and ${shown}))`
}

const reference = (row: Row, given: unknown, { rows }: Reference): boolean => {
  const value = text(given)
  if (value === null) return false
  const has = (hay: unknown) => typeof hay === 'string' && lower(hay).includes(lower(value))
  return (
    row.request_id === value ||
    has(row.reason) ||
    NAMED.some(([table, column]) =>
      rows(table).some((it) => it.id === row.subject_id && it[column] === value),
    ) ||
    changesOf(row.changes as Record<string, [unknown, unknown]>).some(
      ({ before, after, isProtected }) => !isProtected && (has(before) || has(after)),
    )
  )
}

export const textFilter: Filter = where({
  discloses: ['changes', 'reason', 'requestId', 'subjectId'],
  bind: text,
  sql,
  reference,
})
