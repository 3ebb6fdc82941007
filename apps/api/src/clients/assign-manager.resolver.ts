import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { assignManager } from './assign-manager.service.ts'
import { AssignManagerOfClientsInput, ManagerAssignment } from './assign-manager.type.ts'

const AssignManagerOfClientsPayload = payload('AssignManagerOfClients', ManagerAssignment, 'eligible')

@Resolver()
export class AssignManagerResolver {
  @Mutation(() => AssignManagerOfClientsPayload, {
    description: 'Names who answers for several clients; each that cannot be changed is left, and why.',
  })
  @RequiresPermission('client:assignManager')
  assignManagerOfClients(
    @Arg('input', () => AssignManagerOfClientsInput) input: AssignManagerOfClientsInput,
    @Ctx() context: RequestContext,
  ): Promise<ManagerAssignment | UserError> {
    return assignManager(context, input)
  }
}
