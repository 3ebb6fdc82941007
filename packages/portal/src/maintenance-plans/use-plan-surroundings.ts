import { useQuery } from '@apollo/client/react'
import { specialDayOf, weekOf, type WorkingCalendar } from '@steward/domain'
import { PlanSurroundings } from './plan-writing-documents.ts'

interface Surroundings {
  readonly projects: readonly { readonly id: string; readonly name: string }[]
  /** By which days are shifted; undefined while it is on its way. */
  readonly calendar: WorkingCalendar | undefined
}

/** What whoever writes a plan chooses from. */
export function usePlanSurroundings(): Surroundings {
  const { data } = useQuery(PlanSurroundings)
  const [row] = data?.workingCalendars ?? []
  return {
    projects: data?.projects ?? [],
    calendar: row && {
      timeZone: row.timeZone,
      week: weekOf(row.slots),
      specialDays: row.specialDays.map(specialDayOf),
      observesHolidays: row.observesHolidays,
      publishedYears: row.publishedYears,
      revision: row.version,
    },
  }
}
