import { comparable } from './comparable.ts'
import { where, type Compilation, type View } from './compilation.ts'
import { rowConditions, tieSql } from './list-sql.ts'
import type { Merged, MergedSource } from './projection.ts'
import { literal } from './sql-writer.ts'
import { viewOf } from './view.ts'

/**
 * One query for each source of which the reader may see some row: entries with the same columns, each under the scope of the
 * record's own type. A source that is closed to the reader's roles does not even stand in the statement.
 */
export function branchesOf(c: Compilation, parent: View, field: Merged): readonly string[] {
  const branches = field.sources.flatMap((source) => branchSql(c, parent, field, source) ?? [])
  if (branches.length === 0)
    throw new Error(`Nobody who reads ${parent.projection.type} sees any entry of it`)
  return branches
}

function branchSql(
  c: Compilation,
  parent: View,
  { foreign, columns }: Merged,
  source: MergedSource,
): string | undefined {
  const { through } = source
  const above = through && viewOf(c, through.type, 0, { view: parent, by: source.foreign })
  const direct = { view: parent, by: source.foreign }
  const row = viewOf(c, source.type, 0, above ? { view: above, by: through.by } : direct)
  if (above?.scope === 'false' || row.scope === 'false') return undefined
  const at = shownSql(c, row, source.shows.at)
  if (at === undefined) return undefined
  const values: Readonly<Record<string, string | undefined>> = {
    kind: `${literal(source.kind)} collate "C"`,
    ...Object.fromEntries(
      Object.entries(source.shows).map(([column, name]) => [column, shownSql(c, row, name)]),
    ),
    ...Object.fromEntries(
      Object.entries(source.records).map(([column, own]) => [column, `${row.alias}.${own}`]),
    ),
  }
  const listed = Object.entries(columns).map(
    ([column, type]) => `${values[column] ?? `null::${type}`} as ${column}`,
  )
  const head = [
    `${row.alias}.org_id`,
    `${row.alias}.id`,
    `${(above ?? row).alias}.${source.foreign} as ${foreign}`,
  ]
  const tables = [
    `${row.projection.table} ${row.alias}`,
    ...(above ? [`${above.projection.table} ${above.alias}`] : []),
  ]
  const conditions = [
    ...(above ? [...tieSql(above, row), `${row.alias}.${through.by} = ${above.alias}.id`] : []),
    ...(above ? rowConditions(above) : []),
    ...rowConditions(row),
    ...(source.only ? [`(${source.only.sql(row.alias, c.actor)})`] : []),
    `${at} is not null`,
  ]
  return `select ${[...head, ...listed].join(', ')} from ${tables.join(', ')} ${where(conditions)}`
}

/** The field's value as far as it is shown; a day counts from its first moment. Undefined where it is hidden from the reader's roles. */
function shownSql(c: Compilation, row: View, name: string): string | undefined {
  const { sql, format } = comparable(c, row, name)
  if (sql.startsWith('case when false')) return undefined
  if (format !== 'day') return sql
  const zone = `(select z$.time_zone from organization_profile z$ where z$.org_id = ${row.alias}.org_id)`
  return `(${sql}::timestamp at time zone ${zone})`
}
