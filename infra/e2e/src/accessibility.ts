/** What WCAG 2.2 AA asks of a page as it stands, in each of the eight surroundings a person may work in. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, Result, RunOptions } from 'axe-core'

export interface Surrounding {
  readonly locale: 'zh-CN' | 'en'
  readonly appearance: 'light' | 'dark'
  readonly width: 390 | 1440
}

/** Neighbours differ in everything, so that even a few pages in a row see both of each. */
export const SURROUNDINGS: readonly Surrounding[] = [
  { locale: 'zh-CN', appearance: 'light', width: 1440 },
  { locale: 'en', appearance: 'dark', width: 390 },
  { locale: 'zh-CN', appearance: 'dark', width: 1440 },
  { locale: 'en', appearance: 'light', width: 390 },
  { locale: 'en', appearance: 'dark', width: 1440 },
  { locale: 'zh-CN', appearance: 'light', width: 390 },
  { locale: 'en', appearance: 'light', width: 1440 },
  { locale: 'zh-CN', appearance: 'dark', width: 390 },
]
export const nameOf = ({ locale, appearance, width }: Surrounding): string =>
  `${locale} ${appearance} ${width}`

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: [...WCAG, 'best-practice'] },
  // Off by itself in axe, although it is one of WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** Turns an open page into another surrounding, as its own switches and another window would. */
export const turn = async (page: Page, { locale, appearance, width }: Surrounding): Promise<void> => {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  await page.evaluate(
    (chosen) => {
      for (const [name, newValue] of Object.entries(chosen)) {
        const key = `steward.${name}`
        localStorage.setItem(key, newValue)
        // What another tab of the same browser would be told.
        window.dispatchEvent(new StorageEvent('storage', { key, newValue }))
      }
    },
    { locale, appearance },
  )
  await settled(page)
}

/** Waits until nothing loads and nothing moves any more. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const SHOWN = 'main, h1'
        const LOADING = '.st-loading, main [aria-busy="true"], .st-bone'
        const STILL = 250
        const AT_MOST = 4_000
        const began = performance.now()
        let changed = began
        const watch = new MutationObserver(() => (changed = performance.now()))
        watch.observe(document.body, { childList: true, subtree: true, attributes: true })
        const look = () => {
          const now = performance.now()
          const moving = document.getAnimations().some(({ playState }) => playState === 'running')
          const quiet =
            document.querySelector(SHOWN) &&
            now - changed > STILL &&
            !document.querySelector(LOADING) &&
            !moving
          if (!quiet && now - began < AT_MOST) return setTimeout(look, 50)
          watch.disconnect()
          return resolve()
        }
        look()
      }),
  )

export interface Faults {
  /** What WCAG 2.2 AA forbids, and a page that is wider than its window. */
  readonly faults: readonly string[]
  /** What the makers of axe advise beyond it. */
  readonly advice: readonly string[]
}

/** Looks at the page at its whole height, or at what lies over it. */
export const examine = async (page: Page, within?: string): Promise<Faults> => {
  await page.evaluate(`window.axe || ${AXE};0`)
  return within === undefined ? atWholeHeight(page, () => look(page)) : look(page, within)
}

/**
 * In a window as high as the page, and back: what is half under a bar that stands still is scrolled free by whoever wants it,
 * and is no target that is too small.
 */
const atWholeHeight = async <T>(page: Page, work: () => Promise<T>): Promise<T> => {
  const size = page.viewportSize()
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (!size || whole <= size.height) return work()
  await page.setViewportSize({ width: size.width, height: whole })
  try {
    await settled(page)
    return await work()
  } finally {
    await page.setViewportSize(size)
    await settled(page)
  }
}

const look = async (page: Page, within?: string): Promise<Faults> => {
  const { violations } = await page.evaluate(
    ([options, selector]) => {
      // What lies under a layer cannot be reached while it is there, and its size there says nothing.
      const layers = selector === undefined ? [] : [...document.querySelectorAll(selector)]
      const shown = layers.filter((layer) => layer.checkVisibility())
      return (window as unknown as { axe: Axe }).axe.run(shown.length > 0 ? shown : document, options)
    },
    [OPTIONS, within] as const,
  )
  const bound = violations.filter(({ tags }) => tags.some((tag) => WCAG.includes(tag)))
  return {
    faults: [...bound.flatMap(inWords), ...(await overflow(page))],
    advice: violations.filter((violation) => !bound.includes(violation)).flatMap(inWords),
  }
}
interface Axe {
  run(context: Document | Element[], options: RunOptions): Promise<AxeResults>
}

/** A page scrolls in one direction only. */
export const overflow = async (page: Page): Promise<readonly string[]> => {
  const [wide, inner] = await page.evaluate(
    () => [document.documentElement.scrollWidth, window.innerWidth] as const,
  )
  return wide > inner ? [`wider than its window: ${wide} > ${inner} px`] : []
}

const inWords = ({ id, nodes }: Result): string[] =>
  nodes.map(
    ({ target, html, any, all, none }) =>
      `${id}: ${target.join(' ')} – ${[...any, ...all, ...none].map(({ message }) => message).join('; ')} – ${html.slice(0, 160)}`,
  )
