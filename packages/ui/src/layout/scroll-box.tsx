import type { ReactNode } from 'react'

/** Something long in the midst of a dialog: it scrolls by itself, by keyboard too, so that what stands above and below stays in sight. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // Without a stop of its own nobody scrolls it by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="st-scroll-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
