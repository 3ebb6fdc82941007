import type { ReactNode } from 'react'
import type { Tone } from '../theme/palette.ts'
import { Instant } from './instant.tsx'
import { toneStyle } from './tone.ts'

export interface TimelineEntry {
  readonly key: string
  /** ISO instant; absent: not yet. */
  readonly at?: string | undefined
  readonly title: ReactNode
  /** Who did it. */
  readonly by?: ReactNode
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** What happened, in the order handed in. */
export function Timeline({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}) {
  return (
    <ol className="st-timeline" aria-label={label}>
      {entries.map(({ key, at, title, by, tone = 'neutral', icon, children }) => (
        <li key={key} style={toneStyle(tone)}>
          <span className="st-timeline-mark" aria-hidden>
            {icon}
          </span>
          <div className="st-timeline-line">
            <span className="st-strong">{title}</span>
            <span className="st-quiet">
              {by} {by && at && '·'} {at && <Instant at={at} />}
            </span>
          </div>
          {children && <div className="st-timeline-body">{children}</div>}
        </li>
      ))}
    </ol>
  )
}
