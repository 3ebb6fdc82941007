import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { InformationBreachEntity } from './breach.entity.ts'
import * as service from './breach.service.ts'
import { InformationBreachConnection, InformationBreachType } from './breach.type.ts'
import * as inputs from './inventory.inputs.ts'

const RecordPayload = payload('RecordInformationBreach', InformationBreachType, 'eligible')
const StatePayload = verbPayload('StateInformationBreach', InformationBreachType)
const ConcludePayload = verbPayload('ConcludeInformationBreach', InformationBreachType)

type Answer = Promise<InformationBreachEntity | UserError>

@Resolver(() => InformationBreachType)
export class BreachResolver {
  @Query(() => InformationBreachType, { nullable: true, description: 'One breach that you may read.' })
  @RequiresPermission('informationBreach:read')
  informationBreach(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => InformationBreachConnection, {
    description: 'Breaches of confidentiality that you may read: all, or your own; the newest first.',
  })
  @RequiresPermission('informationBreach:read')
  informationBreaches(@Args(() => inputs.InformationBreachArgs) _args: inputs.InformationBreachArgs): object {
    return compiled()
  }

  @Mutation(() => RecordPayload, {
    description: 'Puts unauthorised reading on record; the person is asked to make a statement.',
  })
  @RequiresPermission('informationBreach:record')
  recordInformationBreach(
    @Arg('input', () => inputs.RecordInformationBreachInput) input: inputs.RecordInformationBreachInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.record(context, input)
  }

  @Mutation(() => StatePayload, { description: 'Whose breach it is says what they have to say.' })
  @RequiresPermission('informationBreach:state')
  stateInformationBreach(
    @Arg('input', () => inputs.StateInformationBreachInput) input: inputs.StateInformationBreachInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.state(context, input)
  }

  @Mutation(() => ConcludePayload, { description: 'What follows from it; it stays on record.' })
  @RequiresPermission('informationBreach:conclude')
  concludeInformationBreach(
    @Arg('input', () => inputs.ConcludeInformationBreachInput) input: inputs.ConcludeInformationBreachInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.conclude(context, input)
  }
}
