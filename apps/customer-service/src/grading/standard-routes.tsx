import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { GradingIcon } from '@steward/ui'

/** Grading standards: to be read, written and tried out. */
export const standardRoutes: readonly PortalRoute[] = [
  {
    path: 'grading/standards',
    page: lazyPage(async () => (await import('./standard/standards-page.tsx')).StandardsPage),
    permission: 'metricEntry:read',
  },
  {
    path: 'grading/standards/edit',
    page: lazyPage(async () => (await import('./standard/edit-standard-page.tsx')).EditStandardPage),
    permission: 'gradingStandard:readPreview',
  },
  {
    path: 'grading/simulations',
    page: lazyPage(async () => (await import('./simulation/simulations-page.tsx')).SimulationsPage),
    permission: 'simulation:read',
  },
  {
    path: 'grading/simulations/:id',
    page: lazyPage(async () => (await import('./simulation/simulation-page.tsx')).SimulationPage),
    permission: 'simulation:read',
  },
]

export const standardCommands: readonly PortalCommand[] = [
  {
    key: 'grading-standard',
    label: { zh: '分级标准', en: 'Grading standard' },
    icon: <GradingIcon />,
    path: 'grading/standards',
    permission: 'metricEntry:read',
  },
]
