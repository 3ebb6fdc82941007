import type { ReactNode } from 'react'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

/** A state in one word. The dot marks states that still run. */
export function StatusTag({
  tone = 'neutral',
  dot = false,
  children,
}: {
  readonly tone?: Tone
  readonly dot?: boolean
  readonly children: ReactNode
}) {
  return (
    <span className="st-tag" style={toneStyle(tone)}>
      {dot && <span className="st-tag-dot" aria-hidden />}
      {children}
    </span>
  )
}
