import {
  PROJECT_TYPES,
  PROJECT_TYPE_LABELS,
  ROLES,
  ROLE_LABELS,
  SITE_TIERS,
  SITE_TIER_LABELS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'

export const RoleEnum = publishEnum(
  'Role',
  ROLES,
  'Rules name roles, never persons. One person may hold several; rights are their union.',
  ROLE_LABELS,
)
export const ProjectTypeEnum = publishEnum(
  'ProjectType',
  PROJECT_TYPES,
  'Kind of property; it decides client kinds, criteria, calendars and categories.',
  PROJECT_TYPE_LABELS,
)

export const SiteTierEnum = publishEnum(
  'SiteTier',
  SITE_TIERS,
  'How many people the office of a site has.',
  SITE_TIER_LABELS,
)

@ObjectType('Organization', {
  implements: Node,
  description: 'The tenant: nothing of one is ever visible to another.',
})
export class OrganizationType extends Node {
  @Field(() => String, { description: 'The part after the @ of a sign-in name.' }) code: string
  @Field(() => String) name: string
  @Field(() => String, { description: 'IANA zone of local dates and of complaint numbers.' }) timeZone: string
  @Field(() => String, { description: 'ISO 4217 code of all amounts.' }) currency: string
  @Field(() => Boolean, { description: 'Holds sample data; people sign in by clicking a name.' })
  demonstration: boolean
}

@ObjectType('Department', { implements: Node, description: 'Hands over tasks and receives them.' })
export class DepartmentType extends Node {
  @Field(() => String) code: string
  @Field(() => String) name: string
  @Field(() => StaffType, { nullable: true, description: 'Who answers for it.' }) head: StaffType | null
  @Field(() => DateTime, { nullable: true, description: 'Set when the department takes no new work.' })
  archivedAt: Date | null
  @Field(() => Int, { description: 'How many people work there; who is disabled does not count.' })
  staffCount: number
  @Field(() => Int, { description: 'Give it as `expectedVersion` when changing the department.' })
  version: number
}

@ObjectType('Staff', {
  implements: Node,
  description: 'A member of staff: one account of one natural person.',
})
export class StaffType extends Node {
  @Field(() => String, { description: 'The part before the @ of a sign-in name.' }) signInName: string
  @Field(() => String) name: string
  @Field(() => String, { nullable: true }) position: string | null
  @Field(() => DepartmentType, { nullable: true }) department: DepartmentType | null
  @Field(() => [RoleEnum]) roles: string[]
  @Field(() => [TerritoryType], {
    description: 'What the person answers for on site; bounds what field staff see.',
  })
  territory: TerritoryType[]
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a second factor is set up. For those who may read the sign-in requirements.',
  })
  hasSecondFactor: boolean | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => DateTime, { nullable: true, description: 'Set when the person can no longer sign in.' })
  disabledAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion` when changing the person.' }) version: number
}

@ObjectType('Territory', {
  description: 'A whole project, or one building of it, given to a member of staff.',
})
export class TerritoryType {
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => BuildingType, { nullable: true, description: 'Null: the whole project.' })
  building: BuildingType | null
}

@ObjectType('Project', {
  implements: Node,
  description: 'A property under management: an estate, a tower, a park, a mall.',
})
export class ProjectType extends Node {
  @Field(() => String) code: string
  @Field(() => String) name: string
  @Field(() => ProjectTypeEnum) type: string
  @Field(() => String, { nullable: true }) address: string | null
  @Field(() => SiteTierEnum, { description: 'Which rules of the signature policy hold there.' }) tier: string
  @Field(() => [BuildingType]) buildings: BuildingType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion` when changing the project.' })
  version: number
}

@ObjectType('Building', { implements: Node, description: 'A building of a project.' })
export class BuildingType extends Node {
  @Field(() => String) name: string
  @Field(() => ProjectType, {
    nullable: true,
    description: 'Null where the project is outside your territory.',
  })
  project: ProjectType | null
  @Field(() => Int, { description: 'How many units it has.' }) unitCount: number
  @Field(() => Int, {
    nullable: true,
    description: 'Its cases to which something is still owed; null where you may not read all of them.',
  })
  openComplaintCount: number | null
  @Field(() => Int, { description: 'Give it as `expectedVersion` when adding units.' }) version: number
}

@ObjectType('Unit', { implements: Node, description: 'A flat, an office, a shop: what clients own or use.' })
export class UnitType extends Node {
  @Field(() => String, { description: 'Door number as people say it, e.g. `2-1803`.' }) label: string
  @Field(() => Int, { nullable: true }) floor: number | null
  @Field(() => BuildingType, { nullable: true }) building: BuildingType | null
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => String, { nullable: true, description: 'Who built it and answers for its warranty.' })
  developer: string | null
  @Field(() => LocalDate, { nullable: true, description: 'The last day of the warranty.' })
  warrantyEndsOn: string | null
  @Field(() => Int, {
    nullable: true,
    description: 'Chargeable area in hundredths of a square metre.',
  })
  areaHundredths: number | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const StaffConnection = connectionOf('Staff', StaffType)
export const UnitConnection = connectionOf('Unit', UnitType)
