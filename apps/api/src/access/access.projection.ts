import { factorDueAt, PERMISSIONS, hasPermission, type FactorPolicy, type Role } from '@steward/domain'
import { expression, ofActor, one, projection, type Row } from '../reads/projection.ts'
import { publishedInstantSql } from '../reads/published-value.ts'
import { objectRoot, plainRoot } from '../reads/roots.ts'
import { SignedInViewer } from './signed-in-viewer.ts'

const internal = { class: 'internal' } as const

/** The viewer is the staff row of the actor; roles and permissions come from the session, not from the row. */
export const viewerProjection = projection('Viewer', {
  table: 'staff',
  entity: SignedInViewer,
  permission: 'signed-in',
  fields: {
    staff: one('Staff', { ...internal, by: 'id' }),
    organization: one('Organization', { ...internal, by: 'org_id', key: 'org_id' }),
    roles: ofActor((actor) => actor.roles),
    permissions: ofActor((actor) => PERMISSIONS.filter((permission) => hasPermission(actor, permission))),
    secondFactorDueAt: expression({
      ...internal,
      sql: (alias) => publishedInstantSql(dueSql(alias)),
      reference: (row, { rows }) => {
        const isMine = (other: Row) => other.staff_id === row.id
        const has = rows('second_factor').some(
          (it) => isMine(it) && it.confirmed_at !== null && it.removed_at === null,
        )
        const policies = rows('factor_policy').map(({ role, since, grace_days: graceDays }) => ({
          role,
          since,
          graceDays,
        }))
        const roles = rows('staff_role')
          .filter(isMine)
          .map(({ role }) => role as Role)
        const due = has ? undefined : factorDueAt(policies as FactorPolicy[], roles, row.created_at as Date)
        return due?.toISOString() ?? null
      },
    }),
  },
})

/** `factorDueAt()` of the domain in SQL; the test of equivalence holds both equal. */
const dueSql = (alias: string): string => `(
  select min(greatest(p.since, ${alias}.created_at) + make_interval(hours => 24 * p.grace_days))
    from factor_policy p join staff_role r on r.org_id = p.org_id and r.role = p.role
   where r.org_id = ${alias}.org_id and r.staff_id = ${alias}.id
     and not exists (select 1 from second_factor f where f.org_id = r.org_id and f.staff_id = r.staff_id
                       and f.confirmed_at is not null and f.removed_at is null))`

export const accessRoots = {
  viewer: objectRoot('Viewer', {
    only: {
      sql: (alias, actor) => `${alias}.id = ${actor.staffId}`,
      reference: (row, { actor }) => row.id === actor?.staffId,
    },
  }),
  demonstrationSignIns: plainRoot(),
}
