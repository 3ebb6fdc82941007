import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { EquipmentEntity } from './equipment.entity.ts'
import * as inputs from './equipment.inputs.ts'
import * as service from './equipment.service.ts'
import { EquipmentConnection, EquipmentInspectionConnection, EquipmentType } from './equipment.type.ts'

const RegisterPayload = payload('RegisterEquipment', EquipmentType, 'eligible')
const AmendPayload = verbPayload('AmendEquipment', EquipmentType)
const ReportOutagePayload = payload('ReportOutageOfEquipment', EquipmentType, 'eligible', 'status')
const RestorePayload = verbPayload('RestoreEquipment', EquipmentType)
const RetirePayload = verbPayload('RetireEquipment', EquipmentType)

type Answer = Promise<EquipmentEntity | UserError>

@Resolver(() => EquipmentType)
export class EquipmentResolver {
  @Query(() => EquipmentType, { nullable: true, description: 'One machine that you may read.' })
  @RequiresPermission('equipment:read')
  equipment(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => EquipmentConnection, { description: 'Machines and facilities that you may read.' })
  @RequiresPermission('equipment:read')
  equipmentRegister(@Args(() => inputs.EquipmentArgs) _args: inputs.EquipmentArgs): object {
    return compiled()
  }

  @Query(() => EquipmentInspectionConnection, {
    description: 'Inspections that run, of machines that you may read; the one that is due first, first.',
  })
  @RequiresPermission('equipment:read')
  equipmentInspections(
    @Args(() => inputs.EquipmentInspectionArgs) _args: inputs.EquipmentInspectionArgs,
  ): object {
    return compiled()
  }

  @Mutation(() => RegisterPayload, { description: 'Enters a machine of a project of yours.' })
  @RequiresPermission('equipment:register')
  registerEquipment(
    @Arg('input', () => inputs.RegisterEquipmentInput) input: inputs.RegisterEquipmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.register(context, input)
  }

  @Mutation(() => AmendPayload, { description: 'States it anew.' })
  @RequiresPermission('equipment:amend')
  amendEquipment(
    @Arg('input', () => inputs.AmendEquipmentInput) input: inputs.AmendEquipmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => ReportOutagePayload, {
    description: 'It stands still, from now or since some time; with an end it stood still and runs again.',
  })
  @RequiresPermission('equipment:reportOutage')
  reportOutageOfEquipment(
    @Arg('input', () => inputs.ReportOutageOfEquipmentInput) input: inputs.ReportOutageOfEquipmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reportOutage(context, input)
  }

  @Mutation(() => RestorePayload, { description: 'It runs again: ends its outage.' })
  @RequiresPermission('equipment:restore')
  restoreEquipment(
    @Arg('input', () => inputs.RestoreEquipmentInput) input: inputs.RestoreEquipmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.restore(context, input)
  }

  @Mutation(() => RetirePayload, { description: 'It is taken out for good; its history stays.' })
  @RequiresPermission('equipment:retire')
  retireEquipment(
    @Arg('input', () => inputs.RetireEquipmentInput) input: inputs.RetireEquipmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.retire(context, input)
  }
}
