/** Every link of every kind of notice opens a page, and one that the person who is told may open. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressOfPage,
  hasPermission,
  NOTICE_KINDS,
  NOTICE_SUBJECTS,
  NOTICE_TRIGGERS,
  noticePage,
  NOTICES_PAGE,
  ROLES,
  type NoticeKind,
  type NoticeSubject,
  type Permission,
  type PortalPage,
  type Role,
} from '@steward/domain'
import { describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '../../..')
const source = (path: string) => readFileSync(join(repository, path), 'utf8')

interface Route {
  readonly path: string
  readonly permission: Permission | null
}

/** The table of a portal, as it stands in its file: an app imports no other. */
const routesOf = (portal: PortalPage['portal']): readonly Route[] => {
  const own = source(`apps/${portal}/src/routes.tsx`)
  return [
    ...rowsOf(own, 'export const routes'),
    ...(own.includes('...handoverRoutes')
      ? rowsOf(source(HANDOVER_ROUTES), 'export const handoverRoutes')
      : []),
    ...(own.includes('...signingRoutes') ? rowsOf(source(SIGNING_ROUTES), 'export const signingRoutes') : []),
    ...(own.includes('...custodyRoutes') ? rowsOf(source(CUSTODY_ROUTES), 'export const custodyRoutes') : []),
    ...(own.includes('...subjectRequestRoutes')
      ? rowsOf(source(SUBJECT_REQUEST_ROUTES), 'export const subjectRequestRoutes')
      : []),
    ...(own.includes('...financeRoutes') ? rowsOf(source(FINANCE_ROUTES), 'export const financeRoutes') : []),
    ...(own.includes('...inventoryRoutes')
      ? rowsOf(source(INVENTORY_ROUTES), 'export const inventoryRoutes')
      : []),
    ...(own.includes('...opportunityRoutes')
      ? rowsOf(source(OPPORTUNITY_ROUTES), 'export const opportunityRoutes')
      : []),
    ...(own.includes('...gradingRoutes')
      ? rowsOf(source(GRADING_ROUTES), 'export const gradingCycleRoutes')
      : []),
    ...(own.includes('...silenceRoutes') ? rowsOf(source(SILENCE_ROUTES), 'export const silenceRoutes') : []),
    ...(own.includes('...keyAccountRoutes')
      ? rowsOf(source(KEY_ACCOUNT_ROUTES), 'export const keyAccountRoutes')
      : []),
    ...(own.includes('...equipmentRoutes')
      ? rowsOf(source(EQUIPMENT_ROUTES), 'export const equipmentRoutes')
      : []),
    ...(own.includes('...planRoutes') ? rowsOf(source(PLAN_ROUTES), 'export const planRoutes') : []),
    ...(own.includes('...planTaskRoutes')
      ? rowsOf(source(PLAN_TASK_ROUTES), 'export const planTaskRoutes')
      : []),
    ...(own.includes('...leadRoutes') ? rowsOf(source(LEAD_ROUTES), 'export const leadRoutes') : []),
    ...(portal === 'admin' ? OF_THE_FRAME : []),
  ]
}

/** Pages that several portals have in common. */
const SIGNING_ROUTES = 'packages/portal/src/signings/signing-routes.tsx'
const CUSTODY_ROUTES = 'packages/portal/src/custody/custody-routes.tsx'
const SUBJECT_REQUEST_ROUTES = 'packages/portal/src/subject-requests/subject-request-routes.tsx'
const FINANCE_ROUTES = 'apps/customer-service/src/finance/finance-routes.tsx'
const INVENTORY_ROUTES = 'packages/portal/src/inventory/inventory-routes.tsx'
const OPPORTUNITY_ROUTES = 'apps/customer-service/src/opportunities/opportunity-routes.tsx'
const GRADING_ROUTES = 'apps/customer-service/src/grading/cycles/cycle-routes.tsx'
const SILENCE_ROUTES = 'apps/customer-service/src/silence/silence-routes.tsx'
const KEY_ACCOUNT_ROUTES = 'apps/customer-service/src/key-accounts/key-account-routes.tsx'
const EQUIPMENT_ROUTES = 'apps/property-management/src/equipment/equipment-routes.tsx'
const PLAN_ROUTES = 'packages/portal/src/maintenance-plans/plan-routes.tsx'
const PLAN_TASK_ROUTES = 'packages/portal/src/plan-tasks/plan-task-routes.tsx'
const LEAD_ROUTES = 'apps/customer-service/src/leads/lead-routes.tsx'
const HANDOVER_ROUTES = 'packages/portal/src/handovers/handover-routes.tsx'

