import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { CrownIcon } from '@steward/ui'

export const keyAccountRoutes: readonly PortalRoute[] = [
  {
    path: 'key-accounts',
    page: lazyPage(async () => (await import('./key-accounts-page.tsx')).KeyAccountsPage),
    permission: 'keyAccount:read',
    menu: { label: { zh: '大客户', en: 'Key accounts' }, icon: <CrownIcon /> },
  },
  {
    path: 'key-accounts/nominate',
    page: lazyPage(async () => (await import('./nominate-page.tsx')).NominatePage),
    permission: 'keyAccountNomination:propose',
  },
  {
    path: 'key-accounts/nominations',
    page: lazyPage(async () => (await import('./nominations-page.tsx')).NominationsPage),
    permission: 'keyAccountNomination:read',
  },
  {
    path: 'key-accounts/nominations/:id',
    page: lazyPage(async () => (await import('./nomination-page.tsx')).NominationPage),
    permission: 'keyAccountNomination:read',
  },
  {
    path: 'key-accounts/figures',
    page: lazyPage(async () => (await import('./key-account-figures-page.tsx')).KeyAccountFiguresPage),
    permission: 'keyAccount:readFigures',
  },
  {
    path: 'key-accounts/:id',
    page: lazyPage(async () => (await import('./key-account-page.tsx')).KeyAccountPage),
    permission: 'keyAccount:read',
  },
]

export const keyAccountCommands: readonly PortalCommand[] = [
  {
    key: 'nominate-key-account',
    label: { zh: '提名大客户', en: 'Nominate a key account' },
    icon: <CrownIcon />,
    path: 'key-accounts/nominate',
    permission: 'keyAccountNomination:propose',
  },
]
