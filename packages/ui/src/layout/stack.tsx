import type { CSSProperties, ReactNode } from 'react'

/** Distances in steps of 4 px. */
export type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8

interface StackProps {
  readonly gap?: Gap
  readonly align?: CSSProperties['alignItems']
  readonly justify?: CSSProperties['justifyContent']
  readonly children: ReactNode
}

/** One below the other. */
export function Stack({ gap = 4, align, justify, children }: StackProps) {
  return (
    <div className="st-stack" style={{ gap: gap * 4, alignItems: align, justifyContent: justify }}>
      {children}
    </div>
  )
}

interface InlineProps extends StackProps {
  /** `false` keeps a figure beside its words, which break instead. */
  readonly wrap?: boolean
}

/** Side by side, wrapping when there is no room. */
export function Inline({ gap = 2, align = 'center', justify, wrap = true, children }: InlineProps) {
  return (
    <div
      className="st-inline"
      style={{
        gap: gap * 4,
        alignItems: align,
        justifyContent: justify,
        ...(wrap ? {} : { flexWrap: 'nowrap' }),
      }}
    >
      {children}
    </div>
  )
}

/** As many equal columns as fit; `min` is the least width of one, in px. `fill` leaves no column empty. */
export function Columns({
  min = 260,
  gap = 4,
  fill = false,
  children,
}: {
  readonly min?: number
  readonly gap?: Gap
  readonly fill?: boolean
  readonly children: ReactNode
}) {
  const template = `repeat(${fill ? 'auto-fit' : 'auto-fill'}, minmax(min(100%, ${min}px), 1fr))`
  return (
    <div className="st-columns" style={{ gridTemplateColumns: template, gap: gap * 4 }}>
      {children}
    </div>
  )
}
