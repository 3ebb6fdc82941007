/** Cycles of grading and when one is due: see the domain's `GradingCycle` and `GradingPolicy`. */
import {
  GRADING_CYCLE_FIELDS,
  type GradeCount,
  type GradingCycle,
  type GradingCycleStatus,
  type GradingDueCause,
  type GradingPolicy,
  type GradingStandard,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

@Entity('grading_cycle')
@ClassifiedBy(GRADING_CYCLE_FIELDS)
@Index('grading_cycle_number_key', ['orgId', 'number'], { unique: true })
@Index('grading_cycle_opened_idx', ['orgId', 'openedAt', 'id'])
@Index('grading_cycle_published_idx', ['orgId', 'publishedAt', 'id'])
@Index('grading_cycle_amends_idx', ['orgId', 'amendsId'])
@Index('grading_cycle_opened_by_idx', ['orgId', 'openedById'])
@Index('grading_cycle_prepared_by_idx', ['orgId', 'preparedById'])
@Index('grading_cycle_reviewer_idx', ['orgId', 'reviewerId'])
@Index('grading_cycle_decided_by_idx', ['orgId', 'decidedById'])
@Index('grading_cycle_published_by_idx', ['orgId', 'publishedById'])
@References('GradingCycleEntity', 'amendsId')
@References(() => Staff, 'openedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
@References(() => Staff, 'publishedById')
export class GradingCycleEntity implements GradingCycle {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') name: string
  @Column('text') status: GradingCycleStatus
  @LocalDate() asOfOn: string
  @Column('uuid', { array: true }) projectIds: string[]
  @Column('uuid', { nullable: true }) amendsId: string | null
  @Column('jsonb', { nullable: true }) standard: GradingStandard | null
  /** Without a foreign key: an organization may grade by what it founded with. */
  @Column('uuid', { nullable: true }) standardRevisionId: string | null
  @Column('text', { nullable: true }) standardHash: string | null
  @Column('uuid') openedById: string
  @Instant() openedAt: Date
  @Instant({ nullable: true }) scoringAt: Date | null
  @Instant({ nullable: true }) scoredAt: Date | null
  @Column('integer', { default: 0 }) totalCount: number
  @Column('integer', { default: 0 }) scoredCount: number
  /** The last client that was scored; without a foreign key: it only says how far the walk has come. */
  @Column('uuid', { nullable: true }) cursorId: string | null
  @Column('integer', { default: 0 }) revision: number
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) preparedAt: Date | null
  @Column('integer', { nullable: true }) listCount: number | null
  @Column('text', { nullable: true }) listHash: string | null
  @Column('jsonb', { default: [] }) gradeCounts: GradeCount[]
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('uuid', { nullable: true }) publishedById: string | null
  @Instant({ nullable: true }) publishedAt: Date | null
  @Column('text', { nullable: true }) note: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('grading_policy')
@Index('grading_policy_org_key', ['orgId'], { unique: true })
export class GradingPolicyEntity implements GradingPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') everyMonths: number
  @Money({ nullable: true }) largePaymentMinor: number | null
  @Column('integer', { nullable: true }) severity: number | null
  @Column('integer', { default: 1 }) version: number
}

/** That a grading is due: of one client because of a record, or of all because of the calendar. It stands until a directory settles it. */
@Entity('grading_due')
@Index('grading_due_standing_idx', { synchronize: false })
@Index('grading_due_record_key', { synchronize: false })
@Index('grading_due_client_idx', ['orgId', 'clientId'])
@Index('grading_due_settled_by_idx', ['orgId', 'settledById'])
@References(() => Client, 'clientId')
@References(() => GradingCycleEntity, 'settledById')
export class GradingDue {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') cause: GradingDueCause
  /** Null: everybody. */
  @Column('uuid', { nullable: true }) clientId: string | null
  /** The payment or complaint; of the calendar the directory that has grown old. Without a foreign key: it is of several kinds. */
  @Column('uuid', { nullable: true }) recordId: string | null
  @Instant() at: Date
  @Column('uuid', { nullable: true }) settledById: string | null
  /** When the supervisors were told of it; null: not yet. */
  @Instant({ nullable: true }) toldAt: Date | null
}
