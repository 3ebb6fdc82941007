import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload } from '../../graphql/payload.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SilenceMeasureEnum } from '../figures/figures.type.ts'
import { backtestResult } from './backtest-result.query.ts'
import type { SilenceBacktestEntity } from './backtest.entity.ts'
import * as service from './backtest.service.ts'
import { SilenceBacktestConnection, SilenceBacktestResult, SilenceBacktestType } from './backtest.type.ts'

@InputType()
class RunSilenceBacktestInput {
  @Field(() => SilenceMeasureEnum) measure: string
  @Field(() => LocalDate, { description: 'Up to this day everything is known; before today.' }) until: string
}

@InputType({ description: 'Which backtests; absent members do not filter.' })
class SilenceBacktestFilter {
  @Field(() => [SilenceMeasureEnum], { nullable: true }) measure?: string[]
}
@ArgsType()
class SilenceBacktestArgs extends PageArgs {
  @Field(() => SilenceBacktestFilter, { nullable: true }) filter?: SilenceBacktestFilter
}

const RunSilenceBacktestPayload = payload('RunSilenceBacktest', SilenceBacktestType, 'eligible')

@Resolver()
export class SilenceBacktestResolver {
  @Query(() => SilenceBacktestType, { nullable: true, description: 'One backtest and whether it is done.' })
  @RequiresPermission('silence:readFigures')
  silenceBacktest(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => SilenceBacktestConnection, { description: 'Backtests, the newest first.' })
  @RequiresPermission('silence:readFigures')
  silenceBacktests(@Args(() => SilenceBacktestArgs) _args: SilenceBacktestArgs): object {
    return compiled()
  }

  @Query(() => SilenceBacktestResult, {
    nullable: true,
    description:
      'Who would have been called silent on its day, and who had gone: by threshold. Null until it is done.',
  })
  @RequiresPermission('silence:readFigures')
  silenceBacktestResult(
    @Arg('backtest', () => ID) backtest: string,
    @Ctx() context: RequestContext,
  ): Promise<SilenceBacktestResult | null> {
    return backtestResult(context, backtest)
  }

  @Mutation(() => RunSilenceBacktestPayload, {
    description: 'Begins to hold a measure against the history: at most three at once.',
  })
  @RequiresPermission('silenceBacktest:run')
  runSilenceBacktest(
    @Arg('input', () => RunSilenceBacktestInput) input: RunSilenceBacktestInput,
    @Ctx() context: RequestContext,
  ): Promise<SilenceBacktestEntity | UserError> {
    return service.run(context, input)
  }
}
