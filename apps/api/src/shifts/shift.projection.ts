import { before, from, is } from '../reads/filters.ts'
import { column, day, id, one, projection } from '../reads/projection.ts'
import { listRoot, objectRoot } from '../reads/roots.ts'
import { Duty, ShiftPlanEntity } from './shift.entity.ts'

const internal = { class: 'internal' } as const

export const shiftPlanProjection = projection('ShiftPlan', {
  table: 'shift_plan',
  entity: ShiftPlanEntity,
  permission: 'shiftPlan:read',
  fields: {
    earlyStart: column('early_start', internal),
    middleStart: column('middle_start', internal),
    nightStart: column('night_start', internal),
    reminderMinutes: column('reminder_minutes', internal),
    version: column('version', internal),
  },
})

export const dutyProjection = projection('Duty', {
  table: 'duty',
  entity: Duty,
  permission: 'duty:read',
  facts: { handlingDepartmentId: 'department_id' },
  fields: {
    id: id(),
    department: one('Department', { ...internal, by: 'department_id' }),
    on: day('on_day', internal),
    shift: column('shift', internal),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
  },
})

/** A week of a department, as a rule: seven days, three shifts, two or three people each. */
const TYPICALLY = 50

export const shiftRoots = {
  shiftPlan: objectRoot('ShiftPlan', { filters: {} }),
  duties: listRoot('Duty', {
    order: [
      ['on', 'asc'],
      ['shift', 'asc'],
    ],
    filters: { department: is('department'), from: from('on'), before: before('on') },
    typically: TYPICALLY,
  }),
}
