import { useEffect, useInsertionEffect, useRef } from 'react'

const canTake = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0

/**
 * Gives the focus back to where it was before something opened over the page. The kit does so while its layer fades away; a layer
 * that is taken out at once, or a button that is gone by then, would leave the focus nowhere, and the next key would do nothing.
 */
export function useFocusReturn(open: boolean): void {
  const before = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  // Before the layer takes the focus, which it does in its own effects.
  useInsertionEffect(() => {
    if (open && !wasOpen.current) before.current = document.activeElement
    wasOpen.current = open
  })
  useEffect(() => {
    if (!open) return undefined
    return () => {
      // Whoever closed it may be about to set the focus elsewhere; only where nobody did.
      setTimeout(() => {
        // The page itself may be gone by then.
        if (typeof document === 'undefined') return
        const now = document.activeElement
        if (now && now !== document.body) return
        const target = canTake(before.current) ? before.current : document.getElementById('main')
        target?.focus({ preventScroll: true })
      }, 50)
    }
  }, [open])
}
