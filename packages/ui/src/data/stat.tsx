import type { ReactNode } from 'react'
import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface StatProps {
  readonly label: string
  readonly value: ReactNode
  /** What to hold it against: "12 more than last week". */
  readonly note?: ReactNode
  readonly tone?: Tone
  /** Where the figure is explained: the list of what it counts. */
  readonly to?: string
}

/** One figure that matters. */
export function Stat({ label, value, note, tone = 'neutral', to }: StatProps) {
  const figure = (
    <>
      <span className="st-quiet">{label}</span>
      <span className="st-stat-value">{value}</span>
      {note && <span className="st-stat-note">{note}</span>}
    </>
  )
  return to ? (
    <AppLink to={to} className="st-stat" data-tone={tone} style={toneStyle(tone)}>
      {figure}
    </AppLink>
  ) : (
    <div className="st-stat" data-tone={tone} style={toneStyle(tone)}>
      {figure}
    </div>
  )
}
