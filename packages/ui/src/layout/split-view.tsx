import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useIsPhone } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'

export interface SplitViewProps {
  readonly list: ReactNode
  /** Nothing chosen yet: leave out. On a phone it takes the list's place. */
  readonly detail?: ReactNode
  /** Shown beside the list while nothing is chosen. */
  readonly placeholder?: ReactNode
  /** Share of the list in percent at the beginning. */
  readonly share?: number
}

const LEAST = 20
const MOST = 80

/** A list beside what is chosen in it, with a bar between that moves by pointer and by arrow keys. */
export function SplitView({ list, detail, placeholder, share: initial = 38 }: SplitViewProps) {
  const [share, setShare] = useState(initial)
  const say = useWords()
  if (useIsPhone()) return detail ?? list

  const resize = (percent: number) => setShare(Math.min(MOST, Math.max(LEAST, percent)))
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const area = event.currentTarget.parentElement
    if (!area || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = area.getBoundingClientRect()
    resize(((event.clientX - left) / width) * 100)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(share - 2)
    else if (event.key === 'ArrowRight') resize(share + 2)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="st-split"
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) auto minmax(0, ${100 - share}fr)` }}
    >
      <div>{list}</div>
      <div
        className="st-split-bar"
        role="separator"
        tabIndex={0}
        aria-label={say('resize')}
        aria-orientation="vertical"
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <div>{detail ?? placeholder}</div>
    </div>
  )
}
