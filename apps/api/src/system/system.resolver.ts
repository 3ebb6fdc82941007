import { Arg, Args, ArgsType, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { FailedJob } from '../worker/worker.entity.ts'
import { retryFailedJob } from './failed-job.service.ts'
import { systemState } from './system-state.service.ts'
import { FailedJobConnection, FailedJobType, SystemStateType } from './system.type.ts'

@InputType({ description: 'Which failed jobs; absent members do not filter.' })
class FailedJobFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: done after all. False: not done yet.' })
  settled?: boolean
}

@ArgsType()
class FailedJobArgs extends PageArgs {
  @Field(() => FailedJobFilter, { nullable: true }) filter?: FailedJobFilter
}

@InputType()
class RetryFailedJobInput {
  @IdField('FailedJob') failedJobId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

const RetryFailedJobPayload = payload('RetryFailedJob', FailedJobType, 'stale', 'status')

@Resolver()
export class SystemResolver {
  @Query(() => SystemStateType, { description: 'How the system fares as a whole.' })
  @RequiresPermission('system:read')
  systemState(@Ctx() context: RequestContext): Promise<SystemStateType> {
    return systemState(context)
  }

  @Query(() => FailedJobConnection, {
    description: 'Jobs of your organization that failed, the latest failure first.',
  })
  @RequiresPermission('failedJob:read')
  failedJobs(@Args(() => FailedJobArgs) _args: FailedJobArgs): object {
    return compiled()
  }

  @Mutation(() => RetryFailedJobPayload, { description: 'Has a failed job tried again at once.' })
  @RequiresPermission('failedJob:retry')
  retryFailedJob(
    @Arg('input', () => RetryFailedJobInput) input: RetryFailedJobInput,
    @Ctx() context: RequestContext,
  ): Promise<FailedJob | UserError> {
    return retryFailedJob(context, input)
  }
}
