/** A measure held against the organization's own history: the model of the time before is fitted anew to what was known then, as it would have been. */
import {
  backtest,
  canTell,
  dayNumber,
  deciles,
  fitBgNbd,
  partedAt,
  recencyOf,
  type BacktestResult,
  type SilenceMeasure,
  type SilencePolicy,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { withTenant } from '../../database/with-tenant.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { sampledHistories } from '../histories.service.ts'
import { silencePolicyOf } from '../silence-policy.service.ts'
import { SilenceBacktestEntity } from './backtest.entity.ts'

interface Asked {
  readonly measure: SilenceMeasure
  readonly until: string
  readonly last: string
}

const tested = async (
  manager: EntityManager,
  orgId: string,
  { measure, ...days }: Asked,
): Promise<BacktestResult> => {
  const [until, last] = [dayNumber(days.until)!, dayNumber(days.last)!]
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const histories = await sampledHistories(manager, { orgId, timeZone })
  const parted = partedAt(
    histories.map((history) => history.days),
    until,
    last,
  )
  const kept = await silencePolicyOf(manager, orgId)
  // The model alone is tried with all whom it can judge, also those who have a rhythm of their own.
  const policy: SilencePolicy = measure === 'MODEL' ? { ...kept, leastGaps: Infinity } : kept
  const fit = measure === 'MODEL' ? fitBgNbd(parted.map(({ before }) => recencyOf(before, until))) : null
  const model = fit && canTell(fit) ? fit : null
  return {
    clients: parted.length,
    judged: parted.filter(({ before }) =>
      measure === 'MODEL' ? model !== null && before.length > 1 : before.length > policy.leastGaps,
    ).length,
    hasModel: model !== null,
    inForce: measure === 'MODEL' ? kept.modelThreshold : kept.rhythmThreshold,
    thresholds: backtest(parted, until, policy, model, measure),
    deciles: model ? deciles(parted, until, (last - until) / 7, model) : [],
  }
}

interface Which {
  readonly orgId: string
  readonly id: string
}

/** One that is done is left alone. */
export const runBacktest = (
  { dataSource, clock }: Pick<WorkerServices, 'dataSource' | 'clock'>,
  { orgId, id }: Which,
): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    const found = await manager.findOneBy(SilenceBacktestEntity, { orgId, id })
    if (found?.status !== 'RUNNING') return
    const result = await tested(manager, orgId, found)
    await manager.update(
      SilenceBacktestEntity,
      { orgId, id, status: 'RUNNING' },
      { status: 'DONE', result, finishedAt: clock() },
    )
  })

export const backtestConsumer: JobConsumer = {
  name: 'silence-backtest',
  effect: 'job',
  kinds: ['silenceBacktestToRun'],
  maximumAttempts: 5,
  queue: ({ orgId }) => `silence-backtest-${orgId}`,
  run: ({ orgId, subjectId }, services) => runBacktest(services, { orgId, id: subjectId }),
  gaveUp: ({ orgId, subjectId: id }, { dataSource }) =>
    withTenant(dataSource, orgId, async (manager) => {
      await manager.update(SilenceBacktestEntity, { orgId, id, status: 'RUNNING' }, { status: 'FAILED' })
    }),
}
