import type { ComponentProps, MouseEvent } from 'react'
import { useUi } from '../theme/ui-context.ts'

/** A real link (open in a new tab, copy the address) that on a plain click lets the application's router go there. */
export function AppLink({
  to,
  onClick,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { readonly to: string }) {
  const { routing } = useUi()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    routing.go(to)
  }
  return <a {...rest} href={routing.href(to)} onClick={follow} />
}
