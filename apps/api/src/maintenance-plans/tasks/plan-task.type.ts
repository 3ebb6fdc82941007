import {
  PLAN_DECOMPOSITION_FAILURE_LABELS,
  PLAN_DECOMPOSITION_FAILURES,
  PLAN_DECOMPOSITION_STATUS_LABELS,
  PLAN_DECOMPOSITION_STATUSES,
  PLAN_GANTT_ROWS,
  PLAN_TASK_ACTION_LABELS,
  PLAN_TASK_ACTIONS,
  PLAN_TASK_CONFLICT_LABELS,
  PLAN_TASK_CONFLICTS,
  PLAN_TASK_STATUS_LABELS,
  PLAN_TASK_STATUSES,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { AttachmentFormatEnum } from '../../attachments/attachment.type.ts'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { EquipmentType } from '../../equipment/equipment.type.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { PlanKindEnum, PlanMeansEnum } from '../plan.enums.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'

export const PlanTaskStatusEnum = publishEnum(
  'PlanTaskStatus',
  PLAN_TASK_STATUSES,
  'Where a task of a plan stands.',
  PLAN_TASK_STATUS_LABELS,
)
const PlanTaskActionEnum = publishEnum(
  'PlanTaskAction',
  PLAN_TASK_ACTIONS.map(actionName),
  'Verbs of a task of a plan.',
  Object.fromEntries(PLAN_TASK_ACTIONS.map((it) => [actionName(it), PLAN_TASK_ACTION_LABELS[it]])),
)
export const PlanTaskConflictEnum = publishEnum(
  'PlanTaskConflict',
  PLAN_TASK_CONFLICTS,
  'What the move of a task to other days goes against.',
  PLAN_TASK_CONFLICT_LABELS,
)
export const PlanTaskOrderEnum = publishEnum(
  'PlanTaskOrder',
  ['SCHEDULED', 'DUE', 'LATEST'],
  'Order of a list of tasks: by the day on which they begin, by the day until which they are in time, the latest first.',
)
export const PlanGanttRowsEnum = publishEnum(
  'PlanGanttRows',
  PLAN_GANTT_ROWS,
  'By what the rows of a chart stand: measures of one plan, plans, people.',
)
const PlanDecompositionStatusEnum = publishEnum(
  'PlanDecompositionStatus',
  PLAN_DECOMPOSITION_STATUSES,
  'How far the making of tasks is.',
  PLAN_DECOMPOSITION_STATUS_LABELS,
)
const PlanDecompositionFailureEnum = publishEnum(
  'PlanDecompositionFailure',
  PLAN_DECOMPOSITION_FAILURES,
  'Why tasks could not be made.',
  PLAN_DECOMPOSITION_FAILURE_LABELS,
)

const maybe = { nullable: true } as const

@ObjectType('PlanTaskEvidence', {
  implements: Node,
  description:
    'A photograph or a file that shows what was done; its content is at `/files/plan-task-evidence/ID`.',
})
export class PlanTaskEvidenceType extends Node {
  @Field(() => String) name: string
  @Field(() => AttachmentFormatEnum) format: string
  @Field(() => Int, { description: 'In bytes.' }) sizeBytes: number
  @Field(() => StaffType, maybe) addedBy: StaffType | null
  @Field(() => DateTime) addedAt: Date
  @Field(() => Int) version: number
}

@ObjectType('PlanTask', {
  implements: Node,
  description: 'One round of one measure of a plan, for one client, machine or place.',
})
export class PlanTaskType extends Node {
  @Field(() => MaintenancePlanType, { nullable: true, description: 'Null where you may not read it.' })
  plan: MaintenancePlanType | null
  @Field(() => PlanKindEnum) kind: string
  @Field(() => String, { description: 'Of its measure in the content of the plan.' }) measureKey: string
  @Field(() => PlanMeansEnum) means: string
  @Field(() => LocalDate, { description: 'The day of the rule, before it was shifted.' }) occurrenceOn: string
  @Field(() => LocalDate, { description: 'Day on which it is to be begun.' }) scheduledOn: string
  @Field(() => LocalDate, { description: 'Last day on which it is in time.' }) dueOn: string
  @Field(() => LocalDate, {
    nullable: true,
    description: 'That day as it was agreed on, where its holder has moved it since.',
  })
  agreedDueOn: string | null
  @Field(() => ClientType, {
    nullable: true,
    description: 'Null of a facility, and where you may not read them.',
  })
  client: ClientType | null
  @Field(() => EquipmentType, { nullable: true, description: 'The machine of a facility plan.' })
  equipment: EquipmentType | null
  @Field(() => ProjectType, maybe) project: ProjectType | null
  @Field(() => String, maybe) title: string | null
  @Field(() => String, maybe) instruction: string | null
  @Field(() => PlanTaskStatusEnum) status: string
  @Field(() => StaffType, maybe) assignee: StaffType | null
  @Field(() => PlanTaskType, { nullable: true, description: 'Has to be done before.' })
  dependsOn: PlanTaskType | null
  @Field(() => Boolean, { description: 'It cannot begin: what it waits for is not done.' }) isWaiting: boolean
  @Field(() => Boolean, { description: 'A photograph or a file has to show what was done.' })
  needsEvidence: boolean
  @Field(() => Int) estimatedMinutes: number
  @Field(() => MinorUnits) estimatedMinor: number
  @Field(() => Boolean, { description: 'A cost of it may be booked.' }) costs: boolean
  @Field(() => DateTime, maybe) startedAt: Date | null
  @Field(() => DateTime, maybe) completedAt: Date | null
  @Field(() => StaffType, maybe) completedBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'What was done, and found.' }) result: string | null
  @Field(() => String, { nullable: true, description: 'What the client said.' }) feedback: string | null
  @Field(() => Int, maybe) actualMinutes: number | null
  @Field(() => MinorUnits, maybe) actualMinor: number | null
  @Field(() => DateTime, maybe) acceptedAt: Date | null
  @Field(() => StaffType, maybe) acceptedBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'Why it was returned, cancelled or moved.' })
  reason: string | null
  @Field(() => [PlanTaskEvidenceType]) evidence: PlanTaskEvidenceType[]
  @Field(() => [PlanTaskActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int) version: number
}

