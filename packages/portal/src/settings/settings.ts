import { DEFAULT_LOCALE, LOCALES } from '@steward/domain'
import { useMedia, type ColorMode } from '@steward/ui'
import { preference, usePreference } from './preference.ts'

export const localePreference = preference('locale', LOCALES, DEFAULT_LOCALE)
export const appearancePreference = preference('appearance', ['system', 'light', 'dark'], 'system')
export const densityPreference = preference('density', ['comfortable', 'compact'], 'comfortable')

/** Light or dark as chosen, or as the system has it now. */
export function useColorMode(): ColorMode {
  const appearance = usePreference(appearancePreference)
  const dark = useMedia('(prefers-color-scheme: dark)')
  if (appearance !== 'system') return appearance
  return dark ? 'dark' : 'light'
}
