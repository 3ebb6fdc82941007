import { createContext, useContext } from 'react'
import type { ColorMode, Density } from './theme.ts'
import { WORDS, type Word } from './words.ts'

export type UiLocale = 'zh-CN' | 'en'

/** How links find their way: the package knows no router, the application lends it one. */
export interface UiRouting {
  /** The address in the browser's bar for a path of the application. */
  href(path: string): string
  go(path: string): void
}

export interface UiSettings {
  readonly locale: UiLocale
  readonly mode: ColorMode
  readonly density: Density
  /** IANA zone in which instants are told; the browser's own when absent. */
  readonly timeZone: string | undefined
  readonly routing: UiRouting
}

const plainRouting: UiRouting = { href: (path) => path, go: (path) => window.location.assign(path) }

export const UiContext = createContext<UiSettings>({
  locale: 'zh-CN',
  mode: 'light',
  density: 'comfortable',
  timeZone: undefined,
  routing: plainRouting,
})

export const useUi = (): UiSettings => useContext(UiContext)

/** The package's own words in the language of the screen. */
export function useWords(): (word: Word) => string {
  const { locale } = useUi()
  return (word) => (locale === 'en' ? WORDS[word].en : WORDS[word].zh)
}
