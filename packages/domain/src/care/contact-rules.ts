/**
 * May somebody be approached who has not asked for it? One pure function, used wherever we turn to a client of our own accord, and shown as
 * the explanation. What a client asked for, and what a case owes them, is no such approach and never refused.
 */
import { text, type Text } from '../text.ts'
import { localDate, offsetAt, startOfDay } from '../time-zone.ts'
import type { Approach } from './vocabulary.ts'

export const CONTACT_PURPOSES = ['SERVICE', 'CARE', 'PROMOTION'] as const
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]

/** In the order in which they are told. */
export const CONTACT_REFUSALS = [
  'ARCHIVE_CLOSED',
  'DO_NOT_CONTACT',
  'NO_CONSENT',
  'QUIET_HOURS',
  'PREFERRED_HOURS',
  'CAP_REACHED',
] as const
export type ContactRefusal = (typeof CONTACT_REFUSALS)[number]

export const CONTACT_REFUSAL_LABELS: Readonly<Record<ContactRefusal, Text>> = {
  ARCHIVE_CLOSED: text('档案已停用', 'The archive is out of use'),
  DO_NOT_CONTACT: text('本人要求不要打扰', 'They asked not to be contacted'),
  NO_CONSENT: text('没有取得这项同意', 'They have not agreed to this'),
  QUIET_HOURS: text('现在是免打扰时段', 'These are quiet hours'),
  PREFERRED_HOURS: text('不在对方方便的时间', 'Not in the hours that suit them'),
  CAP_REACHED: text('近期已联系过，达到上限', 'Contacted lately: the limit is reached'),
}

/** What the organization holds itself to. Minutes are of the local day; equal ones: no quiet hours. */
export interface ContactRules {
  readonly quietFrom: number
  readonly quietTo: number
  /** At most so many approaches … */
  readonly capContacts: number
  /** … within so many days. */
  readonly capDays: number
}

/** What is known of whom we would turn to. */
export interface Approached {
  /** Archived, merged or erased. */
  readonly closed: boolean
  readonly doNotContact: boolean
  /** Whether the client agreed to the purpose. */
  readonly consented: boolean
  /** In their own words; hours written as `9:00-11:30` bind, other words are for people to read. */
  readonly preferredHours: string | null
  /** When we turned to them of our own accord. */
  readonly unsolicited: readonly { readonly at: Date }[]
}

export interface ContactQuestion {
  readonly purpose: ContactPurpose
  readonly approach: Approach
  readonly now: Date
  readonly timeZone: string
}

export interface ContactAnswer {
  readonly allowed: boolean
  readonly reasons: readonly ContactRefusal[]
  /** When it is possible next; null: now, or not by waiting. */
  readonly nextAt: Date | null
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** The SQL twin of the API reads the same expression. */
export const HOURS_PATTERN = '([0-9]{1,2})[:：]([0-9]{2}) *[-–—~～至到] *([0-9]{1,2})[:：]([0-9]{2})'
const HOURS = new RegExp(HOURS_PATTERN)

/** The first hours named in words, in minutes of the day; undefined where none are. */
export const hoursIn = (words: string | null): { readonly from: number; readonly to: number } | undefined => {
  const found = words === null ? null : HOURS.exec(words)
  if (!found) return undefined
  const [fromHour, fromMinute, toHour, toMinute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute]
  return fromMinute < 60 && toMinute < 60 && from < to && to <= 1440 ? { from, to } : undefined
}

const minuteOf = (at: Date, timeZone: string): number =>
  Math.floor((at.getTime() + offsetAt(at.getTime(), timeZone)) / MINUTE_MS) % 1440

const isQuiet = ({ quietFrom, quietTo }: ContactRules, minute: number): boolean =>
  quietFrom <= quietTo ? quietFrom <= minute && minute < quietTo : minute >= quietFrom || minute < quietTo

/** Since when there is room for another one; null: there is now. */
const roomAt = (
  { capContacts, capDays }: ContactRules,
  { unsolicited }: Pick<Approached, 'unsolicited'>,
  now: Date,
): Date | null => {
  const lately = unsolicited
    .map(({ at }) => at.getTime())
    .filter((at) => at <= now.getTime() && at > now.getTime() - capDays * DAY_MS)
    .toSorted((one, other) => other - one)
  const last = lately[capContacts - 1]
  return last === undefined ? null : new Date(last + capDays * DAY_MS)
}

/** What comes by post or mail lies there until it is read. */
const disturbs = (approach: Approach): boolean => approach !== 'POST' && approach !== 'EMAIL'

/** The first minute from `from` on in which nobody is disturbed; null where there is none on that day or the next. */
const calmFrom = (
  from: Date,
  rules: ContactRules,
  preferredHours: string | null,
  timeZone: string,
): Date | null => {
  const hours = hoursIn(preferredHours)
  const suits = (minute: number) =>
    !isQuiet(rules, minute) && (!hours || (hours.from <= minute && minute < hours.to))
  const minute = minuteOf(from, timeZone)
  if (suits(minute)) return from
  const today = startOfDay(localDate(from, timeZone), timeZone).getTime()
  for (let later = minute + 1; later < minute + 1441; later += 1)
    if (suits(later % 1440)) return new Date(today + later * MINUTE_MS)
  return null
}

export const mayContact = (
  { purpose, approach, now, timeZone }: ContactQuestion,
  approached: Approached,
  rules: ContactRules,
): ContactAnswer => {
  if (purpose === 'SERVICE') return { allowed: true, reasons: [], nextAt: null }
  const hours = hoursIn(approached.preferredHours)
  const minute = minuteOf(now, timeZone)
  const room = roomAt(rules, approached, now)
  const found: Readonly<Record<ContactRefusal, boolean>> = {
    ARCHIVE_CLOSED: approached.closed,
    DO_NOT_CONTACT: approached.doNotContact,
    NO_CONSENT: !approached.consented,
    QUIET_HOURS: disturbs(approach) && isQuiet(rules, minute),
    PREFERRED_HOURS:
      disturbs(approach) && hours !== undefined && !(hours.from <= minute && minute < hours.to),
    CAP_REACHED: room !== null,
  }
  const reasons = CONTACT_REFUSALS.filter((reason) => found[reason])
  const inVain = approached.closed || approached.doNotContact || !approached.consented
  const from = room ?? now
  const nextAt =
    reasons.length === 0 || inVain
      ? null
      : disturbs(approach)
        ? calmFrom(from, rules, approached.preferredHours, timeZone)
        : from
  return { allowed: reasons.length === 0, reasons, nextAt }
}
