import { SPOT_CHECK_ENTRY_FIELDS } from '@steward/domain'
import { column, expression, id, instant, many, one, projection, type Field } from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { SpotCheck, SpotCheckEntry } from './spot-check.entity.ts'

const internal = { class: 'internal' } as const
const F = SPOT_CHECK_ENTRY_FIELDS

const entries = (condition: string, holds: (result: unknown) => boolean): Field =>
  expression({
    ...internal,
    sql: (alias) =>
      `(select count(*)::integer from spot_check_entry e$ where e$.org_id = ${alias}.org_id and e$.spot_check_id = ${alias}.id and ${condition})`,
    reference: (row, { rows }) =>
      rows('spot_check_entry').filter((it) => it.spot_check_id === row.id && holds(it.result)).length,
  })

export const spotCheckProjection = projection('SpotCheck', {
  table: 'spot_check',
  entity: SpotCheck,
  permission: 'spotCheck:read',
  fields: {
    id: id(),
    seed: column('seed', internal),
    population: column('population', internal),
    size: column('size', internal),
    checked: entries('e$.result is not null', (result) => result !== null),
    wrong: entries(`e$.result = 'WRONG'`, (result) => result === 'WRONG'),
    project: one('Project', { ...internal, by: 'project_id' }),
    manager: one('Staff', { ...internal, by: 'manager_id' }),
    drawnBy: one('Staff', { ...internal, by: 'drawn_by_id' }),
    drawnAt: instant('drawn_at', internal),
    entries: many('SpotCheckEntry', {
      ...internal,
      foreign: 'spot_check_id',
      order: [['position', 'asc']],
      typically: 20,
    }),
  },
})

export const spotCheckEntryProjection = projection('SpotCheckEntry', {
  table: 'spot_check_entry',
  entity: SpotCheckEntry,
  permission: 'spotCheck:read',
  fields: {
    id: id(),
    position: column('position', F.position),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    owner: one('Staff', { ...F.ownerId, by: 'owner_id' }),
    result: column('result', F.result),
    requirement: one('ArchiveRequirement', { ...F.requirementId, by: 'requirement_id' }),
    note: column('note', F.note),
    checkedBy: one('Staff', { ...F.checkedById, by: 'checked_by_id' }),
    checkedAt: instant('checked_at', F.checkedAt),
    version: column('version', F.version),
  },
})

export const spotCheckRoots = {
  spotCheck: objectRoot('SpotCheck'),
  spotChecks: connectionRoot('SpotCheck', { orders: { NEWEST: [['drawnAt', 'desc']] } }),
}
