import { useId, type ReactNode } from 'react'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from '../data/tone.ts'

export interface BoardColumn {
  readonly key: string
  readonly title: string
  /** How many there are in all, shown or not. */
  readonly count?: ReactNode
  readonly tone?: Tone
  readonly children: ReactNode
}

/** The same things in columns by where they stand, side by side on a desk. */
export function Board({ columns }: { readonly columns: readonly BoardColumn[] }) {
  return (
    <div className="st-board">
      {columns.map((column) => (
        <Column key={column.key} column={column} />
      ))}
    </div>
  )
}

function Column({ column }: { readonly column: BoardColumn }) {
  const { title, count, tone = 'neutral', children } = column
  const id = useId()
  return (
    <section aria-labelledby={id} style={toneStyle(tone)}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="st-board-count">{count}</span>}
      </header>
      {children}
    </section>
  )
}