@ObjectType('PlanTaskMoveConflict', { description: 'What one move goes against.' })
export class PlanTaskMoveConflict {
  @Field(() => ID) taskId: string
  @Field(() => PlanTaskConflictEnum) conflict: string
  @Field(() => Boolean, { description: 'It cannot be gone against, whoever has seen it.' }) forbids: boolean
}

@ObjectType('PlanTasksMoved', { description: 'Tasks that were moved together.' })
export class PlanTasksMoved {
  @Field(() => Int) moved: number
}

export const PlanTaskConnection = connectionOf('PlanTask', PlanTaskType)

@ObjectType('PlanDecomposition', {
  implements: Node,
  description: 'The making of the tasks of a revision; no task changes before it is done.',
})
export class PlanDecompositionType extends Node {
  @Field(() => MaintenancePlanType, maybe) plan: MaintenancePlanType | null
  @Field(() => PlanDecompositionStatusEnum) status: string
  @Field(() => Int, { description: 'Clients or machines looked at so far.' }) doneCount: number
  @Field(() => Int) totalCount: number
  @Field(() => Int, { description: 'Tasks wanted, as far as reckoned.' }) wantedCount: number
  @Field(() => Int, maybe) madeCount: number | null
  @Field(() => Int, maybe) changedCount: number | null
  @Field(() => Int, { nullable: true, description: 'Not begun, and wanted no more.' }) droppedCount:
    | number
    | null
  @Field(() => PlanDecompositionFailureEnum, maybe) failure: string | null
  @Field(() => StaffType, maybe) begunBy: StaffType | null
  @Field(() => DateTime) begunAt: Date
  @Field(() => DateTime, maybe) endedAt: Date | null
  @Field(() => Int) version: number
}

@ObjectType('PlanProgressPart', { description: 'Tasks of one month, or of one person.' })
export class PlanProgressPart {
  @Field(() => String, {
    nullable: true,
    description: 'Month `2026-11`, or the id of the person; null: nobody yet.',
  })
  key: string | null
  @Field(() => String, { nullable: true, description: 'Of the person.' }) name: string | null
  @Field(() => Int, { description: 'Neither begun nor done.' }) scheduled: number
  @Field(() => Int) inProgress: number
  @Field(() => Int, { description: 'Awaiting acceptance.' }) done: number
  @Field(() => Int) accepted: number
  @Field(() => Int, { description: 'Of the open ones, behind their last day.' }) late: number
}

@ObjectType('PlanProgress', {
  description:
    'How far a plan is carried out: over all of its tasks that you may read and that are not cancelled.',
})
export class PlanProgress {
  @Field(() => Int) total: number
  @Field(() => Int) open: number
  @Field(() => Int) late: number
  @Field(() => Int, { description: 'Open, and nobody’s.' }) unassigned: number
  @Field(() => [PlanProgressPart]) months: PlanProgressPart[]
  @Field(() => [PlanProgressPart], { description: 'Whoever has most in hand first.' })
  people: PlanProgressPart[]
}

@ObjectType('PlanGanttWeek', { description: 'Tasks of one row of a chart that are to be begun in one week.' })
export class PlanGanttWeek {
  @Field(() => LocalDate, { description: 'Its Monday.' }) from: string
  @Field(() => LocalDate, { description: 'The first day on which one of them is to be begun.' })
  firstOn: string
  @Field(() => LocalDate, { description: 'The last day until which one of them is in time.' }) lastOn: string
  @Field(() => Int) tasks: number
  @Field(() => Int) open: number
  @Field(() => Int, { description: 'Open, behind their last day.' }) late: number
}

@ObjectType('PlanGanttRow', { description: 'One row of a chart of tasks.' })
export class PlanGanttRow {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the measure, or id of the plan or the person; null: nobody’s.',
  })
  key: string | null
  @Field(() => String, { nullable: true, description: 'Of the person, or the number of the plan.' })
  name: string | null
  @Field(() => PlanMeansEnum, { description: 'Of the first tasks.' }) means: string
  @Field(() => [PlanGanttWeek]) weeks: PlanGanttWeek[]
}

@ObjectType('PlanWorkloadWeek', { description: 'Open work of one person in one week.' })
export class PlanWorkloadWeek {
  @Field(() => LocalDate, { description: 'Its Monday.' }) from: string
  @Field(() => Int, { description: 'Of open tasks of plans; what is late counts in the first week.' })
  estimatedMinutes: number
  @Field(() => Int) tasks: number
  @Field(() => Int, { description: 'Working time of the organization’s calendar.' }) workingMinutes: number
}

@ObjectType('PlanWorkload', { description: 'How much of plans a person has before them.' })
export class PlanWorkload {
  @Field(() => ID) staffId: string
  @Field(() => String) name: string
  @Field(() => Int, { description: 'Open tasks whose last day lies before the first week.' }) late: number
  @Field(() => [PlanWorkloadWeek]) weeks: PlanWorkloadWeek[]
}
