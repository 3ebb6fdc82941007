/** What was promised to clients: see the domain's `CasePromise`. */
import {
  PROMISE_FIELDS,
  PROMISE_PAUSE_FIELDS,
  type CasePromise,
  type Channel,
  type DueBasis,
  type DueStep,
  type DueTimeExplanation,
  type PauseReason,
  type PromiseDue,
  type PromiseKind,
  type PromisePause,
  type PromiseRule,
  type PromiseStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ComplaintTaskEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

@Entity('promise')
@ClassifiedBy(PROMISE_FIELDS)
@Index('promise_supersedes_key', ['orgId', 'supersedesId'], { unique: true })
@Index('promise_client_idx', ['orgId', 'clientId'])
@Index('promise_complaint_idx', ['orgId', 'complaintId'])
@Index('promise_department_idx', ['orgId', 'departmentId'])
@Index('promise_fulfilled_by_idx', ['orgId', 'fulfilledById'])
@Index('promise_made_by_idx', ['orgId', 'madeById'])
@Index('promise_owner_idx', ['orgId', 'ownerId'])
@Index('promise_task_idx', ['orgId', 'taskId'])
@Index('promise_updated_by_idx', ['orgId', 'updatedById'])
@References(() => ComplaintEntity, 'complaintId')
@References(() => Client, 'clientId')
@References(() => Staff, 'ownerId')
@References(() => Department, 'departmentId')
@References(() => Staff, 'madeById')
@References(() => Staff, 'fulfilledById')
@References(() => PromiseEntity, 'supersedesId')
@References(() => ComplaintTaskEntity, 'taskId')
@References(() => Staff, 'updatedById')
export class PromiseEntity implements CasePromise {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') complaintId: string
  @Column('text') kind: PromiseKind
  @Column('text') status: PromiseStatus
  @Column('text', { nullable: true }) what: string | null
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('text') channel: Channel
  @Column('uuid') ownerId: string
  @Column('uuid', { nullable: true }) departmentId: string | null
  @Column('uuid', { nullable: true }) madeById: string | null
  @Instant() madeAt: Date
  @Column('text') basis: DueBasis
  @Instant() startedAt: Date
  @Column('integer', { nullable: true }) budgetMinutes: number | null
  @Instant({ nullable: true }) statedAt: Date | null
  @Instant() dueAt: Date
  @Column('jsonb') explanation: DueTimeExplanation
  @Column('integer') warnBeforeMinutes: number
  @Column('integer', { array: true }) escalateAfterMinutes: number[]
  @Column('integer') pauseCapMinutes: number
  @Instant({ nullable: true }) pausedAt: Date | null
  @Instant({ nullable: true }) pausedUntil: Date | null
  @Instant({ nullable: true }) brokenAt: Date | null
  @Column('smallint', { default: 0 }) escalationLevel: number
  @Instant({ nullable: true }) fulfilledAt: Date | null
  @Column('uuid', { nullable: true }) fulfilledById: string | null
  @Column('text', { nullable: true }) fulfilledBy: CasePromise['fulfilledBy']
  @Column('text', { nullable: true }) answer: string | null
  @Column('text', { nullable: true }) answerChannel: Channel | null
  @Column('uuid', { nullable: true }) supersedesId: string | null
  @Column('text', { nullable: true }) assent: string | null
  @Instant({ nullable: true }) settledAt: Date | null
  @Column('uuid', { nullable: true }) taskId: string | null
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}

@Entity('promise_pause')
@ClassifiedBy(PROMISE_PAUSE_FIELDS)
@Index('promise_pause_by_idx', ['orgId', 'byId'])
@Index('promise_pause_promise_idx', ['orgId', 'promiseId'])
@Index('promise_pause_resumed_by_idx', ['orgId', 'resumedById'])
@References(() => PromiseEntity, 'promiseId')
@References(() => Staff, 'byId')
@References(() => Staff, 'resumedById')
export class PromisePauseEntity implements PromisePause {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') promiseId: string
  @Column('text') reason: PauseReason
  @Column('text', { nullable: true }) note: string | null
  @Instant() fromAt: Date
  @Instant() untilAt: Date
  @Instant({ nullable: true }) toAt: Date | null
  @Column('uuid') byId: string
  @Column('uuid', { nullable: true }) resumedById: string | null
}

/** Swept by the worker, who sees those of all organizations (decision 10). */
@Entity('promise_due')
@Index('promise_due_step_key', ['orgId', 'promiseId', 'step'], { unique: true })
@Index('promise_due_pending_idx', { synchronize: false })
@References(() => PromiseEntity, 'promiseId')
export class PromiseDueEntity implements PromiseDue {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') promiseId: string
  @Column('text') step: DueStep
  @Instant() dueAt: Date
  @Instant({ nullable: true }) firedAt: Date | null
  @Instant({ nullable: true }) cancelledAt: Date | null
  /** Until then a step that failed rests before it is tried again. */
  @Instant({ nullable: true }) notBefore: Date | null
}

/** One revision of the policy, whole; the highest is in force. Append-only. */
@Entity('promise_policy')
@Index('promise_policy_revision_key', ['orgId', 'revision'], { unique: true })
@Index('promise_policy_set_by_idx', ['orgId', 'setById'])
@References(() => Staff, 'setById')
export class PromisePolicyEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') revision: number
  @Column('jsonb') rules: PromiseRule[]
  /** Null: what the organization began with. */
  @Column('uuid', { nullable: true }) setById: string | null
  @Instant() setAt: Date
}
