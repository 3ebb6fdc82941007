/** A walk through a page with nothing but the Tab key. */
import type { Page } from '@playwright/test'

const AT_MOST = 400

interface Stop {
  readonly name: string
  /** Not met before; an input of a date is met once for each of its parts. */
  readonly first: boolean
  /** What is wrong where the walk stands. */
  readonly faults: readonly string[]
  readonly left: boolean
}

/** Walks from the first to the last stop: each can be seen, shows that it has the focus, and lets go of it again. */
export const walk = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => {
    // The browser goes on from where the focus was last: that must be the very top.
    document.body.tabIndex = -1
    document.body.focus({ preventScroll: true })
    document.body.removeAttribute('tabindex')
    window.scrollTo(0, 0)
    for (const seen of document.querySelectorAll('[data-walked]')) seen.removeAttribute('data-walked')
  })
  const faults: string[] = []
  for (let steps = 0; steps < AT_MOST; steps += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(look)
    if (stop.left) return steps > 0 ? faults : [...faults, 'nothing can be reached with the Tab key']
    if (!stop.first) return [...faults, `the focus goes round at ${stop.name}`]
    faults.push(...stop.faults.map((fault) => `${fault}: ${stop.name}`))
  }
  return [...faults, `no end after ${AT_MOST} stops`]
}

const look = async (): Promise<Stop> => {
  const at = document.activeElement
  if (!at || at === document.body || at === document.documentElement)
    return { name: '', first: true, faults: [], left: true }
  // What the browser scrolls to is there after the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const first = !at.hasAttribute('data-walked') || at.hasAttribute('data-walked-last')
  document.querySelector('[data-walked-last]')?.removeAttribute('data-walked-last')
  at.setAttribute('data-walked', '')
  at.setAttribute('data-walked-last', '')
  const words = at.getAttribute('aria-label') ?? (at.textContent?.trim() || at.getAttribute('placeholder'))
  const name = `<${at.localName} class="${at.className}"> ${words?.slice(0, 40) ?? ''}`
  const faults: string[] = []

  // An input may be drawn by the box around it.
  const drawn = [
    at,
    at.closest('label, .ant-select, .ant-input-affix-wrapper, .ant-picker, .ant-input-number, .ant-upload'),
  ]
  const shown = drawn.some((element) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const inner = [...element.querySelectorAll('*')].some((part) => {
      const style = getComputedStyle(part)
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    })
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none' || inner
  })
  if (!shown) faults.push('the focus cannot be seen')

  const boxes = drawn.flatMap((element) => (element ? [element.getBoundingClientRect()] : []))
  const box = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0]!
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  )
  const visible = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top && drawn.some((element) => element && (element.contains(top) || top.contains(element)))
  })
  if (!visible && !at.classList.contains('st-skip')) faults.push('the focus is hidden')
  return { name, first, faults, left: false }
}
