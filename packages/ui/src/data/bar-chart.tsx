import type { Tone } from '../theme/palette.ts'
import { useUi } from '../theme/ui-context.ts'
import { toneStyle } from './tone.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  readonly tone?: Tone
}

/** In px. Places along the width are percentages, so that text keeps its size whatever the room. */
const HEIGHT = 190
const BASE = 162
const TOP = 24
const THICK = 28

/** A few figures side by side. The drawing is for the eye; a screen reader gets the list of figures. */
export function BarChart({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure className="st-chart">
      <svg width="100%" height={HEIGHT} aria-hidden focusable="false">
        <line x1="0" x2="100%" y1={BASE} y2={BASE} />
        {bars.map((bar, index) => {
          const tall = ((BASE - TOP) * bar.value) / most
          return (
            <svg
              key={bar.label}
              x={`${(100 * (index + 0.5)) / bars.length}%`}
              style={toneStyle(bar.tone ?? 'primary')}
            >
              <rect x={-THICK / 2} y={BASE - tall} width={THICK} height={tall} rx="4" />
              <text y={BASE - tall - 7}>{format.format(bar.value)}</text>
              <text y={HEIGHT - 8} className="st-chart-label">
                {bar.label}
              </text>
            </svg>
          )
        })}
      </svg>
      <figcaption className="st-hidden">
        {label}
        <ul>
          {bars.map((bar) => (
            <li key={bar.label}>
              {bar.label}: {format.format(bar.value)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
