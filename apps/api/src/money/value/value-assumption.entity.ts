import type { LabourRates, ValueAssumption as ValueAssumptionFacts } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** One revision of what is assumed; the newest is in force, `DEFAULT_ASSUMED` before the first. */
@Entity('value_assumption')
@Index('value_assumption_revision_key', ['orgId', 'revision'], { unique: true })
@Index('value_assumption_set_by_idx', ['orgId', 'setById'])
@References(() => Staff, 'setById')
export class ValueAssumption implements ValueAssumptionFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') revision: number
  @Column('jsonb') rates: LabourRates
  @Column('integer') serviceMarginBasisPoints: number
  @Column('integer') expectedYears: number
  @Column('integer') discountBasisPoints: number
  @Personal()
  @Column('text')
  reason: string
  @Column('uuid') setById: string
  @Instant() setAt: Date
}
