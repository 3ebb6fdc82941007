import { z } from 'zod'
import {
  amountMinor,
  expectedVersion,
  fieldIssue,
  id,
  instant,
  localDay,
  optional,
  percent,
  phone,
  words,
} from '../input.ts'
import { to, toExactlyOne } from '../handovers/handover-inputs.ts'
import { HAND_MADE_KINDS } from '../promises/vocabulary.ts'
import { text } from '../text.ts'
import {
  CAUSES,
  CHANNELS,
  CONFIRMATION_MODES,
  KINDS,
  OPTION_KINDS,
  PURPOSES,
  SEVERITIES,
  TRACKS,
  type ComplaintAction,
} from './vocabulary.ts'

/** Lengths in characters: a line, a paragraph, an account of what happened. */
const line = () => words(200)
const note = () => words(2_000)
const account = () => words(10_000)

const severity = () => z.literal(SEVERITIES)
const cause = () => z.enum(CAUSES)
const purpose = () => z.enum(PURPOSES)
/** By whose delegation; absent: one's own right. */
const behalf = { delegationId: optional(id()) }
const step = { expectedVersion: expectedVersion() }

const register = z
  .object({
    kind: z.enum(KINDS),
    channel: z.enum(CHANNELS),
    severity: severity(),
    /** Absent: by severity. Severity 1 and 2 are never quick. */
    track: optional(z.enum(TRACKS)),
    purpose: optional(purpose()),
    cause: optional(cause()),
    categoryId: optional(id()),
    anonymous: z.boolean().default(false),
    clientId: optional(id()),
    contactName: optional(words(100)),
    contactPhone: optional(phone()),
    unitId: optional(id()),
    buildingId: optional(id()),
    projectId: optional(id()),
    summary: line(),
    facts: account(),
    demand: optional(note()),
    containment: optional(note()),
    occurredAt: optional(instant()),
    /** The record was read back to the person, who confirmed it. */
    readBack: z.boolean().default(false),
    externalReference: optional(words(100)),
    /** By when an authority wants its answer. */
    outsideDeadlineAt: optional(instant()),
    /** The reception at which it was told. */
    receptionId: optional(id()),
  })
  .superRefine((it, ctx) => {
    if (it.track === 'QUICK' && it.severity <= 2) {
      ctx.addIssue(
        fieldIssue('track', text('一级、二级须正式处理。', 'Severity 1 and 2 go through the formal track.')),
      )
    }
    const known = it.clientId !== null || it.contactName !== null || it.contactPhone !== null
    if (it.anonymous && known) {
      ctx.addIssue(
        fieldIssue(
          'anonymous',
          text('匿名单不能填写客户或联系人。', 'An anonymous case names no client or contact.'),
        ),
      )
    }
    if (!it.anonymous && !known && it.kind !== 'ANOMALY') {
      ctx.addIssue(
        fieldIssue(
          'contactName',
          text(
            '请填写客户或联系人，或注明匿名。',
            'Name the client or a contact, or mark the case anonymous.',
          ),
        ),
      )
    }
  })

const findings = {
  findings: optional(account()),
  wasReal: optional(z.boolean()),
  faultShare: optional(percent()),
  proposedResponsibleDepartmentId: optional(id()),
  cause: optional(cause()),
}

const option = z.object({
  kind: z.enum(OPTION_KINDS),
  description: note(),
  amountMinor: amountMinor(),
  recommended: z.boolean().default(false),
})

const options = z
  .array(option)
  .min(1)
  .max(4)
  .refine((all) => all.filter((it) => it.recommended).length === 1, {
    params: { text: text('请选定一个推荐方案。', 'Recommend exactly one option.') },
  })

