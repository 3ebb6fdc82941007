import type { ReactNode } from 'react'

/** What is seldom wanted, behind its title. What lies inside is there all the same: fields keep what was typed. */
export function Fold({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <details className="st-fold">
      <summary>{title}</summary>
      <div className="st-fold-body">{children}</div>
    </details>
  )
}
