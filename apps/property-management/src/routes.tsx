import {
  custodyRoutes,
  inventoryRoutes,
  handoverCommand,
  handoverRoutes,
  lazyPage,
  planTaskRoutes,
  planCommand,
  planRoutes,
  planTemplateRoutes,
  receptionCommand,
  receptionRoutes,
  signingRoutes,
  subjectRequestRoutes,
  type PortalCommand,
  type PortalRoute,
} from '@steward/portal'
import { equipmentRoutes } from './equipment/equipment-routes.tsx'
import {
  AddIcon,
  BuildingIcon,
  ComplaintIcon,
  DutyIcon,
  HomeIcon,
  MoneyIcon,
  PrintIcon,
  TaskIcon,
} from '@steward/ui'

/** Every page of the portal: where, what, for whom; `menu` gives it an entry. */
export const routes: readonly PortalRoute[] = [
  {
    path: '',
    page: lazyPage(async () => (await import('./home/home-page.tsx')).HomePage),
    menu: { label: { zh: '今日', en: 'Today' }, icon: <HomeIcon />, key: 'h' },
  },
  {
    path: 'tasks',
    page: lazyPage(async () => (await import('./tasks/tasks-page.tsx')).TasksPage),
    permission: 'task:read',
    menu: { label: { zh: '执行单', en: 'Orders' }, icon: <TaskIcon />, key: 'o' },
  },
  {
    path: 'tasks/:id',
    page: lazyPage(async () => (await import('./tasks/task-page.tsx')).TaskPage),
    permission: 'task:read',
  },
  {
    path: 'complaints',
    page: lazyPage(async () => (await import('./complaints/complaints-page.tsx')).ComplaintsPage),
    permission: 'complaint:readFacts',
    menu: { label: { zh: '投诉', en: 'Cases' }, icon: <ComplaintIcon />, key: 'q' },
  },
  {
    path: 'complaints/new',
    page: lazyPage(async () => (await import('./complaints/register-page.tsx')).RegisterPage),
    permission: 'complaint:register',
  },
  {
    path: 'complaints/:id',
    page: lazyPage(async () => (await import('./complaints/complaint-page.tsx')).ComplaintPage),
    permission: 'complaint:readFacts',
  },
  ...signingRoutes,
  ...handoverRoutes,
  ...receptionRoutes,
  ...planTaskRoutes,
  ...custodyRoutes,
  ...inventoryRoutes,
  ...subjectRequestRoutes,
  ...planRoutes,
  {
    path: 'duty',
    page: lazyPage(async () => (await import('./duty/duty-list-page.tsx')).DutyListPage),
    permission: 'client:confirmArchive',
    menu: { label: { zh: '档案待完善', en: 'To complete' }, icon: <DutyIcon />, key: 'w', counts: 'duty' },
  },
  {
    path: 'collection',
    page: lazyPage(async () => (await import('./collection/collection-page.tsx')).CollectionPage),
    permission: 'dunning:read',
    menu: { label: { zh: '收费', en: 'Collection' }, icon: <MoneyIcon />, key: 'm' },
  },
  {
    path: 'collection/clients/:id',
    page: lazyPage(async () => (await import('./collection/account-page.tsx')).AccountPage),
    permission: 'receivable:read',
  },
  ...equipmentRoutes,
  ...planTemplateRoutes,
  {
    path: 'projects',
    page: lazyPage(async () => (await import('./projects/projects-page.tsx')).ProjectsPage),
    permission: 'project:read',
    menu: { label: { zh: '项目', en: 'Projects' }, icon: <BuildingIcon />, key: 'p' },
  },
  {
    path: 'projects/use-of-information',
    page: lazyPage(async () => (await import('./exports/use-page.tsx')).UsePage),
    permission: 'exportRequest:submit',
  },
  {
    path: 'projects/buildings/:id',
    page: lazyPage(async () => (await import('./projects/building-page.tsx')).BuildingPage),
    permission: 'project:read',
  },
  {
    path: 'projects/units/:id',
    page: lazyPage(async () => (await import('./projects/unit-page.tsx')).UnitPage),
    permission: 'project:read',
  },
]

/** What can be begun from anywhere. */
export const commands: readonly PortalCommand[] = [
  {
    key: 'register',
    label: { zh: '登记现场反映', en: 'Register what was told on site' },
    icon: <AddIcon />,
    path: 'complaints/new',
    permission: 'complaint:register',
  },
  receptionCommand,
  handoverCommand,
  planCommand,
  {
    key: 'use',
    label: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
    icon: <PrintIcon />,
    path: 'projects/use-of-information',
    permission: 'exportRequest:submit',
  },
]
