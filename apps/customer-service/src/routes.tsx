import {
  handoverCommand,
  handoverRoutes,
  lazyPage,
  planProposalRoutes,
  planTaskRoutes,
  planCommand,
  planRoutes,
  planTemplateRoutes,
  receptionCommand,
  receptionRoutes,
  signingRoutes,
  subjectRequestCommand,
  subjectRequestDeskRoutes,
  subjectRequestRoutes,
  type PortalCommand,
  type PortalRoute,
} from '@steward/portal'
import { financeCommands, financeRoutes } from './finance/finance-routes.tsx'
import { AddIcon, DutyIcon, HomeIcon, PeopleIcon, QueueIcon, SpotCheckIcon } from '@steward/ui'
import { gradingCommands, gradingRoutes } from './grading/grading-routes.tsx'
import { keyAccountCommands, keyAccountRoutes } from './key-accounts/key-account-routes.tsx'
import { mergeCommands, mergeRoutes } from './clients/merging/merge-routes.tsx'
import { leadCommands, leadRoutes } from './leads/lead-routes.tsx'
import { opportunityCommands, opportunityRoutes } from './opportunities/opportunity-routes.tsx'
import { careRoutes } from './care/care-routes.tsx'
import { membershipRoutes } from './membership/membership-routes.tsx'
import { silenceCommands, silenceRoutes } from './silence/silence-routes.tsx'

/** Every page of the portal: where, what, for whom; `menu` gives it an entry. */
export const routes: readonly PortalRoute[] = [
  {
    path: '',
    page: lazyPage(async () => (await import('./home/home-page.tsx')).HomePage),
    permission: 'complaint:read',
    menu: { label: { zh: '工作台', en: 'My day' }, icon: <HomeIcon />, key: 'h' },
  },
  {
    path: 'complaints',
    page: lazyPage(async () => (await import('./complaints/queue/queue-page.tsx')).QueuePage),
    permission: 'complaint:read',
    menu: { label: { zh: '投诉处理', en: 'Cases' }, icon: <QueueIcon />, key: 'q' },
  },
  {
    path: 'complaints/new',
    page: lazyPage(async () => (await import('./complaints/register/register-page.tsx')).RegisterPage),
    permission: 'complaint:register',
    menu: { label: { zh: '登记', en: 'Register' }, icon: <AddIcon />, key: 'n' },
  },
  {
    path: 'complaints/:id',
    page: lazyPage(async () => (await import('./complaints/page/complaint-page.tsx')).ComplaintPage),
    permission: 'complaint:read',
  },
  ...signingRoutes,
  ...handoverRoutes,
  ...receptionRoutes,
  ...planTaskRoutes,
  ...planTemplateRoutes,
  ...planProposalRoutes,
  {
    path: 'clients',
    page: lazyPage(async () => (await import('./clients/clients-page.tsx')).ClientsPage),
    permission: 'client:lookup',
    menu: { label: { zh: '客户', en: 'Clients' }, icon: <PeopleIcon />, key: 'c' },
  },
  {
    path: 'duty',
    page: lazyPage(async () => (await import('./clients/duty/duty-list-page.tsx')).DutyListPage),
    permission: 'client:readDuty',
    menu: {
      label: { zh: '档案待完善', en: 'To complete' },
      icon: <DutyIcon />,
      key: 'w',
      counts: 'duty',
    },
  },
  {
    path: 'duty/totals',
    page: lazyPage(async () => (await import('./clients/duty/completeness-page.tsx')).CompletenessPage),
    permission: 'client:readCompleteness',
  },
  {
    path: 'spot-checks',
    page: lazyPage(async () => (await import('./clients/spot-checks/spot-checks-page.tsx')).SpotChecksPage),
    permission: 'spotCheck:read',
    menu: { label: { zh: '档案抽查', en: 'Spot checks' }, icon: <SpotCheckIcon /> },
  },
  {
    path: 'spot-checks/:id',
    page: lazyPage(async () => (await import('./clients/spot-checks/spot-check-page.tsx')).SpotCheckPage),
    permission: 'spotCheck:read',
  },
  {
    path: 'clients/new',
    page: lazyPage(async () => (await import('./clients/open/open-client-page.tsx')).OpenClientPage),
    permission: 'client:open',
  },
  {
    path: 'clients/:id',
    page: lazyPage(async () => (await import('./clients/page/client-page.tsx')).ClientPage),
    permission: 'client:read',
  },
  ...financeRoutes,
  ...leadRoutes,
  ...opportunityRoutes,
  ...gradingRoutes,
  ...silenceRoutes,
  ...careRoutes,
  ...membershipRoutes,
  ...subjectRequestRoutes,
  ...subjectRequestDeskRoutes,
  ...mergeRoutes,
  ...keyAccountRoutes,
  ...planRoutes,
]

/** What can be begun from anywhere. */
export const commands: readonly PortalCommand[] = [
  {
    key: 'register',
    label: { zh: '登记投诉或诉求', en: 'Register a complaint or request' },
    icon: <AddIcon />,
    path: 'complaints/new',
    permission: 'complaint:register',
  },
  {
    key: 'open-client',
    label: { zh: '建档', en: 'Open a client’s archive' },
    icon: <PeopleIcon />,
    path: 'clients/new',
    permission: 'client:open',
  },
  {
    key: 'completeness',
    label: { zh: '档案完整率', en: 'How complete archives are' },
    icon: <DutyIcon />,
    path: 'duty/totals',
    permission: 'client:readCompleteness',
  },
  receptionCommand,
  ...leadCommands,
  ...opportunityCommands,
  ...silenceCommands,
  ...mergeCommands,
  ...gradingCommands,
  ...keyAccountCommands,
  planCommand,
  handoverCommand,
  ...financeCommands,
  subjectRequestCommand,
]
