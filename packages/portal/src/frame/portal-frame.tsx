import { AppFrame, type NavigationGroup } from '@steward/ui'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { messages, useMessages } from '../i18n/messages.ts'
import { FactorDue } from '../account/factor-due.tsx'
import { NoticeBell } from '../notices/notice-bell.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Place } from './place.tsx'
import { SettingsMenus } from './settings-menus.tsx'

const texts = messages({ brand: { zh: '管家', en: 'Steward' } })

interface PortalFrameProps {
  readonly home: string
  readonly groups: readonly NavigationGroup[]
  readonly children: ReactNode
}

/** The frame around every page, in the shell and alone. */
export function PortalFrame({ home, groups, children }: PortalFrameProps) {
  const say = useMessages(texts)
  const { pathname } = useLocation()
  return (
    <AppFrame
      brand={say('brand')}
      place={<Place />}
      home={home}
      groups={groups}
      path={pathname}
      tools={
        <>
          <NoticeBell />
          <SettingsMenus />
          <AccountMenu home={home} />
        </>
      }
    >
      <FactorDue home={home} />
      {children}
    </AppFrame>
  )
}