const rowsOf = (file: string, name: string): readonly Route[] => {
  const [, table = ''] = file.split(name)
  return table.split(/\n  \{\n/).flatMap((row) => {
    const path = /^ {4}path: '([^']*)'/m.exec(row)?.[1]
    const permission = (/^ {4}permission: '([^']*)'/m.exec(row)?.[1] ?? null) as Permission | null
    return path === undefined ? [] : [{ path, permission }]
  })
}

/** Pages that the shell itself has, whatever portal they are for. */
const OF_THE_FRAME: Route[] = [
  { path: 'account', permission: null },
  { path: 'notices', permission: null },
]

const PORTAL_PERMISSION: Readonly<Record<PortalPage['portal'], Permission | null>> = {
  // The shell's own pages are behind their permissions alone.
  admin: null,
  'customer-service': 'portal:customerService',
  'property-management': 'portal:propertyManagement',
}

const routeFor = ({ portal, path }: PortalPage): Route | undefined =>
  routesOf(portal).find((route) =>
    new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0]!),
  )

/** What each kind is about. */
const SUBJECTS_OF: Readonly<Partial<Record<NoticeKind, readonly NoticeSubject[]>>> = {
  PROMISE_DUE_SOON: ['ComplaintPromise'],
  PROMISE_BROKEN: ['ComplaintPromise'],
  PROMISE_ESCALATED: ['ComplaintPromise'],
  HANDOVER_OVERDUE: ['Handover'],
  HANDOVER_LAPSED: ['Handover'],
  COPY_READY: ['ControlledCopy'],
  COPY_FAILED: ['ControlledCopy'],
  COPY_DUE: ['ControlledCopy'],
  COPY_ESCALATED: ['ControlledCopy'],
  SUBJECT_REQUEST_DUE: ['SubjectRequest'],
  SUBJECT_REQUEST_ESCALATED: ['SubjectRequest'],
  SILENCE_RAISED: ['SilenceAlert'],
  SILENCE_VISIT_PROPOSED: ['SilenceAlert'],
  GRADING_DUE: ['GradingDue'],
  KEY_ACCOUNT_TEST_DUE: ['KeyAccount'],
  DOSSIER_DUE: ['KeyAccount'],
  DOSSIER_ESCALATED: ['KeyAccount'],
  INSPECTION_DUE: ['Equipment'],
  INSPECTION_OVERDUE: ['Equipment'],
  PLAN_TASK_ASSIGNED: ['PlanTask'],
  PLAN_TASKS_GIVEN: ['PlanDecomposition'],
  PLAN_TASKS_DUE_TOMORROW: ['PlanReminder'],
  PLAN_TASKS_DUE_TODAY: ['PlanReminder'],
  PLAN_TASKS_OVERDUE: ['PlanReminder'],
  PLAN_TASK_RETURNED: ['PlanTask'],
  PLAN_TASK_ACCEPTED: ['PlanTask'],
  PLAN_RETURNED: ['MaintenancePlan'],
  PLAN_APPROVED: ['MaintenancePlan'],
  PLAN_OVERRUN_ASKED: ['MaintenancePlan'],
  PLAN_OVERRUN_DECIDED: ['MaintenancePlan'],
  KEY_ACCOUNT_DECIDED: ['KeyAccountNomination'],
  SOURCE_DUE: ['ImportSource'],
  SOURCE_ESCALATED: ['ImportSource'],
  SIGNATURE_AWAITED: ['Signing'],
  SIGNATURE_OVERDUE: ['Signing'],
  SIGNATURE_ESCALATED: ['Signing'],
  WEBHOOK_PAUSED: ['WebhookEndpoint'],
  LEDGER_CONTRADICTED: ['LedgerWitness'],
  ACCOUNTS_ASSIGNED: ['Client'],
  REVEALS_BEYOND: ['ClientReveal'],
  LEAD_RETURNS_SOON: ['Lead'],
  LEAD_RETURNED: ['Lead'],
  DUNNING_DUE: ['Receivable'],
  INVENTORY_OVERDUE: ['InformationInventory'],
  BREACH_RECORDED: ['InformationBreach'],
  BREACH_STATED: ['InformationBreach'],
  OPPORTUNITY_ASSIGNED: ['Opportunity'],
  OPPORTUNITY_UNTOUCHED: ['Opportunity'],
  AGREEMENT_ENDS_SOON: ['Opportunity'],
  PASSWORD_RESET: ['Staff'],
}
const subjectsOf = (kind: NoticeKind): readonly NoticeSubject[] =>
  SUBJECTS_OF[kind] ?? NOTICE_TRIGGERS.filter((row) => row.kind === kind).map(({ subject }) => subject)

