import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { CostEvent } from './cost-event.entity.ts'
import {
  CostEventFilter,
  RecordCostEventInput,
  RecordManyCostEventsInput,
  VoidCostEventInput,
} from './cost-event.inputs.ts'
import * as service from './cost-event.service.ts'
import { CostEventConnection, CostEventType } from './cost-event.type.ts'

@ArgsType()
class CostEventArgs extends PageArgs {
  @Field(() => CostEventFilter, { nullable: true }) filter?: CostEventFilter
}

const RecordCostEventPayload = payload('RecordCostEvent', CostEventType, 'eligible')
const RecordManyCostEventsPayload = payload('RecordManyCostEvents', CostEventType, 'eligible')
const VoidCostEventPayload = verbPayload('VoidCostEvent', CostEventType)

@Resolver()
export class CostEventResolver {
  @Query(() => CostEventType, { nullable: true, description: 'One cost.' })
  @RequiresPermission('costEvent:read')
  costEvent(@Arg('id', () => ID) _id: string): CostEventType {
    return compiled()
  }

  @Query(() => CostEventConnection, {
    description: 'Costs that were recorded, the newest first. What other records tell is not among them.',
  })
  @RequiresPermission('costEvent:read')
  costEvents(@Args(() => CostEventArgs) _args: CostEventArgs): object {
    return compiled()
  }

  @Mutation(() => RecordCostEventPayload, {
    description: 'Records what a client cost, or what a project cost that its clients share.',
  })
  @RequiresPermission('costEvent:record')
  recordCostEvent(
    @Arg('input', () => RecordCostEventInput) input: RecordCostEventInput,
    @Ctx() context: RequestContext,
  ): Promise<CostEvent | UserError> {
    return service.record(context, input)
  }

  @Mutation(() => RecordManyCostEventsPayload, {
    description:
      'Records the same cost for each of several clients: all of them, or none. Answers the first.',
  })
  @RequiresPermission('costEvent:recordMany')
  recordManyCostEvents(
    @Arg('input', () => RecordManyCostEventsInput) input: RecordManyCostEventsInput,
    @Ctx() context: RequestContext,
  ): Promise<CostEvent | UserError> {
    return service.recordMany(context, input)
  }

  @Mutation(() => VoidCostEventPayload, { description: 'Voids a cost; the record stays, with the reason.' })
  @RequiresPermission('costEvent:void')
  voidCostEvent(
    @Arg('input', () => VoidCostEventInput) input: VoidCostEventInput,
    @Ctx() context: RequestContext,
  ): Promise<CostEvent | UserError> {
    return service.voidCost(context, input)
  }
}
