import type { ReactNode } from 'react'

/** A page with a narrow column at its side, which stays in sight; on a phone it follows below. */
export function WithAside({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="st-with-aside">
      <div className="st-stack st-with-aside-column">{children}</div>
      <aside className="st-stack st-with-aside-column">{aside}</aside>
    </div>
  )
}