const READING: Readonly<Record<NoticeSubject, Permission | null>> = {
  Complaint: 'complaint:read',
  ComplaintTask: 'task:read',
  ComplaintPromise: 'promise:read',
  ImportRun: 'import:read',
  ImportSource: 'importSource:read',
  SubjectRequest: 'subjectRequest:read',
  KeyAccount: 'keyAccount:read',
  Equipment: 'equipment:read',
  KeyAccountNomination: 'keyAccountNomination:read',
  Handover: 'handover:read',
  ControlledCopy: 'controlledCopy:read',
  Signing: 'signOff:read',
  Staff: null,
  WebhookEndpoint: 'webhook:read',
  LedgerWitness: 'witness:read',
  Client: 'client:read',
  ClientReveal: 'reveal:read',
  Lead: 'lead:read',
  Receivable: 'dunning:read',
  InformationInventory: 'informationInventory:read',
  InformationBreach: 'informationBreach:read',
  Opportunity: 'opportunity:read',
  MaintenancePlan: 'plan:read',
  PlanTask: 'planTask:read',
  PlanDecomposition: null,
  PlanReminder: null,
  SilenceAlert: 'silenceAlert:read',
  GradingDue: 'gradingDue:read',
}

/** Programs have no pages. */
const PEOPLE = ROLES.filter((role) => role !== 'PARTNER')
const may = (role: Role) => (permission: Permission) => hasPermission({ roles: [role] }, permission)

describe('the link of a notice', () => {
  it('is there for every kind', () => {
    for (const kind of NOTICE_KINDS) expect(subjectsOf(kind), kind).not.toEqual([])
    expect(new Set(NOTICE_KINDS.flatMap(subjectsOf))).toEqual(new Set(NOTICE_SUBJECTS))
  })

  it.each(NOTICE_KINDS)('%s opens a page that every role that can be told may open', (kind) => {
    for (const subjectType of subjectsOf(kind)) {
      for (const role of PEOPLE) {
        const reading = READING[subjectType]
        if (reading && !may(role)(reading)) continue
        // What is signed belongs to a case, or is a document.
        const parts = [
          { complaintId: 'cmp_1', revision: null },
          { complaintId: null, revision: { id: 'rev_1', documentId: 'doc_1' } },
        ]
        for (const part of subjectType === 'Signing' ? parts : parts.slice(0, 1)) {
          const page = noticePage({ subjectType, subjectId: 'sub_1', ...part }, may(role)) ?? NOTICES_PAGE
          const route = routeFor(page)
          const where = `${role}: ${addressOfPage(page)}`
          expect(route, where).toBeDefined()
          const needed = [PORTAL_PERMISSION[page.portal], route!.permission].filter((it) => it !== null)
          expect(
            needed.filter((permission) => !may(role)(permission)),
            where,
          ).toEqual([])
        }
      }
    }
  })

  it('leads those who work on a case or an import to that very record', () => {
    const pageFor = (role: Role, subjectType: NoticeSubject) => {
      const part = { complaintId: 'cmp_1', revision: null }
      const page = noticePage({ subjectType, subjectId: 'sub_1', ...part }, may(role))
      return page && addressOfPage(page)
    }
    expect(pageFor('CR_SPECIALIST', 'ComplaintPromise')).toBe('/customer-service/complaints/cmp_1')
    expect(pageFor('SITE_MANAGER', 'Complaint')).toBe('/property-management/complaints/cmp_1')
    expect(pageFor('TECHNICIAN', 'ComplaintTask')).toBe('/property-management/tasks/sub_1')
    expect(pageFor('GM_OFFICE', 'ComplaintTask')).toBe('/customer-service/complaints/cmp_1')
    expect(pageFor('ADMIN', 'ImportRun')).toBe('/admin/imports/sub_1')
    const signed = { complaintId: null, revision: { id: 'rev_1', documentId: 'doc_1' } }
    expect(noticePage({ subjectType: 'Signing', subjectId: 'sub_1', ...signed }, may('QUALITY'))).toEqual({
      portal: 'admin',
      path: 'documents/doc_1?revision=rev_1',
    })
    // A technician reads of the case only what the order says.
    expect(pageFor('TECHNICIAN', 'Complaint')).toBeNull()
  })

  it('leads to places that server and shell have', () => {
    const portals = source('apps/api/src/http/portals.ts')
    for (const portal of Object.keys(PORTAL_PERMISSION)) expect(portals).toContain(`'${portal}'`)
    const shell = source('packages/portal/src/start/shell.tsx')
    expect(shell).toContain(`path={noticesPath('/')}`)
    expect(shell).toContain(`path={accountPath('/')}`)
  })
})
