import type { Role, SavedView, ViewPlace, ViewSharing } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, OrgId, Personal, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

/** A list as somebody narrowed and named it. */
@Entity('saved_view')
@Index('saved_view_name_key', ['orgId', 'ownerId', 'place', 'name'], { unique: true })
@Index('saved_view_department_idx', ['orgId', 'departmentId'])
@References(() => Staff, 'ownerId')
@References(() => Department, 'departmentId')
export class SavedViewEntity implements SavedView {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') place: ViewPlace
  @Personal()
  @Column('text')
  name: string
  /** Of a field that tells of people it can hold what is looked for. */
  @Personal()
  @Column('text')
  query: string
  @Column('text') sharing: ViewSharing
  @Column('uuid') ownerId: string
  @Column('uuid', { nullable: true }) departmentId: string | null
  @Column('text', { nullable: true }) sharedRole: Role | null
  @Column('integer') position: number
  @Column('integer', { default: 1 }) version: number
}

/** A view that others share, among somebody's own tabs. */
@Entity('saved_view_pin')
@Index('saved_view_pin_key', ['orgId', 'staffId', 'savedViewId'], { unique: true })
@Index('saved_view_pin_view_idx', ['orgId', 'savedViewId'])
@References(() => Staff, 'staffId')
@References(() => SavedViewEntity, 'savedViewId')
export class SavedViewPin {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') savedViewId: string
  @Column('uuid') staffId: string
}
