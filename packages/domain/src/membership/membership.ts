/** Membership 会员: points are a ledger, the level follows from what was earned in a term, and what a rule says is policy. */
import type { FactBag } from '../access/facts.ts'
import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { MembershipAction, MembershipStatus, PointKind } from './vocabulary.ts'

/** A client's membership: one at most, which lapses and is renewed, is left and joined again. */
export interface Membership {
  readonly id: string
  /** `M-0001`. */
  readonly number: string
  readonly clientId: string
  readonly status: MembershipStatus
  readonly joinedOn: string
  /** What can be redeemed: the sum of the ledger. */
  readonly balance: number
  /** What was earned since `termFrom`: the level follows from it; redeeming takes nothing from it. */
  readonly termPoints: number
  /** What the last term earned: the level is not below it. */
  readonly keptLevel: number
  /** Place in the levels of the policy, from 1. */
  readonly level: number
  readonly termFrom: string
  /** The first day on which it is no longer in force. */
  readonly renewsOn: string
  readonly leftOn: string | null
  readonly leaveReason: string | null
  readonly version: number
}

/** One line of the ledger of points; history. */
export interface PointEntry {
  readonly id: string
  readonly membershipId: string
  readonly kind: PointKind
  /** Positive: earned, or given back; negative: spent, expired, or taken back. */
  readonly points: number
  readonly occurredOn: string
  /** Of what was earned: the first day on which it is worth nothing. */
  readonly expiresOn: string | null
  readonly reason: string | null
  /** Of what was paid. */
  readonly paymentId: string | null
  /** Of a referral: who came. */
  readonly referredClientId: string | null
  /** Of a correction: the line that it takes back. */
  readonly correctsId: string | null
  /** Null: the rule's own. */
  readonly byId: string | null
  readonly at: Date
}

export interface MembershipLevel {
  readonly name: string
  /** Points earned within the term, from which it is reached. */
  readonly fromPoints: number
  /** What it gives, in words. */
  readonly gives: string
}

export interface MembershipPolicy {
  /** The lowest first; the first is everybody's. */
  readonly levels: readonly MembershipLevel[]
  /** For each whole 100 yuan that is paid. */
  readonly pointsPerHundred: number
  readonly referralPoints: number
  readonly eventPoints: number
  /** Months until earned points are worth nothing. */
  readonly pointsMonths: number
  readonly termMonths: number
  /** Days before the end of a term from which on renewal is due. */
  readonly remindDays: number
}

/** While an organization has not set its own. */
export const DEFAULT_MEMBERSHIP_POLICY: MembershipPolicy = {
  levels: [
    { name: '普通会员', fromPoints: 0, gives: '会员活动优先报名' },
    { name: '银卡会员', fromPoints: 300, gives: '家政服务九五折，维修材料九折' },
    { name: '金卡会员', fromPoints: 1_000, gives: '家政服务九折，每年一次免费家电清洗' },
  ],
  pointsPerHundred: 1,
  referralPoints: 100,
  eventPoints: 20,
  pointsMonths: 24,
  termMonths: 12,
  remindDays: 30,
}

export const membershipNumber = (serial: number): string => `M-${String(serial).padStart(4, '0')}`

/** The place of the highest level that the points reach, from 1. */
export const membershipLevelOf = ({ levels }: Pick<MembershipPolicy, 'levels'>, points: number): number =>
  Math.max(1, levels.filter(({ fromPoints }) => fromPoints <= points).length)

/** Points of a payment: whole hundreds of yuan count. */
export const pointsOfPayment = (
  { pointsPerHundred }: Pick<MembershipPolicy, 'pointsPerHundred'>,
  amountMinor: number,
): number => Math.floor(amountMinor / 10_000) * pointsPerHundred

type Counted = Pick<PointEntry, 'points' | 'expiresOn'>

/**
 * How many points expire now: what is spent is spent of the oldest first, so that only what was earned too long ago and never spent
 * goes. A correction bears the day of what it takes back, and so counts with it.
 */
export const expiringPoints = (entries: readonly Counted[], today: string): number => {
  const old = entries
    .filter(({ expiresOn }) => expiresOn !== null && expiresOn <= today)
    .reduce((sum, { points }) => sum + points, 0)
  const spent = entries
    .filter(({ expiresOn }) => expiresOn === null)
    .reduce((sum, { points }) => sum - points, 0)
  return Math.max(0, old - spent)
}

const EARNING: readonly PointKind[] = ['PAID', 'REFERRAL', 'EVENT']

/** What counts for the level of a term: earned since its first day, less what was corrected of it. */
export const countsForTerm = (
  { kind, occurredOn, expiresOn }: Pick<PointEntry, 'kind' | 'occurredOn' | 'expiresOn'>,
  termFrom: string,
): boolean =>
  occurredOn >= termFrom && (EARNING.includes(kind) || (kind === 'CORRECTED' && expiresOn !== null))

/** Renewal is due so many days before the end of the term, and while it has lapsed. */
export const renewalIsDue = (
  { status, renewsOn }: Pick<Membership, 'status' | 'renewsOn'>,
  { remindDays }: Pick<MembershipPolicy, 'remindDays'>,
  today: string,
): boolean =>
  status === 'LAPSED' ||
  (status === 'ACTIVE' && Date.parse(renewsOn) - Date.parse(today) <= remindDays * 86_400_000)

type Row = Transition<MembershipStatus, MembershipAction>
const row = (
  action: MembershipAction,
  from: readonly MembershipStatus[],
  to: MembershipStatus | 'SAME',
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CR_SPECIALIST',
  permission: `membership:${action}`,
})

/** Who has left joins again, under the same number. */
export const MEMBERSHIP_TRANSITIONS: readonly Row[] = [
  row('join', ['LEFT'], 'ACTIVE'),
  row('credit', ['ACTIVE'], 'SAME'),
  row('redeem', ['ACTIVE'], 'SAME'),
  row('correct', ['ACTIVE', 'LAPSED'], 'SAME'),
  row('renew', ['ACTIVE', 'LAPSED'], 'ACTIVE'),
  row('leave', ['ACTIVE', 'LAPSED'], 'LEFT'),
]

export const membershipFacts = (
  it: Pick<Membership, 'status'>,
  ofClient: FactBag,
): FactBag & { readonly status: MembershipStatus } => ({ ...ofClient, status: it.status })

const rule = (fieldClass: 'internal' | 'personal', permission: Permission = 'membership:read') =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal')
const said = rule('personal')

export const MEMBERSHIP_FIELDS: Readonly<Record<keyof Membership, FieldRule>> = {
  id: base,
  number: base,
  clientId: base,
  status: base,
  joinedOn: base,
  balance: base,
  termPoints: base,
  keptLevel: base,
  level: base,
  termFrom: base,
  renewsOn: base,
  leftOn: base,
  leaveReason: said,
  version: base,
}

export const POINT_ENTRY_FIELDS: Readonly<Record<keyof PointEntry, FieldRule>> = {
  id: base,
  membershipId: base,
  kind: base,
  points: base,
  occurredOn: base,
  expiresOn: base,
  reason: said,
  paymentId: base,
  referredClientId: base,
  correctsId: base,
  byId: base,
  at: base,
}
