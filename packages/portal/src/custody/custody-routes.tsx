import { DocumentIcon } from '@steward/ui'
import type { PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Custody has the same page for the office and on site; the shell lists it once. */
export const custodyRoutes: readonly PortalRoute[] = [
  {
    path: 'custody',
    page: lazyPage(async () => (await import('./custody-page.tsx')).CustodyPage),
    permission: 'importSource:read',
    menu: { label: { zh: '数据源保管', en: 'Custody of sources' }, icon: <DocumentIcon />, shared: true },
  },
]
