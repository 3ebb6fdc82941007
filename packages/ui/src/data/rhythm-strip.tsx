import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface RhythmMark {
  readonly key: string
  readonly kind: string
  readonly tone: Tone
  /** ISO day. */
  readonly on: string
}

export interface RhythmStripProps {
  /** The whole in words: for those who cannot see it. */
  readonly label: string
  readonly marks: readonly RhythmMark[]
  /** Kinds in the order of their rows, with their names. */
  readonly kinds: readonly { readonly key: string; readonly label: string; readonly tone: Tone }[]
  /** The first and the last day of the strip. */
  readonly from: string
  readonly to: string
  readonly fromText: string
  readonly toText: string
  /** Since when nothing came, and since when that is unusual. */
  readonly quietFrom?: string | undefined
  readonly silentFrom?: string | undefined
  readonly silentText?: string | undefined
}

const DAY_MS = 86_400_000
const dayOf = (on: string): number => Date.parse(on) / DAY_MS

/** When somebody came, as marks along a line; since when they have been quiet, and since when that is unusual, as ground behind them. */
export function RhythmStrip(props: RhythmStripProps) {
  const { label, marks, kinds, from, to, fromText, toText, quietFrom, silentFrom, silentText } = props
  const [first, last] = [dayOf(from), dayOf(to)]
  const across = (on: string): number =>
    last === first ? 50 : Math.min(100, Math.max(0, (100 * (dayOf(on) - first)) / (last - first)))
  const ground = (since: string, until: string) => ({
    insetInlineStart: `${across(since)}%`,
    insetInlineEnd: `${100 - across(until)}%`,
  })
  const isSilent = silentFrom !== undefined && silentFrom <= to
  return (
    <figure className="st-rhythm" aria-label={label}>
      <div aria-hidden>
        {kinds.map((kind) => (
          <div key={kind.key} className="st-rhythm-row" style={toneStyle(kind.tone)}>
            <span className="st-rhythm-kind">{kind.label}</span>
            <span className="st-rhythm-line">
              {quietFrom && <span className="st-rhythm-quiet" style={ground(quietFrom, to)} />}
              {isSilent && (
                <span
                  className="st-rhythm-silent"
                  style={{ ...ground(silentFrom, to), ...toneStyle('bad') }}
                />
              )}
              {marks
                .filter(({ kind: of }) => of === kind.key)
                .map((mark) => (
                  <span
                    key={mark.key}
                    className="st-rhythm-mark"
                    style={{ ...toneStyle(mark.tone), insetInlineStart: `${across(mark.on)}%` }}
                  />
                ))}
            </span>
          </div>
        ))}
        <div className="st-rhythm-row st-quiet st-small">
          <span className="st-rhythm-kind" />
          <span className="st-rhythm-days">
            <span>{fromText}</span>
            {isSilent && silentText && <span className="st-rhythm-since">{silentText}</span>}
            <span>{toText}</span>
          </span>
        </div>
      </div>
    </figure>
  )
}
