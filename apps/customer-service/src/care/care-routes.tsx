import { lazyPage, type PortalRoute } from '@steward/portal'
import { CareIcon } from '@steward/ui'

/** The page of care. */
export const careRoutes: readonly PortalRoute[] = [
  {
    path: 'care',
    page: lazyPage(async () => (await import('./care-page.tsx')).CarePage),
    permission: 'careOccasion:read',
    menu: { label: { zh: '客户关怀', en: 'Client care' }, icon: <CareIcon /> },
  },
]
