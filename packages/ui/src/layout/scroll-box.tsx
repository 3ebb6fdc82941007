import type { ReactNode } from 'react'

/** Something long in the midst of a dialog: it scrolls by itself, by keyboard too, so that what stands above and below stays in sight. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="st-scroll-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
