/** The days of festivals, from the holidays that the State Council announces. */
import { FESTIVAL_LABELS, FESTIVALS, type FestivalDay } from '@steward/domain'
import { officialDays } from '../working-time/official-holidays.ts'

/** Each festival's first day of holiday. Undefined for a year that is not announced: nobody reckons a moon here. */
export const festivalsOf = (year: number): readonly FestivalDay[] | undefined => {
  const days = officialDays(year)
  return (
    days &&
    FESTIVALS.flatMap((festival) => {
      const first = days.find(
        ({ kind, nameZh }) => kind === 'HOLIDAY' && nameZh === FESTIVAL_LABELS[festival].zh,
      )
      return first ? [{ festival, on: first.on }] : []
    })
  )
}

export const festivalsBetween = (from: string, to: string): readonly FestivalDay[] => {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, at) => Number(from.slice(0, 4)) + at,
  )
  return years.flatMap((year) => festivalsOf(year) ?? []).filter(({ on }) => on >= from && on <= to)
}
