import { Route, Routes } from 'react-router'
import { accountPath } from '../account/account-path.ts'
import { AccountPage } from '../account/lazy-account-page.tsx'
import { placeOf, type PortalModule } from '../contract.ts'
import { PortalFrame } from '../frame/portal-frame.tsx'
import { useSay } from '../i18n/messages.ts'
import { entriesOf, menuPagesOf, PortalPages } from '../routing/routes.tsx'
import { ElsewherePage, ForbiddenPage } from '../routing/missing-pages.tsx'
import { noticesPath } from '../notices/notices-path.ts'
import { NoticesPage } from '../notices/notices-page.tsx'
import { useMenuCounts } from '../signings/use-menu-counts.ts'
import { useMay } from '../session/viewer.tsx'
import { mount } from './mount.tsx'

/** Runs a portal alone, on its own address. */
export function startPortal(portal: PortalModule): void {
  mount('/', <Alone portal={portal} />)
}

/** A portal in its own frame. The paths are those of the shell, so that a link means the same in both. */
export function Alone({ portal }: { readonly portal: PortalModule }) {
  const say = useSay()
  const may = useMay()
  const counts = useMenuCounts()
  const place = placeOf(portal.name)
  const groups = [
    {
      key: portal.name,
      title: say(portal.messages.title),
      entries: entriesOf(menuPagesOf(portal, may), say, counts),
    },
  ]
  return (
    <PortalFrame home={place} portals={[portal]} groups={groups}>
      <Routes>
        <Route path={accountPath(place)} element={<AccountPage />} />
        <Route
          path={`${place}/*`}
          element={may(portal.permission) ? <PortalPages portal={portal} /> : <ForbiddenPage />}
        />
        <Route path={noticesPath(place)} element={<NoticesPage />} />
        <Route path="*" element={<ElsewherePage />} />
      </Routes>
    </PortalFrame>
  )
}
