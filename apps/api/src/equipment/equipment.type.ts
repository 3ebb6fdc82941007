import {
  EQUIPMENT_ACTION_LABELS,
  EQUIPMENT_CLASS_LABELS,
  EQUIPMENT_CLASSES,
  EQUIPMENT_STATE_LABELS,
  EQUIPMENT_STATES,
  EQUIPMENT_TRANSITIONS,
  INSPECTION_BASES,
  INSPECTION_BASIS_LABELS,
  INSPECTION_RESULT_LABELS,
  INSPECTION_RESULTS,
  OUTAGE_CAUSE_LABELS,
  OUTAGE_CAUSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { BuildingType, ProjectType, StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const EquipmentClassEnum = publishEnum(
  'EquipmentClass',
  EQUIPMENT_CLASSES,
  'What kind of machine or facility it is.',
  EQUIPMENT_CLASS_LABELS,
)
export const EquipmentStateEnum = publishEnum(
  'EquipmentState',
  EQUIPMENT_STATES,
  'Whether a machine runs. OUT_OF_SERVICE while an outage of it lasts.',
  EQUIPMENT_STATE_LABELS,
)
const EquipmentActionEnum = publishEnum(
  'EquipmentAction',
  EQUIPMENT_TRANSITIONS.map(({ action }) => actionName(action)),
  'What can be done with a machine; the mutation of the same name does it.',
  Object.fromEntries(
    EQUIPMENT_TRANSITIONS.map(({ action }) => [actionName(action), EQUIPMENT_ACTION_LABELS[action]]),
  ),
)
export const OutageCauseEnum = publishEnum(
  'OutageCause',
  OUTAGE_CAUSES,
  'Why a machine stood still.',
  OUTAGE_CAUSE_LABELS,
)
export const InspectionBasisEnum = publishEnum(
  'InspectionBasis',
  INSPECTION_BASES,
  'Whether the law asks for an inspection, or the house does.',
  INSPECTION_BASIS_LABELS,
)
export const InspectionResultEnum = publishEnum(
  'InspectionResult',
  INSPECTION_RESULTS,
  'What an inspection came to.',
  INSPECTION_RESULT_LABELS,
)

@ObjectType('EquipmentOutage', { implements: Node, description: 'A time in which a machine stood still.' })
export class EquipmentOutageType extends Node {
  @Field(() => DateTime) startedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'Null: it still does.' }) endedAt: Date | null
  @Field(() => OutageCauseEnum) cause: string
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) reportedBy: StaffType | null
  @Field(() => DateTime) reportedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who said that it runs again.' })
  endedBy: StaffType | null
}

@ObjectType('EquipmentInspectionRecord', {
  implements: Node,
  description: 'That an inspection of a machine was carried out, and what it came to.',
})
export class EquipmentInspectionRecordType extends Node {
  @Field(() => LocalDate) doneOn: string
  @Field(() => String) byWhom: string
  @Field(() => InspectionResultEnum) result: string
  @Field(() => String, { nullable: true, description: 'Number of the certificate.' }) certificate:
    | string
    | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => LocalDate, { description: 'The next one, as it was reckoned or certified then.' })
  nextOn: string
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
}

@ObjectType('EquipmentInspection', {
  implements: Node,
  description: 'An inspection of a machine that comes again every so many months.',
})
export class EquipmentInspectionType extends Node {
  @Field(() => EquipmentType, { nullable: true }) equipment: unknown
  @Field(() => String, { description: 'As people call it.' }) name: string
  @Field(() => InspectionBasisEnum) basis: string
  @Field(() => Int, { description: 'Months from one to the next.' }) everyMonths: number
  @Field(() => LocalDate, { nullable: true, description: 'Null: never yet.' }) lastOn: string | null
  @Field(() => LocalDate, { description: 'By when the next one is due.' }) nextOn: string
  @Field(() => String, { description: 'Who carries it out.' }) byWhom: string
  @Field(() => DateTime, { nullable: true, description: 'Since when it is not carried out any more.' })
  endedAt: Date | null
  @Field(() => [EquipmentInspectionRecordType], { description: 'The newest first.' })
  records: EquipmentInspectionRecordType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('Equipment', {
  implements: Node,
  description: 'A machine or facility of the register; names no client.',
})
export class EquipmentType extends Node {
  @Field(() => String, { description: '`EQ-2611-001`.' }) number: string
  @Field(() => EquipmentClassEnum) class: string
  @Field(() => String, { description: 'As people on site call it.' }) name: string
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => BuildingType, { nullable: true, description: 'Null: it serves the whole project.' })
  building: BuildingType | null
  @Field(() => String, { description: 'Where it stands, in words.' }) place: string
  @Field(() => String, { nullable: true }) maker: string | null
  @Field(() => String, { nullable: true }) model: string | null
  @Field(() => String, { nullable: true }) serial: string | null
  @Field(() => LocalDate, { nullable: true }) installedOn: string | null
  @Field(() => LocalDate, { nullable: true, description: 'The last day of the warranty.' })
  warrantyUntil: string | null
  @Field(() => EquipmentStateEnum) state: string
  @Field(() => LocalDate, { nullable: true, description: 'By when its next inspection is due.' })
  nextInspectionOn: string | null
  @Field(() => DateTime, { nullable: true }) retiredAt: Date | null
  @Field(() => StaffType, { nullable: true }) retiredBy: StaffType | null
  @Field(() => String, { nullable: true }) retireReason: string | null
  @Field(() => [EquipmentOutageType], { description: 'All of them, the newest first.' })
  outages: EquipmentOutageType[]
  @Field(() => [EquipmentOutageType], {
    description: 'Those that touch the last 366 days: what the availability of a year is reckoned from.',
  })
  recentOutages: EquipmentOutageType[]
  @Field(() => [EquipmentInspectionType], { description: 'Those that run, the next one first.' })
  inspections: EquipmentInspectionType[]
  @Field(() => [EquipmentInspectionType], { description: 'Those that are not carried out any more.' })
  endedInspections: EquipmentInspectionType[]
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Spent on it by tasks of plans so far; null to whoever reads no budgets.',
  })
  spentMinor: number | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [EquipmentActionEnum]) availableActions: string[]
}

export const EquipmentConnection = connectionOf('Equipment', EquipmentType)
export const EquipmentInspectionConnection = connectionOf('EquipmentInspection', EquipmentInspectionType)
