import { CONDITIONS, grantsOf, type ConditionName, type FactName, type Permission } from '@steward/domain'
import { CONDITION_SQL } from '../access/condition-sql.ts'
import type { Compilation, RowView } from './compilation.ts'
import type { Field, RowPermission } from './projection.ts'

/** SQL that finds a fact of the row; null where the record has no such fact. */
export function factSql(c: Compilation, { projection, alias, parent }: RowView, name: FactName): string {
  const fact = projection.facts[name]
  if (fact === undefined) return 'null'
  if (typeof fact === 'string') return `${alias}.${fact}`
  if ('sql' in fact) return `(${fact.sql(alias, c.actor)})`
  const tenant = `f$.org_id = ${alias}.${projection.tenant}`
  if ('by' in fact) {
    if (parent && fact.by === parent.by && fact.table === parent.view.projection.table) {
      return `${parent.view.alias}.${fact.column}`
    }
    return `(select f$.${fact.column} from ${fact.table} f$ where ${tenant} and f$.id = ${alias}.${fact.by})`
  }
  return `array(select f$.${fact.column} from ${fact.each} f$ where ${tenant} and f$.${fact.foreign} = ${alias}.id)`
}

/** One condition of the vocabulary on this row. */
export const conditionSql = (c: Compilation, view: RowView, name: ConditionName): string =>
  CONDITION_SQL[name]((fact) => {
    if (!CONDITIONS[name].facts.includes(fact))
      throw new Error(`Condition ${name} does not declare the fact ${fact}`)
    return factSql(c, view, fact)
  }, c.actor)

/** The rows that the roles' grants reach: `true` and `false` where no row need be looked at. */
export function scopeSql(c: Compilation, view: RowView, permission: RowPermission): string {
  if (permission === 'anonymous') return 'true'
  if (c.rights === undefined) return 'false'
  if (permission === 'signed-in') return 'true'
  const scopes = grantsOf(c.rights, permission)
  if (scopes.includes('any')) return 'true'
  if (scopes.length === 0) return 'false'
  if (view.proven.some((proven) => proven.every((scope) => scopes.includes(scope)))) return 'true'
  return `(${scopes.map((scope) => conditionSql(c, view, scope)).join(' or ')})`
}

/** The rows on which the field shows its value: all that are read at all, where it asks no more than the row itself. */
export const visibilitySql = (c: Compilation, view: RowView, { permission }: Field): string =>
  permission === undefined || permission === view.projection.permission
    ? 'true'
    : scopeSql(c, view, permission)

/** True when some role of the reader has the permission on some rows. */
export const isHeld = (c: Compilation, permission: Permission): boolean =>
  c.rights !== undefined && grantsOf(c.rights, permission).length > 0
