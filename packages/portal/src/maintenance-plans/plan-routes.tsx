import { PlanIcon } from '@steward/ui'
import type { PortalCommand, PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Plans have the same pages in both portals: of clients in the one, of facilities in the other, each as far as somebody may read. */
export const planRoutes: readonly PortalRoute[] = [
  {
    path: 'plans',
    page: lazyPage(async () => (await import('./plans-page.tsx')).PlansPage),
    permission: 'plan:read',
    menu: { label: { zh: '维护方案', en: 'Plans' }, icon: <PlanIcon /> },
  },
  {
    path: 'plans/new',
    page: lazyPage(async () => (await import('./draft-plan-page.tsx')).DraftPlanPage),
    permission: 'plan:draft',
  },
  {
    path: 'plan-lessons',
    page: lazyPage(async () => (await import('../plan-evaluation/plan-lessons-page.tsx')).PlanLessonsPage),
    permission: 'planLesson:read',
  },
  {
    path: 'plans/:id',
    page: lazyPage(async () => (await import('./plan-page.tsx')).PlanPage),
    permission: 'plan:read',
  },
]

export const planCommand: PortalCommand = {
  key: 'draft-plan',
  label: { zh: '起草维护方案', en: 'Draft a maintenance plan' },
  icon: <PlanIcon />,
  path: 'plans/new',
  permission: 'plan:draft',
}
