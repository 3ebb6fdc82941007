import { SIMULATION_STATUS_LABELS, SIMULATION_STATUSES } from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { GradingCycleType } from '../cycles/grading-cycle.type.ts'
import { GradeCount, GradeDistribution, GradeMove } from '../standard/preview.type.ts'

export const SimulationStatusEnum = publishEnum(
  'GradingSimulationStatus',
  SIMULATION_STATUSES,
  'How far a simulation is.',
  SIMULATION_STATUS_LABELS,
)

@ObjectType('GradingSimulation', {
  implements: Node,
  description: 'A standard tried out on all clients, beside another one. What it grades by is kept with it.',
})
export class GradingSimulationType extends Node {
  @Field(() => String, { description: 'Of the revision that is tried out, e.g. `A/1`.' }) label: string
  @Field(() => String, { nullable: true, description: 'Of the one beside; null: there was none.' })
  comparedLabel: string | null
  @Field(() => LocalDate, { description: 'By the values of this day.' }) asOfOn: string
  @Field(() => GradingCycleType, {
    nullable: true,
    description: 'By what this cycle kept of its clients; null: measured anew.',
  })
  cycle: GradingCycleType | null
  @Field(() => SimulationStatusEnum) status: string
  @Field(() => Int, { description: 'Clients to be graded.' }) totalCount: number
  @Field(() => Int, { description: 'Graded so far.' }) doneCount: number
  @Field(() => StaffType, { nullable: true }) requestedBy: StaffType | null
  @Field(() => DateTime) requestedAt: Date
  @Field(() => DateTime, { nullable: true }) finishedAt: Date | null
  @Field(() => Int) version: number
}

export const GradingSimulationConnection = connectionOf('GradingSimulation', GradingSimulationType)

@ObjectType('SimulatedGroup', {
  description: 'What becomes of the clients of one project, kind or relation.',
})
export class SimulatedGroup {
  @Field(() => String, { description: '`PROJECT`, `KIND` or `RELATION`.' }) by: string
  @Field(() => String, { nullable: true, description: 'The published id or the value; null: of none.' })
  key: string | null
  @Field(() => String, { nullable: true, description: 'Of a project.' }) name: string | null
  @Field(() => Int) clients: number
  @Field(() => [GradeCount], { description: 'By the standard that is tried out.' }) grades: GradeCount[]
  @Field(() => Int, { description: 'Who would be in a better grade.' }) up: number
  @Field(() => Int, { description: 'Who would be in a lesser one, or in none.' }) down: number
}

@ObjectType('SimulationResult', { description: 'What a simulation has come to so far.' })
export class SimulationResult {
  @Field(() => GradeDistribution) tried: GradeDistribution
  @Field(() => GradeDistribution, { nullable: true }) compared: GradeDistribution | null
  @Field(() => [GradeMove], { description: 'From the one to the other; empty where there is none beside.' })
  moves: GradeMove[]
  @Field(() => [SimulatedGroup], { description: 'By project, kind and relation, the largest first.' })
  groups: SimulatedGroup[]
}

@ObjectType('SimulatedReason', { description: 'By how much a criterion moved a client.' })
export class SimulatedReason {
  @Field(() => String) criterion: string
  @Field(() => String) name: string
  @Field(() => Int, { description: 'Of the total, in ten-thousandths.' }) moved: number
}

@ObjectType('SimulatedMover', { description: 'A client who would have another grade.' })
export class SimulatedMoverType {
  @Field(() => ID) clientId: string
  @Field(() => String) name: string
  @Field(() => String, { nullable: true }) from: string | null
  @Field(() => String, { nullable: true }) to: string | null
  @Field(() => Int, { nullable: true, description: 'Total before, in ten-thousandths.' }) before:
    | number
    | null
  @Field(() => Int, { nullable: true, description: 'Total after.' }) after: number | null
  @Field(() => [SimulatedReason], { description: 'The three that moved the most.' })
  reasons: SimulatedReason[]
}

@ObjectType('SimulatedMoverPage', { description: 'A page of such clients.' })
export class SimulatedMoverPage {
  @Field(() => [SimulatedMoverType]) rows: SimulatedMoverType[]
  @Field(() => String, { nullable: true, description: 'Give it as `after`; null: there are no more.' })
  next: string | null
}
