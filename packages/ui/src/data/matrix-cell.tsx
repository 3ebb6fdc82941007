import type { ReactNode, Ref } from 'react'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface MatrixCellProps {
  /** Row and column, for those who hear the cell alone; what can be seen in it is heard after them. */
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
  /** False: the value comes from elsewhere and is shown lightly. */
  readonly own?: boolean
  readonly tone?: Tone | undefined
  /** Absent: only to be read. */
  readonly onEdit?: (() => void) | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A value of a MatrixTable; a press or Enter begins to edit it. */
export function MatrixCell({ label, value, note, own = true, tone, onEdit, ref }: MatrixCellProps) {
  const content = (
    <>
      <span className="st-cell-value">{value}</span>
      {note && <span className="st-cell-note">{note}</span>}
    </>
  )
  const looks = {
    className: 'st-cell',
    style: toneStyle(tone ?? 'neutral'),
    'data-own': own,
    'data-toned': tone !== undefined,
  }
  return onEdit ? (
    <button type="button" ref={ref} onClick={onEdit} {...looks}>
      <span className="st-hidden">{label} </span>
      {content}
    </button>
  ) : (
    <div {...looks}>{content}</div>
  )
}
