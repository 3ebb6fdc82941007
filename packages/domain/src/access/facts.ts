import type { AuditSubject } from '../audit/audit-subject.ts'
import type {
  Cause,
  ConfirmationMode,
  Kind,
  OptionKind,
  Status,
  TaskStatus,
  Track,
} from '../complaints/vocabulary.ts'
import type { DocumentKind, RevisionStatus } from '../documents/vocabulary.ts'
import type { ClientMergeStatus } from '../clients/merging/vocabulary.ts'
import type { CareStatus } from '../care/vocabulary.ts'
import type { CopyStatus, ExportStatus, ExportUse } from '../exports/vocabulary.ts'
import type { GradeChangeStatus, GradingCycleStatus } from '../grading/cycles/vocabulary.ts'
import type { PlanProposalStatus } from '../maintenance-plans/template-vocabulary.ts'
import type { EquipmentState } from '../equipment/vocabulary.ts'
import type { HandoverStatus } from '../handovers/vocabulary.ts'
import type { WitnessStatus } from '../ledger/witnesses.ts'
import type { ImportSourceStatus } from '../imports/custody/import-source.ts'
import type { ImportStatus } from '../imports/import-run.ts'
import type { ClientNoticeStatus } from '../notices/client-notice.ts'
import type { ViewSharing } from '../views/view-sharing.ts'
import type { Role } from './roles.ts'
import type { DueBasis, PromiseStatus } from '../promises/vocabulary.ts'
import type { BreachStatus } from '../inventory/vocabulary.ts'
import type { KeyAccountNominationStatus } from '../key-accounts/vocabulary.ts'
import type { LeadStatus } from '../leads/vocabulary.ts'
import type { SalesProposalStatus } from '../opportunities/papers/sales-proposal.ts'
import type { ServiceAgreementStatus } from '../opportunities/papers/service-agreement.ts'
import type { PriceFormStatus } from '../opportunities/price-form.ts'
import type { PlanOverrunStatus } from '../maintenance-plans/budget.ts'
import type { PlanTaskStatus } from '../maintenance-plans/task-vocabulary.ts'
import type { PlanRevisionStatus, PlanStatus } from '../maintenance-plans/vocabulary.ts'
import type { OpportunityStatus } from '../opportunities/vocabulary.ts'
import type { MembershipStatus } from '../membership/vocabulary.ts'
import type { SilenceAlertStatus } from '../silence/silence-alert.ts'
import type { SubjectRequestKind, SubjectRequestStatus } from '../subject-requests/vocabulary.ts'
import type { WebhookStatus } from '../webhooks/webhook.ts'

/**
 * Everything a rule may know of a record. Each projection of the API maps the facts it has to its columns; the
 * domain reads them from the row. A fact that a record lacks counts as null, and no scope holds because of a null.
 */
export interface Facts {
  status:
    | Status
    | TaskStatus
    | PromiseStatus
    | ImportStatus
    | ImportSourceStatus
    | ClientNoticeStatus
    | WebhookStatus
    | WitnessStatus
    | HandoverStatus
    | RevisionStatus
    | ExportStatus
    | ClientMergeStatus
    | GradingCycleStatus
    | GradeChangeStatus
    | CopyStatus
    | LeadStatus
    | OpportunityStatus
    | PriceFormStatus
    | SalesProposalStatus
    | ServiceAgreementStatus
    | SilenceAlertStatus
    | MembershipStatus
    | CareStatus
    | SubjectRequestStatus
    | BreachStatus
    | KeyAccountNominationStatus
    | PlanStatus
    | PlanRevisionStatus
    | PlanTaskStatus
    | PlanOverrunStatus
    | EquipmentState
    | PlanProposalStatus
  registeredById: string
  assigneeId: string
  /** Of a case: the hand-over that waits to be accepted. */
  handoverId: string
  taskAssigneeIds: readonly string[]
  handlingDepartmentId: string
  dispatchedDepartmentIds: readonly string[]
  /** Of a task: the department that gave the order. */
  dispatchingDepartmentId: string
  projectId: string
  buildingId: string
  keyAccountManagerId: string
  kind: Kind
  track: Track
  cause: Cause
  investigatedById: string
  findings: string
  proposerId: string
  reviewsOwed: number
  reviewerId: string
  currentOptionKind: OptionKind
  /** Amount of the current option plus what was already approved for the client in the window; minor units. */
  authorityAmountMinor: number
  approvedAt: Date
  approverId: string
  /** Of a case approved by word: until when the signature is owed. */
  approvalOwedUntil: Date
  offeredAt: Date
  /** Of a case: the client's signature on its settlement agreement is owed. */
  agreementOwed: boolean
  /** The revision of it that is in force. */
  agreementRevisionId: string
  confirmationMode: ConfirmationMode
  openTaskCount: number
  handlerId: string
  preventionNote: string
  followedUpById: string
  followUpSatisfied: boolean
  referralAnsweredAt: Date
  /** Of a case: when its next unsettled promise is due. */
  nextDueAt: Date
  /** Of a promise, as are the next two. */
  settledAt: Date
  pausedAt: Date
  dueBasis: DueBasis
  /** Of an audit entry: the kind of record that it is about. */
  subjectType: AuditSubject
  /** Of a notice and what belongs to one person alone: who that is. */
  recipientId: string
  /** Of a saved view: with whom it is shared. */
  sharing: ViewSharing
  /** Of a lead: since when it waits for somebody to claim it. */
  pooledAt: Date
  /** The role with which it is shared. */
  sharedRole: Role
  /** Of a revision of a controlled document, as are the next two. */
  documentKind: DocumentKind
  /** The revision of its document that is on its way. */
  openRevisionId: string
  /** The summary of a plan that was signed by all. */
  approvedSummaryId: string
  preparedById: string
  /** Of the request of a data subject: who proved who asks. */
  identifiedById: string
  /** Of a price form: everybody who wrote lines of it. */
  writerIds: readonly string[]
  subjectRequestKind: SubjectRequestKind
  /** Two have signed that the person is erased, and it is being carried out. */
  erasureSigned: boolean
  /** Of a request for client information: where it is used. */
  exportUse: ExportUse
  /** Of an import: it is a dry run that nobody has applied, or it has written records and was not undone. */
  importAwaits: boolean
  importStands: boolean
}
export type FactName = keyof Facts

/** A record as rules see it. Any row that has (some of) these columns is one. */
export type FactBag = { readonly [F in FactName]?: Facts[F] | null | undefined }
