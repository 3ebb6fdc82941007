import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { GradingIcon } from '@steward/ui'
import { gradingCycleCommands, gradingCycleRoutes } from './cycles/cycle-routes.tsx'
import { standardCommands, standardRoutes } from './standard-routes.tsx'

/** Grading is one entry of the menu: cycles and what comes of them, the standard they go by, its simulations. */
export const gradingRoutes: readonly PortalRoute[] = [
  {
    path: 'grading',
    page: lazyPage(async () => (await import('./grading-page.tsx')).GradingPage),
    permission: 'evaluation:read',
    menu: { label: { zh: '客户分级', en: 'Grading' }, icon: <GradingIcon />, key: 'g', counts: 'gradingDue' },
  },
  ...gradingCycleRoutes,
  ...standardRoutes,
]

export const gradingCommands: readonly PortalCommand[] = [...gradingCycleCommands, ...standardCommands]
