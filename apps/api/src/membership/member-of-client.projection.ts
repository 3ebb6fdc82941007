/** Whether a client is a member: on the client, and as what a list is narrowed by. */
import { flag } from '../reads/filters.ts'
import { expression, type Expression } from '../reads/projection.ts'

const isMember: Expression<boolean> = {
  sql: (alias) =>
    `exists (select from membership m$ where m$.org_id = ${alias}.org_id and m$.client_id = ${alias}.id and m$.status <> 'LEFT')`,
  reference: (row, { rows }) =>
    rows('membership').some((it) => it.client_id === row.id && it.status !== 'LEFT'),
}

export const isMemberField = expression({ class: 'internal', permission: 'membership:read', ...isMember })
export const memberFilter = flag({ discloses: ['isMember'], ...isMember })
