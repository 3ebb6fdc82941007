/** Which rows of a source make an entry of a timeline. */
import type { Expression } from '../../reads/projection.ts'

export const CHANGING_VERBS = ['client:amend', 'client:assignManager', 'client:archive', 'client:restore']

export const isOneOf = (column: string, values: readonly string[]): Expression<boolean> => ({
  sql: (alias) => `${alias}.${column} in (${values.map((value) => `'${value}'`).join(', ')})`,
  reference: (row) => values.includes(String(row[column])),
})

/** Whoever removes one may make another the first to turn to: that one is not gone. */
export const GONE: Expression<boolean> = {
  sql: (alias) => `${alias}.verb = 'client:removeContact' and ${alias}.changes ? 'removedAt'`,
  reference: (row) => row.verb === 'client:removeContact' && 'removedAt' in (row.changes as object),
}

export const STANDS: Expression<boolean> = {
  sql: (alias) => `${alias}.withdrawn_at is null`,
  reference: (row) => row.withdrawn_at === null,
}

/** Registering is told of by the case itself. */
export const AFTER_REGISTRATION: Expression<boolean> = {
  sql: (alias) => `${alias}.action <> 'register'`,
  reference: (row) => row.action !== 'register',
}

/** That something was taken down is told of by what was taken down. */
export const BEYOND_RECORDING: Expression<boolean> = {
  sql: (alias) => `${alias}.meaning <> 'RECORDED'`,
  reference: (row) => row.meaning !== 'RECORDED',
}

/** Who was named when the archive was opened belongs to its opening. */
export const AFTER_OPENING: Expression<boolean> = {
  sql: (alias) =>
    `${alias}.created_at > (select o$.created_at from client o$ where o$.org_id = ${alias}.org_id and o$.id = ${alias}.client_id)`,
  reference: (row, { rows }) =>
    (row.created_at as Date) > (rows('client').find(({ id }) => id === row.client_id)?.created_at as Date),
}
