import type { ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'

export interface Description {
  readonly label: string
  /** Nothing (null, undefined, '') shows a dash, so that a gap is seen to be one. */
  readonly value: ReactNode
  /** Takes the whole row. */
  readonly wide?: boolean
}

/** What is known of one record, label by label. */
export function DescriptionList({
  items,
  min = 200,
}: {
  readonly items: readonly Description[]
  readonly min?: number
}) {
  const say = useWords()
  return (
    <dl
      className="st-descriptions"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${min}px), 1fr))` }}
    >
      {items.map(({ label, value, wide }) => (
        <div key={label} data-wide={wide}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? say('none') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
