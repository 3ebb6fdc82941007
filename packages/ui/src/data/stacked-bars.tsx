import type { ReactNode } from 'react'
import type { Tone } from '../theme/palette.ts'
import { useUi } from '../theme/ui-context.ts'
import { toneStyle } from './tone.ts'

export interface StackedBarsProps {
  readonly label: string
  /** What the parts of a bar are, in order. */
  readonly kinds: readonly { readonly key: string; readonly label: string; readonly tone: Tone }[]
  readonly rows: readonly StackedBar[]
}

export interface StackedBar {
  readonly key: string
  readonly label: string
  /** One for each kind. */
  readonly values: readonly number[]
  /** The figure at the end, in words. */
  readonly figure: ReactNode
  /** Chosen now. */
  readonly pressed: boolean
  /** What pressing it does. */
  readonly action: string
  readonly onPress: () => void
}

/** Sums one below the other, each drawn by what it is made of; pressing one chooses it. */
export function StackedBars({ label, kinds, rows }: StackedBarsProps) {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale)
  const sumOf = ({ values }: StackedBar) => values.reduce((sum, value) => sum + value, 0)
  const most = Math.max(1, ...rows.map(sumOf))
  return (
    <div className="st-stacked">
      <ul className="st-stacked-kinds">
        {kinds.map(({ key, label: name, tone }) => (
          <li key={key} style={toneStyle(tone)}>
            {name}
          </li>
        ))}
      </ul>
      <ul className="st-bars" aria-label={label}>
        {rows.map((row) => {
          const parts = kinds.map(({ label: name }, at) => `${name} ${format.format(row.values[at] ?? 0)}`)
          return (
            <li key={row.key}>
              <button
                type="button"
                aria-pressed={row.pressed}
                title={`${parts.join(' · ')} – ${row.action}`}
                onClick={row.onPress}
              >
                <span className="st-bars-label">{row.label}</span>
                <span className="st-bars-track" role="img" aria-label={parts.join(', ')}>
                  {kinds.map(({ key, tone }, at) => {
                    const value = row.values[at] ?? 0
                    const width = `${(value / most) * 100}%`
                    return value > 0 && <span key={key} style={{ ...toneStyle(tone), width }} />
                  })}
                </span>
                <span className="st-bars-value">{row.figure}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
