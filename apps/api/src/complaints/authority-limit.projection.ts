import { column, id, instant, projection } from '../reads/projection.ts'
import { listRoot } from '../reads/roots.ts'
import { AuthorityLimitEntity } from './authority-limit.entity.ts'

const internal = { class: 'internal' } as const

export const authorityLimitProjection = projection('AuthorityLimit', {
  table: 'authority_limit',
  entity: AuthorityLimitEntity,
  permission: 'limit:read',
  fields: {
    id: id(),
    role: column('role', internal),
    cause: column('cause', internal),
    limitMinor: column('limit_minor', internal),
    updatedAt: instant('updated_at', internal),
    version: column('version', internal),
  },
})

export const authorityLimitRoots = {
  authorityLimits: listRoot('AuthorityLimit', {
    order: [
      ['role', 'asc'],
      ['cause', 'asc'],
    ],
    typically: 20,
  }),
}
