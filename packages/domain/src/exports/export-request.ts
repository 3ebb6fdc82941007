/** A request for the use of client information 客户信息使用申请: nothing leaves the archive but by one. */
import type { FactBag } from '../access/facts.ts'
import type { Role } from '../access/roles.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { ExportColumn } from './export-columns.ts'
import type { ExportAction, ExportForm, ExportStatus, ExportUse } from './vocabulary.ts'

/** The row of the table `export_request`. Nothing that was asked for changes any more. */
export interface ExportRequest {
  id: string
  /** `UR-2611-001`. */
  number: string
  status: ExportStatus
  purpose: string
  use: ExportUse
  /** The site where it is used, of which all clients are; null: by a department, or outside. */
  projectId: string | null
  /** How the clients were chosen, in words: the name of a view, a filter. */
  scopeNote: string
  clientCount: number
  /** SHA-256 over the clients' ids in order, hex: what was approved is exactly these. */
  idsHash: string
  columns: readonly ExportColumn[]
  /** Why what is beyond daily work is needed. */
  necessity: string | null
  form: ExportForm
  /** Who gets it: a colleague … */
  recipientId: string | null
  /** … or somebody outside, and of which firm. Exactly one of the two. */
  recipientName: string | null
  recipientCompany: string | null
  copies: number
  /** From the first to the last local day of use; then every copy is back or destroyed. */
  useFrom: string
  useUntil: string
  requestedById: string
  requestedAt: Date
  reviewsOwed: number
  reviewerId: string | null
  decidedById: string | null
  decidedAt: Date | null
  /** Why it was rejected or withdrawn. */
  reason: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

const base = { class: 'internal', permission: 'exportRequest:read' } as const satisfies FieldRule
/** Words of a person, and names. */
const spoken = { class: 'personal', permission: 'exportRequest:read' } as const satisfies FieldRule

export const EXPORT_REQUEST_FIELDS: Readonly<Record<keyof ExportRequest, FieldRule>> = {
  id: base,
  number: base,
  status: base,
  purpose: spoken,
  use: base,
  projectId: base,
  scopeNote: spoken,
  clientCount: base,
  idsHash: base,
  columns: base,
  necessity: spoken,
  form: base,
  recipientId: base,
  recipientName: spoken,
  recipientCompany: spoken,
  copies: base,
  useFrom: base,
  useUntil: base,
  requestedById: base,
  requestedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  reason: spoken,
  version: base,
  updatedAt: base,
  updatedById: base,
}

/** What everybody signs: all that was asked for. */
export const EXPORT_REQUEST_SHAPE: { readonly [key: string]: ContentShape } = {
  exportRequest: {
    number: 'internal',
    purpose: 'personal',
    use: 'internal',
    projectId: 'internal',
    scopeNote: 'personal',
    clientCount: 'internal',
    idsHash: 'internal',
    columns: ['internal'],
    necessity: 'personal',
    form: 'internal',
    recipientId: 'internal',
    recipientName: 'personal',
    recipientCompany: 'personal',
    copies: 'internal',
    useFrom: 'internal',
    useUntil: 'internal',
    requestedById: 'internal',
  },
}

type Row = Transition<ExportStatus, ExportAction>
const row = (
  action: ExportAction,
  from: readonly ExportStatus[],
  to: ExportStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CS_MANAGER',
  ...rest,
  permission: `exportRequest:${action}`,
})

/** Nobody approves their own; outside the company the permission itself is the general manager's alone. */
export const EXPORT_TRANSITIONS: readonly Row[] = [
  row('submit', [], 'IN_SIGNING', { signs: 'PREPARED', accountable: 'CR_SPECIALIST' }),
  row('review', ['IN_SIGNING'], 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
    accountable: 'QUALITY',
  }),
  row('approve', ['IN_SIGNING'], 'APPROVED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    signs: 'APPROVED',
  }),
  row('reject', ['IN_SIGNING'], 'REJECTED', { requires: ['actorIsNotPreparer'], signs: 'REJECTED' }),
  row('withdraw', ['IN_SIGNING', 'APPROVED'], 'WITHDRAWN', { accountable: 'CR_SPECIALIST' }),
  row('produce', ['APPROVED'], 'PRODUCED', { accountable: 'CR_SPECIALIST' }),
]

/**
 * Who approves, whatever the signature policy says of the kind: outside the company the general manager alone; on site the site manager, and
 * for the site manager's own the department that keeps the archive; else its head, and for the head's own who stands above.
 */
export const exportApprovers = ({
  use,
  projectId,
}: Pick<ExportRequest, 'use' | 'projectId'>): readonly Role[] => {
  if (use === 'OUTSIDE') return ['GENERAL_MANAGER']
  if (projectId !== null) return ['SITE_MANAGER', 'CS_MANAGER']
  return ['CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER']
}

export const exportFacts = (
  it: Pick<ExportRequest, 'status' | 'use' | 'projectId' | 'requestedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: ExportStatus } => ({
  status: it.status,
  exportUse: it.use,
  projectId: it.projectId,
  registeredById: it.requestedById,
  preparedById: it.requestedById,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})
