/** How a stored value of an audit entry is shown: the same in SQL and in JavaScript. */

interface Commitment {
  readonly commitment: string
}

const isCommitment = (value: unknown): value is Commitment =>
  typeof value === 'object' && value !== null && 'commitment' in value

/** JSON as PostgreSQL writes a `jsonb`: shorter keys first, a space after commas and colons. */
const jsonbText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${jsonbText(member)}`).join(', ')}}`
}

const valueText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (isCommitment(value)) return value.commitment
  return typeof value === 'string' ? value : jsonbText(value)
}

const valueSql = (sql: string): string => `coalesce(${sql} ->> 'commitment', ${sql} #>> '{}')`

/** A query over `changes` of the row under `alias`, one row a member. */
export const changesSql = (alias: string): string => `
  select c$.key as "field", ${valueSql('c$.value -> 0')} as "before", ${valueSql('c$.value -> 1')} as "after",
    coalesce(c$.value -> 0 ? 'commitment', false) or coalesce(c$.value -> 1 ? 'commitment', false) as "isProtected"
  from jsonb_each(${alias}.changes) c$ order by c$.key collate "C"`

/** The same from the stored object. */
export const changesOf = (changes: Readonly<Record<string, readonly [unknown, unknown]>>) =>
  Object.entries(changes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, [before, after]]) => ({
      field,
      before: valueText(before),
      after: valueText(after),
      isProtected: isCommitment(before) || isCommitment(after),
    }))
