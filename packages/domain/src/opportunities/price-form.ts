import type { FactBag } from '../access/facts.ts'
import type { Permission } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import { text, type Text } from '../text.ts'

/** One line of what is offered. Prices are of one unit, in minor units. */
export interface PriceLine {
  readonly service: string
  readonly unit: string
  /** Hundredths of the unit: 1,250 are 12.5. */
  readonly quantityHundredths: number
  readonly listMinor: number
  readonly offeredMinor: number
  /** Null: not known. */
  readonly costMinor: number | null
}

export const PRICE_FORM_STATUSES = ['DRAFT', 'IN_SIGNING', 'APPROVED', 'WITHDRAWN'] as const
export type PriceFormStatus = (typeof PRICE_FORM_STATUSES)[number]

export const PRICE_FORM_STATUS_LABELS: Readonly<Record<PriceFormStatus, Text>> = {
  DRAFT: text('拟稿', 'Draft'),
  IN_SIGNING: text('待核定', 'Awaiting approval'),
  APPROVED: text('已核定', 'Approved'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

export const PRICE_FORM_ACTIONS = [
  'draft',
  'change',
  'submit',
  'review',
  'approve',
  'reject',
  'withdraw',
] as const
export type PriceFormAction = (typeof PRICE_FORM_ACTIONS)[number]

export const PRICE_FORM_ACTION_LABELS: Readonly<Record<PriceFormAction, Text>> = {
  draft: text('填写价格核定表', 'Draft a price approval'),
  change: text('修改', 'Change'),
  submit: text('提交核定', 'Submit for approval'),
  review: text('审核通过', 'Review'),
  approve: text('核定', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回', 'Withdraw'),
}

export const PRICE_FORM_EVENT_LABELS: Readonly<Record<PriceFormAction, Text>> = {
  draft: text('填写了价格核定表', 'drafted the price approval'),
  change: text('修改了价格核定表', 'changed the price approval'),
  submit: text('提交了价格核定表', 'submitted the price approval'),
  review: text('审核了价格核定表', 'reviewed the price approval'),
  approve: text('核定了价格', 'approved the prices'),
  reject: text('驳回了价格核定表', 'rejected the price approval'),
  withdraw: text('撤回了价格核定表', 'withdrew the price approval'),
}

/** 价格核定表: what is offered, and who says that it may be. One of an opportunity stands at a time. */
export interface PriceForm {
  readonly id: string
  /** `PF-2611-001`. */
  readonly number: string
  readonly opportunityId: string
  readonly status: PriceFormStatus
  /** Rises with each submission: what is signed is this one. */
  readonly revision: number
  readonly lines: readonly PriceLine[]
  /** Sums over the lines, minor units; computed by `priceSums`. */
  readonly listMinor: number
  readonly offeredMinor: number
  /** Null where the cost of any line is not known. */
  readonly costMinor: number | null
  readonly note: string | null
  readonly draftedById: string
  readonly draftedAt: Date
  /** Everybody who wrote lines of it, also of an earlier revision: nobody approves what they wrote. */
  readonly writerIds: readonly string[]
  /** Who submitted it, and so answers for it. */
  readonly preparedById: string | null
  readonly submittedAt: Date | null
  readonly reviewsOwed: number
  readonly reviewerId: string | null
  readonly decidedById: string | null
  readonly decidedAt: Date | null
  /** Why it was rejected or withdrawn. */
  readonly reason: string | null
  readonly version: number
}

/** A price times a quantity in hundredths, in minor units, half up; exact for all safe sums. */
export const lineMinor = (unitMinor: number, quantityHundredths: number): number =>
  Number((BigInt(unitMinor) * BigInt(quantityHundredths) + 50n) / 100n)

export type PriceSums = Pick<PriceForm, 'listMinor' | 'offeredMinor' | 'costMinor'>

/** Each line is rounded once, the sums are exact. */
export const priceSums = (lines: readonly PriceLine[]): PriceSums => {
  const sum = (of: (line: PriceLine) => number) =>
    lines.reduce((total, line) => total + lineMinor(of(line), line.quantityHundredths), 0)
  return {
    listMinor: sum(({ listMinor }) => listMinor),
    offeredMinor: sum(({ offeredMinor }) => offeredMinor),
    costMinor: lines.every(({ costMinor }) => costMinor !== null) ? sum(({ costMinor }) => costMinor!) : null,
  }
}

const TEN_THOUSAND = 10_000n
/** Basis points, rounded away from what is easier to approve: a discount up, a margin down. */
export const discountBasisPoints = ({ listMinor, offeredMinor }: PriceSums): number => {
  if (listMinor === 0 || offeredMinor >= listMinor) return 0
  const [list, less] = [BigInt(listMinor), BigInt(listMinor - offeredMinor)]
  return Number((less * TEN_THOUSAND + list - 1n) / list)
}

/** Null where cost is not known, or nothing is charged. */
export const marginBasisPoints = ({ offeredMinor, costMinor }: PriceSums): number | null =>
  costMinor === null || offeredMinor === 0
    ? null
    : Math.floor(Number((BigInt(offeredMinor - costMinor) * 1_000_000n) / BigInt(offeredMinor)) / 100)

/** Up to which discount and sum each role approves, as the organization has set it; the general manager without bounds. */
export interface PricePolicy {
  /** Basis points, 0 to 10,000, and minor units; both inclusive. */
  readonly supervisorDiscount: number
  readonly supervisorMinor: number
  readonly managerDiscount: number
  readonly managerMinor: number
  readonly directorDiscount: number
  readonly directorMinor: number
}

export const DEFAULT_PRICE_POLICY: PricePolicy = {
  supervisorDiscount: 500,
  supervisorMinor: 5_000_000,
  managerDiscount: 1_000,
  managerMinor: 20_000_000,
  directorDiscount: 2_000,
  directorMinor: 100_000_000,
}

export interface PriceLimit {
  readonly role: Role
  readonly discount: number
  readonly mostMinor: number
}

/** The table of limits, the lowest role first. */
export const priceLimits = (policy: PricePolicy): readonly PriceLimit[] => [
  { role: 'CR_SUPERVISOR', discount: policy.supervisorDiscount, mostMinor: policy.supervisorMinor },
  { role: 'CS_MANAGER', discount: policy.managerDiscount, mostMinor: policy.managerMinor },
  { role: 'CS_DIRECTOR', discount: policy.directorDiscount, mostMinor: policy.directorMinor },
]

/** Whether what is known of costs is not covered: a line whose cost nobody states hides none of the others. */
const isBelowCost = ({ lines }: Pick<PriceForm, 'lines'>): boolean => {
  const { offeredMinor, costMinor } = priceSums(lines.filter((line) => line.costMinor !== null))
  return costMinor !== null && offeredMinor < costMinor
}

/** Who alone approves it, whatever the signature policy says of the kind; below cost, the general manager. */
export const priceApprovers = (
  policy: PricePolicy,
  sums: PriceSums & Pick<PriceForm, 'lines'>,
): readonly Role[] => {
  const belowCost = isBelowCost(sums)
  const discount = discountBasisPoints(sums)
  const within = belowCost
    ? []
    : priceLimits(policy).filter((it) => discount <= it.discount && sums.offeredMinor <= it.mostMinor)
  return [...within.map(({ role }) => role), 'GENERAL_MANAGER']
}

/** `PF-2611-001`; `month` as `numberPeriod()` writes it. */
export const priceFormNumber = (month: string, serial: number): string =>
  `PF-${month}-${String(serial).padStart(3, '0')}`

type Row = Transition<PriceFormStatus, PriceFormAction>
const row = (
  action: PriceFormAction,
  from: readonly PriceFormStatus[],
  to: PriceFormStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'SALES',
  ...rest,
  permission: `priceForm:${action}`,
})

/** Nobody approves their own; what is changed after its approval is a draft again. */
export const PRICE_FORM_TRANSITIONS: readonly Row[] = [
  row('draft', [], 'DRAFT'),
  row('change', ['DRAFT', 'APPROVED'], 'DRAFT'),
  row('submit', ['DRAFT'], 'IN_SIGNING', { signs: 'PREPARED' }),
  row('review', ['IN_SIGNING'], 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
    accountable: 'CS_MANAGER',
  }),
  row('approve', ['IN_SIGNING'], 'APPROVED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'APPROVED',
    accountable: 'CS_MANAGER',
  }),
  row('reject', ['IN_SIGNING'], 'DRAFT', {
    requires: ['actorIsNotPreparer'],
    signs: 'REJECTED',
    accountable: 'CS_MANAGER',
  }),
  row('withdraw', ['DRAFT', 'IN_SIGNING'], 'WITHDRAWN'),
]

