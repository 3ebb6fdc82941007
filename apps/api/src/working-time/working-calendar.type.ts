import {
  DAY_KINDS,
  DAY_KIND_LABELS,
  SPECIAL_DAY_KINDS,
  SPECIAL_DAY_KIND_LABELS,
  WEEKDAYS,
  WEEKDAY_LABELS,
  WORKING_STEP_KINDS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { DepartmentType, ProjectTypeEnum } from '../organization/organization.type.ts'

export const WeekdayEnum = publishEnum('Weekday', WEEKDAYS, 'A day of the week.', WEEKDAY_LABELS)
export const SpecialDayKindEnum = publishEnum(
  'SpecialDayKind',
  SPECIAL_DAY_KINDS,
  'How a day departs from the week.',
  SPECIAL_DAY_KIND_LABELS,
)
const DayKindEnum = publishEnum('DayKind', DAY_KINDS, 'What a day is in a calendar.', DAY_KIND_LABELS)
const WorkingStepKindEnum = publishEnum(
  'WorkingStepKind',
  WORKING_STEP_KINDS,
  'WORK is counted, a DAY_OFF is not, a PAUSE is working time that was left out.',
)

const FROM = { description: 'Minutes after midnight, 0 to 1439; 510 is half past eight.' }
const TO = { description: 'Exclusive; beyond 1440 lies the next day: 1800 is six in the morning after.' }
const YEARS_ASSUMED = {
  description:
    'Years whose official holidays are not published: reckoned by the week alone, so the answer may change.',
}

@ObjectType('WorkingSlot', { description: 'A stretch of working time that comes back every week.' })
export class WorkingSlotType {
  @Field(() => WeekdayEnum, { description: 'The day on which it begins.' }) weekday: string
  @Field(() => Int, FROM) fromMinute: number
  @Field(() => Int, TO) toMinute: number
}

@ObjectType('SpecialDaySlot', { description: 'Hours of its own that a special day has.' })
export class SpecialDaySlotType {
  @Field(() => Int, FROM) fromMinute: number
  @Field(() => Int, TO) toMinute: number
}

@ObjectType('SpecialDay', { description: 'A day that departs from the week.' })
export class SpecialDayType {
  @Field(() => LocalDate, { description: "In the calendar's time zone." }) on: string
  @Field(() => SpecialDayKindEnum) kind: string
  @Field(() => String) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => Boolean, { description: 'From the published list; publishing the year again replaces it.' })
  isOfficial: boolean
  @Field(() => [SpecialDaySlotType], {
    description: 'Empty: no work, and on a make-up workday the hours of the first working day of the week.',
  })
  slots: SpecialDaySlotType[]
}

@ObjectType('WorkingCalendarUse', { description: 'Who goes by a calendar; neither: everybody else.' })
export class WorkingCalendarUseType {
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => ProjectTypeEnum, { nullable: true }) projectType: string | null
}

@ObjectType('WorkingCalendar', {
  implements: Node,
  description: 'When work is done. Every promise is reckoned by one; a change moves those that are open.',
})
export class WorkingCalendarType extends Node {
  @Field(() => String) code: string
  @Field(() => String) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => String, { description: 'IANA zone of its days and hours.' }) timeZone: string
  @Field(() => Boolean, { description: 'False: works through public holidays; no year is uncertain for it.' })
  observesHolidays: boolean
  @Field(() => [WorkingCalendarUseType]) uses: WorkingCalendarUseType[]
  @Field(() => [WorkingSlotType]) slots: WorkingSlotType[]
  @Field(() => [SpecialDayType], { description: 'In the order of the days.' }) specialDays: SpecialDayType[]
  @Field(() => [Int], { description: 'Years whose official holidays are among the special days.' })
  publishedYears: number[]
  @Field(() => [Int], {
    description: 'Years whose official holidays the program knows: `publishHolidayYear` takes them over.',
  })
  announcedYears: number[]
  @Field(() => Int, { description: 'How many open promises the last change moved.' }) movedPromises: number
  @Field(() => DateTime) updatedAt: Date
  @Field(() => Int, {
    description:
      'Its revision, raised by every change; due times state it. Give it as `expectedVersion` when changing it.',
  })
  version: number
}

@ObjectType('WorkingStep', {
  description:
    'One line of a reckoning of working time; the lines of kind WORK add up to what was asked for.',
})
export class WorkingStepType {
  @Field(() => WorkingStepKindEnum) kind: string
  @Field(() => LocalDate, { description: 'A night slot belongs to the day on which it begins.' }) on: string
  @Field(() => LocalDate, { description: 'The last day of several alike.' }) until: string
  @Field(() => WeekdayEnum, { description: 'Of the first day.' }) weekday: string
  @Field(() => DayKindEnum) dayKind: string
  @Field(() => String, { nullable: true, description: 'Of the special day; of a pause its reason.' })
  nameZh: string | null
  @Field(() => String, { nullable: true }) nameEn: string | null
  @Field(() => DateTime) from: Date
  @Field(() => DateTime) to: Date
  @Field(() => Int, { description: 'Counted; of a pause left out; of a day off 0.' }) minutes: number
  @Field(() => Int, { description: 'Counted up to here.' }) total: number
  @Field(() => Boolean, { description: "Its year's official holidays are not published yet." })
  isAssumed: boolean
  @Field(() => String, { description: 'The line in words, in your language.' }) text: string
}

@ObjectType('WorkingTime', { description: 'A due time in working time, and why it is that.' })
export class WorkingTimeType {
  @Field(() => DateTime, { description: 'The earliest instant at which the minutes have gone by.' }) at: Date
  @Field(() => [WorkingStepType]) steps: WorkingStepType[]
  @Field(() => [Int], YEARS_ASSUMED) assumesUnpublished: readonly number[]
  @Field(() => Int, { description: 'Revision of the calendar that was reckoned with.' }) revision: number
}

@ObjectType('CalendarConsequence', { description: 'What a change of a calendar would do to open promises.' })
export class CalendarConsequenceType {
  @Field(() => Int, { description: 'Open promises that go by the calendar: all are reckoned anew.' })
  openPromises: number
  @Field(() => Int, { description: 'Of these, how many would be due earlier.' }) earlier: number
  @Field(() => Int, { description: 'Of these, how many would be due later.' }) later: number
}
