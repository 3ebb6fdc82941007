import { BoardIcon, SignOffIcon } from '@steward/ui'
import type { PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Signing has the same pages in every portal; the shell lists them once. */
export const signingRoutes: readonly PortalRoute[] = [
  {
    path: 'signings',
    page: lazyPage(async () => (await import('./signings-page.tsx')).SigningsPage),
    permission: 'signing:readAwaited',
    menu: {
      label: { zh: '待签', en: 'To sign' },
      icon: <SignOffIcon />,
      key: 'e',
      shared: true,
      counts: 'signings',
    },
  },
  {
    path: 'signings/sent',
    page: lazyPage(async () => (await import('./sent-signings-page.tsx')).SentSigningsPage),
    permission: 'signing:readAwaited',
  },
  {
    path: 'signings/board',
    page: lazyPage(async () => (await import('./signing-board-page.tsx')).SigningBoardPage),
    permission: 'signing:readOwed',
    menu: { label: { zh: '签核看板', en: 'Who owes what' }, icon: <BoardIcon />, shared: true },
  },
  {
    path: 'signings/delegations',
    page: lazyPage(async () => (await import('./delegations-page.tsx')).DelegationsPage),
    permission: 'delegation:read',
  },
  {
    path: 'signings/delegations/new',
    page: lazyPage(async () => (await import('./give-delegation-page.tsx')).GiveDelegationPage),
    permission: 'delegation:give',
  },
]
