import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

const DAY_MS = 86_400_000
const numberOf = (on: string): number => Math.round(Date.parse(`${on}T00:00:00Z`) / DAY_MS)
const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

export interface GanttBar {
  readonly key: string
  /** First and last day, both inside. */
  readonly from: string
  readonly to: string
  readonly tone: Tone
  /** Short, inside the bar: colour is never the only carrier. */
  readonly mark: string
  /** All that it is, for whoever hears it or points at it. */
  readonly label: string
  readonly movable: boolean
  /** The bar that has to end before; a line leads from it. */
  readonly waitsFor?: string | undefined
}

export interface GanttRow {
  readonly key: string
  readonly label: string
  readonly note?: string | undefined
  readonly bars: readonly GanttBar[]
}

export interface GanttWords {
  readonly rows: string
  /** How a bar is moved, told once. */
  readonly help: string
  readonly today: string
  readonly moving: (label: string, from: string, to: string) => string
  readonly cancelled: string
}

export interface GanttChartProps {
  readonly label: string
  readonly rows: readonly GanttRow[]
  readonly from: string
  readonly to: string
  readonly today: string
  readonly dayWidth: number
  readonly isOff: (on: string) => boolean
  /** Words above the days at which they begin: months or weeks. */
  readonly marks: readonly { readonly on: string; readonly label: string }[]
  readonly words: GanttWords
  readonly onMove: (bar: GanttBar, days: number) => void
  readonly onOpen: (bar: GanttBar) => void
}

interface Moving {
  readonly key: string
  readonly days: number
  /** Where the pointer went down; undefined by keyboard. */
  readonly x?: number
}

const ROW = 40
const BAR = 26
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Rows over days. A bar is dragged, or focused and moved by the arrow keys: by a day, with Shift by a week; Enter asks for it, Escape leaves it where it was. */
export function GanttChart(props: GanttChartProps) {
  const { label, rows, from, to, today, dayWidth, isOff, marks, words, onMove, onOpen } = props
  const [moving, setMoving] = useState<Moving>()
  const [told, setTold] = useState('')
  const first = numberOf(from)
  const days = numberOf(to) - first + 1
  const left = (on: string) => (numberOf(on) - first) * dayWidth
  const offsetOf = (bar: GanttBar) => (moving?.key === bar.key ? moving.days : 0)
  const go = (bar: GanttBar, next: Moving | undefined) => {
    setMoving(next)
    if (!next) setTold(words.cancelled)
    else setTold(words.moving(bar.label, later(bar.from, next.days), later(bar.to, next.days)))
  }
  const ask = (bar: GanttBar, by: number) => {
    setMoving(undefined)
    if (by === 0) onOpen(bar)
    else onMove(bar, by)
  }
  const onKeyDown = (bar: GanttBar) => (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step !== undefined && bar.movable) {
      event.preventDefault()
      go(bar, { key: bar.key, days: offsetOf(bar) + step * (event.shiftKey ? 7 : 1) })
    } else if (event.key === 'Escape' && moving) {
      event.stopPropagation()
      go(bar, undefined)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      ask(bar, offsetOf(bar))
    }
  }
  const pointer = (bar: GanttBar) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!bar.movable || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setMoving({ key: bar.key, days: 0, x: event.clientX })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (moving?.key !== bar.key || moving.x === undefined) return
      const by = Math.round((event.clientX - moving.x) / dayWidth)
      if (by !== moving.days) setMoving({ ...moving, days: by })
    },
    onPointerUp: () => {
      if (moving?.key === bar.key && moving.x !== undefined) ask(bar, moving.days)
      else if (!bar.movable) onOpen(bar)
    },
    onPointerCancel: () => setMoving(undefined),
  })
  const at = new Map(
    rows.flatMap(({ bars }, nth) => bars.map((bar) => [bar.key, { bar, y: nth * ROW + ROW / 2 }] as const)),
  )
  return (
    <figure className="st-gantt" aria-label={label}>
      <p className="st-hidden" id="st-gantt-help">
        {words.help}
      </p>
      <p className="st-hidden" aria-live="assertive">
        {told}
      </p>
      <div className="st-gantt-scroll">
        <div
          className="st-gantt-names"
          style={{ gridTemplateRows: `${ROW}px repeat(${rows.length}, ${ROW}px)` }}
        >
          <span className="st-gantt-head">{words.rows}</span>
          {rows.map((row) => (
            <span key={row.key} className="st-gantt-name" title={row.label}>
              <span>{row.label}</span>
              {row.note && <span className="st-small st-quiet">{row.note}</span>}
            </span>
          ))}
        </div>
        <div className="st-gantt-field" style={{ width: days * dayWidth, height: (rows.length + 1) * ROW }}>
          <div className="st-gantt-marks" style={{ height: ROW }} aria-hidden>
            {marks.map((mark) => (
              <span key={mark.on} style={{ insetInlineStart: left(mark.on) }}>
                {mark.label}
              </span>
            ))}
          </div>
          <svg
            className="st-gantt-ground"
            width={days * dayWidth}
            height={rows.length * ROW}
            style={{ top: ROW }}
            aria-hidden
          >
            {Array.from({ length: days }, (_, nth) => textOf(first + nth))
              .filter(isOff)
              .map((on) => (
                <rect
                  key={on}
                  className="st-gantt-off"
                  x={left(on)}
                  y={0}
                  width={dayWidth}
                  height={rows.length * ROW}
                />
              ))}
            {rows.map((row, nth) => (
              <line
                key={row.key}
                className="st-gantt-line"
                x1={0}
                x2={days * dayWidth}
                y1={nth * ROW}
                y2={nth * ROW}
              />
            ))}
            {[...at.values()].map(({ bar, y }) => {
              const before = bar.waitsFor === undefined ? undefined : at.get(bar.waitsFor)
              if (!before) return null
              const [x1, x2] = [left(before.bar.to) + dayWidth, left(bar.from)]
              return (
                <path
                  key={bar.key}
                  className="st-gantt-link"
                  d={`M${x1} ${before.y} h6 V${y} H${Math.max(x2, 0)}`}
                />
              )
            })}
            {today >= from && today <= to && (
              <line
                className="st-gantt-today"
                x1={left(today)}
                x2={left(today)}
                y1={0}
                y2={rows.length * ROW}
              >
                <title>{words.today}</title>
              </line>
            )}
          </svg>
          {rows.map((row, nth) => (
            <ul
              key={row.key}
              aria-label={row.label}
              className="st-gantt-row"
              style={{ top: (nth + 1) * ROW }}
            >
              {row.bars.map((bar) => (
                <li key={bar.key}>
                  <button
                    type="button"
                    className="st-gantt-bar"
                    data-movable={bar.movable}
                    data-moving={moving?.key === bar.key}
                    aria-describedby={bar.movable ? 'st-gantt-help' : undefined}
                    title={bar.label}
                    style={{
                      ...toneStyle(bar.tone),
                      insetInlineStart: left(bar.from) + offsetOf(bar) * dayWidth,
                      top: (ROW - BAR) / 2,
                      height: BAR,
                      width: Math.max(dayWidth, left(bar.to) - left(bar.from) + dayWidth) - 2,
                    }}
                    onKeyDown={onKeyDown(bar)}
                    // Of a screen reader: a pointer's own click was heard when it went up.
                    onClick={({ detail }) => detail === 0 && onOpen(bar)}
                    {...pointer(bar)}
                  >
                    <span aria-hidden>{bar.mark}</span>
                    <span className="st-hidden">{bar.label}</span>
                  </button>
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
    </figure>
  )
}

const later = (on: string, days: number): string => textOf(numberOf(on) + days)
