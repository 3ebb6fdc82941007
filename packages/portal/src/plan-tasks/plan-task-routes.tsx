import { PlanTaskIcon } from '@steward/ui'
import type { PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** What somebody has to do of plans is the same in both portals, each as far as they may read. */
export const planTaskRoutes: readonly PortalRoute[] = [
  {
    path: 'plan-tasks',
    page: lazyPage(async () => (await import('./plan-tasks-page.tsx')).PlanTasksPage),
    permission: 'planTask:read',
    menu: { label: { zh: '维护任务', en: 'Care tasks' }, icon: <PlanTaskIcon />, counts: 'planTasks' },
  },
  {
    path: 'plan-tasks/calendar',
    page: lazyPage(async () => (await import('./plan-calendar-page.tsx')).PlanCalendarPage),
    permission: 'planTask:read',
  },
  {
    path: 'plan-tasks/:id',
    page: lazyPage(async () => (await import('./plan-task-page.tsx')).PlanTaskPage),
    permission: 'planTask:read',
  },
]
