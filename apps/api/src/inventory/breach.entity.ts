import type { BreachStatus, InformationBreach as Facts } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, Personal, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'
import { InformationCheck, InformationItemEntity } from './inventory.entity.ts'

/** Unauthorised reading of client information: see the domain's `InformationBreach`. */
@Entity('information_breach')
@Index('information_breach_number_key', ['orgId', 'number'], { unique: true })
@Index('information_breach_recorded_idx', ['orgId', 'recordedAt', 'id'])
@Index('information_breach_department_idx', ['orgId', 'departmentId'])
@Index('information_breach_item_idx', ['orgId', 'itemId'])
@Index('information_breach_check_idx', ['orgId', 'checkId'])
@Index('information_breach_staff_idx', ['orgId', 'staffId'])
@Index('information_breach_recorded_by_idx', ['orgId', 'recordedById'])
@Index('information_breach_concluded_by_idx', ['orgId', 'concludedById'])
@References(() => Department, 'departmentId')
@References(() => InformationItemEntity, 'itemId')
@References(() => InformationCheck, 'checkId')
@References(() => Staff, 'staffId')
@References(() => Staff, 'recordedById')
@References(() => Staff, 'concludedById')
export class InformationBreachEntity implements Facts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') status: BreachStatus
  @Column('uuid') departmentId: string
  @Column('uuid', { nullable: true }) itemId: string | null
  @Column('uuid', { nullable: true }) checkId: string | null
  @Column('uuid') staffId: string
  @LocalDate() happenedOn: string
  @Personal()
  @Column('text')
  what: string
  @Personal()
  @Column('text')
  evidence: string
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
  @Personal()
  @Column('text', { nullable: true })
  statement: string | null
  @Instant({ nullable: true }) statedAt: Date | null
  @Personal()
  @Column('text', { nullable: true })
  conclusion: string | null
  @Personal()
  @Column('text', { nullable: true })
  unheard: string | null
  @Column('uuid', { nullable: true }) concludedById: string | null
  @Instant({ nullable: true }) concludedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
