import type { Text } from '@steward/domain'
import { Button, DarkIcon, LanguageIcon, MenuButton, SunIcon, useIsPhone, type MenuChoice } from '@steward/ui'
import { useSay } from '../i18n/messages.ts'
import { usePreference, type Preference } from '../settings/preference.ts'
import {
  appearancePreference,
  densityPreference,
  localePreference,
  useColorMode,
} from '../settings/settings.ts'

const LOOK: Text = { zh: '外观', en: 'Appearance' }
const APPEARANCES = {
  system: { zh: '跟随系统', en: 'Follow the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
}
const DENSITY: Text = { zh: '疏密', en: 'Density' }
const DENSITIES = {
  comfortable: { zh: '宽松', en: 'Comfortable' },
  compact: { zh: '紧凑', en: 'Compact' },
}

/** Language, and how the screen looks. */
export function SettingsMenus() {
  const say = useSay()
  const chinese = usePreference(localePreference) === 'zh-CN'
  const name = chinese ? 'English' : '中文'
  const phone = useIsPhone()
  const dark = useColorMode() === 'dark'
  const groups = [
    { title: say(LOOK), choices: useChoices(appearancePreference, APPEARANCES) },
    { title: say(DENSITY), choices: useChoices(densityPreference, DENSITIES) },
  ]
  return (
    <>
      <Button
        type="text"
        aria-label={name}
        icon={<LanguageIcon aria-hidden />}
        // Each language is offered in its own words: whoever needs it cannot read the other.
        lang={chinese ? 'en' : 'zh-CN'}
        onClick={() => localePreference.set(chinese ? 'en' : 'zh-CN')}
      >
        {phone ? undefined : name}
      </Button>
      <MenuButton
        label={say(LOOK)}
        icon={dark ? <DarkIcon aria-hidden /> : <SunIcon aria-hidden />}
        groups={groups}
      />
    </>
  )
}

function useChoices<Value extends string>(
  chosen: Preference<Value>,
  labels: Readonly<Record<Value, Text>>,
): readonly MenuChoice[] {
  const say = useSay()
  const now = usePreference(chosen)
  return chosen.values.map((value) => ({
    key: value,
    label: say(labels[value]),
    chosen: value === now,
    onChoose: () => chosen.set(value),
  }))
}
