import type { Text } from '@steward/domain'
import { DarkIcon, LanguageIcon, LightIcon, SunIcon, type MenuChoice } from '@steward/ui'
import type { ReactNode } from 'react'
import { appearancePreference, localePreference } from '../settings/settings.ts'

const ENGLISH: Text = { zh: 'English 英文界面', en: 'English' }
const CHINESE: Text = { zh: '中文界面', en: '中文 Chinese' }
const LIGHT: Text = { zh: '浅色外观', en: 'Light appearance' }
const DARK: Text = { zh: '深色外观', en: 'Dark appearance' }
const SYSTEM: Text = { zh: '外观跟随系统', en: 'Appearance as the system' }
const KEYS: Text = { zh: '快捷键', en: 'Keyboard shortcuts' }

/** One thing to choose in the palette. */
export interface Item extends Pick<MenuChoice, 'icon'> {
  readonly key: string
  readonly words: Text
  readonly note?: ReactNode
  readonly run: () => void
  /** Nothing opens: one goes on where one was. */
  readonly stays?: true
}

/** Language, appearance and the sheet of keys. */
export const settingItems = (onKeys: () => void): readonly Item[] => [
  {
    key: 'setting:language',
    words: localePreference.get() === 'zh-CN' ? ENGLISH : CHINESE,
    icon: <LanguageIcon />,
    stays: true,
    run: () => localePreference.set(localePreference.get() === 'zh-CN' ? 'en' : 'zh-CN'),
  },
  {
    key: 'setting:light',
    words: LIGHT,
    icon: <SunIcon />,
    stays: true,
    run: () => appearancePreference.set('light'),
  },
  {
    key: 'setting:dark',
    words: DARK,
    icon: <DarkIcon />,
    stays: true,
    run: () => appearancePreference.set('dark'),
  },
  {
    key: 'setting:system',
    words: SYSTEM,
    icon: <LightIcon />,
    stays: true,
    run: () => appearancePreference.set('system'),
  },
  { key: 'setting:keys', words: KEYS, icon: <LightIcon />, run: onKeys },
]
