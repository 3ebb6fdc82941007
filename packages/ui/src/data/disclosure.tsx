import { RightOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'

export interface DisclosureProps {
  readonly summary: ReactNode
  /** At the far side of the summary; pressing it does not open. */
  readonly actions?: ReactNode
  readonly open?: boolean
  /** Built when it is opened for the first time. */
  readonly children: () => ReactNode
}

/** Something with its details folded away, by pointer, Enter or space. */
export function Disclosure({ summary, actions, open: initially = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(initially)
  return (
    <div className="st-disclosure">
      <div className="st-disclosure-head">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <RightOutlined aria-hidden />
          <span>{summary}</span>
        </button>
        {actions}
      </div>
      {open && <div className="st-disclosure-body">{children()}</div>}
    </div>
  )
}
