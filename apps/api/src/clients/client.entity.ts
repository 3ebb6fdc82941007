import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, Personal, References } from '../database/columns.ts'
import { Building, Project, Staff, Unit } from '../organization/organization.entity.ts'

@Entity('client')
@Index('client_code_key', ['orgId', 'code'], { unique: true })
@Index('client_phone_tail_idx', ['orgId', 'phoneTail'])
@Index('client_name_idx', ['orgId', 'name', 'id'])
@Index('client_key_account_manager_idx', ['orgId', 'keyAccountManagerId'])
@Index('client_grams_idx', { synchronize: false })
@Index('client_project_idx', ['orgId', 'projectId'])
@Index('client_building_idx', ['orgId', 'buildingId'])
@References(() => Staff, 'keyAccountManagerId')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
export class Client {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') kind: string
  @Column('text') relation: string
  @Personal()
  @Column('text')
  name: string
  /** E.164 or as dialled; full value only through the reveal mutation. */
  @Personal()
  @Column('text', { nullable: true })
  phone: string | null
  @Personal()
  @Column('text', { nullable: true })
  phoneMasked: string | null
  @Personal()
  @Column('text', { nullable: true })
  phoneTail: string | null
  /** Where the client agreed to be written to; full value only to whatever sends the mail. */
  @Personal()
  @Column('text', { nullable: true })
  email: string | null
  @Personal()
  @Column('text', { nullable: true })
  emailMasked: string | null
  /** 1- and 2-grams of name and code for the look-up (GIN with org_id). */
  @Personal()
  @Column('text', { array: true, default: '{}' })
  searchGrams: string[]
  @Column('uuid', { nullable: true }) keyAccountManagerId: string | null
  /** Where the client's present unit lies: the scope `territory` reads it. */
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) archivedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('client_occupancy')
@Index('client_occupancy_client_idx', ['orgId', 'clientId'])
@Index('client_occupancy_unit_idx', ['orgId', 'unitId'])
@References(() => Client, 'clientId')
@References(() => Unit, 'unitId')
export class ClientOccupancy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') unitId: string
  @Column('text') relation: string
  @LocalDate() fromOn: string
  @LocalDate({ nullable: true }) toOn: string | null
}
