import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  /** Why it is empty, and what one can do. */
  readonly hint?: ReactNode
  readonly action?: ReactNode
  /** It is all that the page has: its title is the page's. */
  readonly whole?: boolean
}

/** Nothing is there, and that is fine. */
export function EmptyState({ title, hint, action, whole = false }: EmptyStateProps) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div className="st-state">
      <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden focusable="false">
        <path className="st-state-back" d="M14 24 36 8l22 16v24H14z" />
        <path className="st-state-line" d="M8 28 36 7l28 21M14 25v23h44V25M28 48V34h16v14" />
      </svg>
      <Title className="st-state-title">{title}</Title>
      {hint && <div className="st-quiet">{hint}</div>}
      {action}
    </div>
  )
}
