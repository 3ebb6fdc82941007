import { Spin } from 'antd'
import type { ReactNode } from 'react'

export interface ChoiceCardProps {
  readonly title: string
  readonly note?: ReactNode
  /** One or two letters in the circle; taken from the title when absent. */
  readonly mark?: string
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onChoose: () => void
}

/** A big button for choosing one of several people or things. */
export function ChoiceCard({ title, note, mark, busy = false, disabled = false, onChoose }: ChoiceCardProps) {
  return (
    <button
      type="button"
      className="st-choice"
      disabled={disabled || busy}
      aria-busy={busy}
      onClick={onChoose}
    >
      <span className="st-choice-mark" aria-hidden>
        {busy ? <Spin size="small" /> : (mark ?? title.slice(0, 1))}
      </span>
      <span className="st-choice-text">
        <span className="st-strong st-clip">{title}</span>
        {note && <span className="st-quiet st-clip">{note}</span>}
      </span>
    </button>
  )
}
