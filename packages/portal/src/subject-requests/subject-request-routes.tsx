import { PermissionIcon } from '@steward/ui'
import type { PortalCommand, PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Requests have the same pages in every portal; the shell lists them once. */
export const subjectRequestRoutes: readonly PortalRoute[] = [
  {
    path: 'subject-requests',
    page: lazyPage(async () => (await import('./subject-requests-page.tsx')).SubjectRequestsPage),
    permission: 'subjectRequest:read',
    menu: { label: { zh: '主体请求', en: 'Data subjects' }, icon: <PermissionIcon />, shared: true },
  },
  {
    path: 'subject-requests/:id',
    page: lazyPage(async () => (await import('./subject-request-page.tsx')).SubjectRequestPage),
    permission: 'subjectRequest:read',
  },
]

/** They are registered where people have clients before them. */
export const subjectRequestDeskRoutes: readonly PortalRoute[] = [
  {
    path: 'subject-requests/new',
    page: lazyPage(
      async () => (await import('./register-subject-request-page.tsx')).RegisterSubjectRequestPage,
    ),
    permission: 'subjectRequest:register',
  },
]

export const subjectRequestCommand: PortalCommand = {
  key: 'subject-request',
  label: { zh: '登记个人信息主体请求', en: 'Register the request of a data subject' },
  icon: <PermissionIcon />,
  path: 'subject-requests/new',
  permission: 'subjectRequest:register',
}
