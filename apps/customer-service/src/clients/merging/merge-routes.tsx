import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { SwapIcon } from '@steward/ui'

/** The pages of merges; they are reached from clients, and from what awaits a signature. */
export const mergeRoutes: readonly PortalRoute[] = [
  {
    path: 'merges',
    page: lazyPage(async () => (await import('./merges-page.tsx')).MergesPage),
    permission: 'clientMerge:read',
  },
  {
    path: 'merges/new',
    page: lazyPage(async () => (await import('./new-merge-page.tsx')).NewMergePage),
    permission: 'clientMerge:propose',
  },
  {
    path: 'merges/:id',
    page: lazyPage(async () => (await import('./merge-page.tsx')).MergePage),
    permission: 'clientMerge:read',
  },
]

export const mergeCommands: readonly PortalCommand[] = [
  {
    key: 'client-merges',
    label: { zh: '客户合并', en: 'Merges of clients' },
    icon: <SwapIcon />,
    path: 'merges',
    permission: 'clientMerge:read',
  },
]
