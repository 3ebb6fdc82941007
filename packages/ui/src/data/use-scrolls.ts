import { useEffect, useState, type RefObject } from 'react'

/** Is there more to the side than the box shows? Then it needs a stop of its own, or nobody scrolls it by keyboard. */
export const useScrolls = (box: RefObject<HTMLElement | null>): boolean => {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || !('ResizeObserver' in window)) return undefined
    const look = () => setScrolls(element.scrollWidth > element.clientWidth)
    const watch = new ResizeObserver(look)
    watch.observe(element)
    for (const child of element.children) watch.observe(child)
    return () => watch.disconnect()
  }, [box])
  return scrolls
}
