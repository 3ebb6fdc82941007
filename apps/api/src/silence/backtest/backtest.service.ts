/** Begins a backtest; the worker runs it, because fitting a model holds a processor for a second. */
import { invalidInput, notEligible, parseInput, SILENCE_BACKTEST_INPUT, text } from '@steward/domain'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { SilenceBacktestEntity } from './backtest.entity.ts'

const TOO_LATE = invalidInput({ path: 'until', message: text('须早于今天。', 'Before today.') })
/** So many run at once; whoever wants another waits. */
const MOST_RUNNING = 3
const ENOUGH_RUN = notEligible(
  'fewBacktestsRun',
  text('已有三次回测在计算，请等一次结束。', 'Three backtests are running: wait until one has ended.'),
)

export const run = (context: VerbContext, input: object): Promise<SilenceBacktestEntity | UserError> =>
  transaction(context, 'silenceBacktest:run', async (tx) => {
    const { measure, until } = orRefuse(parseInput(SILENCE_BACKTEST_INPUT, input))
    const today = await todayOf(tx)
    if (until >= today) throw new Refused(TOO_LATE)
    const { organizationId: orgId, staffId } = tx.actor
    await lockOrganization(tx)
    const running = await tx.manager.countBy(SilenceBacktestEntity, { orgId, status: 'RUNNING' })
    if (running >= MOST_RUNNING) throw new Refused(ENOUGH_RUN)
    const backtest = await tx.insert(SilenceBacktestEntity, {
      measure,
      until,
      last: today,
      status: 'RUNNING',
      result: null,
      requestedById: staffId,
      requestedAt: tx.now,
      finishedAt: null,
      version: 1,
    })
    tx.emit('silenceBacktestToRun', { type: 'SilenceBacktest', id: backtest.id })
    return backtest
  })
