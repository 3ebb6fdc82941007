import { AppLink } from '../layout/app-link.tsx'
import { useUi } from '../theme/ui-context.ts'
import { toneStyle } from './tone.ts'

export interface FunnelStep {
  readonly key: string
  readonly label: string
  readonly value: number
  /** Where the figure is explained: the list of what it counts. */
  readonly to?: string
}

/** How many are left after each step: bars that grow narrower about one middle, with the share of the step before. */
export function Funnel({ label, steps }: { readonly label: string; readonly steps: readonly FunnelStep[] }) {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const most = Math.max(1, ...steps.map(({ value }) => value))
  return (
    <ol className="st-funnel" aria-label={label} style={toneStyle('primary')}>
      {steps.map(({ key, label: name, value, to }, at) => {
        const before = steps[at - 1]?.value ?? 0
        const line = (
          <>
            <span className="st-funnel-label">{name}</span>
            <span className="st-funnel-track" aria-hidden>
              <span style={{ width: `${(value / most) * 100}%` }} />
            </span>
            <span className="st-funnel-value">
              {format.format(value)}
              {at > 0 && before > 0 && (
                <span className="st-quiet st-small"> {share.format(value / before)}</span>
              )}
            </span>
          </>
        )
        return <li key={key}>{to ? <AppLink to={to}>{line}</AppLink> : <span>{line}</span>}</li>
      })}
    </ol>
  )
}
