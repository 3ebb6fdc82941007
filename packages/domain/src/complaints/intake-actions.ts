import type { Actor } from '../access/actor.ts'
import { can } from '../access/authorize.ts'
import { fail, invalidInput, notEligible, ok, type Result } from '../errors.ts'
import { maskPhone } from '../search/masking.ts'
import { text } from '../text.ts'
import { given, NO_PROPOSAL, NO_VISIT, take, type ComplaintChange, type Verb } from './complaint-change.ts'
import type { ComplaintInput } from './complaint-inputs.ts'
import type { Complaint } from './complaint.ts'
import type { Severity, Track } from './vocabulary.ts'

/** What the service looks up before a case can be written. Its number is allotted last of all. */
export interface Registration {
  readonly id: string
  readonly currency: string
  /** Of the client, where one is named. */
  readonly keyAccountManagerId: string | null
  /** The place in full: project and building of the unit, project of the building. */
  readonly place: Pick<Complaint, 'unitId' | 'buildingId' | 'projectId'>
  /** The policy as it stands now: the case goes by it to its end. */
  readonly promisePolicyRevision: number
  /** Where the case starts: the agent's own department. */
  readonly handlingDepartmentId: string | null
}

/** Minor matters are settled at once; severity 1 and 2 are never minor. */
export const trackFor = (severity: Severity, wanted: Track | null): Track =>
  severity <= 2 ? 'FORMAL' : (wanted ?? 'QUICK')

/** A case that has no number yet. */
export type Unnumbered = Omit<Complaint, 'number'>

/** A new case of any kind. `patch` of the change is the whole row, but for the number. */
export const register = (
  input: ComplaintInput<'register'>,
  actor: Actor,
  now: Date,
  registration: Registration,
): Result<ComplaintChange<'register'> & { readonly patch: Unnumbered }> => {
  const { place, ...allotted } = registration
  const { readBack, externalReference, receptionId: _told, ...stated } = input
  if (input.occurredAt !== null && input.occurredAt > now) {
    return fail(
      invalidInput({
        path: 'occurredAt',
        message: text('发生时间不能晚于现在。', 'This lies in the future.'),
      }),
    )
  }
  if (input.outsideDeadlineAt !== null && input.outsideDeadlineAt <= now) {
    return fail(
      invalidInput({
        path: 'outsideDeadlineAt',
        message: text('外部期限须在将来。', 'The deadline must be in the future.'),
      }),
    )
  }
  const row: Unnumbered = {
    ...EMPTY,
    ...stated,
    ...allotted,
    ...place,
    status: 'REGISTERED',
    track: trackFor(input.severity, input.track),
    contactPhoneMasked: input.contactPhone === null ? null : maskPhone(input.contactPhone),
    externalReference,
    registeredById: actor.staffId,
    registeredAt: now,
    readBackAt: readBack ? now : null,
    updatedAt: now,
    updatedById: actor.staffId,
  }
  if (!can(actor, 'complaint:register', row)) {
    return fail(
      notEligible(
        'permission',
        text('您只能登记自己职责范围内的投诉。', 'You may only register cases within your responsibility.'),
      ),
    )
  }
  return ok({
    action: 'register',
    from: null,
    to: 'REGISTERED',
    patch: row,
    note: null,
    signs: 'RECORDED',
    options: [],
    task: null,
    promise: null,
    handover: null,
  })
}

/** A case to which nothing has happened yet. */
const EMPTY = {
  ...NO_PROPOSAL,
  ...NO_VISIT,
  assigneeId: null,
  handoverId: null,
  acknowledgedAt: null,
  taskAssigneeIds: [],
  dispatchedDepartmentIds: [],
  openTaskCount: 0,
  investigatedById: null,
  findings: null,
  wasReal: null,
  faultShare: null,
  proposedResponsibleDepartmentId: null,
  responsibilityRuledById: null,
  causeNote: null,
  preventionNote: null,
  proposalRevision: 0,
  contactAttempts: 0,
  handlerId: null,
  resolvedAt: null,
  followUpCount: 0,
  closedById: null,
  closedAt: null,
  closeReason: null,
  referredTo: null,
  referredAt: null,
  referralAnsweredAt: null,
  mergedIntoId: null,
  reopenCount: 0,
  nextDueAt: null,
  importSourceId: null,
  imported: false,
  version: 1,
} as const satisfies Partial<Complaint>

/** Takes the case over from whoever registered it, classifies it, and puts it on the formal track. */
export const acknowledge: Verb<'acknowledge'> = (complaint, input, actor, now) => {
  const { expectedVersion: _, assigneeId, handlingDepartmentId, ...classification } = input
  const unclassified = complaint.kind === 'COMPLAINT' && input.purpose === null && complaint.purpose === null
  return take('acknowledge', complaint, input, actor, now, {
    refuse: unclassified
      ? invalidInput({ path: 'purpose', message: text('请选择投诉性质。', 'Classify the purpose.') })
      : undefined,
    patch: {
      ...given(classification),
      track: 'FORMAL',
      handlingDepartmentId,
      assigneeId,
      acknowledgedAt: now,
    },
  })
}

export const assign: Verb<'assign'> = (complaint, input, actor, now) =>
  take('assign', complaint, input, actor, now, {
    patch: { handlingDepartmentId: input.handlingDepartmentId, assigneeId: input.assigneeId },
  })

/** What was done at once to stop the damage; adds to what was done before. */
export const contain: Verb<'contain'> = (complaint, input, actor, now) =>
  take('contain', complaint, input, actor, now, {
    patch: { containment: [complaint.containment, input.containment].filter((it) => it !== null).join('\n') },
    note: input.containment,
  })

/** The same matter was registered before: this case goes on in the other one. */
export const merge: Verb<'merge', [into: Pick<Complaint, 'id' | 'status'>]> = (
  complaint,
  input,
  actor,
  now,
  into,
) =>
  take('merge', complaint, input, actor, now, {
    refuse:
      into.id === complaint.id || into.status === 'MERGED'
        ? invalidInput({
            path: 'intoId',
            message: text('不能合并到本单或已合并的单。', 'Choose another case that is not itself merged.'),
          })
        : undefined,
    patch: { mergedIntoId: into.id, closedById: actor.staffId, closedAt: now, closeReason: input.reason },
    note: input.reason,
  })
