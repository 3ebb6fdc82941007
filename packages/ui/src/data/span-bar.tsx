import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface SpanPart {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  /** As a part of the whole, from 0 to 1. */
  readonly share: number
  /** Under the part's beginning. */
  readonly note: string
}

/** A whole that is parted: its parts side by side as wide as they are, the least first. */
export function SpanBar({ label, parts }: { readonly label: string; readonly parts: readonly SpanPart[] }) {
  return (
    <ul className="st-span" aria-label={label}>
      {parts.map(({ key, label: name, tone, share, note }) => (
        <li key={key} style={{ ...toneStyle(tone), flexGrow: Math.max(share, 0.02) }}>
          <b>{name}</b>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  )
}
