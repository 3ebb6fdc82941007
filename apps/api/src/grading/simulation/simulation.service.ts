/** Begins a simulation: what it grades by is kept with it, the worker does the rest. */
import { invalidInput, notEligible, parseInput, SIMULATION_INPUTS, text } from '@steward/domain'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import {
  standardInForce,
  standardOf,
  type StandardOfRevision,
} from '../standard/standard-in-force.service.ts'
import { countSimulated } from './simulated-clients.service.ts'
import { GradingSimulation } from './simulation.entity.ts'

const ONE_RUNS = notEligible(
  'noOtherSimulationRuns',
  text('另一次模拟还在计算，请等它结束。', 'Another simulation is running: wait until it has ended.'),
)

/** A cycle whose directory was published: what it kept does not change any more. */
const publishedBy = async (tx: Transaction, id: string): Promise<GradingCycleEntity> => {
  const { organizationId: orgId } = tx.actor
  const cycle = await tx.manager.findOneBy(GradingCycleEntity, { orgId, id, status: 'PUBLISHED' })
  if (!cycle) throw invalidReference('cycleId')
  return cycle
}

const standardBy = async (tx: Transaction, id: string, path: string): Promise<StandardOfRevision> => {
  const { organizationId: orgId } = tx.actor
  const revision = await tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id })
  const found = revision && standardOf(revision)
  if (!found) throw invalidReference(path)
  return found
}

export const run = (context: VerbContext, input: object): Promise<GradingSimulation | UserError> =>
  transaction(context, 'simulation:run', async (tx) => {
    const asked = orRefuse(parseInput(SIMULATION_INPUTS.run, withUuids(input)))
    const today = await todayOf(tx)
    if (asked.asOfOn !== null && asked.asOfOn > today)
      throw new Refused(
        invalidInput({ path: 'asOfOn', message: text('不能在今天之后。', 'Must not lie in the future.') }),
      )
    const standard = await standardBy(tx, asked.revisionId, 'revisionId')
    const compared =
      asked.comparedRevisionId === null
        ? await standardInForce(tx)
        : await standardBy(tx, asked.comparedRevisionId, 'comparedRevisionId')
    const cycle = asked.cycleId === null ? null : await publishedBy(tx, asked.cycleId)
    const { organizationId: orgId } = tx.actor
    await lockOrganization(tx)
    if (await tx.manager.existsBy(GradingSimulation, { orgId, status: 'RUNNING' }))
      throw new Refused(ONE_RUNS)
    const cycleId = cycle?.id ?? null
    const simulation = await tx.insert(GradingSimulation, {
      revisionId: standard.revisionId,
      label: standard.label,
      standard: standard.content,
      comparedRevisionId: compared?.revisionId ?? null,
      comparedLabel: compared?.label ?? null,
      compared: compared?.content ?? null,
      asOfOn: cycle?.asOfOn ?? asked.asOfOn ?? today,
      cycleId,
      status: 'RUNNING',
      totalCount: await countSimulated(tx.manager, { orgId, cycleId }),
      doneCount: 0,
      cursorId: null,
      requestedById: tx.actor.staffId,
      requestedAt: tx.now,
      finishedAt: null,
      version: 1,
    })
    tx.emit('simulationToRun', { type: 'GradingSimulation', id: simulation.id })
    return simulation
  })
