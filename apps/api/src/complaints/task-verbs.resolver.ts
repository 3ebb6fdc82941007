import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { ComplaintTaskEntity } from './complaint-parts.entity.ts'
import * as payloads from './complaint.payloads.ts'
import * as inputs from './task.inputs.ts'
import * as service from './task.service.ts'

type Answer = Promise<ComplaintTaskEntity | UserError>

/** The verbs of an action order. */
@Resolver()
export class TaskVerbsResolver {
  @Mutation(() => payloads.AssignTaskPayload, {
    description: 'Hands an order to a person of the department, or to another department.',
  })
  @RequiresPermission('task:assign')
  assignTask(
    @Arg('input', () => inputs.AssignTaskInput) input: inputs.AssignTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assignTask(context, input)
  }

  @Mutation(() => payloads.AcceptTaskPayload, { description: 'Takes an order on.' })
  @RequiresPermission('task:accept')
  acceptTask(
    @Arg('input', () => inputs.AcceptTaskInput) input: inputs.AcceptTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.acceptTask(context, input)
  }

  @Mutation(() => payloads.CompleteTaskPayload, { description: 'Reports an order done, with evidence.' })
  @RequiresPermission('task:complete')
  completeTask(
    @Arg('input', () => inputs.CompleteTaskInput) input: inputs.CompleteTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.completeTask(context, input)
  }

  @Mutation(() => payloads.ReturnTaskPayload, { description: 'Sends an order back undone, with the reason.' })
  @RequiresPermission('task:return')
  returnTask(
    @Arg('input', () => inputs.ReturnTaskInput) input: inputs.ReturnTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.returnTask(context, input)
  }

  @Mutation(() => payloads.CancelTaskPayload, { description: 'Withdraws an order.' })
  @RequiresPermission('task:cancel')
  cancelTask(
    @Arg('input', () => inputs.CancelTaskInput) input: inputs.CancelTaskInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.cancelTask(context, input)
  }
}
