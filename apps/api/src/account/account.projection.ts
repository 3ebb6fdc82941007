/** How one's own factors are read. Without a prefix: never fetched by id, so only the roots below lead to them. */
import { listRoot } from '../reads/roots.ts'
import { column, expression, instant, projection, type Expression } from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { ID_PREFIXES, toGlobalId, type NodeType } from '../graphql/global-id.ts'

const internal = { class: 'internal' } as const

/** An id that a verb takes and `node(id)` does not. */
const ownId = (type: NodeType) =>
  expression({
    ...internal,
    sql: (alias) => publishedIdSql(ID_PREFIXES[type], `${alias}.id`),
    reference: (row) => toGlobalId(type, String(row.id)),
  })

export const secondFactorProjection = projection('SecondFactor', {
  table: 'second_factor',
  prefix: null,
  permission: 'signed-in',
  fields: {
    id: ownId('SecondFactor'),
    kind: column('kind', internal),
    name: column('name', internal),
    confirmedAt: instant('confirmed_at', internal),
    lastUsedAt: instant('last_used_at', internal),
  },
})

export const recoveryCodeProjection = projection('RecoveryCode', {
  table: 'recovery_code',
  prefix: null,
  permission: 'signed-in',
  fields: { id: ownId('RecoveryCode'), usedAt: instant('used_at', internal) },
})

const mine: Expression<boolean> = {
  sql: (alias, actor) => `${alias}.staff_id = ${actor.staffId}`,
  reference: (row, { actor }) => row.staff_id === actor?.staffId,
}
const active: Expression<boolean> = {
  sql: (alias) => `${alias}.confirmed_at is not null and ${alias}.removed_at is null`,
  reference: (row) => row.confirmed_at !== null && row.removed_at === null,
}
const both = (a: Expression<boolean>, b: Expression<boolean>): Expression<boolean> => ({
  sql: (alias, actor) => `${a.sql(alias, actor)} and ${b.sql(alias, actor)}`,
  reference: (row, reference) => a.reference(row, reference) && b.reference(row, reference),
})

export const accountRoots = {
  mySecondFactors: listRoot('SecondFactor', {
    only: both(mine, active),
    order: [
      ['confirmedAt', 'asc'],
      ['id', 'asc'],
    ],
    typically: 3,
  }),
  myRecoveryCodes: listRoot('RecoveryCode', { only: mine, order: [['id', 'asc']], typically: 10 }),
}
