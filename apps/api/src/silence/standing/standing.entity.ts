/** Where clients stand, reckoned by the worker at night: pages read these rows, never all records of all clients. */
import type { LossStep } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, Money, OrgId } from '../../database/columns.ts'
import type { CompanyYear } from '../../money/value/company-year.service.ts'

/** One client in use; the id is the client's own, without a foreign key: whoever is merged or erased is left out by whoever reads. */
@Entity('client_standing')
@Index('client_standing_step_idx', ['orgId', 'step', 'lastPaidOn', 'id'])
@Index('client_standing_paid_idx', ['orgId', 'lastPaidOn', 'id'])
export class ClientStanding {
  @OrgId() orgId: string
  @Id() id: string
  @LocalDate() measuredOn: string
  @Column('text', { nullable: true }) step: LossStep | null
  /** Within a year. */
  @Column('boolean') complained: boolean
  @Column('boolean') grumbled: boolean
  /** `NEVER_PAID` where there is no payment. */
  @LocalDate() lastPaidOn: string
  /** Days of payment, and what was paid, within a year. */
  @Column('integer') times: number
  @Money() minor: number
}

/** Who has never paid comes before everybody who has. */
export const NEVER_PAID = '1970-01-01'

export interface StepCount {
  readonly step: LossStep | null
  readonly clients: number
  readonly complained: number
  readonly saidNothing: number
}

/** What a night came to, of all clients of an organization. */
export interface Figures {
  readonly steps: readonly StepCount[]
  /** From which value on a score is 2, 3, 4, 5; empty while nobody has paid. */
  readonly from: {
    readonly recency: readonly string[]
    readonly frequency: readonly number[]
    readonly monetary: readonly number[]
  }
  readonly cells: readonly {
    readonly recency: number
    readonly frequency: number
    readonly clients: number
    readonly monetaryTenths: number
  }[]
  readonly bounds: readonly {
    readonly score: number
    readonly lastFrom: string | null
    readonly lastTo: string | null
    readonly timesFrom: number | null
    readonly timesTo: number | null
  }[]
  readonly company: CompanyYear
}

/** One row an organization: the newest night. */
@Entity('standing_figures')
export class StandingFigures {
  @OrgId() orgId: string
  /** The organization's own. */
  @Id() id: string
  @LocalDate() asOf: string
  @Instant() reckonedAt: Date
  @Column('jsonb') figures: Figures
}

/** When an organization is reckoned next; while that goes on, how far it came and what it came to so far. One row an organization, for good. */
@Entity('standing_due')
export class StandingDue {
  @OrgId() orgId: string
  /** The organization's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** The last client that was reckoned; null: it has not begun. */
  @Column('uuid', { nullable: true }) after: string | null
  /** The day that it is done for, also when midnight passes. */
  @LocalDate({ nullable: true }) measuredOn: string | null
  @Column('jsonb', { nullable: true }) sums: CompanyYear | null
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}
