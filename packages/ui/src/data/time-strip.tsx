import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface TimeSpan {
  readonly key: string
  readonly tone: Tone
  readonly from: Date
  readonly until: Date
  /** What it was, for a pointer that rests on it. */
  readonly title: string
}

export interface TimeStripProps {
  /** The whole in words: for those who cannot see it. */
  readonly label: string
  readonly from: Date
  readonly until: Date
  readonly spans: readonly TimeSpan[]
  /** Words under the strip at their moments: months, mostly. */
  readonly marks: readonly { readonly key: string; readonly at: Date; readonly label: string }[]
}

/** A span of a minute in a year would be nothing at all: this much of the strip is always seen, in per cent. */
const LEAST = 0.4

/** A stretch of time, and on it when something was otherwise. */
export function TimeStrip({ label, from, until, spans, marks }: TimeStripProps) {
  const whole = until.getTime() - from.getTime()
  const across = (at: Date): number =>
    Math.min(100, Math.max(0, (100 * (at.getTime() - from.getTime())) / whole))
  return (
    <figure className="st-time-strip" role="img" aria-label={label}>
      <div className="st-time-strip-line">
        {spans.map((span) => {
          const start = across(span.from)
          const width = Math.max(LEAST, across(span.until) - start)
          return (
            <span
              key={span.key}
              title={span.title}
              style={{
                ...toneStyle(span.tone),
                insetInlineStart: `${Math.min(start, 100 - width)}%`,
                width: `${width}%`,
              }}
            />
          )
        })}
      </div>
      <div className="st-time-strip-marks st-quiet st-small">
        {marks.map(({ key, at, label: text }) => (
          <span key={key} style={{ insetInlineStart: `${across(at)}%` }}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  )
}
