import { column, day, id, one, projection, type Expression } from '../../reads/projection.ts'
import { ClientOccupancy } from '../client.entity.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'

const internal = { class: 'internal' } as const

/** Not taken back as an error. */
export const STANDS: Expression<boolean> = {
  sql: (alias) => `${alias}.withdrawn_at is null`,
  reference: (row) => row.withdrawn_at === null,
}

export const clientOccupancyProjection = projection('ClientOccupancy', {
  table: 'client_occupancy',
  entity: ClientOccupancy,
  permission: 'client:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    client: one('Client', { ...internal, by: 'client_id' }),
    unit: one('Unit', { ...internal, by: 'unit_id' }),
    relation: column('relation', internal),
    fromOn: day('from_on', internal),
    toOn: day('to_on', internal),
    movedInOn: day('moved_in_on', internal),
    shareBasisPoints: column('share_basis_points', internal),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    version: column('version', internal),
  },
})
