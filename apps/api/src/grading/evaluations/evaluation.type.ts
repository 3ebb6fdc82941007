import {
  GRADE_CHANGE_KIND_LABELS,
  GRADE_CHANGE_KINDS,
  GRADE_CHANGE_STATUS_LABELS,
  GRADE_CHANGE_STATUSES,
  GRADE_MOVEMENT_LABELS,
  GRADE_MOVEMENTS,
  LEFT_OUT_REASON_LABELS,
  LEFT_OUT_REASONS,
  METRIC_UNITS,
  METRIC_UNIT_LABELS,
  METRICS,
  METRIC_RULES,
  NO_GRADE_LABELS,
  EVALUATION_ACTIONS,
  EVALUATION_ACTION_LABELS,
  type Metric,
  type Text,
} from '@steward/domain'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { GradingCycleType } from '../cycles/grading-cycle.type.ts'

export const GradeMovementEnum = publishEnum(
  'GradeMovement',
  GRADE_MOVEMENTS,
  'How a grade stands to the one before.',
  GRADE_MOVEMENT_LABELS,
)
const LeftOutReasonEnum = publishEnum(
  'LeftOutReason',
  LEFT_OUT_REASONS,
  'Why somebody who was scored is not in the directory.',
  LEFT_OUT_REASON_LABELS,
)
const NoGradeEnum = publishEnum(
  'NoGrade',
  ['MISSING', 'TOO_LITTLE'],
  'Why somebody could not be graded.',
  NO_GRADE_LABELS,
)
const GradeChangeKindEnum = publishEnum(
  'GradeChangeKind',
  GRADE_CHANGE_KINDS,
  'Before the directory, or after it.',
  GRADE_CHANGE_KIND_LABELS,
)
export const GradeChangeStatusEnum = publishEnum(
  'GradeChangeStatus',
  GRADE_CHANGE_STATUSES,
  'Where an override or appeal stands.',
  GRADE_CHANGE_STATUS_LABELS,
)
const EvaluationActionEnum = publishEnum(
  'EvaluationAction',
  EVALUATION_ACTIONS.map(actionName),
  'A verb of an override or appeal.',
  Object.fromEntries(
    EVALUATION_ACTIONS.map((action) => [actionName(action), EVALUATION_ACTION_LABELS[action]]),
  ),
)
export const EvaluationOrderEnum = publishEnum('EvaluationOrder', ['TOTAL'], 'The best first.')
export const GradeChangeOrderEnum = publishEnum('GradeChangeOrder', ['NEWEST'], 'How they are ordered.')
const GradingMetricEnum = publishEnum(
  'EvaluatedMetric',
  METRICS,
  'By what clients are measured.',
  Object.fromEntries(METRICS.map((metric) => [metric, METRIC_RULES[metric].label])) as Record<Metric, Text>,
)
const EvaluatedUnitEnum = publishEnum(
  'EvaluatedUnit',
  METRIC_UNITS,
  'In what a raw value is.',
  METRIC_UNIT_LABELS,
)
const LineStandingEnum = publishEnum(
  'LineStanding',
  ['MEASURED', 'DEFAULT', 'LEFT_OUT'],
  'By its raw value; missing and scored as the standard says; missing, so that the others weigh more.',
)

@ObjectType('GradeChange', {
  implements: Node,
  description: 'That a grade should be another one, and what was decided.',
})
export class GradeChangeType extends Node {
  @Field(() => GradeChangeKindEnum) kind: string
  @Field(() => GradeChangeStatusEnum) status: string
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => ID, { description: 'The evaluation that it is about.' }) evaluationId: string
  @Field(() => GradingCycleType, { nullable: true }) cycle: GradingCycleType | null
  @Field(() => String, { nullable: true }) fromGrade: string | null
  @Field(() => String) toGrade: string
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => String, { nullable: true, description: 'Where it can be checked.' }) evidence: string | null
  @Field(() => StaffType, { nullable: true }) raisedBy: StaffType | null
  @Field(() => DateTime) raisedAt: Date
  @Field(() => StaffType, { nullable: true }) decidedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null
  @Field(() => String, { nullable: true }) decisionNote: string | null
  @Field(() => GradingCycleType, {
    nullable: true,
    description: 'Of a granted appeal: the amendment that carried it out.',
  })
  carriedOutBy: GradingCycleType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [EvaluationActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}
export const GradeChangeConnection = connectionOf('GradeChange', GradeChangeType)

