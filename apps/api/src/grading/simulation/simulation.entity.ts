import {
  SIMULATION_FIELDS,
  type Distribution,
  type GradingSimulation as Facts,
  type GradingStandard,
  type MoveReason,
  type SimulationStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** What each column means is told by the domain's `GradingSimulation`. */
@Entity('grading_simulation')
@ClassifiedBy(SIMULATION_FIELDS)
@Index('grading_simulation_requested_idx', ['orgId', 'requestedAt', 'id'])
@Index('grading_simulation_revision_idx', ['orgId', 'revisionId'])
@Index('grading_simulation_compared_idx', ['orgId', 'comparedRevisionId'])
@Index('grading_simulation_requested_by_idx', ['orgId', 'requestedById'])
@References(() => DocumentRevisionEntity, 'revisionId')
@References(() => DocumentRevisionEntity, 'comparedRevisionId')
@Index('grading_simulation_cycle_idx', ['orgId', 'cycleId'])
@References(() => Staff, 'requestedById')
@References(() => GradingCycleEntity, 'cycleId')
export class GradingSimulation implements Facts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') revisionId: string
  @Column('text') label: string
  @Column('jsonb') standard: GradingStandard
  @Column('uuid', { nullable: true }) comparedRevisionId: string | null
  @Column('text', { nullable: true }) comparedLabel: string | null
  @Column('jsonb', { nullable: true }) compared: GradingStandard | null
  @LocalDate() asOfOn: string
  @Column('uuid', { nullable: true }) cycleId: string | null
  @Column('text') status: SimulationStatus
  @Column('integer') totalCount: number
  @Column('integer', { default: 0 }) doneCount: number
  /** No foreign key: clients may be merged meanwhile, and only the order of ids counts. */
  @Column('uuid', { nullable: true }) cursorId: string | null
  @Column('uuid') requestedById: string
  @Instant() requestedAt: Date
  @Instant({ nullable: true }) finishedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** What stands for a grade where somebody is not graded: cells are looked up by it. */
export const UNGRADED = ''

/** What one batch came to; written once, in the transaction that moves the cursor on. */
@Entity('grading_simulation_batch')
@Index('grading_simulation_batch_key', ['orgId', 'simulationId', 'ordinal'], { unique: true })
@References(() => GradingSimulation, 'simulationId')
export class GradingSimulationBatch {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') simulationId: string
  @Column('integer') ordinal: number
  @Column('jsonb') distribution: Distribution
  @Column('jsonb', { nullable: true }) comparedDistribution: Distribution | null
}

/** So many clients, of one sort, from one grade to another, of all batches so far: as many rows as there are sorts, however many clients there are. */
@Entity('grading_simulation_count')
@Index('grading_simulation_count_key', { synchronize: false })
@References(() => GradingSimulation, 'simulationId')
export class GradingSimulationCount {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') simulationId: string
  @Column('text') fromGrade: string
  @Column('text') toGrade: string
  /** No foreign key: it only parts the figures. */
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('text') kind: string
  @Column('text') relation: string
  @Column('integer') clients: number
}

/** A client who would move: read by cell of the matrix, the most moved first. */
@Entity('grading_simulation_mover')
@Index('grading_simulation_mover_cell_idx', ['orgId', 'simulationId', 'fromGrade', 'toGrade', 'moved', 'id'])
@References(() => GradingSimulation, 'simulationId')
export class GradingSimulationMover {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') simulationId: string
  /** No foreign key: clients may be merged meanwhile. */
  @Column('uuid') movedClientId: string
  @Column('text') fromGrade: string
  @Column('text') toGrade: string
  @Column('integer', { nullable: true }) before: number | null
  @Column('integer', { nullable: true }) after: number | null
  /** How far the total moved. */
  @Column('integer') moved: number
  @Column('jsonb') reasons: readonly MoveReason[]
}
