import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import type { GradingCycleEntity, GradingPolicyEntity } from './grading-cycle.entity.ts'
import * as inputs from './grading-cycle.inputs.ts'
import * as service from './grading-cycle.service.ts'
import {
  GradingCycleConnection,
  GradingCycleType,
  GradingDueConnection,
  GradingPolicyType,
} from './grading-cycle.type.ts'
import { setPolicy } from './grading-due.service.ts'

const OpenGradingCyclePayload = payload('OpenGradingCycle', GradingCycleType, 'eligible')
const ScoreGradingCyclePayload = verbPayload('ScoreGradingCycle', GradingCycleType)
const PrepareGradingCyclePayload = signingPayload('PrepareGradingCycle', GradingCycleType)
const ReviewGradingCyclePayload = signingPayload('ReviewGradingCycle', GradingCycleType)
const ApproveGradingCyclePayload = signingPayload('ApproveGradingCycle', GradingCycleType)
const RejectGradingCyclePayload = signingPayload('RejectGradingCycle', GradingCycleType)
const PublishGradingCyclePayload = verbPayload('PublishGradingCycle', GradingCycleType)
const CancelGradingCyclePayload = verbPayload('CancelGradingCycle', GradingCycleType)
const SetGradingPolicyPayload = payload('SetGradingPolicy', GradingPolicyType, 'stale')

type Answer = Promise<GradingCycleEntity | UserError>

@Resolver(() => GradingCycleType)
class GradingCycleResolver {
  @Query(() => GradingCycleType, { nullable: true, description: 'One grading cycle.' })
  @RequiresPermission('gradingCycle:read')
  gradingCycle(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => GradingCycleConnection, { description: 'Grading cycles, the newest first.' })
  @RequiresPermission('gradingCycle:read')
  gradingCycles(@Args(() => inputs.GradingCycleArgs) _args: inputs.GradingCycleArgs): object {
    return compiled()
  }

  @Query(() => GradingDueConnection, {
    description: 'What gradings are due and were not settled by a directory yet, the newest first.',
  })
  @RequiresPermission('gradingDue:read')
  gradingDue(@Args(() => inputs.GradingDueArgs) _args: inputs.GradingDueArgs): object {
    return compiled()
  }

  @Query(() => GradingPolicyType, { nullable: true, description: 'When gradings are due.' })
  @RequiresPermission('gradingPolicy:read')
  gradingPolicy(): object {
    return compiled()
  }

  @Mutation(() => SetGradingPolicyPayload, { description: 'Sets when gradings are due.' })
  @RequiresPermission('gradingPolicy:set')
  setGradingPolicy(
    @Arg('input', () => inputs.SetGradingPolicyInput) input: inputs.SetGradingPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<GradingPolicyEntity | UserError> {
    return setPolicy(context, input)
  }

  @Mutation(() => OpenGradingCyclePayload, {
    description: 'Opens a cycle; of the same clients one is under way at a time.',
  })
  @RequiresPermission('gradingCycle:open')
  openGradingCycle(
    @Arg('input', () => inputs.OpenGradingCycleInput) input: inputs.OpenGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.open(context, input)
  }

  @Mutation(() => ScoreGradingCyclePayload, {
    description: 'Has all clients of the cycle scored by the standard in force; the worker does it.',
  })
  @RequiresPermission('gradingCycle:score')
  scoreGradingCycle(
    @Arg('input', () => inputs.ScoreGradingCycleInput) input: inputs.ScoreGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.score(context, input)
  }

  @Mutation(() => PrepareGradingCyclePayload, {
    description: 'Makes the directory of what was scored and overridden, signed.',
  })
  @RequiresPermission('gradingCycle:prepare')
  prepareGradingCycle(
    @Arg('input', () => inputs.PrepareGradingCycleInput) input: inputs.PrepareGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.prepare(context, input)
  }

  @Mutation(() => ReviewGradingCyclePayload, { description: 'Reviews the directory, signed.' })
  @RequiresPermission('gradingCycle:review')
  reviewGradingCycle(
    @Arg('input', () => inputs.ReviewGradingCycleInput) input: inputs.ReviewGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveGradingCyclePayload, { description: 'Approves the directory, signed.' })
  @RequiresPermission('gradingCycle:approve')
  approveGradingCycle(
    @Arg('input', () => inputs.ApproveGradingCycleInput) input: inputs.ApproveGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectGradingCyclePayload, {
    description: 'Sends the directory back, signed; grades can be overridden again.',
  })
  @RequiresPermission('gradingCycle:reject')
  rejectGradingCycle(
    @Arg('input', () => inputs.RejectGradingCycleInput) input: inputs.RejectGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => PublishGradingCyclePayload, {
    description: 'Publishes the directory: from then on it says the grade of each client in it.',
  })
  @RequiresPermission('gradingCycle:publish')
  publishGradingCycle(
    @Arg('input', () => inputs.PublishGradingCycleInput) input: inputs.PublishGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.publish(context, input)
  }

  @Mutation(() => CancelGradingCyclePayload, { description: 'Cancels a cycle that is not published.' })
  @RequiresPermission('gradingCycle:cancel')
  cancelGradingCycle(
    @Arg('input', () => inputs.CancelGradingCycleInput) input: inputs.CancelGradingCycleInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.cancel(context, input)
  }
}

@Resolver(() => SigningType)
class GradingCycleOfSigningResolver {
  @FieldResolver(() => GradingCycleType, {
    nullable: true,
    description: 'The grading cycle whose directory it is about, where it is about one that you may read.',
  })
  gradingCycle(): GradingCycleType {
    return compiled()
  }
}

export const GRADING_CYCLE_RESOLVERS = [GradingCycleOfSigningResolver, GradingCycleResolver] as const
