import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import { DateTime } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { SpotCheck, SpotCheckEntry } from './spot-check.entity.ts'
import { spotCheckResults } from './spot-check-results.query.ts'
import * as service from './spot-check.service.ts'
import {
  DrawSpotCheckInput,
  RecordSpotCheckInput,
  SpotCheckConnection,
  SpotCheckEntryType,
  SpotCheckTally,
  SpotCheckType,
} from './spot-check.type.ts'

const DrawSpotCheckPayload = payload('DrawSpotCheck', SpotCheckType, 'eligible')
const RecordSpotCheckPayload = verbPayload('RecordSpotCheck', SpotCheckEntryType)

@Resolver()
export class SpotCheckResolver {
  @Query(() => SpotCheckType, { nullable: true, description: 'One draw.' })
  @RequiresPermission('spotCheck:read')
  spotCheck(@Arg('id', () => ID) _id: string): SpotCheckType {
    return compiled()
  }

  @Query(() => SpotCheckConnection, { description: 'All draws, the newest first.' })
  @RequiresPermission('spotCheck:read')
  spotChecks(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }

  @Query(() => [SpotCheckTally], {
    description: 'What spot checks found, by who answered for the client; most found wrong first.',
  })
  @RequiresPermission('spotCheck:read')
  spotCheckResults(
    @Arg('from', () => DateTime, { nullable: true, description: 'Checked at or after.' })
    from: Date | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SpotCheckTally[]> {
    return spotCheckResults(context, from)
  }

  @Mutation(() => DrawSpotCheckPayload, {
    description: 'Draws archives at random, by a seed that is kept with the draw. No draw is taken back.',
  })
  @RequiresPermission('spotCheck:draw')
  drawSpotCheck(
    @Arg('input', () => DrawSpotCheckInput) input: DrawSpotCheckInput,
    @Ctx() context: RequestContext,
  ): Promise<SpotCheck | UserError> {
    return service.draw(context, input)
  }

  @Mutation(() => RecordSpotCheckPayload, {
    description: 'Writes down what a check found, once. What is wrong stands in the list of who owes it.',
  })
  @RequiresPermission('spotCheck:record')
  recordSpotCheck(
    @Arg('input', () => RecordSpotCheckInput) input: RecordSpotCheckInput,
    @Ctx() context: RequestContext,
  ): Promise<SpotCheckEntry | UserError> {
    return service.record(context, input)
  }
}
