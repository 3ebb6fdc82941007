/** Which occasions a client has between two days: reckoned from facts and policy, the same whenever it is reckoned. */
import { dayNumber, dayText } from '../working-time/local-day.ts'
import { ruleFor, type CarePolicy, type CareRule } from './care-policy.ts'
import type { CareKind, CareMeans, CareOwner, Festival } from './vocabulary.ts'

/** What is known of a client. Of a birthday month and day alone: `03-14`. */
export interface CaredFor {
  readonly grade: string | null
  /** The one to turn to; null where nobody is named. */
  readonly contactId: string | null
  readonly birthdays: readonly { readonly contactId: string; readonly monthDay: string }[]
  readonly stays: readonly { readonly stayId: string; readonly since: string }[]
  /** The day of the last contact of any kind, else on which the archive was opened. */
  readonly lastContactOn: string
}

export interface FestivalDay {
  readonly festival: Festival
  readonly on: string
}

export interface DueCare {
  /** The same reason has the same key, so that it is made once. */
  readonly key: string
  readonly kind: CareKind
  readonly festival: Festival | null
  readonly contactId: string | null
  readonly occursOn: string
  /** When it is to be done. */
  readonly dueOn: string
  readonly means: CareMeans
  readonly owner: CareOwner
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1

/** That day of each year between the two, both included. Who was born on 29 February is greeted on the 28th of other years. */
export const yearlyDays = (monthDay: string, from: string, to: string): readonly string[] => {
  const days: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const on = `${year}-${monthDay === '02-29' && !isLeap(year) ? '02-28' : monthDay}`
    if (on >= from && on <= to) days.push(on)
  }
  return days
}

const later = (on: string, days: number): string => dayText(dayNumber(on)! + days)

const made = (rule: CareRule, key: string, occursOn: string, contactId: string | null): DueCare => ({
  key,
  kind: rule.kind,
  festival: rule.festival,
  contactId,
  occursOn,
  dueOn: later(occursOn, -rule.daysBefore),
  means: rule.means,
  owner: rule.owner,
})

/** All of them that occur between the two days. Being out of touch has one occasion, as far as it is due by the last day. */
export const careDue = (
  client: CaredFor,
  policy: Pick<CarePolicy, 'rules'>,
  festivals: readonly FestivalDay[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly DueCare[] => {
  const due: DueCare[] = []
  const birthday = ruleFor(policy, 'BIRTHDAY', client.grade)
  if (birthday)
    for (const { contactId, monthDay } of client.birthdays)
      for (const on of yearlyDays(monthDay, from, to))
        due.push(made(birthday, `BIRTHDAY/${contactId}/${on}`, on, contactId))
  const anniversary = ruleFor(policy, 'ANNIVERSARY', client.grade)
  if (anniversary)
    for (const { stayId, since } of client.stays)
      for (const on of yearlyDays(since.slice(5), from, to))
        if (on.slice(0, 4) > since.slice(0, 4))
          due.push(made(anniversary, `ANNIVERSARY/${stayId}/${on}`, on, client.contactId))
  for (const { festival, on } of festivals) {
    const rule = ruleFor(policy, 'FESTIVAL', client.grade, festival)
    if (rule && on >= from && on <= to)
      due.push(made(rule, `FESTIVAL/${festival}/${on}`, on, client.contactId))
  }
  const frequency = ruleFor(policy, 'FREQUENCY', client.grade)
  if (frequency?.everyDays) {
    const on = later(client.lastContactOn, frequency.everyDays)
    if (on <= to) due.push(made(frequency, `FREQUENCY/${client.lastContactOn}`, on, client.contactId))
  }
  return due
}

/** What is made of an occasion in the days from today on: none in retrospect, but for being out of touch, which is due until it ends. */
export const isMadeFrom = ({ kind, occursOn }: DueCare, today: string): boolean =>
  kind === 'FREQUENCY' || occursOn >= today

/** An occasion that nobody saw to is over after so many days. */
export const CARE_PASSES_AFTER_DAYS = 14

export const hasPassed = (
  { kind, occursOn, dueOn }: Pick<DueCare, 'kind' | 'occursOn' | 'dueOn'>,
  today: string,
): boolean =>
  kind !== 'FREQUENCY' && later(occursOn > dueOn ? occursOn : dueOn, CARE_PASSES_AFTER_DAYS) < today

/** Until when it can be put off. */
export const latestDay = (occursOn: string, today: string): string =>
  later(occursOn > today ? occursOn : today, CARE_PASSES_AFTER_DAYS)
