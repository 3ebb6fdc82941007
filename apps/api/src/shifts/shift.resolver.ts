import { Arg, Args, ArgsType, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import { LocalDate } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Department } from '../organization/organization.entity.ts'
import { DepartmentType } from '../organization/organization.type.ts'
import type { ShiftPlanEntity } from './shift.entity.ts'
import * as service from './shift.service.ts'
import { DutyType, ShiftEnum, ShiftPlanType } from './shift.type.ts'

@ArgsType()
class DutiesArgs {
  @IdField('Department') department: string
  @Field(() => LocalDate, { description: 'From this day on.' }) from: string
  @Field(() => LocalDate, { description: 'Before this day.' }) before: string
}

@InputType()
class SetShiftPlanInput {
  @Field(() => Int, { description: 'Minutes from midnight, 0 to 1439.' }) earlyStart: number
  @Field(() => Int, { description: 'After the early shift has begun.' }) middleStart: number
  @Field(() => Int, { description: 'After the late shift has begun.' }) nightStart: number
  @Field(() => [Int], {
    description:
      'Minutes after the offer, 5 to 4320, each later than the one before; at most six. Empty: never.',
  })
  reminderMinutes: number[]
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while there was no plan.' })
  expectedVersion: number
}

@InputType()
class AssignDutyInput {
  @IdField('Department') departmentId: string
  @Field(() => LocalDate, { description: 'The day on which the shift begins.' }) on: string
  @Field(() => ShiftEnum) shift: string
  @IdField('Staff', {
    list: true,
    description: 'Everybody who is on it; of this department, at most thirty.',
  })
  staffIds: string[]
  @IdField('Staff', { list: true, description: 'Who was on it when the person looked.' })
  expectedStaffIds: string[]
}

@InputType()
class CopyWeekDutyInput {
  @IdField('Department') departmentId: string
  @Field(() => LocalDate, { description: 'Any day of the week that is to be filled.' }) on: string
}

const SetShiftPlanPayload = payload('SetShiftPlan', ShiftPlanType, 'stale')
const AssignDutyPayload = payload('AssignDuty', DepartmentType, 'eligible', 'stale')
const CopyWeekDutyPayload = payload('CopyWeekDuty', DepartmentType, 'eligible')

@Resolver()
export class ShiftResolver {
  @Query(() => ShiftPlanType, {
    nullable: true,
    description:
      'Null until somebody has set one: shifts begin at 7, 15 and 23 o’clock then, reminders come after 30, 120 and 480 minutes.',
  })
  @RequiresPermission('shiftPlan:read')
  shiftPlan(): object | null {
    return compiled()
  }

  @Query(() => [DutyType], { description: 'Who is on which shift of a department, day by day.' })
  @RequiresPermission('duty:read')
  duties(@Args(() => DutiesArgs) _args: DutiesArgs): object[] {
    return compiled()
  }

  @Mutation(() => SetShiftPlanPayload, {
    description:
      'Says when shifts change and when an unaccepted hand-over is told again; for hand-overs from now on.',
  })
  @RequiresPermission('shiftPlan:set')
  setShiftPlan(
    @Arg('input', () => SetShiftPlanInput) input: SetShiftPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<ShiftPlanEntity | UserError> {
    return service.setPlan(context, input)
  }

  @Mutation(() => AssignDutyPayload, {
    description: 'Says who is on one shift of a department: the whole of it.',
  })
  @RequiresPermission('duty:assign')
  assignDuty(
    @Arg('input', () => AssignDutyInput) input: AssignDutyInput,
    @Ctx() context: RequestContext,
  ): Promise<Department | UserError> {
    return service.assign(context, input)
  }

  @Mutation(() => CopyWeekDutyPayload, {
    description: 'Fills the shifts of a week on which nobody is with who was on them a week before.',
  })
  @RequiresPermission('duty:copyWeek')
  copyWeekDuty(
    @Arg('input', () => CopyWeekDutyInput) input: CopyWeekDutyInput,
    @Ctx() context: RequestContext,
  ): Promise<Department | UserError> {
    return service.copyWeek(context, input)
  }
}
