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
@References(() => Staff, 'requestedById')
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

/** So many clients, of one sort, from one grade to another. */
export interface SimulatedCount {
  readonly from: string | null
  readonly to: string | null
  readonly project: string | null
  readonly kind: string
  readonly relation: string
  readonly clients: number
}

/** A client who would move. */
export interface SimulatedMover {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly before: number | null
  readonly after: number | null
  readonly reasons: readonly MoveReason[]
}

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
  @Column('jsonb') counts: readonly SimulatedCount[]
  @Column('jsonb') movers: readonly SimulatedMover[]
}
