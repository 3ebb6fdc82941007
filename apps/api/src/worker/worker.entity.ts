import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { Id, Instant, OrgId } from '../database/columns.ts'
import type { NodeType } from '../graphql/global-id.ts'
import type { OutboxKind } from './outbox-kinds.ts'

/** How one loop of a worker does. */
export interface LoopReport {
  /** Seconds since a turn last ended well. */
  readonly idleSeconds: number
  /** Turns that failed since then. */
  readonly failures: number
  /** How long its longest-waiting item is overdue; null where nothing waits. */
  readonly lateMilliseconds: number | null
  /** Items that wait, of all organizations together, counted up to `MOST_COUNTED`; null where nobody counts. */
  readonly waiting?: number | null
}

/** Directory: the signs of life of each worker process. It belongs to no organization and tells of none. */
@Entity('worker_heartbeat')
export class WorkerHeartbeat {
  @PrimaryColumn('uuid') id: string
  /** The process holds this advisory lock for as long as it lives and is connected. */
  @Column('integer') lockKey: number
  /** Under which the queue has locked the jobs of this process. */
  @Column('text') poolId: string
  @Instant() startedAt: Date
  @Instant() seenAt: Date
  @Column('jsonb') loops: Readonly<Record<string, LoopReport>>
}

/** A job of the queue that has failed at least once, for the people of its organization to see. */
@Entity('failed_job')
@Index('failed_job_key', ['orgId', 'outboxId', 'consumer'], { unique: true })
@Index('failed_job_last_idx', ['orgId', 'lastFailedAt', 'id'])
@Index('failed_job_retry_idx', { synchronize: false })
export class FailedJob {
  @OrgId() orgId: string
  @Id() id: string
  /** The row that led to it; may be pruned by now. */
  @Column('uuid') outboxId: string
  /** Name in `OUTBOX_CONSUMERS`. */
  @Column('text') consumer: string
  @Column('text') kind: OutboxKind
  @Column('text') subjectType: NodeType
  @Column('uuid') subjectId: string
  /** Kind and code of the last error, never its text, which may name somebody. */
  @Column('text') reason: string
  @Column('integer') attempts: number
  @Instant() firstFailedAt: Date
  @Instant() lastFailedAt: Date
  /** When it was tried for the last time; null while it is tried again by itself. */
  @Instant({ nullable: true }) gaveUpAt: Date | null
  /** Somebody wants it tried again now. */
  @Instant({ nullable: true }) retryRequestedAt: Date | null
  /** When it is tried again by itself. */
  @Instant({ nullable: true }) nextTryAt: Date | null
  /** When it was done after all. */
  @Instant({ nullable: true }) settledAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
