import { text } from '@steward/domain'
import { asSystem } from '../../database/as-system.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { scoreAll } from './scoring.service.ts'

const STOPPED = text(
  '计分没有完成，请重新计分；已计分的客户会保留。',
  'Scoring could not be finished: score again; whoever was scored is kept.',
)

/** At least once: what is scored already is left alone. What cannot be finished is open again, and says so. */
export const scoringConsumer: JobConsumer = {
  name: 'grading-scoring',
  effect: 'job',
  kinds: ['gradingToScore'],
  run: ({ orgId, subjectId }, services) => scoreAll(services, { orgId, id: subjectId }),
  gaveUp: ({ orgId, subjectId: id }, { dataSource, clock }) =>
    withTenant(dataSource, orgId, (manager) =>
      asSystem(manager, { orgId, now: clock(), requestId: `grading-${id}` }, async (tx) => {
        const cycle = await tx.lock(GradingCycleEntity, id)
        if (cycle.status === 'SCORING')
          await tx.patch(GradingCycleEntity, cycle, { status: 'OPEN', note: `${STOPPED.zh} ${STOPPED.en}` })
      }),
    ),
}
