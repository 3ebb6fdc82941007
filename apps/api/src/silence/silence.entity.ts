/** Silence: the rule, the fitted model, and the alerts. What each column means is told by the domain's `SilencePolicy`, `BgNbdFit` and `SilenceAlert`. */
import {
  SILENCE_ALERT_FIELDS,
  type SilenceAlert,
  type SilenceAlertStatus,
  type SilenceBasis,
  type SilenceOutcome,
  type SilencePolicy,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** One fit; append-only. Parameters are kept as they were rounded, in figures: what was computed from them is computed again for ever. */
@Entity('silence_model')
@Index('silence_model_fitted_idx', ['orgId', 'fittedAt', 'id'])
export class SilenceModelEntity {
  @OrgId() orgId: string
  @Id() id: string
  /** Events up to this day were known. */
  @LocalDate() asOf: string
  @Column('text') r: string
  @Column('text') alpha: string
  @Column('text') a: string
  @Column('text') b: string
  @Column('text') logLikelihood: string
  @Column('integer') clients: number
  @Column('integer') repeating: number
  /** Whether alerts go by it: see the domain's `canTell()`. */
  @Column('boolean') isUsed: boolean
  @Instant() fittedAt: Date
}

@Entity('silence_alert')
@ClassifiedBy(SILENCE_ALERT_FIELDS)
@Index('silence_alert_raised_idx', ['orgId', 'raisedOn', 'id'])
@Index('silence_alert_visit_by_idx', ['orgId', 'visitBy', 'id'])
@Index('silence_alert_client_idx', ['orgId', 'clientId', 'raisedOn', 'id'])
@Index('silence_alert_model_idx', ['orgId', 'modelId'])
@Index('silence_alert_acknowledged_by_idx', ['orgId', 'acknowledgedById'])
@Index('silence_alert_visitor_idx', ['orgId', 'visitorId'])
@Index('silence_alert_visit_proposed_by_idx', ['orgId', 'visitProposedById'])
@Index('silence_alert_visit_idx', ['orgId', 'visitId'])
@Index('silence_alert_closed_by_idx', ['orgId', 'closedById'])
@References(() => Client, 'clientId')
@References(() => SilenceModelEntity, 'modelId')
@References(() => Staff, 'acknowledgedById')
@References(() => Staff, 'visitorId')
@References(() => Staff, 'visitProposedById')
@References(() => Reception, 'visitId')
@References(() => Staff, 'closedById')
export class SilenceAlertEntity implements SilenceAlert {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') basis: SilenceBasis
  @Column('text') status: SilenceAlertStatus
  @LocalDate() raisedOn: string
  @LocalDate() lastEventOn: string
  @LocalDate() silentOn: string
  @Column('integer', { nullable: true }) usualGapDays: number | null
  @Column('integer', { nullable: true }) score: number | null
  @Column('integer', { nullable: true }) threshold: number | null
  @Column('uuid', { nullable: true }) modelId: string | null
  @Column('uuid', { array: true }) complaintIds: string[]
  @LocalDate() visitBy: string
  @Column('uuid', { nullable: true }) visitorId: string | null
  @Column('uuid', { nullable: true }) visitProposedById: string | null
  @Column('uuid', { nullable: true }) acknowledgedById: string | null
  @Instant({ nullable: true }) acknowledgedAt: Date | null
  @Column('uuid', { nullable: true }) visitId: string | null
  @Instant({ nullable: true }) visitedAt: Date | null
  @Column('text', { nullable: true }) outcome: SilenceOutcome | null
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid', { nullable: true }) closedById: string | null
  @Instant({ nullable: true }) closedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** When clients of an organization are next looked at; while that goes on, how far it came. One row an organization, for good. */
@Entity('silence_due')
export class SilenceDue {
  @OrgId() orgId: string
  /** The organization's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** The last client that was looked at; null: it has not begun. */
  @Column('uuid', { nullable: true }) after: string | null
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_SILENCE_POLICY` before. */
@Entity('silence_policy')
@Index('silence_policy_key', ['orgId'], { unique: true })
export class SilencePolicyEntity implements SilencePolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') leastGaps: number
  @Column('integer') rhythmThreshold: number
  @Column('integer') modelThreshold: number
  @Column('integer') leastDays: number
  @Column('integer') complaints: number
  @Column('integer') complaintWindowDays: number
  @Column('integer') quietDays: number
  @Column('integer') lostAfterDays: number
  @Column('integer', { default: 1 }) version: number
}
