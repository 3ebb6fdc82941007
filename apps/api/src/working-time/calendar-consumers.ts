import type { WorkingCalendar } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { reckonPromisesAnew } from '../promises/promise-calendar.service.ts'

/** A calendar before and after a change, inside the transaction that changes it. */
export interface CalendarChange {
  readonly calendarId: string
  readonly before: WorkingCalendar
  readonly after: WorkingCalendar
}

/** Reckons anew what hangs on a calendar, and answers how many open promises that moved. */
export type CalendarConsumer = (tx: Transaction, change: CalendarChange) => Promise<number>

/** Everything that hangs on working time, in the order in which it is reckoned anew. A change and its consequences are one transaction. */
const CALENDAR_CONSUMERS: readonly CalendarConsumer[] = [reckonPromisesAnew]

/** Lets every consumer see the change; answers how many open promises moved. */
export const onCalendarChanged = async (tx: Transaction, change: CalendarChange): Promise<number> => {
  let moved = 0
  for (const consume of CALENDAR_CONSUMERS) moved += await consume(tx, change)
  return moved
}
