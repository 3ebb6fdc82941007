import type { CSSProperties } from 'react'
import type { Tone } from '../theme/palette.ts'

/** The custom properties that tinted things read: text and ground of a tone. */
export function toneStyle(tone: Tone): CSSProperties {
  return { '--tone-text': `var(--st-${tone}-text)`, '--tone-tint': `var(--st-${tone}-tint)` } as CSSProperties
}
