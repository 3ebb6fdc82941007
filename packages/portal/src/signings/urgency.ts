import { localDate } from '@steward/domain'

/** How soon a signature is due, by the calendar of the organization. */
export const URGENCIES = ['overdue', 'today', 'later'] as const
export type Urgency = (typeof URGENCIES)[number]

/** @param dueAt ISO instant; null: no time was set */
export const urgencyOf = (dueAt: string | null, now: number, timeZone: string): Urgency => {
  if (dueAt === null) return 'later'
  const due = new Date(dueAt)
  if (due.getTime() <= now) return 'overdue'
  return localDate(due, timeZone) === localDate(new Date(now), timeZone) ? 'today' : 'later'
}
