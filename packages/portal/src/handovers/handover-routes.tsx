import { SwapIcon } from '@steward/ui'
import type { PortalCommand, PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Hand-overs have the same pages in every portal whose people answer for cases. */
export const handoverRoutes: readonly PortalRoute[] = [
  {
    path: 'handovers',
    page: lazyPage(async () => (await import('./handovers-page.tsx')).HandoversPage),
    permission: 'handover:read',
    menu: { label: { zh: '交接班', en: 'Hand-overs' }, icon: <SwapIcon />, key: 'j' },
  },
  {
    path: 'handovers/new',
    page: lazyPage(async () => (await import('./offer-handover-page.tsx')).OfferHandoverPage),
    permission: 'handover:offer',
  },
  {
    path: 'handovers/roster',
    page: lazyPage(async () => (await import('../shifts/roster-page.tsx')).RosterPage),
    permission: 'duty:read',
  },
  {
    path: 'handovers/:id',
    page: lazyPage(async () => (await import('./handover-page.tsx')).HandoverPage),
    permission: 'handover:read',
  },
]

export const handoverCommand: PortalCommand = {
  key: 'handover',
  label: { zh: '交班', en: 'Hand over my shift' },
  icon: <SwapIcon />,
  path: 'handovers/new',
  permission: 'handover:offer',
}
