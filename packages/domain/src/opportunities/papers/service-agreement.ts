/** 服务协议: what was agreed on from an accepted proposal. Signed inside first, then by the client. Its verbs, states and fields. */
import type { FactBag } from '../../access/facts.ts'
import type { Permission } from '../../access/policy.ts'
import type { Role } from '../../access/roles.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { Transition } from '../../lifecycle/state-machine.ts'
import type { ContentShape } from '../../sign-off/canonical-content.ts'
import { text, type Text } from '../../text.ts'
import { PAPER_SHAPE, type MadePaper } from './sales-paper.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const SERVICE_AGREEMENT_STATUSES = [
  'DRAFT',
  'IN_SIGNING',
  'APPROVED',
  'SIGNED',
  'ENDED',
  'WITHDRAWN',
] as const
export type ServiceAgreementStatus = (typeof SERVICE_AGREEMENT_STATUSES)[number]

export const SERVICE_AGREEMENT_STATUS_LABELS: Labels<ServiceAgreementStatus> = {
  DRAFT: text('拟稿', 'Draft'),
  IN_SIGNING: text('合同评审中', 'In contract review'),
  APPROVED: text('已批准，待客户签署', 'Approved, awaiting the client'),
  SIGNED: text('已签署', 'Signed'),
  ENDED: text('已终止', 'Ended'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** An opportunity has one of these at a time. */
export const STANDING_AGREEMENT_STATUSES = [
  'DRAFT',
  'IN_SIGNING',
  'APPROVED',
  'SIGNED',
] as const satisfies readonly ServiceAgreementStatus[]

export const SERVICE_AGREEMENT_ACTIONS = [
  'make',
  'change',
  'submit',
  'review',
  'approve',
  'reject',
  'withdraw',
  'sign',
  'end',
] as const
export type ServiceAgreementAction = (typeof SERVICE_AGREEMENT_ACTIONS)[number]

export const SERVICE_AGREEMENT_ACTION_LABELS: Labels<ServiceAgreementAction> = {
  make: text('编制服务协议', 'Make an agreement'),
  change: text('填写自由条款', 'Word the free clauses'),
  submit: text('提交合同评审', 'Submit for contract review'),
  review: text('评审通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回服务协议', 'Withdraw the agreement'),
  sign: text('登记客户签署', 'Record the signature of the client'),
  end: text('终止服务协议', 'End the agreement'),
}

export const SERVICE_AGREEMENT_EVENT_LABELS: Labels<ServiceAgreementAction> = {
  make: text('编制了服务协议', 'made the service agreement'),
  change: text('填写了服务协议的自由条款', 'worded the free clauses of the service agreement'),
  submit: text('把服务协议提交合同评审', 'submitted the service agreement for contract review'),
  review: text('评审了服务协议', 'reviewed the service agreement'),
  approve: text('批准了服务协议', 'approved the service agreement'),
  reject: text('驳回了服务协议', 'rejected the service agreement'),
  withdraw: text('撤回了服务协议', 'withdrew the service agreement'),
  sign: text('登记客户签署了服务协议', 'recorded that the client signed the service agreement'),
  end: text('终止了服务协议', 'ended the service agreement'),
}

export interface ServiceAgreement extends MadePaper {
  readonly id: string
  /** `XS-2611-001`. */
  readonly number: string
  readonly opportunityId: string
  /** The accepted proposal that it follows. */
  readonly proposalId: string
  readonly templateId: string
  readonly status: ServiceAgreementStatus
  /** Rises with each submission: what is signed is this one. */
  readonly revision: number
  readonly periodFrom: string
  readonly periodTo: string
  /** When whoever answers for the opportunity is told that it ends soon. */
  readonly remindOn: string
  /** Since when they are told. */
  readonly remindedAt: Date | null
  readonly draftedById: string
  readonly draftedAt: Date
  /** Everybody who worded it: nobody approves what they wrote. */
  readonly writerIds: readonly string[]
  readonly preparedById: string | null
  readonly submittedAt: Date | null
  readonly reviewsOwed: number
  readonly reviewerId: string | null
  readonly decidedById: string | null
  readonly decidedAt: Date | null
  /** Who signs for us. */
  readonly ourSignerId: string
  readonly signedOn: string | null
  /** Who signed for the client, in words. */
  readonly clientSigner: string | null
  readonly endedOn: string | null
  /** Why it was rejected, withdrawn or ended. */
  readonly reason: string | null
  readonly version: number
}

export const serviceAgreementNumber = (month: string, serial: number): string =>
  `XS-${month}-${String(serial).padStart(3, '0')}`

type Row = Transition<ServiceAgreementStatus, ServiceAgreementAction>
const row = (
  action: ServiceAgreementAction,
  from: readonly ServiceAgreementStatus[],
  to: ServiceAgreementStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'SALES' satisfies Role,
  ...rest,
  permission: `serviceAgreement:${action}`,
})

/** Nobody approves their own, and no client signs what nobody approved. */
export const SERVICE_AGREEMENT_TRANSITIONS: readonly Row[] = [
  row('make', [], 'DRAFT'),
  row('change', ['DRAFT'], 'SAME'),
  row('submit', ['DRAFT'], 'IN_SIGNING', { signs: 'PREPARED' }),
  row('review', ['IN_SIGNING'], 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
    accountable: 'CS_MANAGER',
  }),
  row('approve', ['IN_SIGNING'], 'APPROVED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'APPROVED',
    accountable: 'CS_DIRECTOR',
  }),
  row('reject', ['IN_SIGNING'], 'DRAFT', {
    requires: ['actorIsNotPreparer'],
    signs: 'REJECTED',
    accountable: 'CS_DIRECTOR',
  }),
  row('withdraw', ['DRAFT', 'IN_SIGNING', 'APPROVED'], 'WITHDRAWN'),
  row('sign', ['APPROVED'], 'SIGNED'),
  row('end', ['SIGNED'], 'ENDED', { accountable: 'CS_MANAGER' }),
]

