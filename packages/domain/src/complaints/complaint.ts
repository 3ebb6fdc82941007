import type { HandoverEvent } from '../handovers/vocabulary.ts'
import type { PromiseEvent } from '../promises/vocabulary.ts'
import type {
  Cause,
  Channel,
  ComplaintAction,
  ConfirmationMode,
  Kind,
  OptionKind,
  OptionStatus,
  Purpose,
  Severity,
  Status,
  Track,
} from './vocabulary.ts'

/** One case, from any of the six intake kinds. The row of the table; `…ById` and the like are staff ids. */
export interface Complaint {
  id: string
  /** YYMM-serial, without gaps per organization and month. */
  number: string
  kind: Kind
  track: Track
  status: Status
  severity: Severity
  purpose: Purpose | null
  cause: Cause | null
  categoryId: string | null
  channel: Channel
  anonymous: boolean

  clientId: string | null
  contactName: string | null
  /** Normalised; never in a page query, only by a reveal. */
  contactPhone: string | null
  contactPhoneMasked: string | null
  unitId: string | null
  buildingId: string | null
  projectId: string | null
  /** Copied from the client: the scope `accounts` reads it. */
  keyAccountManagerId: string | null

  summary: string
  facts: string
  /** What is asked for, besides money too. */
  demand: string | null
  /** What was done at once to stop the damage. */
  containment: string | null
  occurredAt: Date | null
  registeredById: string
  registeredAt: Date
  /** When the record was read back to the person and confirmed by them. */
  readBackAt: Date | null

  handlingDepartmentId: string | null
  assigneeId: string | null
  /** The hand-over in which it is offered to somebody else and not accepted yet. */
  handoverId: string | null
  acknowledgedAt: Date | null
  /** Of all orders that were not cancelled: see `caseAfterTasks`. */
  taskAssigneeIds: readonly string[]
  dispatchedDepartmentIds: readonly string[]
  openTaskCount: number

  investigatedById: string | null
  findings: string | null
  wasReal: boolean | null
  /** Our share of the fault, in percent. */
  faultShare: number | null
  /** Proposed by the investigator, final once ruled. */
  proposedResponsibleDepartmentId: string | null
  responsibilityRuledById: string | null
  causeNote: string | null
  preventionNote: string | null

  proposerId: string | null
  /** 0 = nothing was proposed yet; each set of options is a revision. */
  proposalRevision: number
  currentOptionId: string | null
  currentOptionKind: OptionKind | null
  /** Of the current option, in minor units. */
  amountMinor: number | null
  /** `amountMinor` plus what was already approved for this client in the window: what the authority matrix measures. */
  authorityAmountMinor: number | null
  currency: string
  /** Reviews that the signature policy asks for before the option on the table can be approved. */
  reviewsOwed: number
  /** Who reviewed it last. */
  reviewerId: string | null
  approverId: string | null
  /** Approved by word only: until when the approver's signature is owed. Null: it is signed, or nothing is approved. */
  approvalOwedUntil: Date | null
  approvedAt: Date | null
  offeredAt: Date | null
  confirmationMode: ConfirmationMode | null
  confirmedAt: Date | null
  /** In vain, since the client was last owed a word (the approved option, or the return visit). */
  contactAttempts: number
  /** A settlement agreement is needed, or in force, and the client has not signed it. */
  agreementOwed: boolean
  /** The revision that is to be signed by the client, or was; SHA-256 of its content as it was approved. */
  agreementRevisionId: string | null
  agreementHash: string | null
  /** Who signed it on the client's side, as it was recorded, and on which local day. */
  agreementSigner: string | null
  agreementSignedOn: string | null

  /** Who resolved the case. */
  handlerId: string | null
  resolvedAt: Date | null
  followedUpById: string | null
  followedUpAt: Date | null
  /** Null after a return visit that reached nobody. */
  followUpSatisfied: boolean | null
  followUpCount: number
  closedById: string | null
  /** When the case ended, in whatever way; `closeReason` tells why. */
  closedAt: Date | null
  closeReason: string | null
  referredTo: string | null
  referredAt: Date | null
  referralAnsweredAt: Date | null
  mergedIntoId: string | null
  reopenCount: number

  /** Set by an authority (12345 hotline); overrides when our answer is due. */
  outsideDeadlineAt: Date | null
  /** The promise policy that the case goes by, as it was when it was registered; null for imported history. */
  promisePolicyRevision: number | null
  /** When the next promise that is not settled is due, overdue ones included; null: nothing is owed. */
  nextDueAt: Date | null

  externalReference: string | null
  importSourceId: string | null
  imported: boolean
  version: number
  updatedAt: Date
  updatedById: string | null
}

/** One of the one to four remedies of a proposal. Offered one at a time, in the order of `rank`. */
export interface ComplaintOption {
  id: string
  complaintId: string
  /** The complaint's `proposalRevision` that it belongs to. */
  revision: number
  /** 1 is the recommended one. */
  rank: number
  recommended: boolean
  kind: OptionKind
  description: string
  amountMinor: number
  status: OptionStatus
  approvedAt: Date | null
  /** Of a refusal by the client or a rejection by the approver. */
  reason: string | null
}

/** What a timeline can tell: the case's own verbs, and what became of its promises and of hand-overs. */
export type ComplaintEventAction = ComplaintAction | PromiseEvent | HandoverEvent

/** One line of the case's timeline; append-only. */
export interface ComplaintEvent {
  id: string
  complaintId: string
  action: ComplaintEventAction
  from: Status | null
  to: Status
  /** Null: the clock itself. */
  byId: string | null
  at: Date
  note: string | null
}
