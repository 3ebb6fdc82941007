/** The supervisor has tried the draft of the standard out before handing it in. */
import { ControlledDocumentEntity } from '../../documents/document.entity.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { runSimulation } from '../../grading/simulation/run-simulation.service.ts'
import * as simulations from '../../grading/simulation/simulation.service.ts'
import { DAY } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { holding } from '../organizations/world.ts'

export const playSimulation = async (stage: Stage): Promise<void> => {
  const { orgId } = stage.world
  const [supervisor] = holding(stage.world, 'CR_SUPERVISOR')
  const document = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.findOneBy(ControlledDocumentEntity, { orgId, kind: 'GRADING_STANDARD' }),
  )
  if (!supervisor || !document?.openRevisionId) return
  const when = new Date(stage.now.getTime() - DAY / 12)
  const input = { revisionId: document.openRevisionId }
  const { id } = agreed(await simulations.run(by(stage, supervisor, when), input), 'runSimulation')
  await runSimulation({ dataSource: stage.dataSource, clock: () => when }, { orgId, id })
}
