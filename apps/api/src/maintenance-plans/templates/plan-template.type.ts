import { Field, Int, ObjectType } from 'type-graphql'
import { EquipmentClassEnum } from '../../equipment/equipment.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { WeekdayEnum } from '../../working-time/working-calendar.type.ts'
import {
  DayShiftEnum,
  MissingDayEnum,
  PlanKindEnum,
  PlanMeansEnum,
  RecurrenceFrequencyEnum,
} from '../plan.enums.ts'
import { PlanBudgetLineType, PlanObjectiveType } from '../plans/plan-content.type.ts'

const MAYBE = { nullable: true } as const

@ObjectType('PlanTemplateMeasure', {
  description: 'One measure of a template; its days are counted from the beginning of the plan.',
})
export class PlanTemplateMeasureType {
  @Field(() => String, { description: 'Stable over all editions.' }) key: string
  @Field(() => PlanMeansEnum) means: string
  @Field(() => String) title: string
  @Field(() => String, MAYBE) gap: string | null
  @Field(() => String, MAYBE) instruction: string | null
  @Field(() => String, { nullable: true, description: 'What is hoped for.' }) effect: string | null
  @Field(() => RecurrenceFrequencyEnum) frequency: string
  @Field(() => Int, { description: 'Every so many days, weeks, months or years.' }) interval: number
  @Field(() => Int, { description: 'Days after the beginning; 0 is the first day.' }) startAfterDays: number
  @Field(() => Int, { nullable: true, description: 'The last, likewise; null: as long as the plan.' })
  untilAfterDays: number | null
  @Field(() => [WeekdayEnum]) weekdays: string[]
  @Field(() => Int, {
    nullable: true,
    description: '1 to 31; -1 the last; null with `nth` null: the day of the month on which it begins.',
  })
  monthDay: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Which of the weekday in the month, 1 to 4; -1 the last.',
  })
  nth: number | null
  @Field(() => MissingDayEnum) missingDay: string
  @Field(() => DayShiftEnum) shift: string
  @Field(() => Int, { description: 'After an occurrence.' }) dueAfterDays: number
  @Field(() => String, { nullable: true, description: 'Key of the measure that comes before.' })
  dependsOn: string | null
  @Field(() => Int, { description: 'Each time.' }) estimatedMinutes: number
  @Field(() => MinorUnits, { description: 'Each time.' }) estimatedMinor: number
  @Field(() => String, { nullable: true, description: 'Key of the line that it is paid from.' })
  budgetLine: string | null
  @Field(() => Boolean) needsEvidence: boolean
}

@ObjectType('PlanTemplateEdition', { implements: Node, description: 'A template as it was stated once.' })
export class PlanTemplateEditionType extends Node {
  @Field(() => Int) edition: number
  @Field(() => String) title: string
  @Field(() => StaffType, { nullable: true }) statedBy: StaffType | null
  @Field(() => DateTime) statedAt: Date
}

@ObjectType('PlanTemplate', {
  implements: Node,
  description: 'What plans for a grade of clients, or for a class of machines, begin with.',
})
export class PlanTemplateType extends Node {
  @Field(() => PlanKindEnum) kind: string
  @Field(() => String, { nullable: true, description: 'Of a relationship plan: whose clients it is for.' })
  grade: string | null
  @Field(() => EquipmentClassEnum, { nullable: true, description: 'Of a facility plan.' })
  equipmentClass: string | null
  @Field(() => String) title: string
  @Field(() => Int, { description: 'The first and the last day included.' }) durationDays: number
  @Field(() => String, MAYBE) summary: string | null
  @Field(() => [PlanObjectiveType], { description: 'How things stand (`baseline`) is of each plan: null.' })
  objectives: PlanObjectiveType[]
  @Field(() => [PlanTemplateMeasureType]) measures: PlanTemplateMeasureType[]
  @Field(() => [PlanBudgetLineType]) budget: PlanBudgetLineType[]
  @Field(() => Int, { description: 'How often it was stated.' }) edition: number
  @Field(() => [PlanTemplateEditionType], { description: 'The newest first.' })
  editions: PlanTemplateEditionType[]
  @Field(() => StaffType, { nullable: true }) addedBy: StaffType | null
  @Field(() => DateTime) addedAt: Date
  @Field(() => StaffType, { nullable: true }) revisedBy: StaffType | null
  @Field(() => DateTime) revisedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'Since when nothing begins with it any more.' })
  retiredAt: Date | null
  @Field(() => StaffType, { nullable: true }) retiredBy: StaffType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const PlanTemplateConnection = connectionOf('PlanTemplate', PlanTemplateType)