/** As rules see it, with the facts of its opportunity. */
export const priceFormFacts = (
  it: Pick<PriceForm, 'status' | 'preparedById' | 'writerIds' | 'reviewsOwed' | 'reviewerId'>,
  ofOpportunity: FactBag,
): FactBag & { readonly status: PriceFormStatus } => ({
  ...ofOpportunity,
  status: it.status,
  preparedById: it.preparedById,
  writerIds: it.writerIds,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

const rule = (fieldClass: 'internal' | 'personal', permission: Permission = 'priceForm:read') =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal')
const said = rule('personal')

export const PRICE_FORM_FIELDS: Readonly<Record<keyof PriceForm, FieldRule>> = {
  id: base,
  number: base,
  opportunityId: base,
  status: base,
  revision: base,
  lines: said,
  listMinor: base,
  offeredMinor: base,
  costMinor: base,
  note: said,
  draftedById: base,
  draftedAt: base,
  writerIds: base,
  preparedById: base,
  submittedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  decidedById: base,
  decidedAt: base,
  reason: said,
  version: base,
}

/** What everybody signs: the lines, what they come to, and of what opportunity. */
export const PRICE_FORM_SHAPE: { readonly [key: string]: ContentShape } = {
  priceForm: {
    number: 'internal',
    opportunityId: 'internal',
    revision: 'internal',
    listMinor: 'internal',
    offeredMinor: 'internal',
    costMinor: 'internal',
    note: 'personal',
  },
  priceLines: [
    {
      service: 'personal',
      unit: 'internal',
      quantityHundredths: 'internal',
      listMinor: 'internal',
      offeredMinor: 'internal',
      costMinor: 'internal',
    },
  ],
}
