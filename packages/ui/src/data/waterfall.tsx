import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface WaterfallStep {
  readonly key: string
  readonly label: string
  /** What it adds; of a sum: how much it comes to. */
  readonly value: number
  readonly tone: Tone
  /** Where one has come to, drawn from nought. */
  readonly isSum?: boolean
  /** Not yet so: drawn pale. */
  readonly isExpected?: boolean
  /** The records behind it. */
  readonly to?: string
}

/** Where each step begins and ends: at nought where it is a sum, else where the one before had come to. */
const spansOf = (steps: readonly WaterfallStep[]) =>
  steps.reduce<readonly { readonly least: number; readonly most: number; readonly reached: number }[]>(
    (before, { value, isSum = false }) => {
      const from = isSum ? 0 : (before.at(-1)?.reached ?? 0)
      const reached = from + value
      return [...before, { least: Math.min(from, reached), most: Math.max(from, reached), reached }]
    },
    [],
  )

/** From one sum to the other, step by step, one below the other. */
export function Waterfall({
  label,
  steps,
  format,
}: {
  readonly label: string
  readonly steps: readonly WaterfallStep[]
  readonly format: (value: number) => string
}) {
  const spans = spansOf(steps)
  const least = Math.min(0, ...spans.map((span) => span.least))
  const whole = Math.max(1, Math.max(0, ...spans.map((span) => span.most)) - least)
  return (
    <ol className="st-bars st-waterfall" aria-label={label}>
      {steps.map(({ key, label: name, value, tone, isSum = false, isExpected = false, to }, at) => {
        const { least: from, most: until } = spans[at]!
        const line = (
          <>
            <span className="st-bars-label">{name}</span>
            <span className="st-bars-track" aria-hidden>
              <span
                style={{
                  marginInlineStart: `${(100 * (from - least)) / whole}%`,
                  width: `${(100 * (until - from)) / whole}%`,
                }}
              />
            </span>
            <span className="st-bars-value">{format(value)}</span>
          </>
        )
        return (
          <li key={key} style={toneStyle(tone)} data-sum={isSum} data-expected={isExpected}>
            {to ? <AppLink to={to}>{line}</AppLink> : <span>{line}</span>}
          </li>
        )
      })}
    </ol>
  )
}
