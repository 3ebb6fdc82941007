import { useEffect, useRef } from 'react'

/**
 * Asks again when somebody comes back to the page. There is no polling: a screen that nobody looks at must not keep its
 * session alive.
 */
export function useRefreshOnReturn(refresh: () => unknown): void {
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  useEffect(() => {
    const returned = () => {
      if (document.visibilityState === 'visible') latest.current()
    }
    document.addEventListener('visibilitychange', returned)
    return () => document.removeEventListener('visibilitychange', returned)
  }, [])
}
