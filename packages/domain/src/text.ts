/** The two languages of the product; `zh-CN` is the default. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'zh-CN'

/** A word or sentence that a person reads. Both languages are required: a text without one does not compile. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Shorthand for tables of words. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** The text in one language. */
export const say = (words: Text, locale: Locale): string => (locale === 'en' ? words.en : words.zh)
