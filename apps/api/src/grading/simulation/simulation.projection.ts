import { SIMULATION_FIELDS } from '@steward/domain'
import { column, day, id, instant, one, projection } from '../../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { GradingSimulation } from './simulation.entity.ts'

const F = SIMULATION_FIELDS

export const gradingSimulationProjection = projection('GradingSimulation', {
  table: 'grading_simulation',
  entity: GradingSimulation,
  permission: 'simulation:read',
  fields: {
    id: id(),
    label: column('label', F.label),
    comparedLabel: column('compared_label', F.comparedLabel),
    asOfOn: day('as_of_on', F.asOfOn),
    cycle: one('GradingCycle', { ...F.cycleId, by: 'cycle_id' }),
    status: column('status', F.status),
    totalCount: column('total_count', F.totalCount),
    doneCount: column('done_count', F.doneCount),
    requestedBy: one('Staff', { ...F.requestedById, by: 'requested_by_id' }),
    requestedAt: instant('requested_at', F.requestedAt),
    finishedAt: instant('finished_at', F.finishedAt),
    version: column('version', F.version),
  },
})

export const simulationRoots = {
  gradingSimulation: objectRoot('GradingSimulation'),
  gradingSimulations: connectionRoot('GradingSimulation', {
    orders: { NEWEST: [['requestedAt', 'desc']] },
  }),
  simulationResult: plainRoot(),
  simulationMovers: plainRoot(),
}
