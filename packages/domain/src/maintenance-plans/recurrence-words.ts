/** A rule of recurrence as a person says it: `每季度第一个周一，遇休息日顺延`. */
import type { Recurrence } from '../recurrence/recurrence.ts'
import { text, type Text } from '../text.ts'
import { WEEKDAYS, type Weekday } from '../working-time/local-day.ts'

const DAYS: Readonly<Record<Weekday, Text>> = {
  MONDAY: text('周一', 'Monday'),
  TUESDAY: text('周二', 'Tuesday'),
  WEDNESDAY: text('周三', 'Wednesday'),
  THURSDAY: text('周四', 'Thursday'),
  FRIDAY: text('周五', 'Friday'),
  SATURDAY: text('周六', 'Saturday'),
  SUNDAY: text('周日', 'Sunday'),
}
const NTH: Readonly<Record<number, Text>> = {
  1: text('第一个', 'first'),
  2: text('第二个', 'second'),
  3: text('第三个', 'third'),
  4: text('第四个', 'fourth'),
  [-1]: text('最后一个', 'last'),
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

const ORDINALS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st' }
const ordinal = (day: number): string => `${day}${ORDINALS[day] ?? 'th'}`
const and = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The day within its month. */
const dayOfMonth = ({ monthDay, nth, weekdays }: Recurrence): Text => {
  if (nth !== null && monthDay === null) {
    const [which, day] = [NTH[nth]!, DAYS[weekdays[0]!]]
    return text(`${which.zh}${day.zh}`, `the ${which.en} ${day.en}`)
  }
  return monthDay === -1
    ? text('最后一天', 'the last day')
    : text(`${monthDay} 日`, `the ${ordinal(monthDay ?? 1)}`)
}

const monthly = (rule: Recurrence): Text => {
  const { interval, from, nth, monthDay } = rule
  const day = dayOfMonth(rule)
  if (interval === 1) return text(`每月${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}`, `Monthly, on ${day.en}`)
  const month = Number(from.slice(5, 7))
  // The first month of a quarter: its first Monday, and its first day, are the quarter's.
  if (interval === 3 && month % 3 === 1 && ((monthDay === null && nth === 1) || monthDay === 1))
    return monthDay === 1
      ? text('每季度第一天', 'Quarterly, on its first day')
      : text(`每季度${day.zh}`, `Quarterly, on ${day.en}`)
  return text(
    `每 ${interval} 个月（自 ${month} 月起）的${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}`,
    `Every ${interval} months from ${MONTHS[month - 1]}, on ${day.en}`,
  )
}

const CORES: Readonly<Record<Recurrence['frequency'], (rule: Recurrence) => Text>> = {
  ONCE: ({ from }) => text(`一次：${from}`, `Once: ${from}`),
  DAILY: ({ interval }) =>
    interval === 1 ? text('每天', 'Daily') : text(`每 ${interval} 天`, `Every ${interval} days`),
  WEEKLY: ({ interval, weekdays }) => {
    const days = WEEKDAYS.filter((it) => weekdays.includes(it)).map((it) => DAYS[it])
    const [zh, en] = [days.map((it) => it.zh).join('、'), and(days.map((it) => it.en))]
    return interval === 1
      ? text(`每${zh}`, `Weekly, on ${en}`)
      : text(`每 ${interval} 周的${zh}`, `Every ${interval} weeks, on ${en}`)
  },
  MONTHLY: monthly,
  YEARLY: (rule) => {
    const month = Number(rule.from.slice(5, 7))
    const day = dayOfMonth(rule)
    const every =
      rule.interval === 1 ? text('每年', 'Yearly') : text(`每 ${rule.interval} 年`, `Every ${rule.interval} years`)
    const of = MONTHS[month - 1]
    return text(`${every.zh} ${month} 月${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}`, `${every.en}, on ${day.en} of ${of}`)
  },
}

const SHIFTED: Readonly<Record<Recurrence['shift'], Text>> = {
  NONE: text('', ''),
  NEXT: text('，遇休息日顺延', ', or the next working day'),
  PREVIOUS: text('，遇休息日提前', ', or the working day before'),
}

/** Whether months can lack the day. */
const maySkip = ({ frequency, monthDay, missingDay }: Recurrence): boolean =>
  (frequency === 'MONTHLY' || frequency === 'YEARLY') && (monthDay ?? 0) > 28 && missingDay === 'SKIP'

/** The rule without when it begins and ends. A rule that is not whole yet says as much as it can. */
export const recurrenceWords = (rule: Recurrence): Text => {
  const isOpen = (rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY') && rule.monthDay === null
  if (isOpen && (rule.nth === null || rule.weekdays.length === 0)) return text('未定', 'Not set')
  if (rule.frequency === 'WEEKLY' && rule.weekdays.length === 0) return text('未定', 'Not set')
  const core = CORES[rule.frequency](rule)
  const shift = SHIFTED[rule.shift]
  const skip = maySkip(rule) ? text('，当月无此日则跳过', ', left out where the month lacks it') : text('', '')
  return text(`${core.zh}${skip.zh}${shift.zh}`, `${core.en}${skip.en}${shift.en}`)
}
