import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface LevelProps {
  /** How many of the bars are filled. */
  readonly filled: number
  readonly of: number
  readonly tone?: Tone
  readonly children: string
}

/** A degree, told by the number of bars and by its word; the colour only helps. */
export function Level({ filled, of, tone = 'neutral', children }: LevelProps) {
  return (
    <span className="st-level" style={toneStyle(tone)}>
      <span className="st-level-bars" aria-hidden>
        {Array.from({ length: of }, (_, at) => (
          <span key={at} data-filled={at < filled} style={{ height: `${((at + 1) / of) * 100}%` }} />
        ))}
      </span>
      {children}
    </span>
  )
}
