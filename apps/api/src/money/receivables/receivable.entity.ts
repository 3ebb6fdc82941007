import {
  RECEIVABLE_FIELDS,
  type Receivable as ReceivableFacts,
  type ReceivableKind,
  type ReceivableState,
} from '@steward/domain'
import { Check, Column, Entity, Index } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { Building, Project, Staff, Unit } from '../../organization/organization.entity.ts'

/** What each column means is told by the domain's `Receivable`. */
@Entity('receivable')
@ClassifiedBy(RECEIVABLE_FIELDS)
@Index('receivable_number_key', ['orgId', 'number'], { unique: true })
@Index('receivable_charge_key', { synchronize: false })
@Index('receivable_client_idx', ['orgId', 'clientId', 'dueOn'])
@Index('receivable_unit_idx', ['orgId', 'unitId'])
@Index('receivable_project_idx', ['orgId', 'projectId', 'dueOn'])
@Index('receivable_building_idx', ['orgId', 'buildingId'])
@Index('receivable_registered_by_idx', ['orgId', 'registeredById'])
@Index('receivable_open_idx', { synchronize: false })
@Index('receivable_due_idx', ['orgId', 'dueOn', 'id'])
@Check('receivable_settled_check', 'amount_minor > 0 and settled_minor between 0 and amount_minor')
@References(() => Client, 'clientId')
@References(() => Unit, 'unitId')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
@References(() => Staff, 'registeredById')
export class Receivable implements ReceivableFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Column('uuid', { nullable: true }) unitId: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Column('text') kind: ReceivableKind
  @Column('text', { nullable: true }) period: string | null
  @Money() amountMinor: number
  @Money({ default: 0 }) settledMinor: number
  @Column('text', { default: 'OPEN' }) state: ReceivableState
  @LocalDate() dueOn: string
  @LocalDate({ nullable: true }) settledOn: string | null
  @Column('text', { nullable: true }) note: string | null
  @Column('text', { nullable: true }) chargeKey: string | null
  @Column('uuid', { nullable: true }) registeredById: string | null
  @Instant() registeredAt: Date
  @Instant({ nullable: true }) voidedAt: Date | null
  @Column('text', { nullable: true }) voidReason: string | null
  @Column('integer', { default: 1 }) version: number
}
