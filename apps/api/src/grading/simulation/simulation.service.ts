/** Begins a simulation: what it grades by is kept with it, the worker does the rest. */
import { invalidInput, parseInput, SIMULATION_INPUTS, text } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { GRADED_CLIENTS } from '../standard/graded-clients.ts'
import {
  standardInForce,
  standardOf,
  type StandardOfRevision,
} from '../standard/standard-in-force.service.ts'
import { GradingSimulation } from './simulation.entity.ts'

const COUNT = `select count(*)::integer as many from client c where c.org_id = $1 and ${GRADED_CLIENTS}`

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
    const [counted] = await tx.manager.query<{ many: number }[]>(COUNT, [tx.actor.organizationId])
    const simulation = await tx.insert(GradingSimulation, {
      revisionId: standard.revisionId,
      label: standard.label,
      standard: standard.content,
      comparedRevisionId: compared?.revisionId ?? null,
      comparedLabel: compared?.label ?? null,
      compared: compared?.content ?? null,
      asOfOn: asked.asOfOn ?? today,
      status: 'RUNNING',
      totalCount: counted!.many,
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
