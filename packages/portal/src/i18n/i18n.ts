import { createInstance } from 'i18next'
import { localePreference } from '../settings/settings.ts'

/** The one language switch of shell and portals. Texts arrive with the screens that say them. */
export const i18n = createInstance()

void i18n.init({
  lng: localePreference.get(),
  fallbackLng: 'zh-CN',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})

localePreference.subscribe(() => void i18n.changeLanguage(localePreference.get()))
