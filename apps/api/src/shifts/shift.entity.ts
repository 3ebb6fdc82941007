/** Shifts 班次 and the roster 排班表. */
import type { Shift, ShiftPlan } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, LocalDate, OrgId, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

/** One row of an organization, once somebody has set it; `DEFAULT_SHIFT_PLAN` before. */
@Entity('shift_plan')
@Index('shift_plan_key', ['orgId'], { unique: true })
export class ShiftPlanEntity implements ShiftPlan {
  @OrgId() orgId: string
  @Id() id: string
  @Column('smallint') earlyStart: number
  @Column('smallint') middleStart: number
  @Column('smallint') nightStart: number
  @Column('integer', { array: true }) reminderMinutes: number[]
  @Column('integer', { default: 1 }) version: number
}

/** Somebody on a shift of a department. */
@Entity('duty')
@Index('duty_key', ['orgId', 'departmentId', 'onDay', 'shift', 'staffId'], { unique: true })
@Index('duty_staff_idx', ['orgId', 'staffId'])
@References(() => Department, 'departmentId')
@References(() => Staff, 'staffId')
export class Duty {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') departmentId: string
  @LocalDate() onDay: string
  @Column('text') shift: Shift
  @Column('uuid') staffId: string
}
