import type { ReactNode } from 'react'

export interface Compared {
  readonly key: string
  /** "1", "A": its place among the others. */
  readonly mark: string
  readonly title: ReactNode
  /** What tells it from the others at first sight, e.g. an amount. */
  readonly figure?: ReactNode
  readonly tags?: ReactNode
  /** The one that is recommended or in force. */
  readonly chosen?: boolean
  /** No longer in question. */
  readonly out?: boolean
  readonly children?: ReactNode
}

/** Alternatives side by side; below each other where there is no room. */
export function Comparison({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly Compared[]
}) {
  return (
    <ul className="st-compared" aria-label={label}>
      {items.map(({ key, mark, title, figure, tags, chosen = false, out = false, children }) => (
        <li key={key} data-chosen={chosen} data-out={out}>
          <div className="st-compared-head">
            <span className="st-compared-mark" aria-hidden>
              {mark}
            </span>
            <span className="st-strong">{title}</span>
          </div>
          {figure && <div className="st-compared-figure">{figure}</div>}
          {tags && <div className="st-inline st-compared-tags">{tags}</div>}
          {children && <div className="st-compared-body">{children}</div>}
        </li>
      ))}
    </ul>
  )
}
