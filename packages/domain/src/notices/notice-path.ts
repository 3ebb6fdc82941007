import type { Permission } from '../access/policy.ts'
import type { NoticeSubject } from './notice-triggers.ts'

/** The record that a notice is about; published ids. */
export interface NoticeTarget {
  readonly subjectType: NoticeSubject
  readonly subjectId: string
  /** The case, where it is about a part of one. */
  readonly complaintId: string | null
  /** What is signed, where that is a revision of a controlled document. */
  readonly revision: { readonly id: string; readonly documentId: string } | null
  /** What is signed, where that is a request for client information. */
  readonly exportRequestId?: string | null | undefined
  /** What is signed, where that is the merge of two clients. */
  readonly clientMergeId?: string | null | undefined
  /** What is signed, where that is a grade directory. */
  readonly gradingCycleId?: string | null | undefined
  /** What is signed, where that is the price approval of an opportunity. */
  readonly opportunityId?: string | null | undefined
  /** What is signed, where that is the nomination of a key account. */
  readonly nominationId?: string | null | undefined
  /** What is signed, where that is a revision of a maintenance plan: the plan. */
  readonly planId?: string | null | undefined
}

/** A page, wherever its portal is mounted: alone below its own name, or in the shell. */
export interface PortalPage {
  readonly portal: 'admin' | 'customer-service' | 'property-management'
  /** Below the portal's place. */
  readonly path: string
}

interface NoticePageRow extends PortalPage {
  /** All of these, or the page would turn the person away. */
  readonly needs: readonly Permission[]
  readonly unless?: Permission
  /** What `:id` stands for; `:revision` is that of the document. */
  readonly id?:
    | 'subject'
    | 'case'
    | 'document'
    | 'export'
    | 'merge'
    | 'cycle'
    | 'opportunity'
    | 'nomination'
    | 'plan'
}

const CASE: readonly NoticePageRow[] = [
  {
    portal: 'customer-service',
    path: 'complaints/:id',
    id: 'case',
    needs: ['portal:customerService', 'complaint:read'],
  },
  {
    portal: 'property-management',
    path: 'complaints/:id',
    id: 'case',
    needs: ['portal:propertyManagement', 'complaint:readFacts'],
  },
]

const inBoth = (path: string, permission: Permission, id?: NoticePageRow['id']): readonly NoticePageRow[] =>
  (
    [
      ['customer-service', 'portal:customerService'],
      ['property-management', 'portal:propertyManagement'],
    ] as const
  ).map(([portal, own]) => ({ portal, path, ...(id ? { id } : {}), needs: [own, permission] }))

