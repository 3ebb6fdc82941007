import type { ReactNode } from 'react'

/** A stretch of a day, in minutes after its midnight; `carried` comes over from the day before. */
export interface DayBar {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly carried?: boolean
}

export interface DayBars {
  readonly key: string
  readonly label: string
  readonly bars: readonly DayBar[]
  /** Beside the bars, in words: the bars themselves are a drawing. */
  readonly words: ReactNode
}

const DAY = 1440
const HOURS = [0, 6, 12, 18, 24]
const share = (minutes: number): string => `${(minutes / DAY) * 100}%`

/** Days as rows, their hours drawn along one line from midnight to midnight. */
export function WeekBars({ label, days }: { readonly label: string; readonly days: readonly DayBars[] }) {
  return (
    <div className="st-week" role="list" aria-label={label}>
      <div className="st-week-axis" aria-hidden>
        <span />
        <div>
          {HOURS.map((hour) => (
            <span key={hour} style={{ insetInlineStart: share(hour * 60) }}>
              {hour}
            </span>
          ))}
        </div>
        <span />
      </div>
      {days.map(({ key, label: name, bars, words }) => (
        <div key={key} className="st-week-day" role="listitem">
          <span className="st-strong">{name}</span>
          <div className="st-week-line" aria-hidden>
            {bars.map(({ from, to, label: title, carried = false }) => (
              <span
                key={`${from}-${to}-${carried}`}
                title={title}
                data-carried={carried}
                style={{ insetInlineStart: share(from), width: share(to - from) }}
              />
            ))}
          </div>
          <div className="st-week-words">{words}</div>
        </div>
      ))}
    </div>
  )
}
