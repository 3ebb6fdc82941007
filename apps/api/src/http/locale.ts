import { DEFAULT_LOCALE, LOCALES, type Locale } from '@steward/domain'

/** Language of messages: the first of `Accept-Language` that we speak; Chinese otherwise. Screens send the one they show. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';')[0]!.trim().toLowerCase().slice(0, 2))
  for (const language of wanted) {
    const locale = LOCALES.find(
      (candidate) => candidate.toLowerCase().startsWith(language) && language !== '',
    )
    if (locale) return locale
  }
  return DEFAULT_LOCALE
}
