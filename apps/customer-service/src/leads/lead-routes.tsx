import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { LeadIcon } from '@steward/ui'

/** The pages of leads. */
export const leadRoutes: readonly PortalRoute[] = [
  {
    path: 'leads',
    page: lazyPage(async () => (await import('./leads-page.tsx')).LeadsPage),
    permission: 'lead:read',
    menu: { label: { zh: '线索', en: 'Leads' }, icon: <LeadIcon />, key: 'l' },
  },
  {
    path: 'leads/new',
    page: lazyPage(async () => (await import('./open-lead-page.tsx')).OpenLeadPage),
    permission: 'lead:open',
  },
  {
    path: 'leads/yield',
    page: lazyPage(async () => (await import('./yield-page.tsx')).YieldPage),
    permission: 'lead:readYield',
  },
  {
    path: 'leads/convert',
    page: lazyPage(async () => (await import('./convert-lead-page.tsx')).ConvertLeadPage),
    permission: 'lead:convert',
  },
  {
    path: 'leads/:id',
    page: lazyPage(async () => (await import('./lead-page.tsx')).LeadPage),
    permission: 'lead:read',
  },
]

export const leadCommands: readonly PortalCommand[] = [
  {
    key: 'open-lead',
    label: { zh: '登记线索', en: 'Open a lead' },
    icon: <LeadIcon />,
    path: 'leads/new',
    permission: 'lead:open',
  },
  {
    key: 'lead-yield',
    label: { zh: '线索成效', en: 'Yield of leads' },
    icon: <LeadIcon />,
    path: 'leads/yield',
    permission: 'lead:readYield',
  },
]
