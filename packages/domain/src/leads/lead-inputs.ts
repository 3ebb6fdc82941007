import { z } from 'zod'
import { TWO_REFERRERS } from '../clients/client-inputs.ts'
import { CLIENT_KINDS } from '../clients/client.ts'
import { CLIENT_SOURCES, CONTACT_CHANNELS } from '../clients/vocabulary.ts'
import {
  amended,
  amountMinor,
  day,
  email,
  expectedVersion,
  fieldIssue,
  id,
  optional,
  phone,
  words,
} from '../input.ts'
import { text } from '../text.ts'
import { LEAD_LOSS_REASONS, type LeadAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => words(1_000)
/** A sentence: why somebody gives a lead back. */
const reason = () => words(200).pipe(z.string().min(2))

const from = {
  sourceId: id(),
  campaignId: optional(id()),
  referrerClientId: optional(id()),
  referrer: optional(words(100)),
}

/** What comes next with them, and on which day. */
const next = { nextStep: optional(words(200)), nextStepOn: optional(day()) }
const dayOfStep = (it: { nextStep: string | null; nextStepOn: string | null }, ctx: z.RefinementCtx) => {
  if (it.nextStep !== null && it.nextStepOn === null)
    ctx.addIssue(fieldIssue('nextStepOn', text('请定下日期。', 'Say on which day.')))
}

const open = z
  .object({
    kind: z.enum(CLIENT_KINDS),
    name: words(100),
    phone: optional(phone()),
    email: optional(email()),
    need: optional(note()),
    projectId: optional(id()),
    ...from,
    /** Named by those who may assign; absent: whoever opens it and works on leads, else the pool. */
    assigneeId: optional(id()),
    ...next,
    knownNotToBeClients: z.array(id()).max(20).default([]),
    knownNotToBeLeads: z.array(id()).max(20).default([]),
  })
  .superRefine((it, ctx) => {
    if (it.phone === null && it.email === null)
      ctx.addIssue(
        fieldIssue(
          'phone',
          text('请留下电话或邮箱，至少一种。', 'Give a phone number or an e-mail address, at least one.'),
        ),
      )
    if (it.referrer !== null && it.referrerClientId !== null)
      ctx.addIssue(fieldIssue('referrer', TWO_REFERRERS))
    dayOfStep(it, ctx)
  })

export const LEAD_INPUTS = {
  open,
  amend: z
    .object({
      ...step,
      kind: z.enum(CLIENT_KINDS).optional(),
      name: words(100).optional(),
      phone: amended(phone()),
      email: amended(email()),
      need: amended(note()),
      projectId: amended(id()),
      sourceId: id().optional(),
      campaignId: amended(id()),
      referrerClientId: amended(id()),
      referrer: amended(words(100)),
      nextStep: amended(words(200)),
      nextStepOn: amended(day()),
    })
    .superRefine((it, ctx) => {
      if (it.referrer && it.referrerClientId) ctx.addIssue(fieldIssue('referrer', TWO_REFERRERS))
    }),
  assign: z.object({ ...step, assigneeId: id(), note: optional(note()) }),
  claim: z.object(step),
  release: z.object({ ...step, reason: reason() }),
  contact: z
    .object({ ...step, channel: z.enum(CONTACT_CHANNELS), note: note(), ...next })
    .superRefine(dayOfStep),
  qualify: z.object({ ...step, need: optional(note()), note: optional(note()) }),
  /** Exactly one of the two: a client there is, or the archive to be opened (`CLIENT_INPUTS.open`). */
  convert: z
    .object({ ...step, clientId: optional(id()), opening: z.record(z.string(), z.unknown()).nullish() })
    .superRefine((it, ctx) => {
      if ((it.clientId === null) === (it.opening == null))
        ctx.addIssue(
          fieldIssue(
            'clientId',
            text('请选择已有客户，或填写新档案。', 'Name a client, or what the new archive holds.'),
          ),
        )
    }),
  lose: z.object({ ...step, reason: z.enum(LEAD_LOSS_REASONS), note: optional(note()) }),
} as const satisfies Record<LeadAction, z.ZodType>

export type LeadInput<A extends LeadAction> = z.output<(typeof LEAD_INPUTS)[A]>

const source = { name: words(40), countsAs: z.enum(CLIENT_SOURCES) }
const campaign = {
  name: words(60),
  sourceId: id(),
  startsOn: day(),
  endsOn: optional(day()),
  costMinor: z.preprocess((value) => value ?? null, amountMinor().nullable()),
}
const inOrder = (it: { startsOn: string; endsOn: string | null }, ctx: z.RefinementCtx) => {
  if (it.endsOn !== null && it.endsOn < it.startsOn)
    ctx.addIssue(fieldIssue('endsOn', text('不能早于开始日期。', 'Not before it begins.')))
}

/** Of sources, campaigns and the policy: rows of the organization, kept in the admin portal. */
export const LEAD_SETTING_INPUTS = {
  defineSource: z.object(source),
  amendSource: z.object({ ...step, ...source }),
  retireSource: z.object(step),
  restoreSource: z.object(step),
  defineCampaign: z.object(campaign).superRefine(inOrder),
  amendCampaign: z.object({ ...step, ...campaign }).superRefine(inOrder),
  retireCampaign: z.object(step),
  restoreCampaign: z.object(step),
  setPolicy: z
    .object({
      expectedVersion: z.int().min(0),
      returnAfterDays: z.int().min(1).max(90),
      warnBeforeDays: z.int().min(0).max(30),
      claimsADay: z.int().min(1).max(200),
    })
    .superRefine((it, ctx) => {
      if (it.warnBeforeDays >= it.returnAfterDays)
        ctx.addIssue(
          fieldIssue('warnBeforeDays', text('须少于自动退回的天数。', 'Fewer days than until the return.')),
        )
    }),
} as const

/** The yield of leads: those opened from the first to the last of these days. */
export const LEAD_YIELD_INPUT = z.object({ from: day(), to: day() }).superRefine((it, ctx) => {
  if (it.to < it.from) ctx.addIssue(fieldIssue('to', text('不能早于开始日期。', 'Not before it begins.')))
})
