import type { Permission } from '@steward/domain'
import { Loading, type NavigationEntry } from '@steward/ui'
import {
  createContext,
  lazy,
  Suspense,
  useContext,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { placeOf, SHELL_NAME, type MenuCount, type PortalModule, type PortalRoute } from '../contract.ts'
import { PortalBoundary } from '../failure/portal-boundary.tsx'
import { useMay } from '../session/viewer.tsx'
import { ForbiddenPage, NotFoundPage } from './missing-pages.tsx'

/** A page that is fetched when somebody goes there: `lazyPage(async () => (await import('./home-page.tsx')).HomePage)`. */
export function lazyPage(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: await load() }))
}

const PlaceContext = createContext('')

/** Makes a path within the portal one is in: `path('complaints')`, whether it runs alone or in the shell. */
export function usePortalPath(): (below: string) => string {
  const place = useContext(PlaceContext)
  return (below) => `${place}/${below}`.replace(/(?<=.)\/$/, '')
}

const allowed = (needed: Permission | undefined, may: May) => !needed || may(needed)

type May = (permission: Permission) => boolean

/** The whole path of a page of a portal. */
export const pathIn = ({ name }: Pick<PortalModule, 'name'>, below: string): string =>
  `${placeOf(name)}/${below}`.replace(/(?<=.)\/$/, '')

/** A page with a menu entry that this person may open. */
export interface MenuPage extends NonNullable<PortalRoute['menu']> {
  readonly to: string
}

/** The pages that a portal's menu offers to someone with these permissions. */
export function menuPagesOf(portal: PortalModule, may: May): readonly MenuPage[] {
  return portal.routes.flatMap(({ path, permission, menu }) =>
    menu && allowed(permission, may) ? [{ ...menu, to: pathIn(portal, path) }] : [],
  )
}

/** How many there are of each thing that is counted in a menu. */
export type MenuCounts = Readonly<Partial<Record<MenuCount, number>>>

/** Menu entries in the words of the moment. */
export const entriesOf = (
  pages: readonly MenuPage[],
  say: (label: MenuPage['label']) => string,
  counted: MenuCounts,
): NavigationEntry[] =>
  pages.map(({ to, label, icon, counts }) => ({
    to,
    label: say(label),
    icon,
    ...(counts ? { count: counted[counts] ?? 0 } : {}),
  }))

/** In the shell: its first page and what is everybody's, the rest of its own, and of another portal what is not everybody's. */
export function shellPagesOf(portal: PortalModule, may: May) {
  const pages = menuPagesOf(portal, may)
  const isFirst = ({ to }: MenuPage) => portal.name === SHELL_NAME && to === pathIn(portal, '')
  return {
    everybodys: pages.filter((page) => isFirst(page) || (portal.name === SHELL_NAME && page.shared)),
    own: pages.filter((page) => !isFirst(page) && !page.shared),
  }
}

/** The portal with only what this person may begin or look for in it. */
export function offeredBy(portal: PortalModule, may: May) {
  return {
    commands: (portal.commands ?? []).filter(({ permission }) => allowed(permission, may)),
    finders: (portal.finders ?? []).filter(({ permission }) => may(permission)),
  }
}

interface PortalPagesProps {
  readonly portal: PortalModule
  /** For paths that are not in its table; "no such page" when absent. */
  readonly elsewhere?: ReactNode
}

/** The pages of a portal, each behind its permission; what breaks in one stays in it. */
export function PortalPages({ portal, elsewhere = <NotFoundPage /> }: PortalPagesProps) {
  const may = useMay()
  const { pathname } = useLocation()
  return (
    <PlaceContext value={placeOf(portal.name)}>
      <PortalBoundary resetKey={pathname}>
        <Suspense fallback={<Loading />}>
          <Routes>
            {portal.routes.map(({ path, permission, page: Page }) => (
              <Route
                key={path}
                path={path}
                element={allowed(permission, may) ? <Page /> : <ForbiddenPage />}
              />
            ))}
            <Route path="*" element={elsewhere} />
          </Routes>
        </Suspense>
      </PortalBoundary>
    </PlaceContext>
  )
}