/** Where a record is looked at: the first page that this person may open. */
export const NOTICE_PAGES: Readonly<Record<NoticeSubject, readonly NoticePageRow[]>> = {
  Complaint: CASE,
  ComplaintTask: [
    // Orders have a page of their own where they are carried out; elsewhere they stand on the case.
    {
      portal: 'property-management',
      path: 'tasks/:id',
      id: 'subject',
      needs: ['portal:propertyManagement', 'task:read'],
      unless: 'portal:customerService',
    },
    ...CASE,
  ],
  // The clock of a promise stands on its case.
  ComplaintPromise: CASE,
  Handover: inBoth('handovers/:id', 'handover:read', 'subject'),
  // On its case or document; else, with all that waits.
  Signing: [
    ...CASE,
    {
      portal: 'admin',
      path: 'documents/:id?revision=:revision',
      id: 'document',
      needs: ['document:read'],
    },
    { portal: 'admin', path: 'releases/:id', id: 'export', needs: ['exportRequest:read'] },
    {
      portal: 'customer-service',
      path: 'merges/:id',
      id: 'merge',
      needs: ['portal:customerService', 'clientMerge:read'],
    },
    {
      portal: 'customer-service',
      path: 'grading/cycles/:id',
      id: 'cycle',
      needs: ['portal:customerService', 'gradingCycle:read'],
    },
    {
      portal: 'customer-service',
      path: 'opportunities/:id',
      id: 'opportunity',
      needs: ['portal:customerService', 'opportunity:read'],
    },
    {
      portal: 'customer-service',
      path: 'key-accounts/nominations/:id',
      id: 'nomination',
      needs: ['portal:customerService', 'keyAccountNomination:read'],
    },
    {
      portal: 'customer-service',
      path: 'plans/:id',
      id: 'plan',
      needs: ['portal:customerService', 'plan:read'],
    },
    {
      portal: 'property-management',
      path: 'plans/:id',
      id: 'plan',
      needs: ['portal:propertyManagement', 'plan:read'],
    },
    { portal: 'admin', path: 'signings', needs: ['signing:readAwaited'] },
  ],
  ControlledCopy: [{ portal: 'admin', path: 'copies/:id', id: 'subject', needs: ['controlledCopy:read'] }],
  ImportSource: [{ portal: 'admin', path: 'custody', needs: ['importSource:read'] }],
  SubjectRequest: inBoth('subject-requests/:id', 'subjectRequest:read', 'subject'),
  // All that is due: what is told is a list.
  Receivable: [
    {
      portal: 'customer-service',
      path: 'finance/dunning',
      needs: ['portal:customerService', 'dunning:read'],
    },
    {
      portal: 'property-management',
      path: 'collection',
      needs: ['portal:propertyManagement', 'dunning:read'],
    },
  ],
  InformationInventory: [
    { portal: 'admin', path: 'information/:id', id: 'subject', needs: ['informationInventory:read'] },
  ],
  InformationBreach: [
    { portal: 'admin', path: 'breaches/:id', id: 'subject', needs: ['informationBreach:read'] },
  ],
  SilenceAlert: [
    {
      portal: 'customer-service',
      path: 'silence/:id',
      id: 'subject',
      needs: ['portal:customerService', 'silenceAlert:read'],
    },
  ],
  GradingDue: [
    {
      portal: 'customer-service',
      path: 'grading/due',
      needs: ['portal:customerService', 'gradingDue:read'],
    },
  ],
  KeyAccount: [
    {
      portal: 'customer-service',
      path: 'key-accounts/:id',
      id: 'subject',
      needs: ['portal:customerService', 'keyAccount:read'],
    },
  ],
  Equipment: [
    {
      portal: 'property-management',
      path: 'equipment/:id',
      id: 'subject',
      needs: ['portal:propertyManagement', 'equipment:read'],
    },
  ],
  MaintenancePlan: inBoth('plans/:id', 'plan:read', 'subject'),
  PlanTask: inBoth('plan-tasks/:id', 'planTask:read', 'subject'),
  // All of one's own: what is told is a list.
  PlanDecomposition: inBoth('plan-tasks', 'planTask:read'),
  PlanReminder: inBoth('plan-tasks', 'planTask:read'),
  KeyAccountNomination: [
    {
      portal: 'customer-service',
      path: 'key-accounts/nominations/:id',
      id: 'subject',
      needs: ['portal:customerService', 'keyAccountNomination:read'],
    },
  ],
  ImportRun: [{ portal: 'admin', path: 'imports/:id', id: 'subject', needs: ['import:read'] }],
  WebhookEndpoint: [
    {
      portal: 'admin',
      path: 'partners/webhooks/:id',
      id: 'subject',
      needs: ['portal:admin', 'webhook:read'],
    },
  ],
  // Whoever is told may read it, and sees all witnesses there.
  LedgerWitness: [{ portal: 'admin', path: 'witnesses', needs: ['witness:read'] }],
  // All of theirs: what is told is a list.
  Client: [
    { portal: 'customer-service', path: 'clients', needs: ['portal:customerService', 'client:lookup'] },
  ],
  Lead: [
    {
      portal: 'customer-service',
      path: 'leads/:id',
      id: 'subject',
      needs: ['portal:customerService', 'lead:read'],
    },
  ],
  Opportunity: [
    {
      portal: 'customer-service',
      path: 'opportunities/:id',
      id: 'subject',
      needs: ['portal:customerService', 'opportunity:read'],
    },
  ],
  ClientReveal: [{ portal: 'admin', path: 'reveals', needs: ['portal:admin', 'reveal:read'] }],
  // What concerns a member of staff as a person: their own account.
  Staff: [{ portal: 'admin', path: 'account', needs: [] }],
}

/** All that one was told: everybody's. */
export const NOTICES_PAGE: PortalPage = { portal: 'admin', path: 'notices' }

/** The page at which this person finds the record; null where no page of theirs shows it. */
export const noticePage = (
  {
    subjectType,
    subjectId,
    complaintId,
    revision,
    exportRequestId = null,
    clientMergeId = null,
    gradingCycleId = null,
    opportunityId = null,
    nominationId = null,
    planId = null,
  }: NoticeTarget,
  may: (permission: Permission) => boolean,
): PortalPage | null => {
  const idOf = {
    subject: subjectId,
    case: complaintId,
    document: revision?.documentId ?? null,
    export: exportRequestId,
    merge: clientMergeId,
    cycle: gradingCycleId,
    opportunity: opportunityId,
    nomination: nominationId,
    plan: planId,
  }
  const row = NOTICE_PAGES[subjectType].find(
    ({ needs, unless, id }) =>
      needs.every(may) && !(unless && may(unless)) && (id === undefined || idOf[id] !== null),
  )
  if (!row) return null
  const { portal, path, id } = row
  if (id === undefined) return { portal, path }
  return { portal, path: path.replace(':id', idOf[id] ?? '').replace(':revision', revision?.id ?? '') }
}

/** The path of a page below the one address of Steward, as it stands in a mail. */
export const addressOfPage = ({ portal, path }: PortalPage): string => `/${portal}/${path}`
