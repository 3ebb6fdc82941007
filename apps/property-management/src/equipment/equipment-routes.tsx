import { lazyPage, type PortalRoute } from '@steward/portal'
import { EquipmentIcon } from '@steward/ui'

export const equipmentRoutes: readonly PortalRoute[] = [
  {
    path: 'equipment',
    page: lazyPage(async () => (await import('./register-page.tsx')).EquipmentRegisterPage),
    permission: 'equipment:read',
    menu: {
      label: { zh: '设施设备', en: 'Equipment' },
      icon: <EquipmentIcon />,
      key: 'e',
      counts: 'inspections',
    },
  },
  {
    path: 'equipment/new',
    page: lazyPage(async () => (await import('./register-machine-page.tsx')).RegisterMachinePage),
    permission: 'equipment:register',
  },
  {
    path: 'equipment/:id',
    page: lazyPage(async () => (await import('./machine-page.tsx')).MachinePage),
    permission: 'equipment:read',
  },
]
