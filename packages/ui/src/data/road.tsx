import { CheckOutlined, CloseOutlined, ExclamationOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

/** STUCK: it is this one's turn, and nobody can take it. */
export type RoadState = 'done' | 'now' | 'stuck' | 'ahead' | 'refused' | 'left'

export interface RoadStop {
  readonly key: string
  readonly state: RoadState
  /** The state in a word, for those who do not see the mark. */
  readonly stateLabel: string
  readonly title: ReactNode
  readonly children?: ReactNode
}

const MARKS: Readonly<Record<RoadState, ReactNode>> = {
  done: <CheckOutlined />,
  now: null,
  stuck: <ExclamationOutlined />,
  ahead: null,
  refused: <CloseOutlined />,
  left: null,
}

/** The way of a paper from hand to hand: side by side where there is room, else one below the other. */
export function Road({ label, stops }: { readonly label: string; readonly stops: readonly RoadStop[] }) {
  return (
    <div className="st-road-frame">
      <ol className="st-road" aria-label={label}>
        {stops.map(({ key, state, stateLabel, title, children }) => (
          <li
            key={key}
            data-state={state}
            aria-current={state === 'now' || state === 'stuck' ? 'step' : undefined}
          >
            <span className="st-road-mark" aria-hidden>
              {MARKS[state]}
            </span>
            <div className="st-road-stop">
              <span className="st-strong">{title}</span> <span className="st-hidden">({stateLabel})</span>
              {children}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
