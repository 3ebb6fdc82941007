import { SILENCE_BACKTEST_FIELDS } from '@steward/domain'
import { isIn } from '../../reads/filters.ts'
import { column, day, id, instant, one, projection } from '../../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { SilenceBacktestEntity } from './backtest.entity.ts'

const F = SILENCE_BACKTEST_FIELDS

export const silenceBacktestProjection = projection('SilenceBacktest', {
  table: 'silence_backtest',
  entity: SilenceBacktestEntity,
  permission: 'silence:readFigures',
  fields: {
    id: id(),
    measure: column('measure', F.measure),
    until: day('until', F.until),
    last: day('last', F.last),
    status: column('status', F.status),
    requestedBy: one('Staff', { ...F.requestedById, by: 'requested_by_id' }),
    requestedAt: instant('requested_at', F.requestedAt),
    finishedAt: instant('finished_at', F.finishedAt),
    version: column('version', F.version),
  },
})

export const silenceBacktestRoots = {
  silenceBacktest: objectRoot('SilenceBacktest'),
  silenceBacktests: connectionRoot('SilenceBacktest', {
    filters: { measure: isIn('measure') },
    orders: { NEWEST: [['requestedAt', 'desc']] },
  }),
  silenceBacktestResult: plainRoot(),
}
