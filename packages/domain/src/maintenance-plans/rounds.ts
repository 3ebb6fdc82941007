/** Which tasks a plan asks for: the same for each client, or machine, that it is for. */
import { occurrencesOf } from '../recurrence/occurrences.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'
import type { PlanContent } from './plan-content.ts'

/** One coming round of one measure. */
export interface PlanRound {
  readonly measureKey: string
  readonly occurrenceOn: string
  readonly scheduledOn: string
  readonly dueOn: string
  /** The round of the measure that it waits for: the last one on its day or before; null where there is none. */
  readonly waitsFor: { readonly measureKey: string; readonly occurrenceOn: string } | null
}

/** All rounds from the first to the last day of the plan, by measure and day. */
export const roundsOf = (
  { measures, endsOn }: Pick<PlanContent, 'measures' | 'endsOn'>,
  calendar: WorkingCalendar,
): readonly PlanRound[] => {
  const days = new Map(
    measures.map(({ key, recurrence }) => [key, occurrencesOf(recurrence, { until: endsOn, calendar })]),
  )
  const before = (key: string | null, on: string): PlanRound['waitsFor'] => {
    const found = key === null ? undefined : days.get(key)?.findLast((it) => it.occurrenceOn <= on)
    return key === null || !found ? null : { measureKey: key, occurrenceOn: found.occurrenceOn }
  }
  return measures.flatMap(({ key, dueAfterDays, dependsOn }) =>
    days.get(key)!.map(({ occurrenceOn, scheduledOn }) => ({
      measureKey: key,
      occurrenceOn,
      scheduledOn,
      // The days to do it in begin when it may be begun, wherever it was shifted to.
      dueOn: dayText(dayNumber(scheduledOn)! + dueAfterDays),
      waitsFor: before(dependsOn, occurrenceOn),
    })),
  )
}

/** More than this is a mistake in a rule: nobody carries out so many. */
export const MOST_PLAN_TASKS = 300_000
