import { text, type Text } from '../text.ts'
import { offsetAt } from '../time-zone.ts'
import { DAY_KIND_LABELS } from './day-plan.ts'
import type { WorkingStep } from './account.ts'
import { WEEKDAY_LABELS } from './calendar.ts'
import { dayText, MINUTES_A_DAY } from './local-day.ts'
import { clockTime } from './slots.ts'

interface LocalMoment {
  readonly on: string
  readonly time: string
}

/** The day and the time of day that a clock in the zone shows; with `asEnd` midnight is 24:00 of the day before. */
const localMoment = (at: Date, timeZone: string, asEnd = false): LocalMoment => {
  const local = Math.floor((at.getTime() + offsetAt(at.getTime(), timeZone)) / 60_000)
  const day = Math.floor((asEnd ? local - 1 : local) / MINUTES_A_DAY)
  return { on: dayText(day), time: clockTime(local - day * MINUTES_A_DAY) }
}

const both = (one: Text, other: Text): Text => text(one.zh + other.zh, one.en + other.en)
const plain = (words: string): Text => text(words, words)

/** `2026-11-23 Mon 22:00–06:00 (next day)`. */
const hours = ({ on, weekday, from, to }: WorkingStep, timeZone: string): Text => {
  const [begin, end] = [localMoment(from, timeZone), localMoment(to, timeZone, true)]
  const [zh, en] = [WEEKDAY_LABELS[weekday].zh, WEEKDAY_LABELS[weekday].en]
  const late = (day: string, words: string) => (day === on ? '' : words)
  return text(
    `${on} ${zh} ${late(begin.on, '次日 ')}${begin.time}–${late(end.on, '次日 ')}${end.time}`,
    `${on} ${en} ${begin.time}${late(begin.on, ' (next day)')}–${end.time}${late(end.on, ' (next day)')}`,
  )
}

/** `2026-10-01 Thu – 2026-10-07`. */
const days = ({ on, until, weekday }: WorkingStep): Text => {
  const first = both(plain(`${on} `), WEEKDAY_LABELS[weekday])
  return on === until ? first : both(first, text(` 至 ${until}`, ` – ${until}`))
}

const reason = ({ dayKind, name }: WorkingStep): Text => {
  const kind = DAY_KIND_LABELS[dayKind]
  return name ? text(`${name.zh}（${kind.zh}）`, `${name.en} (${kind.en.toLowerCase()})`) : kind
}

const assumed = ({ isAssumed, on }: WorkingStep): Text => {
  const year = on.slice(0, 4)
  return isAssumed
    ? text(`（${year} 年放假安排尚未公布）`, ` (the holidays of ${year} are not published yet)`)
    : plain('')
}

const worked = (step: WorkingStep, timeZone: string, wanted?: number): Text => {
  const special = step.dayKind === 'WORKDAY' ? plain('') : reason(step)
  const why = special.zh ? text(`，${special.zh}`, `, ${special.en}`) : special
  const sum =
    wanted === undefined
      ? text(`累计 ${step.total}`, `${step.total} so far`)
      : text(`还剩 ${wanted - step.total}`, `${wanted - step.total} left`)
  const counted = text(`：计 ${step.minutes} 分钟，${sum.zh}`, `: ${step.minutes} minutes, ${sum.en}`)
  return both(both(hours(step, timeZone), why), counted)
}

const paused = ({ from, to, name, minutes }: WorkingStep, timeZone: string): Text => {
  const [begin, end] = [localMoment(from, timeZone), localMoment(to, timeZone, true)]
  const why = name ? text(`（${name.zh}）`, ` (${name.en})`) : plain('')
  return text(
    `${begin.on} ${begin.time} 至 ${end.on} ${end.time}：暂停${why.zh}，${minutes} 分钟不计`,
    `${begin.on} ${begin.time} – ${end.on} ${end.time}: paused${why.en}, ${minutes} minutes not counted`,
  )
}

/**
 * One line of a reckoning in words: `2026-11-23 Mon 08:30–12:00: 210 minutes, 30 left`. `wanted`, the minutes that were asked
 * for, turns the running sum into what is left.
 */
export const stepText = (
  step: WorkingStep,
  { timeZone, wanted }: { readonly timeZone: string; readonly wanted?: number },
): Text => {
  switch (step.kind) {
    case 'WORK':
      return both(worked(step, timeZone, wanted), assumed(step))
    case 'PAUSE':
      return paused(step, timeZone)
    case 'DAY_OFF':
      return both(
        text(
          `${days(step).zh}：${reason(step).zh}，不计`,
          `${days(step).en}: ${reason(step).en}, not counted`,
        ),
        assumed(step),
      )
  }
}
