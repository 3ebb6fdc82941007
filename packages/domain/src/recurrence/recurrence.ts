/** When something comes again: a rule on local dates, then shifted to a working day (decision 44). Pure data; `occurrencesOf` reckons. */
import { z } from 'zod'
import { fieldIssue, localDay, optional } from '../input.ts'
import { text, type Text } from '../text.ts'
import { dayNumber, WEEKDAYS } from '../working-time/local-day.ts'

export const RECURRENCE_FREQUENCIES = ['ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type RecurrenceFrequency = (typeof RECURRENCE_FREQUENCIES)[number]

export const RECURRENCE_FREQUENCY_LABELS: Readonly<Record<RecurrenceFrequency, Text>> = {
  ONCE: text('一次', 'Once'),
  DAILY: text('按天', 'Daily'),
  WEEKLY: text('按周', 'Weekly'),
  MONTHLY: text('按月', 'Monthly'),
  YEARLY: text('按年', 'Yearly'),
}

/** What becomes of an occurrence on a day off. */
export const DAY_SHIFTS = ['NONE', 'NEXT', 'PREVIOUS'] as const
export type DayShift = (typeof DAY_SHIFTS)[number]

export const DAY_SHIFT_LABELS: Readonly<Record<DayShift, Text>> = {
  NONE: text('不顺延', 'As it falls'),
  NEXT: text('顺延至下一工作日', 'To the next working day'),
  PREVIOUS: text('提前至上一工作日', 'To the working day before'),
}

/** What becomes of the 31st in a month of thirty days, or of 29 February in other years. */
export const MISSING_DAYS = ['LAST_DAY', 'SKIP'] as const
export type MissingDay = (typeof MISSING_DAYS)[number]

export const MISSING_DAY_LABELS: Readonly<Record<MissingDay, Text>> = {
  LAST_DAY: text('取当月最后一天', 'Take the last day of the month'),
  SKIP: text('跳过', 'Leave it out'),
}

/** More than this between two occurrences is a new rule. */
export const MOST_INTERVAL = 400

const NEEDS_WEEKDAYS = text('请选择星期几。', 'Choose the days of the week.')
const NEEDS_DAY = text(
  '请填写每月几号，或第几个星期几。',
  'Give the day of the month, or which of its weekdays.',
)
const ENDS_EARLY = text('结束日期早于开始日期。', 'Ends before it begins.')

/**
 * `from` is the first day that may be an occurrence, `until` the last (null: as long as whatever it belongs to). MONTHLY and YEARLY fall on
 * `monthDay` (1 to 31, -1 the last) or on the `nth` (1 to 4, -1 the last) of `weekdays[0]`; YEARLY in the month of `from`. Every `interval`
 * days, weeks (Monday first, counted from the week of `from`), months or years.
 */
export const RECURRENCE = z
  .object({
    frequency: z.enum(RECURRENCE_FREQUENCIES),
    interval: z.int().min(1).max(MOST_INTERVAL).default(1),
    from: localDay(),
    until: optional(localDay()),
    weekdays: z.array(z.enum(WEEKDAYS)).max(7).default([]),
    monthDay: optional(
      z
        .int()
        .min(-1)
        .max(31)
        .refine((day) => day !== 0),
    ),
    nth: optional(z.union([z.int().min(1).max(4), z.literal(-1)])),
    missingDay: z.enum(MISSING_DAYS).default('LAST_DAY'),
    shift: z.enum(DAY_SHIFTS).default('NEXT'),
  })
  .superRefine((rule, ctx) => {
    if (rule.until !== null && dayNumber(rule.until)! < dayNumber(rule.from)!)
      ctx.addIssue(fieldIssue('until', ENDS_EARLY))
    if (rule.frequency === 'WEEKLY' && rule.weekdays.length === 0)
      ctx.addIssue(fieldIssue('weekdays', NEEDS_WEEKDAYS))
    const byMonth = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
    if (byMonth && rule.monthDay === null && (rule.nth === null || rule.weekdays.length !== 1))
      ctx.addIssue(fieldIssue('monthDay', NEEDS_DAY))
  })
export type Recurrence = z.output<typeof RECURRENCE>
