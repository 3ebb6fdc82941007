import { METRIC_ENTRY_FIELDS, type MetricEntry as MetricEntryFacts } from '@steward/domain'
import { Check, Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** What each column means is told by the domain's `MetricEntry`. */
@Entity('metric_entry')
@ClassifiedBy(METRIC_ENTRY_FIELDS)
@Index('metric_entry_client_idx', ['orgId', 'clientId', 'metricKey', 'enteredOn'])
@Index('metric_entry_recorded_by_idx', ['orgId', 'recordedById'])
@Check('metric_entry_score_check', 'score between 0 and 10000')
@References(() => Client, 'clientId')
@References(() => Staff, 'recordedById')
export class MetricEntry implements MetricEntryFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') metricKey: string
  @Column('text') name: string
  @Column('integer') score: number
  @Column('text') evidence: string
  @LocalDate() enteredOn: string
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
  @Instant({ nullable: true }) voidedAt: Date | null
  @Column('text', { nullable: true }) voidReason: string | null
  @Column('integer', { default: 1 }) version: number
}
