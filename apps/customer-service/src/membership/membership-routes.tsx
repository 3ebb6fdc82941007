import { lazyPage, type PortalRoute } from '@steward/portal'
import { MemberIcon } from '@steward/ui'

/** The pages of membership. */
export const membershipRoutes: readonly PortalRoute[] = [
  {
    path: 'members',
    page: lazyPage(async () => (await import('./members-page.tsx')).MembersPage),
    permission: 'membership:read',
    menu: { label: { zh: '会员', en: 'Members' }, icon: <MemberIcon /> },
  },
]
