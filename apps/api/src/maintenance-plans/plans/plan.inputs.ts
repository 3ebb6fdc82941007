import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate, MinorUnits, RawValue } from '../../graphql/scalars.ts'
import { WeekdayEnum } from '../../working-time/working-calendar.type.ts'
import {
  DayShiftEnum,
  MissingDayEnum,
  PlanCostKindEnum,
  PlanKindEnum,
  PlanMeansEnum,
  PlanMeasureEnum,
  PlanStatusEnum,
  RecurrenceFrequencyEnum,
} from '../plan.enums.ts'

const MAYBE = { nullable: true } as const
const KEY = { description: '1 to 12 small letters and digits; the same over all revisions of the plan.' }

@InputType({ description: 'A rule on local dates, then shifted to a working day.' })
export class PlanRecurrenceInput {
  @Field(() => RecurrenceFrequencyEnum) frequency: string
  @Field(() => Int, { nullable: true, description: 'Every so many days, weeks, months or years; default 1.' })
  interval?: number
  @Field(() => LocalDate, { description: 'The first day that may be an occurrence.' }) from: string
  @Field(() => LocalDate, { nullable: true, description: 'The last; absent: the end of the plan.' })
  until?: string
  @Field(() => [WeekdayEnum], MAYBE) weekdays?: string[]
  @Field(() => Int, { nullable: true, description: '1 to 31; -1 the last.' }) monthDay?: number
  @Field(() => Int, { nullable: true, description: 'Which of the weekday, 1 to 4; -1 the last.' })
  nth?: number
  @Field(() => MissingDayEnum, { nullable: true, description: 'Default: LAST_DAY.' }) missingDay?: string
  @Field(() => DayShiftEnum, { nullable: true, description: 'Default: NEXT.' }) shift?: string
}

@InputType()
export class PlanObjectiveInput {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeasureEnum) measure: string
  @Field(() => RawValue, { description: 'In the unit of the measure.' }) target: number
  @Field(() => RawValue, MAYBE) baseline?: number
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class PlanMeasureLineInput {
  @Field(() => String, KEY) key: string
  @Field(() => PlanMeansEnum) means: string
  @Field(() => String) title: string
  @Field(() => String, MAYBE) gap?: string
  @Field(() => String, MAYBE) instruction?: string
  @Field(() => String, MAYBE) effect?: string
  @IdField('Staff', MAYBE) assigneeId?: string
  @Field(() => PlanRecurrenceInput) recurrence: PlanRecurrenceInput
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

@InputType()
export class PlanBudgetLineInput {
  @Field(() => String, KEY) key: string
  @Field(() => PlanCostKindEnum) kind: string
  @Field(() => String) title: string
  @Field(() => MinorUnits) amountMinor: number
}

@InputType({ description: 'All that a plan says.' })
export class PlanContentInput {
  @Field(() => String, { description: 'At most 120 characters.' }) title: string
  @IdField('Staff', { description: 'Who answers for it.' }) ownerId: string
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate) endsOn: string
  @Field(() => String, MAYBE) summary?: string
  @Field(() => [PlanObjectiveInput], { description: '1 to 10.' }) objectives: PlanObjectiveInput[]
  @Field(() => [PlanMeasureLineInput], { description: '1 to 60.' }) measures: PlanMeasureLineInput[]
  @Field(() => [PlanBudgetLineInput], { description: 'At most 30.' }) budget: PlanBudgetLineInput[]
}

@InputType({
  description:
    'Of kind RELATIONSHIP for a client, or else for the clients of a segment; of kind FACILITY for a community.',
})
export class DraftPlanInput {
  @Field(() => PlanKindEnum) kind: string
  @IdField('Client', MAYBE) clientId?: string
  @Field(() => [String], { nullable: true, description: 'Clients of these grades; empty: of all.' })
  segmentGrades?: string[]
  @IdField('Project', { nullable: true, list: true, description: 'In these communities; empty: in all.' })
  segmentProjectIds?: string[]
  @IdField('Project', { nullable: true, description: 'Of a facility plan.' }) projectId?: string
  @IdField('Equipment', {
    nullable: true,
    list: true,
    description: 'Machines of that community; none: the place as a whole. At most 500.',
  })
  equipmentIds?: string[]
  @IdField('MaintenancePlan', { nullable: true, description: 'The plan that this one goes on from.' })
  renewsId?: string
  @Field(() => PlanContentInput) content: PlanContentInput
}

@InputType()
abstract class PlanVerbInput {
  @IdField('MaintenancePlan') planId: string
  @Field(() => Int, { description: 'The `version` of the plan that the person saw.' }) expectedVersion: number
}
@InputType()
abstract class NotedPlanInput extends PlanVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
abstract class ReasonedPlanInput extends PlanVerbInput {
  @Field(() => String, { description: 'At most 1,000 characters.' }) reason: string
}

@InputType()
export class ChangePlanInput extends PlanVerbInput {
  @IdField('Equipment', {
    nullable: true,
    list: true,
    description: 'Of a facility plan: its machines; absent: as they were.',
  })
  equipmentIds?: string[]
  @Field(() => PlanContentInput, { description: 'The draft as it is to be, whole.' })
  content: PlanContentInput
}
@InputType()
export class SubmitPlanInput extends PlanVerbInput {}
@InputType()
export class ReviewPlanInput extends NotedPlanInput {}
@InputType()
export class ApprovePlanInput extends NotedPlanInput {}
@InputType()
export class ReturnPlanInput extends ReasonedPlanInput {}
@InputType()
export class WithdrawPlanInput extends ReasonedPlanInput {}
@InputType()
export class AmendPlanInput extends ReasonedPlanInput {}
@InputType()
export class EvaluatePlanInput extends PlanVerbInput {}
@InputType()
export class CompletePlanInput extends PlanVerbInput {}
@InputType()
export class CancelPlanInput extends ReasonedPlanInput {}

@InputType()
export class CommentPlanInput {
  @IdField('PlanRevision') revisionId: string
  @Field(() => String, {
    nullable: true,
    description: 'By keys, e.g. `measures.k1.recurrence`; absent: the plan as a whole.',
  })
  anchor?: string
  @IdField('PlanComment', { nullable: true, description: 'The comment that this one answers.' })
  answersId?: string
  @Field(() => String, { description: 'At most 1,000 characters.' }) words: string
}
@InputType()
export class ResolveCommentOfPlanInput {
  @IdField('PlanComment') commentId: string
  @Field(() => Int, { description: 'The `version` of the comment.' }) expectedVersion: number
}

@InputType({ description: 'All that are given hold.' })
export class MaintenancePlanFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title, or the number.' }) search?: string
  @Field(() => PlanKindEnum, MAYBE) kind?: string
  @Field(() => [PlanStatusEnum], MAYBE) status?: string[]
  @Field(() => ID, MAYBE) owner?: string
  @Field(() => ID, MAYBE) client?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => ID, { nullable: true, description: 'For this machine.' }) equipment?: string
  @Field(() => LocalDate, MAYBE) endsFrom?: string
  @Field(() => LocalDate, MAYBE) endsBefore?: string
  @Field(() => Boolean, { nullable: true, description: 'You answer for it, or drafted it.' }) mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'A revision is being written, reviewed or approved.' })
  underway?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Your signature is awaited.' }) awaitsMe?: boolean
}
