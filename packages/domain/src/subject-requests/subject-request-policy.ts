/** By when the request of a data subject is answered: a row of the organization, in working days. */
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { endOfNthWorkingDay } from '../working-time/nth-working-day.ts'

export interface SubjectRequestPolicy {
  readonly answerWithinDays: number
  /** Days before the end on which those who deal with it are told; 0: not. */
  readonly warnBeforeDays: number
  /** Days after the end on which it is told to the top. */
  readonly escalateAfterDays: number
}

/** The law says “in time” 及时; fifteen working days is what practice takes it for. */
export const DEFAULT_SUBJECT_REQUEST_POLICY: SubjectRequestPolicy = {
  answerWithinDays: 15,
  warnBeforeDays: 3,
  escalateAfterDays: 2,
}

/** The steps of its clock: a warning, the end, and word to the top. Each is told exactly once. */
export const SUBJECT_REQUEST_STEPS = ['WARN', 'OVERDUE', 'ESCALATE'] as const
export type SubjectRequestStep = (typeof SUBJECT_REQUEST_STEPS)[number]

export const subjectRequestDueAt = (
  { answerWithinDays }: SubjectRequestPolicy,
  calendar: WorkingCalendar,
  registeredAt: Date,
): Date => endOfNthWorkingDay(calendar, registeredAt, answerWithinDays)

/** What comes first: the warning where there is one. */
export const firstSubjectRequestStep = (
  { answerWithinDays, warnBeforeDays }: SubjectRequestPolicy,
  calendar: WorkingCalendar,
  { registeredAt, dueAt }: { readonly registeredAt: Date; readonly dueAt: Date },
): { readonly step: SubjectRequestStep; readonly dueAt: Date } =>
  warnBeforeDays > 0
    ? {
        step: 'WARN',
        dueAt: endOfNthWorkingDay(calendar, registeredAt, answerWithinDays - warnBeforeDays),
      }
    : { step: 'OVERDUE', dueAt }

/** What comes after a step; undefined: nothing any more. */
export const nextSubjectRequestStep = (
  step: SubjectRequestStep,
  { escalateAfterDays }: SubjectRequestPolicy,
  calendar: WorkingCalendar,
  dueAt: Date,
): { readonly step: SubjectRequestStep; readonly dueAt: Date } | undefined => {
  if (step === 'WARN') return { step: 'OVERDUE', dueAt }
  if (step === 'OVERDUE')
    return { step: 'ESCALATE', dueAt: endOfNthWorkingDay(calendar, dueAt, escalateAfterDays) }
  return undefined
}
