import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { EquipmentInspectionEntity } from './equipment.entity.ts'
import * as inputs from './equipment.inputs.ts'
import { EquipmentInspectionType } from './equipment.type.ts'
import * as service from './inspection.service.ts'

const SchedulePayload = payload('ScheduleEquipmentInspection', EquipmentInspectionType, 'eligible', 'status')
const AmendPayload = verbPayload('AmendEquipmentInspection', EquipmentInspectionType)
const RecordPayload = verbPayload('RecordEquipmentInspection', EquipmentInspectionType)
const EndPayload = verbPayload('EndEquipmentInspection', EquipmentInspectionType)

type Answer = Promise<EquipmentInspectionEntity | UserError>

@Resolver(() => EquipmentInspectionType)
export class EquipmentInspectionResolver {
  @Mutation(() => SchedulePayload, { description: 'An inspection that comes again from now on.' })
  @RequiresPermission('equipmentInspection:schedule')
  scheduleEquipmentInspection(
    @Arg('input', () => inputs.ScheduleEquipmentInspectionInput)
    input: inputs.ScheduleEquipmentInspectionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.schedule(context, input)
  }

  @Mutation(() => AmendPayload, { description: 'States it anew; what was carried out stays.' })
  @RequiresPermission('equipmentInspection:amend')
  amendEquipmentInspection(
    @Arg('input', () => inputs.AmendEquipmentInspectionInput) input: inputs.AmendEquipmentInspectionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => RecordPayload, {
    description: 'It was carried out: what came of it, and when the next is due.',
  })
  @RequiresPermission('equipmentInspection:record')
  recordEquipmentInspection(
    @Arg('input', () => inputs.RecordEquipmentInspectionInput) input: inputs.RecordEquipmentInspectionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.record(context, input)
  }

  @Mutation(() => EndPayload, { description: 'It is not carried out any more.' })
  @RequiresPermission('equipmentInspection:end')
  endEquipmentInspection(
    @Arg('input', () => inputs.EndEquipmentInspectionInput) input: inputs.EndEquipmentInspectionInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.end(context, input)
  }
}
