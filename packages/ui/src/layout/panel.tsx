import { useId, type ReactNode } from 'react'

export interface PanelProps {
  readonly title?: ReactNode
  /** Beside the title, at the far side. */
  readonly actions?: ReactNode
  /** Without inner distance, for a table or a list that brings its own. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A sheet of paper on the desk: one subject, with its title. */
export function Panel({ title, actions, flush = false, children }: PanelProps) {
  const id = useId()
  return (
    <section className="st-panel" data-flush={flush} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <header className="st-panel-head">
          {title && <h2 id={id}>{title}</h2>}
          {actions}
        </header>
      )}
      <div className="st-panel-body">{children}</div>
    </section>
  )
}
