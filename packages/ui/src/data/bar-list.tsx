import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { useUi } from '../theme/ui-context.ts'
import { toneStyle } from './tone.ts'

export interface BarListItem {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone?: Tone
  /** Where the figure is explained: the list of what it counts. */
  readonly to?: string
}

/** Figures one below the other, each with its bar; many labels fit, and each may lead to what it counts. */
export function BarList({
  label,
  items,
  format: worded,
  whole,
}: {
  readonly label: string
  readonly items: readonly BarListItem[]
  /** A figure as it is read, e.g. an amount with its currency; by default a plain number. */
  readonly format?: (value: number) => string
  /** The figure of a full bar, for shares of something; by default the largest. */
  readonly whole?: number
}) {
  const { locale } = useUi()
  const plain = new Intl.NumberFormat(locale)
  const format = worded ?? ((value: number) => plain.format(value))
  const most = whole ?? Math.max(1, ...items.map(({ value }) => value))
  return (
    <ul className="st-bars" aria-label={label}>
      {items.map(({ key, label: name, value, tone = 'primary', to }) => {
        const line = (
          <>
            <span className="st-bars-label">{name}</span>
            <span className="st-bars-track" aria-hidden>
              <span style={{ width: `${Math.max(0, value / most) * 100}%` }} />
            </span>
            <span className="st-bars-value">{format(value)}</span>
          </>
        )
        return (
          <li key={key} style={toneStyle(tone)} data-none={value === 0}>
            {to ? <AppLink to={to}>{line}</AppLink> : <span>{line}</span>}
          </li>
        )
      })}
    </ul>
  )
}
