import type { Permission, Text } from '@steward/domain'
import { Button, Inline, Loading, type NavigationEntry, type NavigationGroup } from '@steward/ui'
import { Route, Routes } from 'react-router'
import { accountPath } from '../account/account-path.ts'
import { AccountPage } from '../account/lazy-account-page.tsx'
import { placeOf, type PortalModule } from '../contract.ts'
import type { PortalListing, Transport } from '../federation/load-portal.ts'
import { PortalProblemState } from '../federation/portal-problem-state.tsx'
import { useListings } from '../federation/use-listings.ts'
import { usePortals, type ListedPortal } from '../federation/use-portals.ts'
import { PortalFrame } from '../frame/portal-frame.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ForbiddenPage } from '../routing/missing-pages.tsx'
import { entriesOf, PortalPages, shellPagesOf, type MenuPage } from '../routing/routes.tsx'
import { noticesPath } from '../notices/notices-path.ts'
import { NoticesPage } from '../notices/notices-page.tsx'
import { useMenuCounts } from '../signings/use-menu-counts.ts'
import { useMay } from '../session/viewer.tsx'

const texts = messages({
  loading: { zh: '正在打开…', en: 'Opening…' },
  failed: { zh: '暂时打不开', en: 'Not available' },
  noList: { zh: '门户列表取不到', en: 'The list of portals is missing' },
  retry: { zh: '重试', en: 'Try again' },
})

const NONE: readonly PortalListing[] = []

interface ShellProps {
  readonly own: PortalModule
  readonly transport: Transport
  readonly fetchListings: () => Promise<readonly PortalListing[]>
}

/** The frame that holds its own pages and the portals of others. */
export function Shell({ own, transport, fetchListings }: ShellProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { listings, failed, retry } = useListings(fetchListings)
  const portals = usePortals(listings ?? NONE, transport)
  const counts = useMenuCounts()
  const entries = (pages: readonly MenuPage[]) => entriesOf(pages, sayWord, counts)
  // Some pages are everybody's; the others of the shell are for those who administer.
  const pages = shellPagesOf(own, may)
  const groups: readonly NavigationGroup[] = [
    { key: 'home', entries: entries(pages.everybodys) },
    {
      key: own.name,
      title: sayWord(own.messages.title),
      entries: may(own.permission) ? entries(pages.own) : [],
    },
    ...portals.flatMap((listed) => groupOf(listed, { may, entries, sayWord, say })),
    ...(failed
      ? [{ key: 'list', entries: [], note: <RetryNote text={say('noList')} onRetry={retry} /> }]
      : []),
  ]
  const ready = portals.flatMap(({ state }) => (state.status === 'ready' ? [state.portal] : []))
  return (
    <PortalFrame
      home="/"
      portals={[own, ...ready]}
      groups={groups.filter(({ entries, note }) => entries.length > 0 || note)}
    >
      <Routes>
        <Route path={accountPath('/')} element={<AccountPage />} />
        <Route path={noticesPath('/')} element={<NoticesPage />} />
        {portals.map((listed) => (
          <Route
            key={listed.listing.name}
            path={`${placeOf(listed.listing.name)}/*`}
            element={<Mounted listed={listed} may={may} />}
          />
        ))}
        <Route
          path={`${placeOf(own.name)}/*`}
          element={<PortalPages portal={own} elsewhere={listings || failed ? undefined : <Loading />} />}
        />
      </Routes>
    </PortalFrame>
  )
}

type May = (permission: Permission) => boolean

interface Saying {
  readonly may: May
  readonly entries: (pages: readonly MenuPage[]) => NavigationEntry[]
  readonly sayWord: (text: Text) => string
  readonly say: (key: 'loading' | 'failed') => string
}

function groupOf(
  { listing, state, retry }: ListedPortal,
  { may, entries, sayWord, say }: Saying,
): NavigationGroup[] {
  const key = listing.name
  if (state.status === 'ready') {
    const { portal } = state
    if (!may(portal.permission)) return []
    return [{ key, title: sayWord(portal.messages.title), entries: entries(shellPagesOf(portal, may).own) }]
  }
  const title = listing.title ? sayWord(listing.title) : listing.name
  if (state.status === 'loading')
    return [{ key, title, entries: [], note: <span className="st-quiet">{say('loading')}</span> }]
  return [{ key, title, entries: [], note: <RetryNote text={say('failed')} onRetry={retry} /> }]
}

function RetryNote({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const say = useMessages(texts)
  return (
    <Inline gap={1}>
      <span className="st-quiet">{text}</span>
      <Button type="link" size="small" onClick={onRetry}>
        {say('retry')}
      </Button>
    </Inline>
  )
}

/** Where a portal is, or will be, or cannot be. */
function Mounted({ listed, may }: { readonly listed: ListedPortal; readonly may: May }) {
  const sayWord = useSay()
  const { listing, state, retry } = listed
  if (state.status === 'loading') return <Loading />
  if (state.status === 'failed') {
    const name = listing.title ? sayWord(listing.title) : listing.name
    return <PortalProblemState portal={name} problem={state.problem} onRetry={retry} />
  }
  return may(state.portal.permission) ? <PortalPages portal={state.portal} /> : <ForbiddenPage />
}
