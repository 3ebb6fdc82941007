import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'

export interface EntranceProps {
  readonly brand: string
  /** What the house stands for, in one line. */
  readonly motto: string
  readonly title: string
  readonly hint?: ReactNode
  /** Language, appearance. */
  readonly tools: ReactNode
  readonly children: ReactNode
}

/** The door of the house: everything before one is inside. */
export function Entrance({ brand, motto, title, hint, tools, children }: EntranceProps) {
  return (
    <div className="st-entrance">
      <div className="st-entrance-side">
        <div className="st-entrance-brand">
          <BrandMark size={44} />
          <span>{brand}</span>
        </div>
        <p className="st-entrance-motto">{motto}</p>
        <Roofs />
      </div>
      <main>
        <div className="st-frame-tools">{tools}</div>
        <div className="st-entrance-body">
          <h1>{title}</h1>
          {hint && <div className="st-quiet">{hint}</div>}
          <div className="st-entrance-content">{children}</div>
        </div>
      </main>
    </div>
  )
}

/** Roofs behind roofs, as one sees an estate from its gate. */
function Roofs() {
  return (
    <svg
      className="st-entrance-roofs"
      viewBox="0 0 480 300"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden
      focusable="false"
    >
      <path d="M-20 190 90 110l110 80v130H-20z" opacity=".25" />
      <path d="m250 170 120-86 120 86v150H250z" opacity=".3" />
      <path d="m110 226 130-94 130 94v94H110z" opacity=".5" />
      <g fill="none" stroke="currentcolor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="m96 236 144-104 144 104" opacity=".9" />
        <path d="m206 246 24 24 46-52" stroke="#ee8d78" strokeWidth="5" />
      </g>
    </svg>
  )
}
