import { lazyPage, signingRoutes, type PortalCommand, type PortalRoute } from '@steward/portal'
import {
  AuditIcon,
  BuildingIcon,
  HistoryIcon,
  DepartmentIcon,
  DocumentIcon,
  HomeIcon,
  ImportIcon,
  LeadIcon,
  KeyIcon,
  MailIcon,
  NoticeTextIcon,
  PartnerIcon,
  PrintIcon,
  PeopleIcon,
  PermissionIcon,
  PromiseIcon,
  SignOffIcon,
  SwapIcon,
  SystemIcon,
  TagIcon,
  WitnessIcon,
} from '@steward/ui'

/** Every page of the shell's own: where, what, for whom; `menu` gives it an entry. */
export const routes: readonly PortalRoute[] = [
  {
    path: '',
    page: lazyPage(async () => (await import('./home/home-page.tsx')).HomePage),
    menu: { label: { zh: '首页', en: 'Home' }, icon: <HomeIcon />, key: 'h' },
  },
  ...signingRoutes,
  {
    path: 'people',
    page: lazyPage(async () => (await import('./people/people-page.tsx')).PeoplePage),
    permission: 'staff:read',
    menu: { label: { zh: '人员', en: 'People' }, icon: <PeopleIcon />, key: 's' },
  },
  {
    path: 'people/:id',
    page: lazyPage(async () => (await import('./people/person-page.tsx')).PersonPage),
    permission: 'staff:read',
  },
  {
    path: 'departments',
    page: lazyPage(async () => (await import('./departments/departments-page.tsx')).DepartmentsPage),
    permission: 'department:read',
    menu: { label: { zh: '部门', en: 'Departments' }, icon: <DepartmentIcon />, key: 'd' },
  },
  {
    path: 'projects',
    page: lazyPage(async () => (await import('./projects/projects-page.tsx')).ProjectsPage),
    permission: 'project:read',
    menu: { label: { zh: '项目', en: 'Projects' }, icon: <BuildingIcon />, key: 'p' },
  },
  {
    path: 'projects/:id',
    page: lazyPage(async () => (await import('./projects/project-page.tsx')).ProjectPage),
    permission: 'project:read',
  },
  {
    path: 'documents',
    page: lazyPage(async () => (await import('./documents/documents-page.tsx')).DocumentsPage),
    permission: 'document:read',
    menu: { label: { zh: '受控文件', en: 'Documents' }, icon: <DocumentIcon />, key: 'c' },
  },
  {
    path: 'documents/new',
    page: lazyPage(async () => (await import('./documents/new-document-page.tsx')).NewDocumentPage),
    permission: 'document:draft',
  },
  {
    path: 'documents/:id',
    page: lazyPage(async () => (await import('./documents/document-page.tsx')).DocumentPage),
    permission: 'document:read',
  },
  {
    path: 'documents/:id/edit',
    page: lazyPage(async () => (await import('./documents/edit-document-page.tsx')).EditDocumentPage),
    permission: 'document:change',
  },
  {
    path: 'releases',
    page: lazyPage(async () => (await import('./exports/requests-page.tsx')).ExportRequestsPage),
    permission: 'exportRequest:read',
    menu: { label: { zh: '信息使用', en: 'Use of information' }, icon: <PrintIcon /> },
  },
  {
    path: 'releases/:id',
    page: lazyPage(async () => (await import('./exports/request-page.tsx')).ExportRequestPage),
    permission: 'exportRequest:read',
  },
  {
    path: 'copies',
    page: lazyPage(async () => (await import('./exports/copies-page.tsx')).ControlledCopiesPage),
    permission: 'controlledCopy:read',
    menu: { label: { zh: '受控副本', en: 'Controlled copies' }, icon: <DocumentIcon /> },
  },
  {
    path: 'copies/:id',
    page: lazyPage(async () => (await import('./exports/copy-page.tsx')).ControlledCopyPage),
    permission: 'controlledCopy:read',
  },
  {
    path: 'printed/:id',
    page: lazyPage(async () => (await import('./documents/printed-page.tsx')).PrintedPage),
    permission: 'signOff:read',
  },
  {
    path: 'limits',
    page: lazyPage(async () => (await import('./limits/limits-page.tsx')).LimitsPage),
    permission: 'limit:read',
    menu: { label: { zh: '核决权限', en: 'Limits' }, icon: <PermissionIcon />, key: 'l' },
  },
  {
    path: 'sign-in-requirements',
    page: lazyPage(async () => (await import('./requirements/requirements-page.tsx')).RequirementsPage),
    permission: 'factorPolicy:read',
    menu: { label: { zh: '登录要求', en: 'Sign-in requirements' }, icon: <KeyIcon /> },
  },
  {
    path: 'signing',
    page: lazyPage(async () => (await import('./signing/signing-page.tsx')).SigningPage),
    permission: 'signatureProof:read',
    menu: { label: { zh: '签署验证', en: 'Proof of signatures' }, icon: <SignOffIcon /> },
  },
  {
    path: 'working-time',
    page: lazyPage(async () => (await import('./working-time/working-time-page.tsx')).WorkingTimePage),
    permission: 'calendar:read',
    menu: { label: { zh: '工作时间', en: 'Working time' }, icon: <HistoryIcon /> },
  },
  {
    path: 'promise-policy',
    page: lazyPage(async () => (await import('./promise-policy/policy-page.tsx')).PolicyPage),
    permission: 'promisePolicy:read',
    menu: { label: { zh: '承诺政策', en: 'Promise policy' }, icon: <PromiseIcon /> },
  },
  {
    path: 'leads',
    page: lazyPage(async () => (await import('./leads/lead-settings-page.tsx')).LeadSettingsPage),
    permission: 'leadSource:read',
    menu: { label: { zh: '线索设置', en: 'Leads' }, icon: <LeadIcon /> },
  },
  {
    path: 'shift-plan',
    page: lazyPage(async () => (await import('./shift-plan/shift-plan-page.tsx')).ShiftPlanPage),
    permission: 'shiftPlan:read',
    menu: { label: { zh: '班次', en: 'Shifts' }, icon: <SwapIcon /> },
  },
  {
    path: 'tags',
    page: lazyPage(async () => (await import('./tags/tags-page.tsx')).TagsPage),
    permission: 'tag:define',
    menu: { label: { zh: '客户标签', en: 'Tags' }, icon: <TagIcon /> },
  },
  {
    path: 'imports',
    page: lazyPage(async () => (await import('./imports/imports-page.tsx')).ImportsPage),
    permission: 'import:read',
    menu: { label: { zh: '导入', en: 'Imports' }, icon: <ImportIcon />, key: 'i' },
  },
  {
    path: 'imports/new',
    page: lazyPage(async () => (await import('./imports/new-import-page.tsx')).NewImportPage),
    permission: 'import:run',
  },
  {
    path: 'imports/:id',
    page: lazyPage(async () => (await import('./imports/import-page.tsx')).ImportPage),
    permission: 'import:read',
  },
  {
    path: 'mail',
    page: lazyPage(async () => (await import('./mail/mails-page.tsx')).MailsPage),
    permission: 'mail:read',
    menu: { label: { zh: '邮件', en: 'Mail' }, icon: <MailIcon /> },
  },
  {
    path: 'notice-templates',
    page: lazyPage(async () => (await import('./notice-templates/templates-page.tsx')).TemplatesPage),
    permission: 'noticeTemplate:read',
    menu: { label: { zh: '消息模板', en: 'Notice texts' }, icon: <NoticeTextIcon /> },
  },
  {
    path: 'notice-templates/:key',
    page: lazyPage(async () => (await import('./notice-templates/template-page.tsx')).TemplatePage),
    permission: 'noticeTemplate:read',
  },
  {
    path: 'partners',
    page: lazyPage(async () => (await import('./partners/partners-page.tsx')).PartnersPage),
    permission: 'partner:read',
    menu: { label: { zh: '合作方', en: 'Partners' }, icon: <PartnerIcon /> },
  },
  {
    path: 'partners/webhooks/:id',
    page: lazyPage(async () => (await import('./partners/webhooks/endpoint-page.tsx')).WebhookEndpointPage),
    permission: 'webhook:read',
  },
  {
    path: 'system',
    page: lazyPage(async () => (await import('./system/system-page.tsx')).SystemPage),
    permission: 'system:read',
    menu: { label: { zh: '系统状态', en: 'System' }, icon: <SystemIcon /> },
  },
  {
    path: 'ledger',
    page: lazyPage(async () => (await import('./ledger/ledger-page.tsx')).LedgerPage),
    permission: 'ledger:read',
    menu: { label: { zh: '签核台账', en: 'Ledger' }, icon: <SignOffIcon /> },
  },
  {
    path: 'witnesses',
    page: lazyPage(async () => (await import('./witnesses/witnesses-page.tsx')).WitnessesPage),
    permission: 'witness:read',
    menu: { label: { zh: '台账见证', en: 'Witnesses' }, icon: <WitnessIcon /> },
  },
  {
    path: 'reveals',
    page: lazyPage(async () => (await import('./reveals/reveals-page.tsx')).RevealsPage),
    permission: 'reveal:read',
    menu: { label: { zh: '查阅台账', en: 'Ledger of reading' }, icon: <WitnessIcon /> },
  },
  {
    path: 'audit',
    page: lazyPage(async () => (await import('./audit/audit-page.tsx')).AuditPage),
    permission: 'audit:read',
    menu: { label: { zh: '审计', en: 'Audit' }, icon: <AuditIcon />, key: 'a' },
  },
]

/** What can be begun from anywhere. */
export const commands: readonly PortalCommand[] = [
  {
    key: 'import',
    label: { zh: '导入一个文件', en: 'Import a file' },
    icon: <ImportIcon />,
    path: 'imports/new',
    permission: 'import:run',
  },
]
