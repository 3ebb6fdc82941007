import { SHIFT_LABELS, SHIFTS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'

export const ShiftEnum = publishEnum(
  'Shift',
  SHIFTS,
  'One of the three shifts of a day, in order.',
  SHIFT_LABELS,
)

const start = (which: string) => ({
  description: `When the ${which} shift begins: minutes from midnight, in the organization's time zone.`,
})

@ObjectType('ShiftPlan', {
  description: 'When shifts change, and when a hand-over that nobody accepts is told again.',
})
export class ShiftPlanType {
  @Field(() => Int, start('early')) earlyStart: number
  @Field(() => Int, start('late')) middleStart: number
  @Field(() => Int, start('night')) nightStart: number
  @Field(() => [Int], { description: 'Minutes after the offer; empty: it is never told again.' })
  reminderMinutes: number[]
  @Field(() => Int) version: number
}

@ObjectType('Duty', {
  implements: Node,
  description:
    'Somebody on a shift of a department. The night shift is named after the day on which it begins.',
})
export class DutyType extends Node {
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => LocalDate) on: string
  @Field(() => ShiftEnum) shift: string
  @Field(() => StaffType, { nullable: true }) staff: StaffType | null
}