/** One schema a verb: what the mutation accepts, what the form checks while it is filled in. */
export const COMPLAINT_INPUTS = {
  register,
  acknowledge: z.object({
    ...step,
    handlingDepartmentId: id(),
    assigneeId: optional(id()),
    severity: optional(severity()),
    purpose: optional(purpose()),
    cause: optional(cause()),
    categoryId: optional(id()),
  }),
  assign: z.object({ ...step, handlingDepartmentId: id(), assigneeId: optional(id()) }),
  /** To a colleague or a department, with a word why. */
  handOver: z.object({ ...step, ...to, note: note() }).superRefine(toExactlyOne),
  contain: z.object({ ...step, containment: note() }),
  investigate: z.object({ ...step, ...findings }),
  recordFindings: z.object({
    ...step,
    ...findings,
    causeNote: optional(note()),
    preventionNote: optional(note()),
  }),
  ruleResponsibility: z.object({
    ...step,
    responsibleDepartmentId: optional(id()),
    faultShare: percent(),
    comment: note(),
  }),
  propose: z.object({ ...step, options, cause: optional(cause()), faultShare: optional(percent()) }),
  review: z
    .object({ ...step, ...behalf, agrees: z.boolean(), comment: optional(note()) })
    .superRefine(({ agrees, comment }, ctx) => {
      if (!agrees && comment === null)
        ctx.addIssue(fieldIssue('comment', text('退回时请说明理由。', 'Say why it goes back.')))
    }),
  /** Who said it, when, and in which words, before anything is done. */
  recordOralApproval: z.object({ ...step, approverId: id(), givenAt: instant(), words: note() }),
  signOralApproval: z.object({ ...step, comment: optional(note()) }),
  denyOralApproval: z.object({ ...step, reason: note() }),
  approve: z.object({ ...step, ...behalf, comment: optional(note()) }),
  reject: z.object({ ...step, ...behalf, reason: note() }),
  offer: z.object({ ...step, note: optional(note()) }),
  logContactAttempt: z.object({ ...step, channel: z.enum(CHANNELS), note: optional(note()) }),
  confirm: z.object({ ...step, mode: z.enum(CONFIRMATION_MODES), note: note() }),
  refuseOption: z.object({ ...step, reason: note() }),
  /** Who signed on the client's side, and when. */
  recordAgreement: z.object({ ...step, signer: words(60), signedOn: localDay(), note: optional(note()) }),
  dispatch: z.object({
    ...step,
    departmentId: id(),
    assigneeId: optional(id()),
    instruction: note(),
    dueAt: optional(instant()),
  }),
  resolve: z.object({
    ...step,
    /** What was done. */
    outcome: note(),
    cause: optional(cause()),
    causeNote: optional(note()),
    preventionNote: optional(note()),
  }),
  /** `satisfied` is null where nobody could be reached. */
  followUp: z.object({ ...step, satisfied: optional(z.boolean()), note: note() }),
  close: z.object({ ...step, reason: optional(note()) }),
  reopen: z.object({ ...step, reason: note() }),
  withdraw: z.object({ ...step, reason: note() }),
  refer: z.object({ ...step, to: line(), reason: note() }),
  answerReferral: z.object({ ...step, answer: note() }),
  makePromise: z
    .object({
      ...step,
      kind: z.enum(HAND_MADE_KINDS),
      /** What is promised, in words; the kind says it otherwise. */
      what: optional(line()),
      dueAt: instant(),
      /** Through which channel; absent: the one on which the case came in. */
      channel: optional(z.enum(CHANNELS)),
    })
    .superRefine((it, ctx) => {
      if (it.kind === 'OTHER' && it.what === null)
        ctx.addIssue(fieldIssue('what', text('请写明承诺的事项。', 'Say what is promised.')))
    }),
  decline: z.object({ ...step, reason: note(), alternative: note() }),
  dismiss: z.object({ ...step, reason: note() }),
  merge: z.object({ ...step, intoId: id(), reason: note() }),
} as const satisfies Record<ComplaintAction, z.ZodType>

export type ComplaintInput<A extends ComplaintAction> = z.output<(typeof COMPLAINT_INPUTS)[A]>
