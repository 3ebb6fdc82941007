import type { ReactNode } from 'react'

/** Fields side by side as far as there is room, inside a part of a Form. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className="st-fields">{children}</div>
}
