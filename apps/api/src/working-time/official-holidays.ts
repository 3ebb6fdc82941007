/** Public holidays and make-up workdays as the State Council announces them, from the data package `chinese-days`. */
import type { NamedDay } from '@steward/domain'
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** `2026-10-01` → `National Day,国庆节,3`: English, Chinese, statutory days. */
type Announced = Readonly<Record<string, string>>

const daysOf = (days: Announced, kind: NamedDay['kind']): readonly NamedDay[] =>
  Object.entries(days).map(([on, words]) => {
    const [nameEn = '', nameZh = ''] = words.split(',')
    return { on, kind, nameZh, nameEn, slots: [] }
  })

const DAYS: readonly NamedDay[] = [
  ...daysOf(announced.holidays, 'HOLIDAY'),
  ...daysOf(announced.workdays, 'MAKE_UP_WORKDAY'),
].toSorted((one, other) => (one.on < other.on ? -1 : 1))

const yearOf = ({ on }: Pick<NamedDay, 'on'>): number => Number(on.slice(0, 4))
const NATIONAL_DAY = '国庆节'

/**
 * The years that the package knows. Each is announced in the autumn before; one is there once its National Day is, so that a
 * New Year's holiday reaching into the next year does not count as that year.
 */
export const OFFICIAL_YEARS: readonly number[] = [
  ...new Set(DAYS.filter(({ nameZh }) => nameZh === NATIONAL_DAY).map(yearOf)),
]

/** The days of one year, in order; undefined for a year that is not announced yet. */
export const officialDays = (year: number): readonly NamedDay[] | undefined =>
  OFFICIAL_YEARS.includes(year) ? DAYS.filter((day) => yearOf(day) === year) : undefined
