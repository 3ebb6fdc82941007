import { UiSurroundings } from '@steward/ui'
import { useMemo, type ReactNode } from 'react'
import { useHref, useNavigate } from 'react-router'

/** Lends the router to the links of the design system. */
export function RouterSurroundings({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate()
  const root = useHref('/').replace(/\/$/, '')
  const routing = useMemo(
    () => ({ href: (path: string) => `${root}${path}`, go: (path: string) => void navigate(path) }),
    [navigate, root],
  )
  return <UiSurroundings routing={routing}>{children}</UiSurroundings>
}
