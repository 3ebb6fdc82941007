import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import { calendarConsequence } from './calendar-consequence.query.ts'
import type { WorkingCalendarEntity } from './working-calendar.entity.ts'
import * as service from './working-calendar.service.ts'
import {
  CalendarConsequenceType,
  SpecialDayKindEnum,
  WeekdayEnum,
  WorkingCalendarType,
  WorkingTimeType,
} from './working-calendar.type.ts'
import { workingTime } from './working-time.query.ts'

type Answer = Promise<WorkingCalendarEntity | UserError>

@InputType()
abstract class CalendarVerbInput {
  @IdField('WorkingCalendar') calendarId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'Hours, in minutes after midnight; an end beyond 1440 lies on the next day.' })
class SlotInput {
  @Field(() => Int, { description: '0 to 1439.' }) fromMinute: number
  @Field(() => Int, { description: 'Exclusive; at most 1440 after the beginning.' }) toMinute: number
}

@InputType({ description: 'Hours of one day of the week.' })
class WeekSlotInput extends SlotInput {
  @Field(() => WeekdayEnum, { description: 'The day on which it begins.' }) weekday: string
}

@InputType()
class ChangeWorkingWeekInput extends CalendarVerbInput {
  @Field(() => [WeekSlotInput], { description: 'The whole week; a day without a slot is a day off.' })
  slots: WeekSlotInput[]
}

@InputType({ description: 'A day that would be listed.' })
class SpecialDayDraftInput {
  @Field(() => LocalDate) on: string
  @Field(() => SpecialDayKindEnum) kind: string
  @Field(() => String) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => [SlotInput], { nullable: true }) slots?: SlotInput[]
}

@InputType({ description: 'A change that is thought of: one of these.' })
class CalendarChangeInput {
  @Field(() => [WeekSlotInput], { nullable: true, description: 'The whole week.' }) week?: WeekSlotInput[]
  @Field(() => SpecialDayDraftInput, { nullable: true }) addDay?: SpecialDayDraftInput
  @Field(() => LocalDate, { nullable: true }) removeDay?: string
  @Field(() => Int, { nullable: true }) publishYear?: number
}

@ArgsType()
class CalendarConsequenceArgs {
  @Field(() => ID) calendarId: string
  @Field(() => CalendarChangeInput) change: CalendarChangeInput
}

@InputType()
class AddSpecialDayInput extends CalendarVerbInput {
  @Field(() => LocalDate) on: string
  @Field(() => SpecialDayKindEnum) kind: string
  @Field(() => String) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => [SlotInput], {
    nullable: true,
    description: 'Needed for CHANGED; possible for MAKE_UP_WORKDAY; none on a day off.',
  })
  slots?: SlotInput[]
}

@InputType()
class RemoveSpecialDayInput extends CalendarVerbInput {
  @Field(() => LocalDate) on: string
}

@InputType()
class PublishHolidayYearInput extends CalendarVerbInput {
  @Field(() => Int) year: number
}

@ArgsType()
class WorkingTimeArgs {
  @Field(() => ID) calendarId: string
  @Field(() => DateTime, { description: 'Counted from its whole minute on.' }) from: string
  @Field(() => Int, { description: 'Of working time, 0 to 100,000.' }) minutes: number
}

const ChangeWorkingWeekPayload = payload('ChangeWorkingWeek', WorkingCalendarType, 'stale')
const AddSpecialDayPayload = payload('AddSpecialDay', WorkingCalendarType, 'stale', 'duplicate')
const RemoveSpecialDayPayload = payload('RemoveSpecialDay', WorkingCalendarType, 'stale')
const PublishHolidayYearPayload = payload('PublishHolidayYear', WorkingCalendarType, 'stale')

@Resolver()
export class WorkingCalendarResolver {
  @Query(() => [WorkingCalendarType], { description: 'All calendars of working time.' })
  @RequiresPermission('calendar:read')
  workingCalendars(): WorkingCalendarType[] {
    return compiled()
  }

  @Query(() => WorkingTimeType, {
    description: 'When so many minutes of working time have gone by, and why it is then.',
  })
  @RequiresPermission('calendar:read')
  workingTime(
    @Args(() => WorkingTimeArgs) asked: WorkingTimeArgs,
    @Ctx() context: RequestContext,
  ): Promise<WorkingTimeType> {
    return workingTime(context, asked)
  }

  @Query(() => CalendarConsequenceType, {
    description: 'How many open promises a change would move; nothing is changed.',
  })
  @RequiresPermission('calendar:changeWorkingWeek')
  calendarConsequence(
    @Args(() => CalendarConsequenceArgs) asked: CalendarConsequenceArgs,
    @Ctx() context: RequestContext,
  ): Promise<CalendarConsequenceType> {
    return calendarConsequence(context, asked as Parameters<typeof calendarConsequence>[1])
  }

  @Mutation(() => ChangeWorkingWeekPayload, {
    description: 'Replaces the weekly hours; open promises are reckoned anew.',
  })
  @RequiresPermission('calendar:changeWorkingWeek')
  changeWorkingWeek(
    @Arg('input', () => ChangeWorkingWeekInput) input: ChangeWorkingWeekInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.changeWorkingWeek(context, input)
  }

  @Mutation(() => AddSpecialDayPayload, { description: 'Lists a day that departs from the week.' })
  @RequiresPermission('calendar:addSpecialDay')
  addSpecialDay(
    @Arg('input', () => AddSpecialDayInput) input: AddSpecialDayInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.addSpecialDay(context, input)
  }

  @Mutation(() => RemoveSpecialDayPayload, { description: 'Lets a day follow the week again.' })
  @RequiresPermission('calendar:removeSpecialDay')
  removeSpecialDay(
    @Arg('input', () => RemoveSpecialDayInput) input: RemoveSpecialDayInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.removeSpecialDay(context, input)
  }

  @Mutation(() => PublishHolidayYearPayload, {
    description:
      "Takes over a year's announced holidays and states it published; a year that the program does not know is published as entered by hand.",
  })
  @RequiresPermission('calendar:publishHolidayYear')
  publishHolidayYear(
    @Arg('input', () => PublishHolidayYearInput) input: PublishHolidayYearInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.publishHolidayYear(context, input)
  }
}
