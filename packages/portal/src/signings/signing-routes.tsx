import { SignOffIcon } from '@steward/ui'
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
]
