import { InventoryIcon } from '@steward/ui'
import type { PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Inventories and breaches have the same pages in every portal; the shell lists them once. */
export const inventoryRoutes: readonly PortalRoute[] = [
  {
    path: 'information',
    page: lazyPage(async () => (await import('./inventories-page.tsx')).InventoriesPage),
    permission: 'informationInventory:read',
    menu: {
      label: { zh: '客户信息清单', en: 'Information inventory' },
      icon: <InventoryIcon />,
      shared: true,
    },
  },
  {
    path: 'information/:id',
    page: lazyPage(async () => (await import('./inventory-page.tsx')).InventoryPage),
    permission: 'informationInventory:read',
  },
  {
    path: 'breaches',
    page: lazyPage(async () => (await import('./breaches-page.tsx')).BreachesPage),
    permission: 'informationBreach:read',
  },
  {
    path: 'breaches/:id',
    page: lazyPage(async () => (await import('./breach-page.tsx')).BreachPage),
    permission: 'informationBreach:read',
  },
]
