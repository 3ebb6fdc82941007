import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { SilenceRuleInput } from '../silence.inputs.ts'
import { silenceBacktest, silencePreview } from './backtest.query.ts'
import { clientRhythm } from './client-rhythm.query.ts'
import { lossFunnel, rfmGrid, silenceClients } from './figures.query.ts'
import {
  ClientRhythm,
  LossFunnel,
  RfmGrid,
  SilenceBacktest,
  SilenceClientFilter,
  SilenceClientPage,
  SilenceMeasureEnum,
  SilencePreview,
} from './figures.type.ts'

@ArgsType()
class BacktestAsked {
  @Field(() => SilenceMeasureEnum) measure: string
  @Field(() => LocalDate, { description: 'Up to this day everything is known; before today.' }) until: string
}

@ArgsType()
class ClientsAsked {
  @Field(() => SilenceClientFilter) filter: SilenceClientFilter
  @Field(() => Int, { description: 'How many at most, 1 to 500.' }) first: number
  @Field(() => String, { nullable: true, description: '`next` of the page before.' }) after?: string
}

@Resolver()
export class SilenceFiguresResolver {
  @Query(() => ClientRhythm, {
    nullable: true,
    description: 'The rhythm of a client, and their step. Null where the client is not yours to see.',
  })
  @RequiresPermission('silenceAlert:read')
  clientRhythm(
    @Arg('clientId', () => ID) clientId: string,
    @Ctx() context: RequestContext,
  ): Promise<ClientRhythm | null> {
    return clientRhythm(context, clientId)
  }

  @Query(() => LossFunnel, { description: 'The four steps to losing a client, of all clients in use.' })
  @RequiresPermission('silence:readFigures')
  lossFunnel(@Ctx() context: RequestContext): Promise<LossFunnel> {
    return lossFunnel(context)
  }

  @Query(() => SilenceBacktest, {
    description: 'Who would have been called silent on a day, and who had gone: by threshold.',
  })
  @RequiresPermission('silence:readFigures')
  silenceBacktest(
    @Args(() => BacktestAsked) asked: BacktestAsked,
    @Ctx() context: RequestContext,
  ): Promise<SilenceBacktest> {
    return silenceBacktest(context, asked)
  }

  @Query(() => SilencePreview, {
    description: 'Whom another rule would call silent today; nothing is written.',
  })
  @RequiresPermission('silencePolicy:set')
  silencePreview(
    @Arg('rule', () => SilenceRuleInput) rule: SilenceRuleInput,
    @Ctx() context: RequestContext,
  ): Promise<SilencePreview> {
    return silencePreview(context, rule)
  }

  @Query(() => RfmGrid, { description: 'Clients by how recently and how often they pay (RFM).' })
  @RequiresPermission('silence:readFigures')
  rfmGrid(@Ctx() context: RequestContext): Promise<RfmGrid> {
    return rfmGrid(context)
  }

  @Query(() => SilenceClientPage, {
    description: 'The clients on a step or with scores; who paid longest ago comes first.',
  })
  @RequiresPermission('silence:readFigures')
  silenceClients(
    @Args(() => ClientsAsked) asked: ClientsAsked,
    @Ctx() context: RequestContext,
  ): Promise<SilenceClientPage> {
    return silenceClients(context, asked)
  }
}
