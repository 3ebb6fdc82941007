/** 方案书: what a client is offered, in words of an approved template and at approved prices. Its verbs, states and fields. */
import type { FactBag } from '../../access/facts.ts'
import type { Permission } from '../../access/policy.ts'
import type { ContactChannel } from '../../clients/vocabulary.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { Transition } from '../../lifecycle/state-machine.ts'
import { text, type Text } from '../../text.ts'
import type { MadePaper } from './sales-paper.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const SALES_PROPOSAL_STATUSES = [
  'DRAFT',
  'SENT',
  'ACCEPTED',
  'DECLINED',
  'SUPERSEDED',
  'WITHDRAWN',
] as const
export type SalesProposalStatus = (typeof SALES_PROPOSAL_STATUSES)[number]

export const SALES_PROPOSAL_STATUS_LABELS: Labels<SalesProposalStatus> = {
  DRAFT: text('拟稿', 'Draft'),
  SENT: text('已送达', 'Handed over'),
  ACCEPTED: text('客户已接受', 'Accepted by the client'),
  DECLINED: text('客户未接受', 'Declined by the client'),
  SUPERSEDED: text('已被新版替代', 'Superseded'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Those that something can still come of. */
export const STANDING_PROPOSAL_STATUSES = [
  'DRAFT',
  'SENT',
  'ACCEPTED',
] as const satisfies readonly SalesProposalStatus[]

export const SALES_PROPOSAL_ACTIONS = ['make', 'change', 'send', 'accept', 'decline', 'withdraw'] as const
export type SalesProposalAction = (typeof SALES_PROPOSAL_ACTIONS)[number]

export const SALES_PROPOSAL_ACTION_LABELS: Labels<SalesProposalAction> = {
  make: text('编制方案书', 'Make a proposal'),
  change: text('填写自由条款', 'Word the free clauses'),
  send: text('登记送达', 'Record the hand-over'),
  accept: text('客户接受', 'The client accepts'),
  decline: text('客户不接受', 'The client declines'),
  withdraw: text('撤回方案书', 'Withdraw the proposal'),
}

export const SALES_PROPOSAL_EVENT_LABELS: Labels<SalesProposalAction> = {
  make: text('编制了方案书', 'made the sales proposal'),
  change: text('填写了方案书的自由条款', 'worded the free clauses of the sales proposal'),
  send: text('送达了方案书', 'handed over the sales proposal'),
  accept: text('登记客户接受了方案书', 'recorded that the client accepted the sales proposal'),
  decline: text('登记客户没有接受方案书', 'recorded that the client declined the sales proposal'),
  withdraw: text('撤回了方案书', 'withdrew the sales proposal'),
}

export const PROPOSAL_DECLINE_REASONS = ['PRICE', 'SCOPE', 'TIMING', 'COMPETITOR', 'TERMS', 'OTHER'] as const
export type ProposalDeclineReason = (typeof PROPOSAL_DECLINE_REASONS)[number]

export const PROPOSAL_DECLINE_REASON_LABELS: Labels<ProposalDeclineReason> = {
  PRICE: text('价格', 'Price'),
  SCOPE: text('服务内容不合适', 'Not the service they want'),
  TIMING: text('时间不合适', 'Not now'),
  COMPETITOR: text('选择了别家', 'Chose somebody else'),
  TERMS: text('付款或其他条件', 'Payment or other terms'),
  OTHER: text('其他', 'Other'),
}

/** One version of what is offered. A new one supersedes those before; what was handed over is never edited. */
export interface SalesProposal extends MadePaper {
  readonly id: string
  /** `PR-2611-001`. */
  readonly number: string
  readonly opportunityId: string
  /** Version within the opportunity, from 1. */
  readonly ordinal: number
  readonly status: SalesProposalStatus
  /** The approved revision of the template that it was made from. */
  readonly templateId: string
  readonly priceFormId: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly validUntil: string | null
  readonly madeById: string
  readonly madeAt: Date
  readonly sentOn: string | null
  readonly channel: ContactChannel | null
  /** To whom it was handed over, in words. */
  readonly sentTo: string | null
  readonly sentById: string | null
  readonly answeredOn: string | null
  readonly declineReason: ProposalDeclineReason | null
  /** What the client said, or why it was withdrawn or superseded. */
  readonly note: string | null
  readonly version: number
}

export const salesProposalNumber = (month: string, serial: number): string =>
  `PR-${month}-${String(serial).padStart(3, '0')}`

type Row = Transition<SalesProposalStatus, SalesProposalAction>
const row = (
  action: SalesProposalAction,
  from: readonly SalesProposalStatus[],
  to: SalesProposalStatus | 'SAME',
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'SALES',
  permission: `salesProposal:${action}`,
})

export const SALES_PROPOSAL_TRANSITIONS: readonly Row[] = [
  row('make', [], 'DRAFT'),
  row('change', ['DRAFT'], 'SAME'),
  row('send', ['DRAFT'], 'SENT'),
  row('accept', ['SENT'], 'ACCEPTED'),
  row('decline', ['SENT', 'ACCEPTED'], 'DECLINED'),
  row('withdraw', ['DRAFT', 'SENT'], 'WITHDRAWN'),
]

/** As rules see it, with the facts of its opportunity. */
export const salesProposalFacts = (
  { status }: Pick<SalesProposal, 'status'>,
  ofOpportunity: FactBag,
): FactBag & { readonly status: SalesProposalStatus } => ({ ...ofOpportunity, status })

const rule = (fieldClass: 'internal' | 'personal', permission: Permission) =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal', 'salesProposal:read')
const said = rule('personal', 'salesProposal:readWords')

export const SALES_PROPOSAL_FIELDS: Readonly<Record<keyof SalesProposal, FieldRule>> = {
  id: base,
  number: base,
  opportunityId: base,
  ordinal: base,
  status: base,
  templateId: base,
  priceFormId: base,
  priceRevision: base,
  clauses: said,
  lines: said,
  filled: said,
  totalMinor: base,
  periodFrom: base,
  periodTo: base,
  validUntil: base,
  madeById: base,
  madeAt: base,
  sentOn: base,
  channel: base,
  sentTo: said,
  sentById: base,
  answeredOn: base,
  declineReason: base,
  note: said,
  version: base,
}
