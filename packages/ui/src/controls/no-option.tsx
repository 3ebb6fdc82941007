import type { ReactNode } from 'react'

/** What stands in a list of choices that has none: an option that cannot be chosen, because a list without options is none to a screen reader. */
export function NoOption({ children }: { readonly children: ReactNode }) {
  return (
    <span role="option" aria-selected={false} aria-disabled>
      {children}
    </span>
  )
}
