import type { Expression, Filter } from './projection.ts'

/** Keeps the rows whose published field is this value; a relation or an id is compared by its published id. */
export const is = (field: string): Filter => ({ discloses: [field], test: { kind: 'is', field } })

/** Keeps the rows whose published field is one of these values; an empty list keeps none. */
export const isIn = (field: string): Filter => ({ discloses: [field], test: { kind: 'in', field } })

/** Keeps the rows whose instant or day is at or after this one. */
export const from = (field: string): Filter => ({ discloses: [field], test: { kind: 'from', field } })

/** Keeps the rows whose instant or day is before this one. */
export const before = (field: string): Filter => ({ discloses: [field], test: { kind: 'before', field } })

/** A Boolean argument: true keeps the rows where the expression holds, false the others. */
export const flag = (expression: Expression<boolean> & { discloses: readonly string[] }): Filter => ({
  discloses: expression.discloses,
  test: { kind: 'flag', expression },
})

/** Any other condition on the argument's value, which reaches the SQL as a placeholder only. */
export const where = (
  test: Omit<Extract<Filter['test'], { kind: 'where' }>, 'kind'> & { discloses: readonly string[] },
): Filter => ({ discloses: test.discloses, test: { ...test, kind: 'where' } })

/** A filter that looks into other tables row by row, so that a page looks at no more than so many rows. */
export const costly = (filter: Filter): Filter => ({ ...filter, costly: true })