@ObjectType('Evaluation', {
  implements: Node,
  description: 'What a cycle says of one client 客户关系评估表.',
})
export class EvaluationType extends Node {
  @Field(() => GradingCycleType, { nullable: true }) cycle: GradingCycleType | null
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => ProjectType, { nullable: true, description: 'Where the archive belonged when it was scored.' })
  project: ProjectType | null
  @Field(() => Int, { nullable: true, description: 'Ten-thousandths; null: could not be graded.' })
  total: number | null
  @Field(() => NoGradeEnum, { nullable: true }) ungraded: string | null
  @Field(() => String, { nullable: true, description: 'By the standard alone.' }) proposedGrade: string | null
  @Field(() => String, { nullable: true, description: 'After overrides.' }) finalGrade: string | null
  @Field(() => GradingCycleType, { nullable: true }) previousCycle: GradingCycleType | null
  @Field(() => String, { nullable: true, description: 'In the directory that held when it was scored.' })
  previousGrade: string | null
  @Field(() => Int, { nullable: true }) previousTotal: number | null
  @Field(() => GradeMovementEnum, { nullable: true }) movement: string | null
  @Field(() => LeftOutReasonEnum, { nullable: true }) leftOut: string | null
  @Field(() => [GradeChangeType], { description: 'Overrides and appeals, the newest first.' })
  changes: GradeChangeType[]
}
export const EvaluationConnection = connectionOf('Evaluation', EvaluationType)

@ObjectType('ExplainedLine', { description: 'One criterion of an evaluation, and how it stood last time.' })
export class ExplainedLine {
  @Field(() => String, { description: 'Key of the criterion, kept between revisions of the standard.' })
  criterion: string
  @Field(() => String) name: string
  @Field(() => GradingMetricEnum) metric: string
  @Field(() => EvaluatedUnitEnum) unit: string
  @Field(() => LineStandingEnum) standing: string
  @Field(() => Float, {
    nullable: true,
    description: 'In its unit: minor units, ten-thousandths, days, times.',
  })
  raw: number | null
  @Field(() => Float, {
    nullable: true,
    description: 'From where the band of the raw value begins; null: at nothing, or scored on a line.',
  })
  bandFrom: number | null
  @Field(() => Float, {
    nullable: true,
    description: 'Where the next band begins; null: none, or scored on a line.',
  })
  bandTo: number | null
  @Field(() => Int, { nullable: true, description: 'Ten-thousandths.' }) score: number | null
  @Field(() => Int, { description: 'Ten-thousandths of the whole.' }) weight: number
  @Field(() => Int, { description: 'What it gives to the total, ten-thousandths.' }) contribution: number
  @Field(() => Float, { nullable: true }) target: number | null
  @Field(() => Float, { nullable: true, description: 'Raw value less target.' }) gap: number | null
  @Field(() => Float, { nullable: true }) rawBefore: number | null
  @Field(() => Int, { nullable: true }) scoreBefore: number | null
  @Field(() => Int, { nullable: true }) contributionBefore: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'By how much it moved the total; null: there was no last time.',
  })
  moved: number | null
}

@ObjectType('NearestGradeChange', {
  description:
    'One criterion alone, all others as they are: the nearest value at which the grade is another one.',
})
export class NearestGradeChange {
  @Field(() => String) criterion: string
  @Field(() => Float, { nullable: true }) from: number | null
  @Field(() => Float) to: number
  @Field(() => String) grade: string
}

@ObjectType('EarnedByGrade', { description: 'What a grade adds to the contracted service.' })
export class EarnedByGrade {
  @Field(() => String) what: string
  @Field(() => Int) timesAYear: number
}

@ObjectType('EvaluationExplained', {
  description: 'Why this grade, what would change it, and what has changed since last time.',
})
export class EvaluationExplained {
  @Field(() => [ExplainedLine], { description: 'In the order of the standard.' }) lines: ExplainedLine[]
  @Field(() => [NearestGradeChange], {
    description: 'To a better grade, the smallest change of score first.',
  })
  up: NearestGradeChange[]
  @Field(() => [NearestGradeChange], { description: 'To a lesser grade, likewise.' })
  down: NearestGradeChange[]
  @Field(() => [EarnedByGrade], { description: 'What the final grade earns.' }) earns: EarnedByGrade[]
  @Field(() => Boolean, { description: 'Does its snapshot lead to what it says, bit for bit?' })
  isAsComputed: boolean
}

@ObjectType('GradeShare', {
  description: 'How many clients of a community have a grade in a cycle, and how they moved.',
})
export class GradeShare {
  @Field(() => ID, { nullable: true }) projectId: string | null
  @Field(() => String, { nullable: true }) project: string | null
  @Field(() => String, { nullable: true, description: 'Null: could not be graded.' }) grade: string | null
  @Field(() => Int) count: number
  @Field(() => Int) up: number
  @Field(() => Int) down: number
  @Field(() => Int, { description: 'Never graded before.' }) fresh: number
  @Field(() => Int, { description: 'Another grade than by the standard alone.' }) overridden: number
}

@ObjectType('ClientGrade', {
  description:
    'The grade that holds: of the newest published directory that has the client. Members are null where none has.',
})
export class ClientGradeType {
  @Field(() => String, { nullable: true }) grade: string | null
  @Field(() => DateTime, { nullable: true }) publishedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Number of the cycle.' }) cycle: string | null
  @Field(() => ID, { nullable: true, description: 'The evaluation that says why.' }) evaluationId:
    | string
    | null
}
