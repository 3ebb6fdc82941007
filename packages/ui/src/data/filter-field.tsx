import type { ReactNode } from 'react'

/** One control of a FilterBar. Beside others its label is for screen readers; in the sheet everybody reads it. */
export function FilterField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="st-filter">
      <span className="st-filter-label">{label}</span>
      {children}
    </label>
  )
}
