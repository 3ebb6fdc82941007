import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { AppLink } from '../layout/app-link.tsx'

/** Cards one below the other, or side by side where there is room; `min` is the least width of one, in px. */
export function Cards(props: {
  readonly label: string
  readonly min?: number
  readonly children: ReactNode
}) {
  const { label, min, children } = props
  const template = min && `repeat(auto-fill, minmax(min(100%, ${min}px), 1fr))`
  return (
    <ul className="st-cards" aria-label={label} style={template ? { gridTemplateColumns: template } : {}}>
      {children}
    </ul>
  )
}

export interface CardProps {
  /** A press anywhere on the card, but on its actions, goes there. */
  readonly to?: string
  /** What it is, in a few words. */
  readonly lead: ReactNode
  /** At the far side of the lead. */
  readonly tag?: ReactNode
  /** To be read at arm's length. */
  readonly large?: boolean
  readonly actions?: ReactNode
  /** It can be chosen together with others. */
  readonly pick?: {
    readonly label: string
    readonly picked: boolean
    readonly onPick: (picked: boolean) => void
  }
  readonly children?: ReactNode
}

/** One record of a list, as a slip of paper. */
export function Card({ to, lead, tag, large = false, actions, pick, children }: CardProps) {
  return (
    <li className="st-card" data-large={large} data-picked={pick?.picked}>
      <div className="st-card-head">
        {pick && (
          <span className="st-pick">
            <Checkbox
              aria-label={pick.label}
              checked={pick.picked}
              onChange={({ target }) => pick.onPick(target.checked)}
            />
          </span>
        )}
        {to ? (
          <AppLink to={to} className="st-card-lead">
            {lead}
          </AppLink>
        ) : (
          <span className="st-card-lead">{lead}</span>
        )}
        {tag}
      </div>
      {children}
      {actions && <div className="st-card-actions">{actions}</div>}
    </li>
  )
}

/** At most so many lines of what somebody wrote. */
export function Lines({ most, children }: { readonly most: number; readonly children: ReactNode }) {
  return (
    <p className="st-lines" style={{ WebkitLineClamp: most }}>
      {children}
    </p>
  )
}
