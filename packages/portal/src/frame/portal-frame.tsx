import { AppFrame, Button, SearchIcon, useIsPhone, walkRows, type NavigationGroup } from '@steward/ui'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { FactorDue } from '../account/factor-due.tsx'
import { placeOf, type PortalModule } from '../contract.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { isMac, keyCaps, SHORTCUTS } from '../keys/shortcuts.ts'
import { ShortcutSheet } from '../keys/shortcut-sheet.tsx'
import { useGoKeys, useShortcut } from '../keys/use-shortcut.ts'
import { NoticeBell } from '../notices/notice-bell.tsx'
import { Palette } from '../palette/palette.tsx'
import { PageCommandsProvider } from '../palette/page-commands.tsx'
import { useMay } from '../session/viewer.tsx'
import { SignDesk } from '../signing/sign-desk.tsx'
import { useWork, WorkProvider } from '../tabs/work-context.tsx'
import { AccountMenu } from './account-menu.tsx'
import { deskOf } from './desk.ts'
import { OpenWork } from './open-work.tsx'
import { Place } from './place.tsx'
import { SettingsMenus } from './settings-menus.tsx'

const texts = messages({
  brand: { zh: '管家', en: 'Steward' },
  find: { zh: '查找与操作', en: 'Find and do' },
})

interface PortalFrameProps {
  readonly home: string
  readonly groups: readonly NavigationGroup[]
  /** Whose pages, commands and finders the palette and the keys reach. */
  readonly portals: readonly PortalModule[]
  readonly children: ReactNode
}

/** The frame around every page, in the shell and alone. */
export function PortalFrame(props: PortalFrameProps) {
  return (
    <WorkProvider>
      <PageCommandsProvider>
        <SignDesk home={props.home}>
          <Frame {...props} />
        </SignDesk>
      </PageCommandsProvider>
    </WorkProvider>
  )
}

const RECENT = 6

function Frame({ home, groups, portals, children }: PortalFrameProps) {
  const say = useMessages(texts)
  const may = useMay()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [over, setOver] = useState<'palette' | 'keys'>()
  const path = pathname.replace(/(?<=.)\/$/, '')
  const desk = deskOf(portals, may, path)
  const { recent, visit } = useWork()
  const isPage = desk.pages.some(({ to }) => to === path)
  useEffect(() => {
    if (isPage) visit(path)
  }, [isPage, path, visit])

  const goKeys = useMemo(
    () => Object.fromEntries(desk.pages.flatMap(({ goKey, to }) => (goKey ? [[goKey, to]] : []))),
    [desk.pages],
  )
  useGoKeys(goKeys, (to) => void navigate(to))
  useShortcut('palette', () => setOver('palette'))
  useShortcut('sheet', () => setOver('keys'))
  useShortcut('next', () => walkRows(1))
  useShortcut('previous', () => walkRows(-1))

  const alone = portals.length === 1 ? portals[0] : undefined
  const named = recent.flatMap((it) => {
    const words = desk.pages.find(({ to }) => to === it.to)?.label
    const title = it.title === undefined ? undefined : { zh: it.title, en: it.title }
    const known = words ?? title
    return it.to !== path && known ? [{ ...it, words: known }] : []
  })
  const within = alone ? placeOf(alone.name) : ''
  return (
    <>
      <AppFrame
        brand={say('brand')}
        place={<Place />}
        home={home}
        groups={groups}
        path={pathname}
        tabs={<OpenWork path={path} place={within} home={home} />}
        tools={
          <>
            <FindButton onClick={() => setOver('palette')} />
            <NoticeBell home={home} />
            <SettingsMenus />
            <AccountMenu home={home} />
          </>
        }
      >
        <FactorDue home={home} />
        {children}
      </AppFrame>
      <Palette
        open={over === 'palette'}
        desk={desk}
        recent={named.filter(({ to }) => to.startsWith(`${within}/`)).slice(0, RECENT)}
        onClose={() => setOver(undefined)}
        onKeys={() => setOver('keys')}
      />
      <ShortcutSheet open={over === 'keys'} pages={desk.pages} onClose={() => setOver(undefined)} />
    </>
  )
}

function FindButton({ onClick }: { readonly onClick: () => void }) {
  const say = useMessages(texts)
  const phone = useIsPhone()
  return (
    <Button
      type={phone ? 'text' : 'default'}
      icon={<SearchIcon aria-hidden />}
      aria-label={phone ? say('find') : undefined}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onClick}
    >
      {phone ? undefined : (
        <span className="st-quiet">
          {say('find')}{' '}
          <kbd className="st-kbd" aria-hidden>
            {keyCaps(SHORTCUTS.palette.keys, isMac()).join(' ')}
          </kbd>
        </span>
      )}
    </Button>
  )
}
