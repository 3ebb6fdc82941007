import type { RequestContext } from '../../context.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { inOrganization } from '../figures/in-organization.service.ts'
import { SilenceBacktestEntity } from './backtest.entity.ts'
import { SilenceBacktestResult } from './backtest.type.ts'

export const backtestResult = (
  context: RequestContext,
  publishedId: string,
): Promise<SilenceBacktestResult | null> =>
  inOrganization(context, async ({ manager, orgId }) => {
    const id = fromGlobalId('SilenceBacktest', publishedId)
    const found = id ? await manager.findOneBy(SilenceBacktestEntity, { orgId, id }) : null
    return found?.result ? Object.assign(new SilenceBacktestResult(), found.result) : null
  })
