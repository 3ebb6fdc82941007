import type { Actor } from '../access/actor.ts'
import { fail, ok, type DomainError, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { endsHandover, type MadeHandover } from '../handovers/handover.ts'
import type { PromiseDraft } from '../promises/make-promise.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import type { ComplaintInput } from './complaint-inputs.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import type { Complaint, ComplaintOption } from './complaint.ts'
import type { ComplaintTask } from './task.ts'
import type { ComplaintAction, Status } from './vocabulary.ts'

/** All that a verb does, as data: the service writes it in the transaction in which it read the row. */
export interface ComplaintChange<A extends ComplaintAction = ComplaintAction> {
  readonly action: A
  readonly from: Status | null
  readonly to: Status
  /** The columns to write; version, updatedAt and updatedById are always among them. */
  readonly patch: Partial<Complaint>
  /** For the timeline: what the person stated with the verb. Personal. */
  readonly note: string | null
  /** A sign-off with this meaning is due. */
  readonly signs: Meaning | null
  /** Options as they are afterwards: new ones, and those of which something changed. */
  readonly options: readonly ComplaintOption[]
  /** A new order. */
  readonly task: ComplaintTask | null
  /** What the person promised with the verb; what the policy adds, `promisesAfter` says. */
  readonly promise: PromiseDraft | null
  /** To whom the case is offered. */
  readonly handover: MadeHandover | null
}

export type Verb<A extends ComplaintAction, Context extends readonly unknown[] = []> = (
  complaint: Complaint,
  input: ComplaintInput<A>,
  actor: Actor,
  now: Date,
  ...context: Context
) => Result<ComplaintChange<A>>

/** What a verb makes of its input, where nothing forbids it. */
interface Outcome {
  /** Where the action can lead to several states: which. */
  readonly to?: Status
  /** A refusal that only the input brings about; looked at after the table's. */
  readonly refuse?: DomainError | undefined
  readonly patch: Partial<Complaint>
  readonly note?: string | null
  readonly options?: readonly ComplaintOption[]
  readonly task?: ComplaintTask
  readonly promise?: PromiseDraft
  readonly handover?: MadeHandover
}

/** The refusal of a record that moved on since it was read; undefined where it did not. */
export const staleness = (
  record: { readonly version: number; readonly updatedAt: Date; readonly updatedById: string | null },
  expectedVersion: number,
): DomainError | undefined =>
  record.version === expectedVersion
    ? undefined
    : {
        code: 'STALE_RECORD',
        changedBy: record.updatedById,
        changedAt: record.updatedAt,
        version: record.version,
      }

/**
 * The one way through which every verb goes: version, permission, status and conditions by the transition table, then
 * what the input itself forbids.
 */
export const take = <A extends ComplaintAction>(
  action: A,
  complaint: Complaint,
  input: { readonly expectedVersion: number },
  actor: Actor,
  now: Date,
  outcome: Outcome,
): Result<ComplaintChange<A>> => {
  const refused =
    staleness(complaint, input.expectedVersion) ??
    refusal(COMPLAINT_TRANSITIONS, action, actor, complaint, outcome.to) ??
    outcome.refuse
  if (refused !== undefined) return fail(refused)

  const row = COMPLAINT_TRANSITIONS.find(
    (it) =>
      it.action === action &&
      it.from.includes(complaint.status) &&
      (outcome.to === undefined || it.to === outcome.to),
  )
  if (row === undefined) throw new Error(`${action} has no way from ${complaint.status}`)
  const to = row.to === 'SAME' ? complaint.status : row.to
  const patch = { ...outcome.patch, status: to }
  return ok({
    action,
    from: complaint.status,
    to,
    patch: {
      ...patch,
      ...(endsHandover(complaint, { ...complaint, ...patch }) ? { handoverId: null } : {}),
      version: complaint.version + 1,
      updatedAt: now,
      updatedById: actor.staffId,
    },
    note: outcome.note ?? null,
    signs: row.signs ?? null,
    options: outcome.options ?? [],
    task: outcome.task ?? null,
    promise: outcome.promise ?? null,
    handover: outcome.handover ?? null,
  })
}

/** What a case remembers of its agreement, while there is none. */
export const NO_AGREEMENT = {
  agreementOwed: false,
  agreementRevisionId: null,
  agreementHash: null,
  agreementSigner: null,
  agreementSignedOn: null,
} as const satisfies Partial<Complaint>

/** The columns of a round that is over: what it left behind must not speak for the next one. */
export const NO_APPROVAL = {
  reviewerId: null,
  approverId: null,
  approvalOwedUntil: null,
  approvedAt: null,
  offeredAt: null,
  confirmationMode: null,
  confirmedAt: null,
  ...NO_AGREEMENT,
} as const satisfies Partial<Complaint>

export const NO_PROPOSAL = {
  ...NO_APPROVAL,
  proposerId: null,
  reviewsOwed: 0,
  currentOptionId: null,
  currentOptionKind: null,
  amountMinor: null,
  authorityAmountMinor: null,
} as const satisfies Partial<Complaint>

export const NO_VISIT = {
  followedUpById: null,
  followedUpAt: null,
  followUpSatisfied: null,
} as const satisfies Partial<Complaint>

/** The patch of the fields that were given: an absent one leaves the column as it is. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: Exclude<T[K], null>
  }
