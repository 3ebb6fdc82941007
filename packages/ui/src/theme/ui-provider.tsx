import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo, type ReactNode } from 'react'
import { NoOption } from '../controls/no-option.tsx'
import { STYLES } from './styles.ts'
import { customProperties, kitTheme, type ColorMode, type Density } from './theme.ts'
import { useMedia } from './use-media.ts'
import { WORDS } from './words.ts'
import { UiContext, useUi, type UiLocale, type UiRouting, type UiSettings } from './ui-context.ts'

export interface UiProviderProps {
  readonly locale: UiLocale
  readonly mode: ColorMode
  readonly density?: Density
  readonly children: ReactNode
}

/** Theme, language and style sheet of everything inside. Once a page, at its root. */
export function UiProvider({ locale, mode, density = 'comfortable', children }: UiProviderProps) {
  const outer = useUi()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const theme = useMemo(() => kitTheme(mode, density, !still), [mode, density, still])
  const css = useMemo(() => customProperties(mode, density) + STYLES, [mode, density])
  const settings = useMemo<UiSettings>(
    () => ({ ...outer, locale, mode, density }),
    [outer, locale, mode, density],
  )
  useEffect(() => {
    document.documentElement.lang = locale
    dayjs.locale(locale === 'en' ? 'en' : 'zh-cn')
  }, [locale])
  return (
    <UiContext value={settings}>
      <style>{css}</style>
      <ConfigProvider
        theme={theme}
        locale={locale === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        renderEmpty={(kit) =>
          kit === 'Select' ? (
            <NoOption>{WORDS.nothingHere[locale === 'en' ? 'en' : 'zh']}</NoOption>
          ) : undefined
        }
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </UiContext>
  )
}

/** Lends the components inside a router, and the zone in which they tell the time. */
export function UiSurroundings(props: {
  readonly routing?: UiRouting
  readonly timeZone?: string | undefined
  readonly children: ReactNode
}) {
  const { routing, timeZone, children } = props
  const outer = useUi()
  const settings = useMemo<UiSettings>(
    () => ({ ...outer, routing: routing ?? outer.routing, timeZone: timeZone ?? outer.timeZone }),
    [outer, routing, timeZone],
  )
  return <UiContext value={settings}>{children}</UiContext>
}
