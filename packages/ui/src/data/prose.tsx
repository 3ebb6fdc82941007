import type { ReactNode } from 'react'

export interface ProseProps {
  /** Words to be read aloud or quoted. */
  readonly said?: boolean
  /** To be read at arm's length. */
  readonly large?: boolean
  readonly children: ReactNode
}

/** What somebody wrote, with their own line breaks. */
export function Prose({ said = false, large = false, children }: ProseProps) {
  return said ? (
    <blockquote className="st-prose st-said">{children}</blockquote>
  ) : (
    <p className="st-prose" data-large={large}>
      {children}
    </p>
  )
}
