import type { Text } from '../text.ts'
import type { CalendarDay, DayKind, Piece } from './day-plan.ts'
import { dayNumber, type Weekday } from './local-day.ts'
import type { WorkingSlot } from './slots.ts'

/** A stretch in which the clock stands still for a declared reason. One that still runs is given the end that is assumed for it. */
export interface Pause {
  readonly from: Date
  readonly to: Date
  readonly reason?: Text | null
}

/** WORK: counted. DAY_OFF: a day, or several alike, on which nothing counts. PAUSE: working time that was not counted. */
export const WORKING_STEP_KINDS = ['WORK', 'DAY_OFF', 'PAUSE'] as const
export type WorkingStepKind = (typeof WORKING_STEP_KINDS)[number]

/** One line of the reckoning. The lines of kind WORK add up to what was asked for. */
export interface WorkingStep {
  readonly kind: WorkingStepKind
  /** Local days, first and last, of the calendar. A night slot belongs to the day on which it begins. */
  readonly on: string
  readonly until: string
  readonly weekday: Weekday
  readonly dayKind: DayKind
  /** Of the holiday or special day; of a pause its reason. */
  readonly name: Text | null
  /** Of WORK alone. */
  readonly slot: WorkingSlot | null
  /** What of the slot is counted; the extent of a pause; of a day off from its beginning to its end. */
  readonly from: Date
  readonly to: Date
  /** Of WORK counted, of PAUSE left out, of DAY_OFF 0. */
  readonly minutes: number
  /** Counted up to here, this line included. */
  readonly total: number
  /** The official holidays of this day's year are not published yet. */
  readonly isAssumed: boolean
}

/** Pauses without overlap and in order; of two at once the earlier one gives its reason. */
interface Gap {
  readonly from: number
  readonly to: number
  readonly pause: Pause
}

export const minuteOf = (at: Date): number => {
  const time = at.getTime()
  if (Number.isNaN(time)) throw new RangeError('working time: not an instant')
  return Math.floor(time / 60_000)
}
const instant = (minute: number): Date => new Date(minute * 60_000)

const gapsOf = (pauses: readonly Pause[]): readonly Gap[] => {
  const gaps: Gap[] = []
  const sorted = pauses.map((pause) => ({ from: minuteOf(pause.from), to: minuteOf(pause.to), pause }))
  for (const { from, to, pause } of sorted.sort((one, other) => one.from - other.from)) {
    if (to < from) throw new RangeError('pauses: a pause ends before it begins')
    const begin = Math.max(from, gaps.at(-1)?.to ?? from)
    if (begin < to) gaps.push({ from: begin, to, pause })
  }
  return gaps
}

type Open = { -readonly [K in keyof WorkingStep]: WorkingStep[K] }

/** Keeps the count while the days go by, and writes down why. */
export class Account {
  readonly steps: Open[] = []
  total = 0
  private readonly gaps: readonly Gap[]
  private readonly wanted: number
  private readonly years = new Set<number>()
  private next = 0
  private lastPause: Pause | undefined

  constructor(wanted: number, pauses: readonly Pause[]) {
    this.wanted = wanted
    this.gaps = gapsOf(pauses)
  }

  get assumesUnpublished(): readonly number[] {
    return [...this.years].sort((one, other) => one - other)
  }

  /** Counts one stretch of working time, less its pauses; true once everything wanted is counted. */
  readonly work = (from: number, to: number, piece: Piece): boolean => {
    let at = from
    while (at < to) {
      const gap = this.gapAfter(at)
      const free = Math.min(to, gap?.from ?? to, at + this.wanted - this.total)
      if (at < free) this.count(at, free, piece)
      if (this.total === this.wanted) return true
      at = Math.max(at, free)
      if (gap && at < to) {
        const end = Math.min(to, gap.to)
        this.pause(at, end, piece.owner, gap.pause)
        at = end
      }
    }
    return false
  }

  /** A day off; one that lies within a pause explains nothing. */
  readonly off = (from: number, to: number, day: CalendarDay): void => {
    const gap = this.gapAfter(from)
    if (gap && gap.from <= from && gap.to >= to) return
    this.assume(day)
    const last = this.steps.at(-1)
    const end = dayNumber(day.on)!
    const same =
      last?.kind === 'DAY_OFF' &&
      last.dayKind === day.kind &&
      last.name?.zh === day.name?.zh &&
      last.isAssumed === day.isAssumed &&
      end <= dayNumber(last.until)! + 1
    if (same) Object.assign(last, { until: day.on, to: instant(to) })
    else this.write('DAY_OFF', from, to, day, day.name, 0)
  }

  /** The pause that covers this minute, or else the next one. */
  private gapAfter(at: number): Gap | undefined {
    while (this.next < this.gaps.length && this.gaps[this.next]!.to <= at) this.next += 1
    return this.gaps[this.next]
  }

  private assume({ isAssumed, year }: CalendarDay): void {
    if (isAssumed) this.years.add(year)
  }

  private count(from: number, to: number, { owner, slot }: Piece): void {
    this.assume(owner)
    this.total += to - from
    const last = this.steps.at(-1)
    // A night slot is met in two parts, before and after midnight.
    if (last?.kind === 'WORK' && last.on === owner.on && last.slot === slot && minuteOf(last.to) === from) {
      Object.assign(last, { to: instant(to), minutes: last.minutes + to - from, total: this.total })
      return
    }
    this.write('WORK', from, to, owner, owner.name, to - from)
    this.steps.at(-1)!.slot = slot
  }

  private pause(from: number, to: number, day: CalendarDay, pause: Pause): void {
    const last = this.steps.at(-1)
    if (last?.kind === 'PAUSE' && this.lastPause === pause) {
      Object.assign(last, { until: day.on, to: instant(to), minutes: last.minutes + to - from })
      return
    }
    this.lastPause = pause
    this.write('PAUSE', from, to, day, pause.reason ?? null, to - from)
  }

  private write(
    kind: WorkingStepKind,
    from: number,
    to: number,
    day: CalendarDay,
    name: Text | null,
    minutes: number,
  ): void {
    const { on, weekday, kind: dayKind, isAssumed } = day
    const span = { from: instant(from), to: instant(to) }
    const { total } = this
    this.steps.push({
      kind,
      on,
      until: on,
      weekday,
      dayKind,
      name,
      slot: null,
      ...span,
      minutes,
      total,
      isAssumed,
    })
  }
}
