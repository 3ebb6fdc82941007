import type { PlanReminderStep } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { PlanTask } from '../tasks/plan-task.entity.ts'

/** That the holder of a task was reminded of its last day. History: each step once for a last day. */
@Entity('plan_reminder')
@Index('plan_reminder_key', ['orgId', 'taskId', 'dueOn', 'step'], { unique: true })
@References(() => PlanTask, 'taskId')
export class PlanReminder {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') taskId: string
  @LocalDate() dueOn: string
  @Column('text') step: PlanReminderStep
  @Instant() toldAt: Date
}
