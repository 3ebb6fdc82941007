export * from './text.ts'
export { localDate, startOfDay, zonedInstant } from './time-zone.ts'
export * from './errors.ts'
export * from './input.ts'

export * from './access/index.ts'
export * from './lifecycle/state-machine.ts'
export * from './complaints/index.ts'
export * from './promises/index.ts'
export * from './handovers/index.ts'
export { MOST_ON_DUTY, MOST_REMINDERS, SHIFT_INPUTS } from './shifts/shift-inputs.ts'
export {
  DEFAULT_SHIFT_PLAN,
  SHIFT_LABELS,
  SHIFTS,
  shiftAfter,
  daysOfWeek,
  shiftAt,
  weeksLater,
  type Shift,
  type ShiftOfDay,
  type ShiftPlan,
} from './shifts/shift-plan.ts'
export * from './documents/index.ts'
export * from './exports/index.ts'
export * from './views/view-query.ts'
export * from './views/view-sharing.ts'
export * from './views/saved-view.ts'
export * from './search/index.ts'
export * from './working-time/index.ts'
export * from './ledger/verification.ts'
export * from './ledger/witnesses.ts'
export * from './sign-off/index.ts'
export * from './organization/index.ts'
export * from './account/index.ts'
export * from './audit/audit-subject.ts'
export * from './audit/audit-event.ts'
export * from './clients/index.ts'
export * from './attachments/index.ts'
export * from './money/index.ts'
export * from './leads/index.ts'
export * from './opportunities/index.ts'
export * from './imports/index.ts'
export * from './subject-requests/index.ts'
export * from './inventory/index.ts'
export * from './notices/index.ts'
export * from './partners/partner.ts'
export * from './partners/partner-inputs.ts'
export * from './webhooks/webhook-events.ts'
export * from './webhooks/webhook.ts'
export * from './webhooks/webhook-inputs.ts'
export * from './system/failed-job.ts'
export * from './grading/index.ts'
export * from './silence/index.ts'
export * from './care/index.ts'
export * from './membership/index.ts'
export * from './key-accounts/index.ts'
export * from './recurrence/index.ts'
export * from './maintenance-plans/index.ts'
export * from './equipment/index.ts'
