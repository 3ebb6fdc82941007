import { comparable, getField, refuseHidden } from './comparable.ts'
import type { Compilation, ListSource, View } from './compilation.ts'
import type { FieldArguments } from './field-arguments.ts'
import type { Filter, Order } from './projection.ts'
import { visibilitySql } from './scope-sql.ts'

/** Arguments that page and order; all others filter, alone or as members of `filter`. */
const PAGING = new Set(['first', 'after', 'orderBy'])

/** The conditions on a row of the list: its ties, the reader's scope, the list's own restriction, the filters given. */
export function listConditions(c: Compilation, source: ListSource, given: FieldArguments): string[] {
  const { view, list } = source
  const restriction = list.only ? [`(${list.only.sql(view.alias, c.actor)})`] : []
  return [
    ...source.conditions,
    ...rowConditions(view),
    ...restriction,
    ...givenFilters(given)
      .filter(([path]) => !isCostly(source, path))
      .map(([path, value]) => filterSql(c, source, path, value, given)),
  ]
}

/** Those of the given filters that are asked last, of rows that meet everything else. */
export const costlyConditions = (c: Compilation, source: ListSource, given: FieldArguments): string[] =>
  givenFilters(given)
    .filter(([path]) => isCostly(source, path))
    .map(([path, value]) => filterSql(c, source, path, value, given))

const isCostly = (source: ListSource, path: readonly string[]): boolean =>
  getFilter(source, path.at(-1)!).costly === true

/** Row scope of the type; nothing where it reaches every row. */
export const rowConditions = ({ scope }: View): string[] => (scope === 'true' ? [] : [scope])

/** The organization's own rows: the first wall, which stands without row-level security. */
export const tenantConditions = (c: Compilation, { projection, alias }: View): string[] =>
  projection.tenant === null ? [] : [`${alias}.${projection.tenant} = ${c.actor.organizationId}`]

/** The parent's rows of this type in the same organization. */
export const tieSql = (parent: View, child: View): string[] =>
  parent.projection.tenant === null || child.projection.tenant === null
    ? []
    : [`${child.alias}.${child.projection.tenant} = ${parent.alias}.${parent.projection.tenant}`]

/** The filters that the client gives; null is as good as absent. */
function givenFilters({ values }: Pick<FieldArguments, 'values'>): [path: string[], value: unknown][] {
  const alone = Object.entries(values).filter(([name]) => !PAGING.has(name) && name !== 'filter')
  const members = Object.entries((values['filter'] as object | null | undefined) ?? {})
  return [
    ...alone.map(([name, value]): [string[], unknown] => [[name], value]),
    ...members.map(([name, value]): [string[], unknown] => [['filter', name], value]),
  ].filter(([, value]) => value !== null && value !== undefined)
}

/**
 * The rows on which the reader sees all of these fields: what a row hides must not tell by which filter it is kept either. Throws FORBIDDEN
 * where no role of the reader's shows one of them on any row.
 */
export function disclosedSql(c: Compilation, view: View, fields: readonly string[]): readonly string[] {
  refuseHidden(c, view.projection, fields)
  const visible = fields.map((name) => visibilitySql(c, view, getField(view.projection, name)))
  return [...new Set(visible)].filter((sql) => sql !== 'true')
}

function filterSql(
  c: Compilation,
  source: ListSource,
  path: string[],
  value: unknown,
  given: FieldArguments,
): string {
  const filter = getFilter(source, path.at(-1)!)
  const disclosed = disclosedSql(c, source.view, filter.discloses)
  const { test } = filter
  const { alias } = source.view
  if (test.kind === 'flag') {
    const holds = `(${test.expression.sql(alias, c.actor)})`
    return [...disclosed, value === true ? holds : `${holds} is not true`].join(' and ')
  }
  if (test.kind === 'where') {
    const everywhere = source.view.scope === 'true' && disclosed.length === 0
    const wanted = c.sql.parameter(given.bind(path, test.bind))
    return [...disclosed, `(${test.sql(alias, wanted, c.actor, everywhere)})`].join(' and ')
  }
  const { sql, convert } = comparable(c, source.view, test.field)
  if (test.kind === 'in') {
    const all = (values: unknown): unknown[] => (values as unknown[]).map(convert)
    return `${sql} = any(${c.sql.parameter(given.bind(path, all))})`
  }
  return `${sql} ${OPERATORS[test.kind]} ${c.sql.parameter(given.bind(path, convert))}`
}

const OPERATORS = { is: '=', from: '>=', before: '<' } as const

function getFilter({ list, view }: ListSource, name: string): Filter {
  const filter = list.filters?.[name]
  if (!filter) throw new Error(`A list of ${view.projection.type} declares no filter ${name}`)
  return filter
}

/** Fixed order of a list that the client cannot choose. */
export function fixedOrderSql(c: Compilation, view: View, order: Order): string {
  const keys = order.map(([name, direction]) => `${comparable(c, view, name).sql} ${direction}`)
  return `order by ${[...keys, `${view.alias}.id ${order.at(-1)?.[1] ?? 'asc'}`].join(', ')}`
}
