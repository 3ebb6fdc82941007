/** How saved views are read: one's own, those of one's department, of one's roles, of the whole company. */
import { column, expression, id, one, projection } from '../reads/projection.ts'
import { listRoot } from '../reads/roots.ts'
import { SavedViewEntity } from './saved-view.entity.ts'

const internal = { class: 'internal' } as const

export const savedViewProjection = projection('SavedView', {
  table: 'saved_view',
  entity: SavedViewEntity,
  permission: 'view:read',
  facts: {
    recipientId: 'owner_id',
    handlingDepartmentId: 'department_id',
    sharing: 'sharing',
    sharedRole: 'shared_role',
  },
  fields: {
    id: id(),
    place: column('place', internal),
    name: column('name', { class: 'personal' }),
    query: column('query', { class: 'personal' }),
    sharing: column('sharing', internal),
    owner: one('Staff', { ...internal, by: 'owner_id' }),
    department: one('Department', { ...internal, by: 'department_id' }),
    sharedRole: column('shared_role', internal),
    isMine: expression({
      ...internal,
      sql: (alias, actor) => `(${alias}.owner_id = ${actor.staffId})`,
      reference: (row, { actor }) => row.owner_id === actor?.staffId,
    }),
    isPinned: expression({
      ...internal,
      sql: (alias, actor) => `exists (select from saved_view_pin p where p.org_id = ${alias}.org_id
        and p.saved_view_id = ${alias}.id and p.staff_id = ${actor.staffId})`,
      reference: (row, { actor, rows }) =>
        rows('saved_view_pin').some((it) => it.saved_view_id === row.id && it.staff_id === actor?.staffId),
    }),
    position: column('position', internal),
    version: column('version', internal),
  },
})

export const savedViewRoots = {
  savedViews: listRoot('SavedView', { order: [['position', 'asc']], typically: 12 }),
}
