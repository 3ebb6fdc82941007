import { PERMISSIONS, hasPermission } from '@steward/domain'
import { ofActor, one, projection } from '../reads/projection.ts'
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
  },
})

export const accessRoots = {
  viewer: objectRoot('Viewer', {
    only: {
      sql: (alias, actor) => `${alias}.id = ${actor.staffId}`,
      reference: (row, { actor }) => row.id === actor?.staffId,
    },
  }),
  demonstrationSignIns: plainRoot(),
}
