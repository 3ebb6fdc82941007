/** One input a verb. What is valid, the domain's inputs say. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { PlanKindEnum, PlanMeansEnum } from '../plan.enums.ts'
import {
  PlanGanttRowsEnum,
  PlanTaskConflictEnum,
  PlanTaskOrderEnum,
  PlanTaskStatusEnum,
} from './plan-task.type.ts'

const maybe = { nullable: true } as const
const DESPITE = {
  nullable: true,
  description:
    'The conflicts that the person has seen and goes against; one that is not named refuses the move.',
} as const

@InputType()
abstract class PlanTaskVerbInput {
  @IdField('PlanTask') taskId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AssignPlanTaskInput extends PlanTaskVerbInput {
  @IdField('Staff', { description: 'Somebody whose role carries out tasks.' }) assigneeId: string
}
@InputType()
export class ReschedulePlanTaskInput extends PlanTaskVerbInput {
  @Field(() => LocalDate) scheduledOn: string
  @Field(() => LocalDate, { description: 'Not before `scheduledOn`.' }) dueOn: string
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
  @Field(() => [PlanTaskConflictEnum], DESPITE) despite?: string[]
}
@InputType({ description: 'Where one of several tasks is to go.' })
export class ReschedulePlanTasksMove extends PlanTaskVerbInput {
  @Field(() => LocalDate) scheduledOn: string
  @Field(() => LocalDate, { description: 'Not before `scheduledOn`.' }) dueOn: string
}
@InputType()
export class ReschedulePlanTasksInput {
  @Field(() => [ReschedulePlanTasksMove], { description: '1 to 100.' }) moves: ReschedulePlanTasksMove[]
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
  @Field(() => [PlanTaskConflictEnum], DESPITE) despite?: string[]
}
@InputType({ description: 'Where a task might go.' })
export class PlanTaskMoveInput {
  @IdField('PlanTask') taskId: string
  @Field(() => LocalDate) scheduledOn: string
  @Field(() => LocalDate, { description: 'Not before `scheduledOn`.' }) dueOn: string
}
@ArgsType()
export class PlanTaskConflictsArgs {
  @Field(() => [PlanTaskMoveInput], { description: '1 to 100, judged together.' }) moves: PlanTaskMoveInput[]
}
@InputType()
export class StartPlanTaskInput extends PlanTaskVerbInput {}
@InputType()
export class CompletePlanTaskInput extends PlanTaskVerbInput {
  @Field(() => String, { description: 'What was done, and found; at most 2,000 characters.' }) result: string
  @Field(() => String, { nullable: true, description: 'What the client said; at most 1,000 characters.' })
  feedback?: string
  @Field(() => Int) actualMinutes: number
  @Field(() => MinorUnits, { nullable: true, description: 'Absent: nothing.' }) actualMinor?: number
}
@InputType()
export class ConfirmPlanTaskInput extends PlanTaskVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) note?: string
}
@InputType()
export class ReturnPlanTaskInput extends PlanTaskVerbInput {
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
}
@InputType()
export class CancelPlanTaskInput extends PlanTaskVerbInput {
  @Field(() => String, { description: 'At most 500 characters.' }) reason: string
}
@InputType()
export class RemoveEvidenceOfPlanTaskInput {
  @IdField('PlanTaskEvidence') evidenceId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class DecomposePlanInput {
  @IdField('MaintenancePlan') planId: string
}
@InputType()
export class StopDecompositionOfPlanInput {
  @IdField('PlanDecomposition') decompositionId: string
}

@InputType({ description: 'Which tasks; absent members do not filter, all others must hold.' })
export class PlanTaskFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title.' }) search?: string
  @Field(() => Boolean, { nullable: true, description: 'Yours.' }) mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Neither done nor cancelled.' }) open?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Nobody’s yet.' }) unassigned?: boolean
  @Field(() => ID, maybe) plan?: string
  @Field(() => String, { nullable: true, description: 'Key of its measure.' }) measure?: string
  @Field(() => [PlanTaskStatusEnum], maybe) status?: string[]
  @Field(() => ID, maybe) assignee?: string
  @Field(() => ID, maybe) client?: string
  @Field(() => ID, { nullable: true, description: 'For this machine.' }) equipment?: string
  @Field(() => [ID], maybe) project?: string[]
  @Field(() => PlanKindEnum, maybe) kind?: string
  @Field(() => [PlanMeansEnum], maybe) means?: string[]
  @Field(() => LocalDate, maybe) scheduledFrom?: string
  @Field(() => LocalDate, maybe) scheduledBefore?: string
  @Field(() => LocalDate, maybe) dueFrom?: string
  @Field(() => LocalDate, { nullable: true, description: 'With `open` and today: what is late.' })
  dueBefore?: string
}

@ArgsType()
export class PlanTaskArgs extends PageArgs {
  @Field(() => PlanTaskFilter, maybe) filter?: PlanTaskFilter
  @Field(() => PlanTaskOrderEnum, { nullable: true, description: 'Default: SCHEDULED.' }) orderBy?: string
}

@ArgsType()
export class PlanGanttArgs {
  @Field(() => ID, { nullable: true, description: 'Absent: all that you may read.' }) plan?: string
  @Field(() => ID, { nullable: true, description: 'Only theirs.' }) assignee?: string
  @Field(() => LocalDate) from: string
  @Field(() => LocalDate, { description: 'At most two years later.' }) to: string
  @Field(() => PlanGanttRowsEnum, { description: 'MEASURE asks for a plan.' }) by: string
}

@ArgsType()
export class PlanWorkloadArgs {
  @Field(() => LocalDate, { description: 'A day of the first week.' }) from: string
  @Field(() => Int, { nullable: true, description: '1 to 12; default 4.' }) weeks?: number
}
