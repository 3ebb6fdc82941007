import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface OutcomeBar {
  /** Colour and height say the same: whole is well, half is well after all, low is not; an outline still waits. */
  readonly tone: Tone
  readonly height: 'whole' | 'half' | 'low'
  readonly waiting?: boolean
}

const SHARES = { whole: 1, half: 0.6, low: 0.28 } as const

/** In px. */
const BAR = 6
const STEP = 9
const HEIGHT = 26

/**
 * What became of the last few, the newest at the right: a glance tells whether it goes well. `label` says it in words.
 * `places` keeps the strips of several things the same width.
 */
export function OutcomeStrip({
  label,
  bars,
  places,
  large = false,
}: {
  readonly label: string
  readonly bars: readonly OutcomeBar[]
  readonly places: number
  readonly large?: boolean
}) {
  const first = Math.max(0, places - bars.length)
  return (
    <svg
      className="st-strip"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${places * STEP - (STEP - BAR)} ${HEIGHT}`}
      style={{ maxWidth: places * STEP * (large ? 2 : 1) }}
    >
      {Array.from({ length: first }, (_, at) => (
        <rect
          key={at}
          x={at * STEP}
          y={HEIGHT - 2}
          width={BAR}
          height={2}
          rx="1"
          className="st-strip-empty"
        />
      ))}
      {bars.slice(-places).map(({ tone, height, waiting = false }, at) => {
        const tall = HEIGHT * SHARES[height]
        return (
          <rect
            // oxlint-disable-next-line no-array-index-key
            key={first + at}
            x={(first + at) * STEP + (waiting ? 0.75 : 0)}
            y={HEIGHT - tall + (waiting ? 0.75 : 0)}
            width={waiting ? BAR - 1.5 : BAR}
            height={waiting ? tall - 1.5 : tall}
            rx="1.5"
            data-waiting={waiting}
            style={toneStyle(tone)}
          />
        )
      })}
    </svg>
  )
}
