import { useState, type KeyboardEvent } from 'react'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface SheetDay {
  /** `2026-10-01`. */
  readonly on: string
  /** All that it is, for whoever hears it or points at it. */
  readonly label: string
  readonly tone?: Tone | undefined
  /** A letter below the number: colour is never the only carrier. */
  readonly mark?: string | undefined
  readonly today?: boolean
}

export interface SheetMonth {
  readonly key: string
  readonly label: string
  /** Columns before the first. */
  readonly blanks: number
  readonly days: readonly SheetDay[]
}

export interface LegendEntry {
  readonly mark: string
  readonly tone: Tone
  readonly label: string
}

export interface YearSheetProps {
  readonly weekdays: readonly string[]
  readonly months: readonly SheetMonth[]
  readonly legend: readonly LegendEntry[]
  /** Absent: the days are only read. */
  readonly onChoose?: ((on: string) => void) | undefined
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year as it hangs on the wall. One stop of the tab key; the arrow keys walk from day to day and week to week. */
export function YearSheet({ weekdays, months, legend, onChoose }: YearSheetProps) {
  const days = months.flatMap((month) => month.days)
  const [place, setPlace] = useState<string>()
  const stop = days.find(({ on }) => on === place) ?? days.find(({ today }) => today) ?? days[0]
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset['on'] : undefined
    const next = step && from && days[days.findIndex(({ on }) => on === from) + step]
    if (!next) return
    event.preventDefault()
    setPlace(next.on)
    event.currentTarget.querySelector<HTMLElement>(`[data-on="${next.on}"]`)?.focus()
  }
  return (
    <>
      <ul className="st-legend">
        {legend.map(({ mark, tone, label }) => (
          <li key={mark}>
            <span className="st-legend-mark" style={toneStyle(tone)} aria-hidden>
              {mark}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <div className="st-year" role="group" onKeyDown={onChoose && walk}>
        {months.map(({ key, label, blanks, days: ofMonth }) => (
          <section key={key} aria-label={label}>
            <h3>{label}</h3>
            <div className="st-month">
              {weekdays.map((weekday) => (
                <span key={weekday} className="st-month-head" aria-hidden>
                  {weekday}
                </span>
              ))}
              {ofMonth.map((day, at) => (
                <DayCell
                  key={day.on}
                  day={day}
                  column={at === 0 ? blanks + 1 : undefined}
                  stop={day.on === stop?.on}
                  onChoose={onChoose}
                  onFocus={() => setPlace(day.on)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  )
}

interface DayCellProps {
  readonly day: SheetDay
  readonly column: number | undefined
  readonly stop: boolean
  readonly onChoose: ((on: string) => void) | undefined
  readonly onFocus: () => void
}

function DayCell({ day, column, stop, onChoose, onFocus }: DayCellProps) {
  const { on, label, tone, mark, today = false } = day
  const look = {
    className: 'st-month-day',
    title: label,
    'data-today': today,
    'data-toned': tone !== undefined,
    'aria-current': today ? ('date' as const) : undefined,
    style: { ...toneStyle(tone ?? 'neutral'), ...(column ? { gridColumnStart: column } : {}) },
  }
  const inner = (
    <>
      <span aria-hidden>{Number(on.slice(8))}</span>
      <span className="st-month-mark" aria-hidden>
        {mark ?? ' '}
      </span>
      <span className="st-hidden">{label}</span>
    </>
  )
  if (!onChoose) return <span {...look}>{inner}</span>
  return (
    <button
      {...look}
      type="button"
      data-on={on}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onChoose(on)}
    >
      {inner}
    </button>
  )
}
