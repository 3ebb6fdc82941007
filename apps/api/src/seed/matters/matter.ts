/**
 * What a case can be about: the texts of a kind of trouble, from the first call to what prevents the next one. Lists of
 * texts go together: the first finding belongs to the first account. Templates (template.ts) may use these slots: `client`
 * 王女士 or the company, `who` 业主, 租户 …, `way` the client came by (来电, 在微信上 …), `place` door number, `floor`,
 * `building`, `project`, `centre` its service centre, `amount` in yuan of the option on the table, and the matter's own
 * `words`.
 */
import type { Cause, ClientRelation, Kind, OptionKind, ProjectType, Purpose, Severity } from '@steward/domain'
import type { CategoryCode } from '../../founding/categories.ts'

type Templates = readonly [string, ...string[]]

export interface Matter {
  readonly category: CategoryCode
  readonly at: readonly ProjectType[]
  readonly kind: Kind
  readonly severity: readonly [Severity, ...Severity[]]
  readonly purpose?: Purpose
  /** Where it lies; in the client's own unit unless said otherwise. */
  readonly spot?: 'unit' | 'building' | 'project'
  /** Whom it comes from, where not from those who live or work there. */
  readonly from?: ClientRelation
  /** Chosen once a case, so that all its texts speak of the same thing. */
  readonly words?: Readonly<Record<string, Templates>>
  readonly summary: Templates
  readonly facts: Templates
  readonly demand?: Templates
}

/** Settled by whoever takes the call. */
export interface QuickMatter extends Matter {
  readonly severity: readonly [3 | 4, ...(3 | 4)[]]
  /** Owed for complaints and anomaly reports. */
  readonly cause?: Cause
  readonly outcome: Templates
}

export interface Option {
  readonly kind: OptionKind
  readonly description: string
  /** What it costs, in yuan: from, to. Absent: nothing. */
  readonly yuan?: readonly [number, number]
}

export interface FormalMatter extends Matter {
  /** Comes at any hour and cannot wait. */
  readonly urgent?: true
  /** What is done on the spot, before anything else. */
  readonly containment?: string
  readonly cause: Cause
  /** Our share of the fault in percent: from, to. */
  readonly faultShare: readonly [number, number]
  readonly responsible: 'SITE' | 'ENGINEERING' | 'SERVICE' | null
  readonly findings: Templates
  /** The recommended one first. */
  readonly options: readonly [Option, ...Option[]]
  /** What a department is told to do, and what it reports, unless the option is money. */
  readonly order?: {
    readonly to: 'SITE' | 'ENGINEERING'
    readonly instruction: Templates
    readonly evidence: Templates
  }
  readonly outcome: Templates
  readonly causeNote: string
  readonly prevention: string
  /** Where it can turn out not to hold. */
  readonly unfounded?: { readonly findings: string; readonly reason: string }
  /** Where the demand can go too far. */
  readonly excessive?: { readonly demand: string; readonly reason: string; readonly alternative: string }
  /** Where somebody else has to remedy it. */
  readonly referral?: { readonly to: string; readonly reason: string; readonly answer: string }
}

export const HOMES = ['RESIDENTIAL'] as const
export const OFFICES = ['OFFICE'] as const
export const FACTORIES = ['INDUSTRIAL'] as const
export const SHOPS = ['COMMERCIAL'] as const
export const TOWERS = ['RESIDENTIAL', 'OFFICE'] as const
export const EVERYWHERE = ['RESIDENTIAL', 'OFFICE', 'INDUSTRIAL', 'COMMERCIAL'] as const
