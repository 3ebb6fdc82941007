import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { SilenceRuleInput } from '../silence.inputs.ts'
import { silencePreview } from './silence-preview.query.ts'
import { clientRhythm } from './client-rhythm.query.ts'
import { lossFunnel, rfmGrid, silenceClients } from './figures.query.ts'
import {
  ClientRhythm,
  LossFunnel,
  RfmGrid,
  SilenceClientFilter,
  SilenceClientPage,
  SilencePreview,
} from './figures.type.ts'

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

  @Query(() => LossFunnel, {
    nullable: true,
    description:
      'The four steps to losing a client, of all clients in use, as of the last night. Null before the first.',
  })
  @RequiresPermission('silence:readFigures')
  lossFunnel(@Ctx() context: RequestContext): Promise<LossFunnel | null> {
    return lossFunnel(context)
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

  @Query(() => RfmGrid, {
    nullable: true,
    description:
      'Clients by how recently and how often they pay (RFM), as of the last night. Null before the first.',
  })
  @RequiresPermission('silence:readFigures')
  rfmGrid(@Ctx() context: RequestContext): Promise<RfmGrid | null> {
    return rfmGrid(context)
  }

  @Query(() => SilenceClientPage, {
    description:
      'The clients on a step or with scores, as of the last night; who paid longest ago comes first.',
  })
  @RequiresPermission('silence:readFigures')
  silenceClients(
    @Args(() => ClientsAsked) asked: ClientsAsked,
    @Ctx() context: RequestContext,
  ): Promise<SilenceClientPage> {
    return silenceClients(context, asked)
  }
}
