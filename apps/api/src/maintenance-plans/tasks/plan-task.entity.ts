import {
  PLAN_TASK_FIELDS,
  type AttachmentFormat,
  type PlanDecompositionFailure,
  type PlanDecompositionStatus,
  type PlanKind,
  type PlanMeans,
  type PlanTask as TaskRow,
  type PlanTaskStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import {
  ClassifiedBy,
  Id,
  Instant,
  LocalDate,
  Money,
  OrgId,
  Personal,
  References,
} from '../../database/columns.ts'
import { EquipmentEntity } from '../../equipment/equipment.entity.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'

/** What each column means is told by the domain's `PlanTask`. */
@Entity('plan_task')
@ClassifiedBy(PLAN_TASK_FIELDS)
@Index('plan_task_plan_idx', ['orgId', 'planId', 'scheduledOn', 'id'])
@Index('plan_task_round_idx', { synchronize: false })
@Index('plan_task_revision_idx', ['orgId', 'revisionId'])
@Index('plan_task_scheduled_idx', ['orgId', 'scheduledOn', 'id'])
@Index('plan_task_due_idx', ['orgId', 'dueOn', 'id'])
@Index('plan_task_client_idx', ['orgId', 'clientId', 'scheduledOn'])
@Index('plan_task_equipment_idx', ['orgId', 'equipmentId', 'scheduledOn'])
@Index('plan_task_assignee_idx', ['orgId', 'assigneeId', 'status', 'scheduledOn', 'id'])
@Index('plan_task_project_idx', ['orgId', 'projectId', 'scheduledOn', 'id'])
@Index('plan_task_depends_idx', ['orgId', 'dependsOnId'])
@Index('plan_task_completed_by_idx', ['orgId', 'completedById'])
@Index('plan_task_accepted_by_idx', ['orgId', 'acceptedById'])
@References(() => MaintenancePlan, 'planId')
@References(() => PlanRevision, 'revisionId')
@References(() => Client, 'clientId')
@References(() => EquipmentEntity, 'equipmentId')
@References(() => Project, 'projectId')
@References(() => Staff, 'assigneeId')
@References(() => Staff, 'completedById')
@References(() => Staff, 'acceptedById')
@References('PlanTask', 'dependsOnId')
export class PlanTask implements TaskRow {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('text') planKind: PlanKind
  @Column('uuid') revisionId: string
  @Column('text') measureKey: string
  @Column('text') means: PlanMeans
  @LocalDate() occurrenceOn: string
  @LocalDate() scheduledOn: string
  @LocalDate() dueOn: string
  @LocalDate({ nullable: true }) agreedDueOn: string | null
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('uuid', { nullable: true }) equipmentId: string | null
  @Column('text') title: string
  @Column('text', { nullable: true }) instruction: string | null
  @Column('text') status: PlanTaskStatus
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('uuid', { nullable: true }) dependsOnId: string | null
  @Column('boolean') needsEvidence: boolean
  @Column('integer') estimatedMinutes: number
  @Money() estimatedMinor: number
  @Column('text', { nullable: true }) budgetLine: string | null
  /** Held for it on its line now: the estimate until it is done or cancelled, then nothing. */
  @Money({ default: 0 }) heldMinor: number
  /** Moved by somebody: an amendment leaves its days alone. */
  @Column('boolean', { default: false }) isMoved: boolean
  /** Given by somebody: an amendment leaves its assignee alone. */
  @Column('boolean', { default: false }) isGiven: boolean
  /** Cancelled because the revision in force wants it no more: one that wants it again takes it up. */
  @Column('boolean', { default: false }) isDropped: boolean
  @Instant({ nullable: true }) startedAt: Date | null
  @Instant({ nullable: true }) completedAt: Date | null
  @Column('uuid', { nullable: true }) completedById: string | null
  @Column('text', { nullable: true }) result: string | null
  @Column('text', { nullable: true }) feedback: string | null
  @Column('integer', { nullable: true }) actualMinutes: number | null
  @Money({ nullable: true }) actualMinor: number | null
  @Instant({ nullable: true }) acceptedAt: Date | null
  @Column('uuid', { nullable: true }) acceptedById: string | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('integer', { default: 1 }) version: number
}

/** A photograph or a file that shows what was done. Its content is in the storage under the same id, and gone once it is removed. */
@Entity('plan_task_evidence')
@Index('plan_task_evidence_task_idx', ['orgId', 'taskId', 'addedAt'])
@Index('plan_task_evidence_added_by_idx', ['orgId', 'addedById'])
@Index('plan_task_evidence_removed_by_idx', ['orgId', 'removedById'])
@References(() => PlanTask, 'taskId')
@References(() => Staff, 'addedById')
@References(() => Staff, 'removedById')
export class PlanTaskEvidence {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') taskId: string
  /** As it was called, in characters that can be shown. */
  @Personal()
  @Column('text')
  name: string
  @Column('text') format: AttachmentFormat
  @Column('integer') sizeBytes: number
  /** SHA-256 of what is kept, in hex. */
  @Column('text') sha256: string
  @Column('uuid') addedById: string
  @Instant() addedAt: Date
  @Column('uuid', { nullable: true }) removedById: string | null
  @Instant({ nullable: true }) removedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** The making of the tasks of one revision; how far it is, and what it came to. */
@Entity('plan_decomposition')
@Index('plan_decomposition_plan_idx', ['orgId', 'planId', 'begunAt', 'id'])
@Index('plan_decomposition_running_key', { synchronize: false })
@Index('plan_decomposition_revision_idx', ['orgId', 'revisionId'])
@Index('plan_decomposition_begun_by_idx', ['orgId', 'begunById'])
@Index('plan_decomposition_stopped_by_idx', ['orgId', 'stoppedById'])
@References(() => MaintenancePlan, 'planId')
@References(() => PlanRevision, 'revisionId')
@References(() => Staff, 'begunById')
@References(() => Staff, 'stoppedById')
export class PlanDecomposition {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') planId: string
  @Column('uuid') revisionId: string
  @Column('text') status: PlanDecompositionStatus
  /** Nothing new is owed that would have been due before this day. */
  @LocalDate() asOfOn: string
  /** The last client, or machine, that was reckoned. No foreign key: only the order of ids counts. */
  @Column('uuid', { nullable: true }) cursorId: string | null
  /** Clients or machines reckoned so far, of how many. */
  @Column('integer', { default: 0 }) doneCount: number
  @Column('integer') totalCount: number
  /** Tasks that the revision wants, as far as they are reckoned. */
  @Column('integer', { default: 0 }) wantedCount: number
  /** What the last step made of what stood. */
  @Column('integer', { nullable: true }) madeCount: number | null
  @Column('integer', { nullable: true }) changedCount: number | null
  @Column('integer', { nullable: true }) droppedCount: number | null
  @Column('text', { nullable: true }) failure: PlanDecompositionFailure | null
  @Column('uuid') begunById: string
  @Instant() begunAt: Date
  @Column('uuid', { nullable: true }) stoppedById: string | null
  @Instant({ nullable: true }) endedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** A task that is wanted, while they are all being reckoned; gone once they stand. */
@Entity('plan_task_draft')
@Index('plan_task_draft_key', ['orgId', 'decompositionId', 'subjectId', 'measureKey', 'occurrenceOn'], {
  unique: true,
})
@References(() => PlanDecomposition, 'decompositionId')
export class PlanTaskDraft {
  @OrgId() orgId: string
  /** The task's own, if it is made. */
  @Id() id: string
  @Column('uuid') decompositionId: string
  /** Whom it is for: a client, a machine, or the plan itself. No foreign keys: whoever is gone by the end gets no task. */
  @Column('uuid') subjectId: string
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('uuid', { nullable: true }) equipmentId: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('text') measureKey: string
  @LocalDate() occurrenceOn: string
  @LocalDate() scheduledOn: string
  @LocalDate() dueOn: string
}
