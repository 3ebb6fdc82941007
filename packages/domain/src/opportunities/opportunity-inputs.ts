import { z } from 'zod'
import { CONTACT_CHANNELS } from '../clients/vocabulary.ts'
import {
  amended,
  amountMinor,
  day,
  expectedVersion,
  fieldIssue,
  id,
  localDay,
  optional,
  percent,
  words,
} from '../input.ts'
import { text } from '../text.ts'
import { OPPORTUNITY_LOSS_REASONS, type OpportunityAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => words(1_000)
const sum = () => z.preprocess((value) => value ?? null, amountMinor().nullable())

const next = { nextStep: optional(words(200)), nextStepOn: optional(day()) }
const dayOfStep = (it: { nextStep: string | null; nextStepOn: string | null }, ctx: z.RefinementCtx) => {
  if (it.nextStep !== null && it.nextStepOn === null)
    ctx.addIssue(fieldIssue('nextStepOn', text('请定下日期。', 'Say on which day.')))
}

const ONE_ORIGIN = text('只能有一个来源。', 'It arose from one of them only.')

export const OPPORTUNITY_INPUTS = {
  open: z
    .object({
      clientId: id(),
      title: words(100),
      need: optional(note()),
      projectId: optional(id()),
      /** What it arose from; none of them: somebody approached the client. */
      leadId: optional(id()),
      receptionId: optional(id()),
      complaintId: optional(id()),
      expectedMinor: sum(),
      expectedCloseOn: optional(day()),
      /** Absent: whoever opens it and sells, else the client's own manager. */
      assigneeId: optional(id()),
      ...next,
    })
    .superRefine((it, ctx) => {
      const origins = [it.leadId, it.receptionId, it.complaintId].filter((origin) => origin !== null)
      if (origins.length > 1) ctx.addIssue(fieldIssue('leadId', ONE_ORIGIN))
      dayOfStep(it, ctx)
    }),
  amend: z.object({
    ...step,
    title: words(100).optional(),
    need: amended(note()),
    projectId: amended(id()),
    expectedMinor: amountMinor().nullable().optional(),
    expectedCloseOn: amended(day()),
    nextStep: amended(words(200)),
    nextStepOn: amended(day()),
  }),
  assign: z.object({ ...step, assigneeId: id(), note: optional(note()) }),
  contact: z
    .object({ ...step, channel: z.enum(CONTACT_CHANNELS), note: note(), ...next })
    .superRefine(dayOfStep),
  propose: z.object({ ...step, note: optional(note()) }),
  quote: z.object({ ...step, note: optional(note()) }),
  agree: z.object({ ...step, note: optional(note()) }),
  win: z
    .object({
      ...step,
      /** The signed agreement that says all the rest; absent: the paper is not one of ours. */
      agreementId: optional(id()),
      wonMinor: sum(),
      contractOn: optional(localDay()),
      contractNumber: optional(words(60)),
      note: optional(note()),
    })
    .superRefine((it, ctx) => {
      if (it.agreementId !== null) return
      for (const name of ['wonMinor', 'contractOn', 'contractNumber'] as const)
        if (it[name] === null) ctx.addIssue(fieldIssue(name, text('请填写。', 'Say it.')))
    }),
  stepBack: z.object({ ...step, note: words(1_000).pipe(z.string().min(2)) }),
  lose: z.object({ ...step, reason: z.enum(OPPORTUNITY_LOSS_REASONS), note: optional(note()) }),
  reopen: z.object({ ...step, note: words(1_000).pipe(z.string().min(2)) }),
} as const satisfies Record<OpportunityAction, z.ZodType>

export type OpportunityInput<A extends OpportunityAction> = z.output<(typeof OPPORTUNITY_INPUTS)[A]>

const days = () => z.int().min(1).max(90)

export const OPPORTUNITY_POLICY_INPUT = z
  .object({
    expectedVersion: z.int().min(0),
    needChance: percent(),
    proposalChance: percent(),
    quotationChance: percent(),
    signingChance: percent(),
    needDays: days(),
    proposalDays: days(),
    quotationDays: days(),
    signingDays: days(),
  })
  .superRefine((it, ctx) => {
    const order = ['needChance', 'proposalChance', 'quotationChance', 'signingChance'] as const
    order.forEach((name, at) => {
      if (at > 0 && it[name] < it[order[at - 1]!])
        ctx.addIssue(fieldIssue(name, text('不能低于前一阶段。', 'Not below the stage before.')))
    })
  })

/** The funnel: what was opened from the first to the last of these days. */
export const OPPORTUNITY_FUNNEL_INPUT = z.object({ from: day(), to: day() }).superRefine((it, ctx) => {
  if (it.to < it.from) ctx.addIssue(fieldIssue('to', text('不能早于开始日期。', 'Not before it begins.')))
})
