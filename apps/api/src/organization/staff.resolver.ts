import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Staff } from './organization.entity.ts'
import { StaffType } from './organization.type.ts'
import * as passwords from './password.service.ts'
import * as inputs from './staff.inputs.ts'
import * as service from './staff.service.ts'

type Answer = Promise<Staff | UserError>

const HireStaffPayload = payload('HireStaff', StaffType, 'duplicate')
const ChangeStaffPayload = payload('ChangeStaff', StaffType, 'stale')
const AssignRolesPayload = payload('AssignRoles', StaffType, 'stale', 'eligible')
const AssignTerritoryPayload = payload('AssignTerritory', StaffType, 'stale')
const DisableStaffPayload = verbPayload('DisableStaff', StaffType)
const EnableStaffPayload = verbPayload('EnableStaff', StaffType)
const ResetPasswordPayload = payload('ResetPassword', StaffType, 'stale', 'eligible')
const ChangePasswordPayload = payload('ChangePassword', StaffType, 'eligible')

/** What is done to accounts: one statement a method. */
@Resolver()
export class StaffResolver {
  @Mutation(() => HireStaffPayload, { description: 'Takes somebody on, with roles and a first password.' })
  @RequiresPermission('staff:hire')
  hireStaff(
    @Arg('input', () => inputs.HireStaffInput) input: inputs.HireStaffInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.hire(context, input)
  }

  @Mutation(() => ChangeStaffPayload, { description: 'Changes name, position and department.' })
  @RequiresPermission('staff:change')
  changeStaff(
    @Arg('input', () => inputs.ChangeStaffInput) input: inputs.ChangeStaffInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => AssignRolesPayload, {
    description: 'Gives exactly these roles; nobody takes ADMIN from themselves or from the last who has it.',
  })
  @RequiresPermission('staff:assignRoles')
  assignRoles(
    @Arg('input', () => inputs.AssignRolesInput) input: inputs.AssignRolesInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assignRoles(context, input)
  }

  @Mutation(() => AssignTerritoryPayload, { description: 'Gives exactly these projects and buildings.' })
  @RequiresPermission('staff:assignTerritory')
  assignTerritory(
    @Arg('input', () => inputs.AssignTerritoryInput) input: inputs.AssignTerritoryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assignTerritory(context, input)
  }

  @Mutation(() => DisableStaffPayload, { description: 'Ends the account and all its sessions at once.' })
  @RequiresPermission('staff:disable')
  disableStaff(
    @Arg('input', () => inputs.DisableStaffInput) input: inputs.DisableStaffInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.disable(context, input)
  }

  @Mutation(() => EnableStaffPayload, { description: 'Lets somebody sign in again.' })
  @RequiresPermission('staff:enable')
  enableStaff(
    @Arg('input', () => inputs.EnableStaffInput) input: inputs.EnableStaffInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.enable(context, input)
  }

  @Mutation(() => ResetPasswordPayload, {
    description: 'Gives somebody else a new password and ends all their sessions.',
  })
  @RequiresPermission('staff:resetPassword')
  resetPassword(
    @Arg('input', () => inputs.ResetPasswordInput) input: inputs.ResetPasswordInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return passwords.resetPassword(context, input)
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Changes your own password with the present one; your other devices are signed out.',
  })
  @RequiresPermission('staff:changePassword')
  changePassword(
    @Arg('input', () => inputs.ChangePasswordInput) input: inputs.ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return passwords.changePassword(context, input)
  }
}
