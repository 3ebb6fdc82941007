import { useLayoutEffect, useState, type RefObject } from 'react'

/** Below this a browser shows all rows without noticing. */
const SHOW_ALL = 150
/** Rows kept above and below what can be seen, so that a quick scroll meets no gap. */
const SPARE = 20

export interface RowWindow {
  /** Rows from (inclusive) to (exclusive) are in the document; heights of the gaps above and below in px. */
  readonly from: number
  readonly to: number
  readonly above: number
  readonly below: number
}

/** Which rows are worth rendering while the page scrolls; all rows are taken to be as high as the first one shown. */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [seen, setSeen] = useState({ from: 0, to: SHOW_ALL, height: 0 })
  const few = count <= SHOW_ALL
  useLayoutEffect(() => {
    if (few) return
    const look = () => {
      const element = body.current
      const row = element?.querySelector<HTMLElement>('[data-row]')
      if (!element || !row || row.offsetHeight === 0) return
      const height = row.offsetHeight
      const scrolled = -element.getBoundingClientRect().top
      const from = Math.max(0, Math.floor(scrolled / height) - SPARE)
      const to = Math.ceil((scrolled + window.innerHeight) / height) + SPARE
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to, height }))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [body, few])
  if (few) return { from: 0, to: count, above: 0, below: 0 }
  const from = Math.min(seen.from, count)
  const to = Math.min(Math.max(seen.to, from), count)
  return { from, to, above: from * seen.height, below: (count - to) * seen.height }
}
