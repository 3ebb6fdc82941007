import { localDate, zonedInstant } from '../time-zone.ts'
import type { WorkingCalendar } from './calendar.ts'
import { dayNumber, dayText } from './local-day.ts'
import { calendarDay, shiftToWorkingDay } from './working-minutes.ts'

const dayAfter = (on: string): string => dayText(dayNumber(on)! + 1)

/** When the n-th working day after the local day of `at` is over: nobody is held to a day that had begun already. */
export const endOfNthWorkingDay = (calendar: WorkingCalendar, at: Date, days: number): Date => {
  const { timeZone } = calendar
  let on = localDate(at, timeZone)
  for (let day = 0; day < days; day += 1) on = shiftToWorkingDay(calendar, dayAfter(on), 'NEXT')
  const minute = Math.max(...calendarDay(calendar, on).slots.map(({ toMinute }) => toMinute))
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  return zonedInstant({ year, month, day: date, hour: 0, minute, second: 0 }, timeZone)
}
