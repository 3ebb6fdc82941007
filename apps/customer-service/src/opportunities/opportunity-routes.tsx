import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { OpportunityIcon } from '@steward/ui'

/** The pages of opportunities. */
export const opportunityRoutes: readonly PortalRoute[] = [
  {
    path: 'opportunities',
    page: lazyPage(async () => (await import('./opportunities-page.tsx')).OpportunitiesPage),
    permission: 'opportunity:read',
    menu: { label: { zh: '商机', en: 'Opportunities' }, icon: <OpportunityIcon /> },
  },
  {
    path: 'opportunities/new',
    page: lazyPage(async () => (await import('./open-opportunity-page.tsx')).OpenOpportunityPage),
    permission: 'opportunity:open',
  },
  {
    path: 'opportunities/funnel',
    page: lazyPage(async () => (await import('./funnel-page.tsx')).FunnelPage),
    permission: 'opportunity:readFunnel',
  },
  {
    path: 'opportunities/:id',
    page: lazyPage(async () => (await import('./opportunity-page.tsx')).OpportunityPage),
    permission: 'opportunity:read',
  },
]

export const opportunityCommands: readonly PortalCommand[] = [
  {
    key: 'open-opportunity',
    label: { zh: '登记商机', en: 'Open an opportunity' },
    icon: <OpportunityIcon />,
    path: 'opportunities/new',
    permission: 'opportunity:open',
  },
  {
    key: 'opportunity-funnel',
    label: { zh: '商机漏斗与失败原因', en: 'Funnel of opportunities' },
    icon: <OpportunityIcon />,
    path: 'opportunities/funnel',
    permission: 'opportunity:readFunnel',
  },
]
