import type { Purpose, Severity } from '../complaints/vocabulary.ts'
import { text, type Text } from '../text.ts'
import { offsetAt } from '../time-zone.ts'
import { WEEKDAY_LABELS } from '../working-time/calendar.ts'
import { dayText, MINUTES_A_DAY, weekdayOf } from '../working-time/local-day.ts'
import { clockTime } from '../working-time/slots.ts'
import { draft, isOwed, madePromise, type PromiseTerms } from './make-promise.ts'
import { effectsOf } from './promise-effects.ts'
import type { CasePromise } from './promise.ts'

/** What is known of a case while it is still being told. */
export interface CaseToBe {
  readonly severity: Severity
  readonly purpose: Purpose | null
}

/** Nothing else of the case bears on what the policy owes; whoever registers it cannot be asked yet. */
const UNTOLD = {
  id: '',
  channel: 'PHONE',
  clientId: null,
  assigneeId: null,
  registeredById: '',
  handlingDepartmentId: null,
  outsideDeadlineAt: null,
} as const

/** What would be promised if the case were registered now: by the very functions that make the promises when it is. */
export const promiseOutlook = (
  asked: CaseToBe,
  now: Date,
  terms: PromiseTerms,
): readonly Pick<CasePromise, 'kind' | 'basis' | 'dueAt' | 'explanation'>[] => {
  const toBe = { ...UNTOLD, ...asked }
  const { makes } = effectsOf({ action: 'register', to: 'REGISTERED', track: 'QUICK' })
  return makes
    .filter((kind) => isOwed(kind, toBe, terms))
    .map((kind) => madePromise(draft(kind), toBe, now, terms).promise)
}

/** A time as one says it to somebody: `今天 17:30`, `tomorrow 09:00`, `12月1日 周二 10:00`. Midnight is 24:00 of its day. */
export const spokenTime = (at: Date, now: Date, timeZone: string): Text => {
  const minuteOf = (instant: Date) =>
    Math.floor((instant.getTime() + offsetAt(instant.getTime(), timeZone)) / 60_000)
  const minute = minuteOf(at)
  const today = Math.floor(minuteOf(now) / MINUTES_A_DAY)
  const day = Math.floor((minute > minuteOf(now) ? minute - 1 : minute) / MINUTES_A_DAY)
  const time = clockTime(minute - day * MINUTES_A_DAY)
  const [, month = 0, date = 0] = dayText(day).split('-').map(Number)
  const weekday = WEEKDAY_LABELS[weekdayOf(day)]
  const near = [text('今天', 'today'), text('明天', 'tomorrow')][day - today]
  return near
    ? text(`${near.zh} ${time}`, `${near.en} ${time}`)
    : text(`${month}月${date}日 ${weekday.zh} ${time}`, `${weekday.en} ${MONTHS[month - 1]} ${date}, ${time}`)
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
