import { useState, type KeyboardEvent } from 'react'
import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface Cell {
  readonly key: string
  readonly label: string
  readonly to: string
  /** Coloured where there is something to see; `mark` is a figure in the corner, `note` says it in words. */
  readonly tone?: Tone
  readonly mark?: number
  readonly note?: string
}

export interface CellRow {
  readonly key: string
  readonly label: string
  readonly cells: readonly Cell[]
}

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Many small things in their rows, like doors on floors. One stop of the tab key; the arrow keys walk about inside. */
export function CellGrid({ label, rows }: { readonly label: string; readonly rows: readonly CellRow[] }) {
  const [[atRow, atCell], setPlace] = useState<readonly [number, number]>([0, 0])
  const most = Math.max(1, ...rows.map(({ cells }) => cells.length))
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const [down, across] = STEPS[event.key] ?? []
    if (down === undefined || across === undefined) return
    event.preventDefault()
    const row = Math.min(rows.length - 1, Math.max(0, atRow + down))
    const cell = Math.min((rows[row]?.cells.length ?? 1) - 1, Math.max(0, atCell + across))
    setPlace([row, cell])
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${row}.${cell}"]`)?.focus()
  }
  return (
    <div className="st-cells" role="grid" tabIndex={-1} aria-label={label} onKeyDown={walk}>
      {rows.map((row, rowAt) => (
        <div key={row.key} role="row" style={{ gridTemplateColumns: template(most) }}>
          <span role="rowheader">{row.label}</span>
          {row.cells.map(({ key, label: name, to, tone, mark, note }, cellAt) => (
            <span key={key} role="gridcell" style={toneStyle(tone ?? 'neutral')}>
              <AppLink
                to={to}
                data-place={`${rowAt}.${cellAt}`}
                data-toned={tone !== undefined}
                tabIndex={rowAt === atRow && cellAt === atCell ? 0 : -1}
                onFocus={() => setPlace([rowAt, cellAt])}
              >
                {name}
                {mark !== undefined && <span className="st-cells-mark">{mark}</span>}
                {note && <span className="st-hidden"> {note}</span>}
              </AppLink>
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

const template = (cells: number): string => `44px repeat(${cells}, minmax(64px, 148px))`
