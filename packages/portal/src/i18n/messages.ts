import { say, type Text } from '@steward/domain'
import { useTranslation } from 'react-i18next'
import { localePreference } from '../settings/settings.ts'
import { usePreference } from '../settings/preference.ts'
import { i18n } from './i18n.ts'

/** Chinese does not inflect; English may need a word for one and one for many, chosen by `{{count}}`. */
export interface Message {
  readonly zh: string
  readonly en: string | { readonly one: string; readonly other: string }
}

type Catalog = Readonly<Record<string, Message>>

export interface Messages<Texts extends Catalog> {
  readonly namespace: string
  readonly texts: Texts
}

/** The names inside {{…}} of a text. */
type Blanks<Words extends string> = Words extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never
type Values<Text extends Message> = [Blanks<Text['zh']>] extends [never]
  ? []
  : [values: Readonly<Record<Blanks<Text['zh']>, string | number>>]

/** Says a text of a catalogue; a text with blanks wants each of them filled. */
export type Say<Texts extends Catalog> = <Key extends keyof Texts & string>(
  key: Key,
  ...values: Values<Texts[Key]>
) => string

let catalogs = 0

/**
 * The texts of a screen, beside the screen: `messages({ greeting: { zh: '您好，{{name}}', en: 'Hello, {{name}}' } })`.
 * A text without one of the languages does not compile.
 */
export function messages<const Texts extends Catalog>(texts: Texts): Messages<Texts> {
  const namespace = `catalog-${++catalogs}`
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    zh[key] = text.zh
    if (typeof text.en === 'string') en[key] = text.en
    else Object.assign(en, { [`${key}_one`]: text.en.one, [`${key}_other`]: text.en.other })
  }
  i18n.addResourceBundle('zh-CN', namespace, zh)
  i18n.addResourceBundle('en', namespace, en)
  return { namespace, texts }
}

/** The texts of a screen in the language of the moment. */
export function useMessages<Texts extends Catalog>({ namespace }: Messages<Texts>): Say<Texts> {
  const { t } = useTranslation(namespace, { i18n, useSuspense: false })
  return (key, ...values) => t(key, { ...values[0] })
}

/** Says the words of the domain (roles, states, verbs) in the language of the moment. */
export function useSay(): (text: Text) => string {
  const locale = usePreference(localePreference)
  return (text) => say(text, locale)
}
