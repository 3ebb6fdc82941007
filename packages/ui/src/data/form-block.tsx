import type { ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'

export interface FormCell {
  readonly key: string
  readonly label: string
  /** Nothing shows a dash. */
  readonly value: ReactNode
  /** Takes the whole row. */
  readonly wide?: boolean
}

/** The head of a form as it is printed: ruled cells, each with its name; on a phone one below the other. */
export function FormBlock({ label, cells }: { readonly label: string; readonly cells: readonly FormCell[] }) {
  const say = useWords()
  return (
    <dl className="st-form-block" aria-label={label}>
      {cells.map(({ key, label: name, value, wide = false }) => (
        <div key={key} data-wide={wide}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? say('none') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
