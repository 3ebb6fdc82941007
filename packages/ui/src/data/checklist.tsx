import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'

export interface CheckItem {
  readonly key: string
  readonly label: string
  readonly done: boolean
  /** While it is not done: what is missing. */
  readonly hint?: string
  /** While it is not done: a way to do it. */
  readonly action?: ReactNode
}

/** What must be true before something may happen, point by point. */
export function Checklist({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly CheckItem[]
}) {
  const say = useWords()
  return (
    <ul className="st-checks" aria-label={label}>
      {items.map(({ key, label: name, done, hint, action }) => (
        <li key={key} data-done={done}>
          <span className="st-checks-mark" aria-hidden>
            {done && <CheckOutlined />}
          </span>
          <div>
            <span className={done ? 'st-quiet' : 'st-strong'}>{name}</span>
            <span className="st-hidden"> ({say(done ? 'stepDone' : 'stepAhead')})</span>
            {!done && hint && <div className="st-quiet">{hint}</div>}
          </div>
          {!done && action}
        </li>
      ))}
    </ul>
  )
}
