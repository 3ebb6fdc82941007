/** A rule as people say it: 每季度第一个周一，遇休息日顺延. */
import { text, type Text } from '../text.ts'
import { WEEKDAY_LABELS } from '../working-time/calendar.ts'
import { WEEKDAYS, type Weekday } from '../working-time/local-day.ts'
import type { Recurrence } from './recurrence.ts'

const FULL_DAYS: Readonly<Record<Weekday, string>> = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
}
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const NTH: Readonly<Record<number, Text>> = {
  1: text('第一个', 'first'),
  2: text('第二个', 'second'),
  3: text('第三个', 'third'),
  4: text('第四个', 'fourth'),
  [-1]: text('最后一个', 'last'),
}

/** 1st, 2nd, 3rd, 11th. */
const ordinal = (day: number): string => {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

const list = (days: readonly string[]): string =>
  days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`

/** Every quarter, where the months are those that a quarter begins with; else so many months. */
const period = ({ frequency, interval, from }: Recurrence): Text => {
  const month = Number(from.slice(5, 7))
  if (frequency === 'YEARLY')
    return interval === 1
      ? text(`每年${month}月`, `every year in ${MONTHS[month - 1]}`)
      : text(`每${interval}年的${month}月`, `every ${interval} years in ${MONTHS[month - 1]}`)
  if (interval === 1) return text('每月', 'every month')
  if (interval === 3 && month % 3 === 1) return text('每季度', 'every quarter')
  if (interval === 6 && month % 6 === 1) return text('每半年', 'every half-year')
  return text(`每${interval}个月的`, `every ${interval} months`)
}

const dayOfMonth = ({ monthDay, nth, weekdays, missingDay }: Recurrence): Text => {
  if (monthDay === -1) return text('最后一天', 'on the last day')
  if (monthDay !== null) {
    const rarely = monthDay > 28
    const skip = rarely && missingDay === 'SKIP'
    return text(
      `${monthDay}日${rarely ? (skip ? '（当月没有则跳过）' : '（当月没有则取最后一天）') : ''}`,
      `on the ${ordinal(monthDay)}${rarely ? (skip ? ' (left out where the month has none)' : ' (or the last day of a shorter month)') : ''}`,
    )
  }
  const [weekday, which] = [weekdays[0] ?? 'MONDAY', NTH[nth ?? 1]!]
  return text(`${which.zh}${WEEKDAY_LABELS[weekday].zh}`, `on the ${which.en} ${FULL_DAYS[weekday]}`)
}

const rhythm = (rule: Recurrence): Text => {
  const { frequency, interval, from, weekdays } = rule
  if (frequency === 'ONCE') return text(`${from} 一次`, `once on ${from}`)
  if (frequency === 'DAILY')
    return interval === 1 ? text('每天', 'every day') : text(`每${interval}天`, `every ${interval} days`)
  if (frequency === 'WEEKLY') {
    const days = WEEKDAYS.filter((weekday) => weekdays.includes(weekday))
    return text(
      `${interval === 1 ? '每' : `每${interval}周的`}${days.map((day) => WEEKDAY_LABELS[day].zh).join('、')}`,
      `every ${interval === 1 ? 'week' : `${interval} weeks`} on ${list(days.map((day) => FULL_DAYS[day]))}`,
    )
  }
  const [every, day] = [period(rule), dayOfMonth(rule)]
  return text(`${every.zh}${day.zh}`, `${every.en} ${day.en}`)
}

const SHIFT_WORDS: Readonly<Record<Recurrence['shift'], Text | null>> = {
  NONE: null,
  NEXT: text('遇休息日顺延', 'moved to the next working day'),
  PREVIOUS: text('遇休息日提前', 'moved to the working day before'),
}

const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The whole rule in one line; days are written `2026-12-01`. */
export const recurrenceInWords = (rule: Recurrence): Text => {
  const once = rule.frequency === 'ONCE'
  const parts = [
    rhythm(rule),
    once ? null : text(`自 ${rule.from} 起`, `from ${rule.from}`),
    once || rule.until === null ? null : text(`至 ${rule.until}`, `until ${rule.until}`),
    SHIFT_WORDS[rule.shift],
  ].filter((part) => part !== null)
  return text(parts.map(({ zh }) => zh).join('，'), begun(parts.map(({ en }) => en).join(', ')))
}
