import type { BudgetOutcome, ObjectiveOutcome, PlanFigures } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { DateTime, LocalDate, MinorUnits, RawValue } from '../../graphql/scalars.ts'
import { PlanMeasureEnum } from '../plan.enums.ts'
import { PlanUnmeasuredReasonEnum, PlanVerdictEnum } from './plan-evaluation.enums.ts'

const UNIT = { nullable: true, description: 'In the unit of the measure.' } as const
const MAYBE = { nullable: true } as const

@ObjectType('PlanOutcome', { description: 'An objective of a plan against what the system measured.' })
export class PlanOutcomeType implements ObjectiveOutcome {
  @Field(() => String, { description: 'As in the plan.' }) key: string
  @Field(() => PlanMeasureEnum) measure: ObjectiveOutcome['measure']
  @Field(() => RawValue, { description: 'In the unit of the measure.' }) target: number
  @Field(() => RawValue, UNIT) before: number | null
  @Field(() => Boolean, { description: 'Not measured, but as the plan stated it.' }) isBeforeStated: boolean
  @Field(() => RawValue, UNIT) now: number | null
  @Field(() => PlanVerdictEnum) verdict: ObjectiveOutcome['verdict']
  @Field(() => PlanUnmeasuredReasonEnum, MAYBE) reason: ObjectiveOutcome['reason']
  @Field(() => RawValue, { nullable: true, description: 'For the better; below 0 for the worse.' })
  gained: number | null
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Spent for one result; null where none was gained.',
  })
  costPerResultMinor: number | null
  @Field(() => Int, {
    description:
      'Clients of the same grade at the start, kind and type of community whom no plan covered in the period; at most 500.',
  })
  comparableClients: number
  @Field(() => RawValue, { nullable: true, description: 'Median gain of the clients of the plan.' })
  ownGain: number | null
  @Field(() => RawValue, {
    nullable: true,
    description: 'Median gain of comparable clients; null below five of them.',
  })
  comparableGain: number | null
  @Field(() => RawValue, {
    nullable: true,
    description: 'The difference of both. It does not say what caused it.',
  })
  gainBeyond: number | null
}

@ObjectType('PlanBudgetOutcome', { description: 'What was approved on a line of the budget, and spent.' })
export class PlanBudgetOutcomeType implements BudgetOutcome {
  @Field(() => String) key: string
  @Field(() => String) title: string
  @Field(() => MinorUnits) approvedMinor: number
  @Field(() => MinorUnits) spentMinor: number
}

@ObjectType('PlanFeedback', { description: 'What a client said to a task.' })
export class PlanFeedbackType {
  @Field(() => LocalDate) on: string
  @Field(() => String) title: string
  @Field(() => String) words: string
}

@ObjectType('PlanEvaluation', {
  description: 'What a plan came to: frozen when its summary is submitted, before that as it stands now.',
})
export class PlanEvaluationType implements PlanFigures {
  @Field(() => DateTime, { nullable: true, description: 'Null: as it stands now.' }) frozenAt: Date | null
  @Field(() => LocalDate) from: string
  @Field(() => LocalDate, { description: 'The last day of the plan, or today.' }) until: string
  @Field(() => LocalDate, { description: 'The time before is as long, and begins here.' }) beforeFrom: string
  @Field(() => Int) clients: number
  @Field(() => Int) machines: number
  @Field(() => Int, { description: 'Tasks whose last day has come.' }) tasksDue: number
  @Field(() => Int) tasksDone: number
  @Field(() => Int, { description: 'Done after their last day, or not done yet.' }) tasksLate: number
  @Field(() => Int) tasksCancelled: number
  @Field(() => Int, { description: 'Tasks to which the client said something.' }) feedbackCount: number
  @Field(() => MinorUnits) budgetMinor: number
  @Field(() => MinorUnits) spentMinor: number
  @Field(() => MinorUnits, { nullable: true, description: 'Spent for each task that was done.' })
  costPerTaskMinor: number | null
  @Field(() => Int, MAYBE) outagesBefore: number | null
  @Field(() => Int, MAYBE) outages: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'Cost of tasks for each machine.' })
  machineCostBeforeMinor: number | null
  @Field(() => MinorUnits, MAYBE) machineCostMinor: number | null
  @Field(() => [PlanOutcomeType]) objectives: PlanOutcomeType[]
  @Field(() => [PlanBudgetOutcomeType]) budget: PlanBudgetOutcomeType[]
  @Field(() => [PlanFeedbackType], { description: 'The newest 20, as they stand now.' })
  feedback: PlanFeedbackType[]
}
