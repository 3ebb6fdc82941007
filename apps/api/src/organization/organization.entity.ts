import type { ProjectType, SiteTier, Role } from '@steward/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'

/** Directory: finds the tenant of a sign-in name before anybody is signed in. The only business table without row security. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid') id: string
  @Index('organization_code_key', { unique: true })
  @Column('text')
  code: string
  /** Set at creation and never after: demonstration mode starts only when all organizations bear it. */
  @Column('boolean', { default: false }) demonstration: boolean
  @Instant() createdAt: Date
}

@Entity('organization_profile')
@Index('organization_profile_org_key', ['orgId'], { unique: true })
export class OrganizationProfile {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') name: string
  /** IANA zone of local dates, numbers and working time. */
  @Column('text', { default: 'Asia/Shanghai' }) timeZone: string
  /** ISO 4217; one currency for the organization. */
  @Column('text', { default: 'CNY' }) currency: string
  @Column('integer', { default: 1 }) version: number
}

@Entity('department')
@Index('department_code_key', ['orgId', 'code'], { unique: true })
export class Department {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') name: string
  /** Who answers for it; no foreign key, since staff point at departments. The service keeps it. */
  @Column('uuid', { nullable: true }) headId: string | null
  @Instant({ nullable: true }) archivedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('staff')
@Index('staff_sign_in_name_key', ['orgId', 'signInName'], { unique: true })
@Index('staff_person_key', ['orgId', 'id', 'personId'], { unique: true })
@Index('staff_department_idx', ['orgId', 'departmentId'])
@References(() => Department, 'departmentId')
export class Staff {
  @OrgId() orgId: string
  @Id() id: string
  /** The natural person: two accounts of one person never count as two signers. */
  @Column('uuid') personId: string
  /** Part before the @ of `name@organization-code`; lower case. */
  @Column('text') signInName: string
  @Column('text') name: string
  @Column('text', { nullable: true }) position: string | null
  @Column('uuid', { nullable: true }) departmentId: string | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) disabledAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('staff_role')
@Index('staff_role_key', ['orgId', 'staffId', 'role'], { unique: true })
@References(() => Staff, 'staffId')
export class StaffRole {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('text') role: Role
}

/** What a member of the field staff answers for: a whole project, or one building of it. */
@Entity('staff_territory')
@Index('staff_territory_key', ['orgId', 'staffId', 'projectId', 'buildingId'], { unique: true })
@Index('staff_territory_project_idx', ['orgId', 'projectId'])
@Index('staff_territory_building_idx', ['orgId', 'buildingId'])
@References(() => Staff, 'staffId')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
export class StaffTerritory {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Column('uuid') projectId: string
  @Column('uuid', { nullable: true }) buildingId: string | null
}

@Entity('project')
@Index('project_code_key', ['orgId', 'code'], { unique: true })
export class Project {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') name: string
  @Column('text') type: ProjectType
  @Column('text', { nullable: true }) address: string | null
  @Column('text', { default: 'MEDIUM' }) tier: SiteTier
  @Instant({ nullable: true }) archivedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('building')
@Index('building_name_key', ['orgId', 'projectId', 'name'], { unique: true })
@References(() => Project, 'projectId')
export class Building {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') projectId: string
  @Column('text') name: string
  /** Taken back with the import that brought it: whoever lists buildings leaves such rows out. */
  @Instant({ nullable: true }) withdrawnAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('unit')
@Index('unit_label_key', ['orgId', 'buildingId', 'label'], { unique: true })
@Index('unit_project_idx', ['orgId', 'projectId'])
@Index('unit_label_idx', ['orgId', 'label'])
@Index('unit_door_idx', { synchronize: false })
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
export class Unit {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') projectId: string
  @Column('uuid') buildingId: string
  /** Door number as people say it, e.g. `2-1803`. */
  @Column('text') label: string
  @Column('integer', { nullable: true }) floor: number | null
  /** Who built it and answers for its warranty. */
  @Column('text', { nullable: true }) developer: string | null
  /** The last day of the warranty. */
  @LocalDate({ nullable: true }) warrantyEndsOn: string | null
  /** What fees are reckoned on, in hundredths of a square metre. */
  @Column('integer', { nullable: true }) areaHundredths: number | null
  /** Taken back with the import that brought it: whoever lists units leaves such rows out. */
  @Instant({ nullable: true }) withdrawnAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
