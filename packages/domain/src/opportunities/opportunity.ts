import type { FactBag } from '../access/facts.ts'
import type { Role } from '../access/roles.ts'
import type { ContactChannel } from '../clients/vocabulary.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import {
  OPEN_OPPORTUNITY_STATUSES,
  type OpenOpportunityStatus,
  type OpportunityAction,
  type OpportunityEventAction,
  type OpportunityLossReason,
  type OpportunityOrigin,
  type OpportunityStatus,
} from './vocabulary.ts'

/** A chance to sell a client something 商机: what they need, how far it came, what it may bring, what comes next. */
export interface Opportunity {
  readonly id: string
  /** O0001: in the order in which they came. */
  readonly number: string
  readonly clientId: string
  /** The project that it is about. */
  readonly projectId: string | null
  readonly title: string
  /** What they need, in words. */
  readonly need: string | null
  readonly origin: OpportunityOrigin
  /** The lead, reception or case that it arose from: the one that `origin` names, and it stays. */
  readonly leadId: string | null
  readonly receptionId: string | null
  readonly complaintId: string | null
  readonly status: OpportunityStatus
  /** Who answers for it. */
  readonly assigneeId: string
  /** Minor units of the organization's currency; null: not known yet. */
  readonly expectedMinor: number | null
  readonly expectedCloseOn: string | null
  readonly nextStep: string | null
  readonly nextStepOn: string | null
  /** When something was last done about it: it counts as untouched from here on. */
  readonly touchedAt: Date
  /** When it counts as untouched if nothing is done; null at its end. */
  readonly stallsAt: Date | null
  /** Since when it is told to be untouched; null once it is touched. */
  readonly stalledAt: Date | null
  readonly openedById: string
  readonly openedAt: Date
  /** The first time each; they stay when it steps back. */
  readonly proposedAt: Date | null
  readonly quotedAt: Date | null
  readonly agreedAt: Date | null
  readonly wonAt: Date | null
  readonly lostAt: Date | null
  readonly lossReason: OpportunityLossReason | null
  /** Of a won one: what was agreed, in minor units, from which day on, and the number of the contract. */
  readonly wonMinor: number | null
  readonly contractOn: string | null
  readonly contractNumber: string | null
  readonly version: number
}

/** One line of its history. */
export interface OpportunityEvent {
  readonly id: string
  readonly opportunityId: string
  readonly action: OpportunityEventAction
  readonly fromStatus: OpportunityStatus | null
  readonly toStatus: OpportunityStatus
  readonly at: Date
  /** Null: it followed from something else. */
  readonly byId: string | null
  readonly assigneeId: string | null
  readonly channel: ContactChannel | null
  readonly note: string | null
}

/** How likely each stage ends in a deal, and how long it may lie untouched, as the organization has set it. */
export interface OpportunityPolicy {
  /** Percent, 0 to 100. */
  readonly needChance: number
  readonly proposalChance: number
  readonly quotationChance: number
  readonly signingChance: number
  /** Working days without a touch after which whoever answers for it is told. */
  readonly needDays: number
  readonly proposalDays: number
  readonly quotationDays: number
  readonly signingDays: number
}

/** While an organization has not set its own. */
export const DEFAULT_OPPORTUNITY_POLICY: OpportunityPolicy = {
  needChance: 10,
  proposalChance: 30,
  quotationChance: 50,
  signingChance: 80,
  needDays: 10,
  proposalDays: 7,
  quotationDays: 5,
  signingDays: 3,
}

const CHANCE = {
  NEED: 'needChance',
  PROPOSAL: 'proposalChance',
  QUOTATION: 'quotationChance',
  SIGNING: 'signingChance',
} as const
const DAYS = {
  NEED: 'needDays',
  PROPOSAL: 'proposalDays',
  QUOTATION: 'quotationDays',
  SIGNING: 'signingDays',
} as const

export const isOpenStage = (status: OpportunityStatus): status is OpenOpportunityStatus =>
  (OPEN_OPPORTUNITY_STATUSES as readonly OpportunityStatus[]).includes(status)

/** Percent; what is won is certain, what is lost is nothing. */
export const chanceOf = (policy: OpportunityPolicy, status: OpportunityStatus): number =>
  isOpenStage(status) ? policy[CHANCE[status]] : status === 'WON' ? 100 : 0

export const untouchedDays = (policy: OpportunityPolicy, stage: OpenOpportunityStatus): number =>
  policy[DAYS[stage]]

/** What a sum is worth at its stage, in minor units, half up, rounded once. */
export const weightedMinor = (sumMinor: number, chancePercent: number): number => {
  const whole = BigInt(sumMinor) * BigInt(chancePercent)
  return Number((whole * 2n + 100n) / 200n)
}

/** Of the n-th opportunity: O0001. */
export const opportunityNumber = (serial: number): string => `O${String(serial).padStart(4, '0')}`

type Row = Transition<OpportunityStatus, OpportunityAction>
const row = (
  action: OpportunityAction,
  from: readonly OpportunityStatus[],
  to: OpportunityStatus | 'SAME',
  accountable: Role = 'SALES',
): Row => ({ action, from, to, accountable, requires: [], permission: `opportunity:${action}` })

/** From where to where an opportunity goes, by which verb. That `agree` needs approved prices, the price form says. */
export const OPPORTUNITY_TRANSITIONS: readonly Row[] = [
  row('open', [], 'NEED'),
  row('contact', OPEN_OPPORTUNITY_STATUSES, 'SAME'),
  row('propose', ['NEED'], 'PROPOSAL'),
  row('quote', ['PROPOSAL'], 'QUOTATION'),
  row('agree', ['QUOTATION'], 'SIGNING'),
  row('win', ['SIGNING'], 'WON'),
  row('assign', OPEN_OPPORTUNITY_STATUSES, 'SAME', 'CR_SUPERVISOR'),
  row('amend', OPEN_OPPORTUNITY_STATUSES, 'SAME'),
  row('stepBack', ['PROPOSAL'], 'NEED'),
  row('stepBack', ['QUOTATION'], 'PROPOSAL'),
  row('stepBack', ['SIGNING'], 'QUOTATION'),
  row('lose', OPEN_OPPORTUNITY_STATUSES, 'LOST'),
  row('reopen', ['LOST'], 'NEED'),
]

/** What scopes and life cycle ask of it; whose account its client is, the client's row says. */
export const opportunityFacts = (
  it: Pick<Opportunity, 'status' | 'openedById' | 'assigneeId'>,
  keyAccountManagerId: string | null,
) =>
  ({
    status: it.status,
    registeredById: it.openedById,
    assigneeId: it.assigneeId,
    keyAccountManagerId,
  }) satisfies FactBag
