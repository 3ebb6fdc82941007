import type { ReactNode } from 'react'

/** The verbs of a page: in their place at a desk; on a phone always under the thumb, above the menu. */
export function ActionBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="st-actions" role="group" aria-label={label}>
      {children}
    </div>
  )
}
