import { text, type Text } from '../src/text.ts'
import type { SpecialDay, SpecialDayKind } from '../src/working-time/calendar.ts'
import { dayNumber, dayText } from '../src/working-time/local-day.ts'

/** Public holidays and make-up workdays as announced by the State Council for 2024, 2025 and 2026, typed from the notices. */

const days = (kind: SpecialDayKind, name: Text, first: string, last = first): readonly SpecialDay[] => {
  const [from, to] = [dayNumber(first)!, dayNumber(last)!]
  return Array.from({ length: to - from + 1 }, (_, at) => ({ on: dayText(from + at), kind, name }))
}
const holiday = (name: Text, first: string, last?: string) => days('HOLIDAY', name, first, last)
const makeUp = (name: Text, ...on: readonly string[]) =>
  on.flatMap((day) => days('MAKE_UP_WORKDAY', name, day))

const NEW_YEAR = text('元旦', 'New Year’s Day')
const SPRING = text('春节', 'Spring Festival')
const QINGMING = text('清明节', 'Tomb-sweeping Day')
const LABOUR = text('劳动节', 'Labour Day')
const DRAGON = text('端午节', 'Dragon Boat Festival')
const AUTUMN = text('中秋节', 'Mid-autumn Festival')
const NATIONAL = text('国庆节', 'National Day')

export const CHINESE_HOLIDAYS: readonly SpecialDay[] = [
  ...holiday(NEW_YEAR, '2024-01-01'),
  ...holiday(SPRING, '2024-02-10', '2024-02-17'),
  ...makeUp(SPRING, '2024-02-04', '2024-02-18'),
  ...holiday(QINGMING, '2024-04-04', '2024-04-06'),
  ...makeUp(QINGMING, '2024-04-07'),
  ...holiday(LABOUR, '2024-05-01', '2024-05-05'),
  ...makeUp(LABOUR, '2024-04-28', '2024-05-11'),
  ...holiday(DRAGON, '2024-06-10'),
  ...holiday(AUTUMN, '2024-09-15', '2024-09-17'),
  ...makeUp(AUTUMN, '2024-09-14'),
  ...holiday(NATIONAL, '2024-10-01', '2024-10-07'),
  ...makeUp(NATIONAL, '2024-09-29', '2024-10-12'),

  ...holiday(NEW_YEAR, '2025-01-01'),
  ...holiday(SPRING, '2025-01-28', '2025-02-04'),
  ...makeUp(SPRING, '2025-01-26', '2025-02-08'),
  ...holiday(QINGMING, '2025-04-04', '2025-04-06'),
  ...holiday(LABOUR, '2025-05-01', '2025-05-05'),
  ...makeUp(LABOUR, '2025-04-27'),
  ...holiday(DRAGON, '2025-05-31', '2025-06-02'),
  ...holiday(NATIONAL, '2025-10-01', '2025-10-08'),
  ...makeUp(NATIONAL, '2025-09-28', '2025-10-11'),

  ...holiday(NEW_YEAR, '2026-01-01', '2026-01-03'),
  ...makeUp(NEW_YEAR, '2026-01-04'),
  ...holiday(SPRING, '2026-02-15', '2026-02-23'),
  ...makeUp(SPRING, '2026-02-14', '2026-02-28'),
  ...holiday(QINGMING, '2026-04-04', '2026-04-06'),
  ...holiday(LABOUR, '2026-05-01', '2026-05-05'),
  ...makeUp(LABOUR, '2026-05-09'),
  ...holiday(DRAGON, '2026-06-19', '2026-06-21'),
  ...holiday(AUTUMN, '2026-09-25', '2026-09-27'),
  ...holiday(NATIONAL, '2026-10-01', '2026-10-07'),
  ...makeUp(NATIONAL, '2026-09-20', '2026-10-10'),
]
