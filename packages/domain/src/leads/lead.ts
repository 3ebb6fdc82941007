import type { ClientKind } from '../clients/client.ts'
import type { ClientSource, ContactChannel } from '../clients/vocabulary.ts'
import type { LeadEventAction, LeadLossReason, LeadStatus } from './vocabulary.ts'

/** Somebody who may become a client, and who looks after that. */
export interface Lead {
  readonly id: string
  /** L0001: in the order in which they came. */
  readonly number: string
  readonly kind: ClientKind
  readonly name: string
  /** As `normalisePhone` stores it; in full only by a reveal, to whoever has the lead. */
  readonly phone: string | null
  readonly phoneMasked: string | null
  readonly phoneTail: string | null
  readonly email: string | null
  readonly emailMasked: string | null
  /** What they look for, in words. */
  readonly need: string | null
  readonly projectId: string | null
  readonly sourceId: string
  readonly campaignId: string | null
  /** Who sent them: a client of ours, else in words; never both. */
  readonly referrerClientId: string | null
  readonly referrer: string | null
  readonly status: LeadStatus
  /** Who has it; null while it is in the pool. */
  readonly assigneeId: string | null
  readonly assignedAt: Date | null
  /** Since when it is in the pool; null while somebody has it, and at its end. */
  readonly pooledAt: Date | null
  /** When whoever has it last did something about it: the return to the pool is reckoned from here. */
  readonly touchedAt: Date
  /** When it returns to the pool by itself if nothing is done; null while nobody has it. */
  readonly returnsAt: Date | null
  readonly nextStep: string | null
  readonly nextStepOn: string | null
  readonly openedById: string
  readonly openedAt: Date
  /** The first time each; they stay when the lead goes back to the pool. */
  readonly contactedAt: Date | null
  readonly qualifiedAt: Date | null
  readonly convertedAt: Date | null
  readonly lostAt: Date | null
  readonly lossReason: LeadLossReason | null
  /** Whose archive it was converted into. */
  readonly clientId: string | null
  readonly version: number
}

/** One line of a lead's history; of a contact, how they were reached and what was said. */
export interface LeadEvent {
  readonly id: string
  readonly leadId: string
  readonly action: LeadEventAction
  readonly fromStatus: LeadStatus | null
  readonly toStatus: LeadStatus
  readonly at: Date
  /** Null: the clock. */
  readonly byId: string | null
  /** Whose it became, or whose it was when it went back to the pool. */
  readonly assigneeId: string | null
  readonly channel: ContactChannel | null
  readonly note: string | null
}

/** Where leads come from: a row of the organization. */
export interface LeadSource {
  readonly id: string
  readonly name: string
  /** What an archive that is opened from such a lead says about how we came to know them. */
  readonly countsAs: ClientSource
  readonly retiredAt: Date | null
  readonly version: number
}

/** What was undertaken to win clients, of one source, and what it cost. */
export interface Campaign {
  readonly id: string
  readonly name: string
  readonly sourceId: string
  readonly startsOn: string
  readonly endsOn: string | null
  /** Minor units of the organization's currency; null: not known yet. */
  readonly costMinor: number | null
  readonly retiredAt: Date | null
  readonly version: number
}

/** How leads go round, as the organization has set it. */
export interface LeadPolicy {
  /** Working days without a touch after which a lead returns to the pool. */
  readonly returnAfterDays: number
  /** So many working days before that, whoever has it is warned. */
  readonly warnBeforeDays: number
  /** Claims of one person on one local day. */
  readonly claimsADay: number
}

/** While an organization has not set its own. */
export const DEFAULT_LEAD_POLICY: LeadPolicy = { returnAfterDays: 5, warnBeforeDays: 1, claimsADay: 10 }

/** Of the n-th lead: L0001. */
export const leadNumber = (serial: number): string => `L${String(serial).padStart(4, '0')}`

/** What an organization begins with; from there it keeps its own list. */
export const USUAL_LEAD_SOURCES: readonly Pick<LeadSource, 'name' | 'countsAs'>[] = [
  { name: '客户介绍', countsAs: 'REFERRAL' },
  { name: '上门', countsAs: 'WALK_IN' },
  { name: '来电', countsAs: 'CALL' },
  { name: '网络', countsAs: 'WEB' },
  { name: '活动', countsAs: 'CAMPAIGN' },
  { name: '开发商名单', countsAs: 'DEVELOPER' },
  { name: '合作方推荐', countsAs: 'PARTNER' },
]

/** What each client that was won did cost, in minor units, half up; null where nothing was won or nothing is known. */
export const costPerClient = (costMinor: number | null, clients: number): number | null =>
  costMinor === null || clients === 0 ? null : Math.round(costMinor / clients)
