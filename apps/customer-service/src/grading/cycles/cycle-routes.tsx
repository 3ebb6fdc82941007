import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { GradingIcon } from '@steward/ui'

/** Grading: cycles, the directory, what was objected, who is due. */
export const gradingCycleRoutes: readonly PortalRoute[] = [
  {
    path: 'grading/cycles',
    page: lazyPage(async () => (await import('./cycles-page.tsx')).CyclesPage),
    permission: 'gradingCycle:read',
  },
  {
    path: 'grading/cycles/:id',
    page: lazyPage(async () => (await import('./cycle-page.tsx')).CyclePage),
    permission: 'gradingCycle:read',
  },
  {
    path: 'grading/directory',
    page: lazyPage(async () => (await import('./directory-page.tsx')).DirectoryPage),
    permission: 'gradingCycle:read',
  },
  {
    path: 'grading/changes',
    page: lazyPage(async () => (await import('./changes-page.tsx')).ChangesPage),
    permission: 'evaluation:read',
  },
  {
    path: 'grading/due',
    page: lazyPage(async () => (await import('./due-page.tsx')).DuePage),
    permission: 'gradingDue:read',
  },
  {
    path: 'grading/evaluations/:id',
    page: lazyPage(async () => (await import('./evaluation-page.tsx')).EvaluationPage),
    permission: 'evaluation:read',
  },
]

export const gradingCycleCommands: readonly PortalCommand[] = [
  {
    key: 'grade-directory',
    label: { zh: '客户分级目录', en: 'Grade directory' },
    icon: <GradingIcon />,
    path: 'grading/directory',
    permission: 'gradingCycle:read',
  },
]
