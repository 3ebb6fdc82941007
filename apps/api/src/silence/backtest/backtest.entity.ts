import {
  SILENCE_BACKTEST_FIELDS,
  type BacktestResult,
  type SilenceBacktest,
  type SilenceBacktestStatus,
  type SilenceMeasure,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** What each column means is told by the domain's `SilenceBacktest`. */
@Entity('silence_backtest')
@ClassifiedBy(SILENCE_BACKTEST_FIELDS)
@Index('silence_backtest_requested_idx', ['orgId', 'requestedAt', 'id'])
@Index('silence_backtest_requested_by_idx', ['orgId', 'requestedById'])
@References(() => Staff, 'requestedById')
export class SilenceBacktestEntity implements SilenceBacktest {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') measure: SilenceMeasure
  @LocalDate() until: string
  @LocalDate() last: string
  @Column('text') status: SilenceBacktestStatus
  @Column('jsonb', { nullable: true }) result: BacktestResult | null
  @Column('uuid') requestedById: string
  @Instant() requestedAt: Date
  @Instant({ nullable: true }) finishedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
