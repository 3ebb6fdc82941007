import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { EquipmentClassEnum } from '../../equipment/equipment.type.ts'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { MinorUnits, RawValue } from '../../graphql/scalars.ts'
import { WeekdayEnum } from '../../working-time/working-calendar.type.ts'
import {
  DayShiftEnum,
  MissingDayEnum,
  PlanKindEnum,
  PlanMeansEnum,
  PlanMeasureEnum,
  RecurrenceFrequencyEnum,
} from '../plan.enums.ts'
import { PlanBudgetLineInput } from '../plans/plan.inputs.ts'

const MAYBE = { nullable: true } as const
const KEY = { description: '1 to 12 small letters and digits; the same over all editions.' }

@InputType({ description: 'A rule whose days are counted from the beginning of the plan.' })
class TemplateRecurrenceInput {
  @Field(() => RecurrenceFrequencyEnum) frequency: string
  @Field(() => Int, { nullable: true, description: 'Every so many days, weeks, months or years; default 1.' })
  interval?: number
  @Field(() => Int, { description: 'Days after the beginning; 0 is the first day.' }) startAfterDays: number
  @Field(() => Int, { nullable: true, description: 'The last, likewise; absent: as long as the plan.' })
  untilAfterDays?: number
  @Field(() => [WeekdayEnum], MAYBE) weekdays?: string[]
  @Field(() => Int, {
    nullable: true,
    description: '1 to 31; -1 the last; absent with `nth`: the day on which it begins.',
  })
  monthDay?: number
  @Field(() => Int, { nullable: true, description: 'Which of the weekday, 1 to 4; -1 the last.' })
  nth?: number
  @Field(() => MissingDayEnum, { nullable: true, description: 'Default: LAST_DAY.' }) missingDay?: string
  @Field(() => DayShiftEnum, { nullable: true, description: 'Default: NEXT.' }) shift?: string
}

@InputType()
class TemplateObjectiveInput {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeasureEnum) measure: string
  @Field(() => RawValue, { description: 'In the unit of the measure.' }) target: number
  @Field(() => String, MAYBE) note?: string
}

@InputType()
class TemplateMeasureInput {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeansEnum) means: string
  @Field(() => String) title: string
  @Field(() => String, MAYBE) gap?: string
  @Field(() => String, MAYBE) instruction?: string
  @Field(() => String, MAYBE) effect?: string
  @Field(() => TemplateRecurrenceInput) recurrence: TemplateRecurrenceInput
  @Field(() => Int, { nullable: true, description: '0 to 90; default 0.' }) dueAfterDays?: number
  @Field(() => String, { nullable: true, description: 'Key of the measure that comes before.' })
  dependsOn?: string
  @Field(() => Int, { nullable: true, description: 'Each time; default 60.' }) estimatedMinutes?: number
  @Field(() => MinorUnits, { description: 'Each time.' }) estimatedMinor: number
  @Field(() => String, {
    nullable: true,
    description: 'Key of the line that it is paid from; needed where it costs.',
  })
  budgetLine?: string
  @Field(() => Boolean, MAYBE) needsEvidence?: boolean
}

@InputType({ description: 'All that a template says.' })
class PlanTemplateContentInput {
  @Field(() => String, { description: 'At most 120 characters.' }) title: string
  @Field(() => Int, { description: 'The first and the last day included; 1 to 1,100.' }) durationDays: number
  @Field(() => String, MAYBE) summary?: string
  @Field(() => [TemplateObjectiveInput], { description: '1 to 10.' }) objectives: TemplateObjectiveInput[]
  @Field(() => [TemplateMeasureInput], { description: '1 to 60.' }) measures: TemplateMeasureInput[]
  @Field(() => [PlanBudgetLineInput], { description: 'At most 30.' }) budget: PlanBudgetLineInput[]
}

@InputType({ description: 'For a grade of clients, or for a class of machines: one of each is in use.' })
export class AddPlanTemplateInput {
  @Field(() => PlanKindEnum) kind: string
  @Field(() => String, { nullable: true, description: 'Of kind RELATIONSHIP.' }) grade?: string
  @Field(() => EquipmentClassEnum, { nullable: true, description: 'Of kind FACILITY.' })
  equipmentClass?: string
  @Field(() => PlanTemplateContentInput) content: PlanTemplateContentInput
}

@InputType()
abstract class PlanTemplateVerbInput {
  @IdField('PlanTemplate') templateId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class RevisePlanTemplateInput extends PlanTemplateVerbInput {
  @Field(() => PlanTemplateContentInput, { description: 'The template as it is to be, whole.' })
  content: PlanTemplateContentInput
}

@InputType()
export class RetirePlanTemplateInput extends PlanTemplateVerbInput {}

@InputType({ description: 'Which templates; absent members do not filter.' })
class PlanTemplateFilter {
  @Field(() => PlanKindEnum, MAYBE) kind?: string
  @Field(() => Boolean, { nullable: true, description: 'Not retired.' }) inUse?: boolean
}

@ArgsType()
export class PlanTemplateArgs extends PageArgs {
  @Field(() => PlanTemplateFilter, MAYBE) filter?: PlanTemplateFilter
}
