/** What a cycle says of each client, and what was objected to it: see the domain's `stored-evaluation` and `GradeChange`. */
import {
  GRADE_CHANGE_FIELDS,
  type GradeChange,
  type GradeChangeKind,
  type GradeChangeStatus,
  type GradeMovement,
  type LeftOutReason,
  type NoGrade,
  type StoredLine,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'

/** One client in one cycle, exactly once: that is its key. Only a granted change of the grade, and what became of the archive, change a row. */
@Entity('evaluation')
@Index('evaluation_cycle_client_key', ['orgId', 'cycleId', 'clientId'], { unique: true })
@Index('evaluation_client_idx', ['orgId', 'clientId', 'cycleId'])
@Index('evaluation_total_idx', ['orgId', 'cycleId', 'total', 'id'])
@Index('evaluation_project_idx', ['orgId', 'projectId', 'cycleId'])
@Index('evaluation_previous_idx', ['orgId', 'previousCycleId'])
@References(() => GradingCycleEntity, 'cycleId')
@References(() => Client, 'clientId')
@References(() => Project, 'projectId')
@References(() => GradingCycleEntity, 'previousCycleId')
export class EvaluationEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') cycleId: string
  @Column('uuid') clientId: string
  /** Where the archive belonged when it was scored. */
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) standardRevisionId: string | null
  /** Raw value by criterion key, null where it was missing. */
  @Column('jsonb') snapshot: Record<string, number | null>
  @Column('jsonb') lines: StoredLine[]
  @Column('integer', { nullable: true }) total: number | null
  @Column('text', { nullable: true }) ungraded: NoGrade | null
  @Column('text', { nullable: true }) proposedGrade: string | null
  @Column('text', { nullable: true }) finalGrade: string | null
  @Column('uuid', { nullable: true }) previousCycleId: string | null
  @Column('text', { nullable: true }) previousGrade: string | null
  @Column('integer', { nullable: true }) previousTotal: number | null
  @Column('text', { nullable: true }) movement: GradeMovement | null
  @Column('text', { nullable: true }) leftOut: LeftOutReason | null
}

@Entity('grade_change')
@ClassifiedBy(GRADE_CHANGE_FIELDS)
@Index('grade_change_evaluation_idx', ['orgId', 'evaluationId'])
@Index('grade_change_standing_key', { synchronize: false })
@Index('grade_change_raised_idx', ['orgId', 'raisedAt', 'id'])
@Index('grade_change_cycle_idx', ['orgId', 'cycleId'])
@Index('grade_change_client_idx', ['orgId', 'clientId'])
@Index('grade_change_raised_by_idx', ['orgId', 'raisedById'])
@Index('grade_change_decided_by_idx', ['orgId', 'decidedById'])
@Index('grade_change_carried_out_by_idx', ['orgId', 'carriedOutById'])
@References(() => EvaluationEntity, 'evaluationId')
@References(() => GradingCycleEntity, 'cycleId')
@References(() => Client, 'clientId')
@References(() => Staff, 'raisedById')
@References(() => Staff, 'decidedById')
@References(() => GradingCycleEntity, 'carriedOutById')
export class GradeChangeEntity implements GradeChange {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') cycleId: string
  @Column('uuid') clientId: string
  @Column('uuid') evaluationId: string
  @Column('text') kind: GradeChangeKind
  @Column('text') status: GradeChangeStatus
  @Column('text', { nullable: true }) fromGrade: string | null
  @Column('text') toGrade: string
  @Column('text') reason: string
  @Column('text') evidence: string
  @Column('uuid') raisedById: string
  @Instant() raisedAt: Date
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) decisionNote: string | null
  @Column('uuid', { nullable: true }) carriedOutById: string | null
  @Column('integer', { default: 1 }) version: number
}