/** As rules see it, with the facts of its opportunity. */
export const serviceAgreementFacts = (
  it: Pick<ServiceAgreement, 'status' | 'preparedById' | 'writerIds' | 'reviewsOwed' | 'reviewerId'>,
  ofOpportunity: FactBag,
): FactBag & { readonly status: ServiceAgreementStatus } => ({
  ...ofOpportunity,
  status: it.status,
  preparedById: it.preparedById,
  writerIds: it.writerIds,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

const rule = (fieldClass: 'internal' | 'personal', permission: Permission) =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal', 'serviceAgreement:read')
const said = rule('personal', 'serviceAgreement:readWords')

export const SERVICE_AGREEMENT_FIELDS: Readonly<Record<keyof ServiceAgreement, FieldRule>> = {
  id: base,
  number: base,
  opportunityId: base,
  proposalId: base,
  templateId: base,
  status: base,
  revision: base,
  priceRevision: base,
  clauses: said,
  lines: said,
  filled: said,
  totalMinor: base,
  periodFrom: base,
  periodTo: base,
  remindOn: base,
  remindedAt: base,
  draftedById: base,
  draftedAt: base,
  writerIds: base,
  preparedById: base,
  submittedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  ourSignerId: base,
  signedOn: base,
  clientSigner: said,
  endedOn: base,
  reason: said,
  version: base,
}

/** What everybody signs: every word of it, its prices, its term. */
export const SERVICE_AGREEMENT_SHAPE: { readonly [key: string]: ContentShape } = {
  serviceAgreement: {
    number: 'internal',
    opportunityId: 'internal',
    revision: 'internal',
    totalMinor: 'internal',
    periodFrom: 'internal',
    periodTo: 'internal',
    ourSignerId: 'internal',
  },
  ...PAPER_SHAPE,
}
