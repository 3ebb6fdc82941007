import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import {
  EquipmentClassEnum,
  EquipmentStateEnum,
  InspectionBasisEnum,
  InspectionResultEnum,
  OutageCauseEnum,
} from './equipment.type.ts'

const MAYBE = { nullable: true } as const
const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
export class RegisterEquipmentInput {
  @Field(() => EquipmentClassEnum) class: string
  @Field(() => String, { description: 'As people on site call it; at most 80 characters.' }) name: string
  @IdField('Project') projectId: string
  @IdField('Building', { ...MAYBE, description: 'Absent: it serves the whole project.' }) buildingId?: string
  @Field(() => String, { description: 'Where it stands, in words.' }) place: string
  @Field(() => String, MAYBE) maker?: string
  @Field(() => String, MAYBE) model?: string
  @Field(() => String, MAYBE) serial?: string
  @Field(() => LocalDate, MAYBE) installedOn?: string
  @Field(() => LocalDate, { ...MAYBE, description: 'The last day of the warranty.' }) warrantyUntil?: string
}

@InputType({ description: 'All of what is stated of a machine; what is left out is taken away.' })
export class AmendEquipmentInput extends RegisterEquipmentInput {
  @IdField('Equipment') equipmentId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class ReportOutageOfEquipmentInput {
  @IdField('Equipment') equipmentId: string
  @Field(() => OutageCauseEnum) cause: string
  @Field(() => DateTime, { ...MAYBE, description: 'Absent: now.' }) startedAt?: Date
  @Field(() => DateTime, { ...MAYBE, description: 'Given where it is over already.' }) endedAt?: Date
  @Field(() => String, { ...MAYBE, description: 'At most 500 characters; names no client.' }) note?: string
}

@InputType()
export class RestoreEquipmentInput {
  @IdField('Equipment') equipmentId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => DateTime, { ...MAYBE, description: 'Absent: now.' }) endedAt?: Date
}

@InputType()
export class RetireEquipmentInput {
  @IdField('Equipment') equipmentId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => String) reason: string
}

@InputType()
abstract class InspectionStatedInput {
  @Field(() => String, { description: 'As people call it.' }) name: string
  @Field(() => InspectionBasisEnum) basis: string
  @Field(() => Int, { description: 'Months, 1 to 240.' }) everyMonths: number
  @Field(() => LocalDate, { ...MAYBE, description: 'Absent: never yet.' }) lastOn?: string
  @Field(() => LocalDate) nextOn: string
  @Field(() => String, { description: 'Who carries it out.' }) byWhom: string
}

@InputType()
export class ScheduleEquipmentInspectionInput extends InspectionStatedInput {
  @IdField('Equipment') equipmentId: string
}

@InputType()
export class AmendEquipmentInspectionInput extends InspectionStatedInput {
  @IdField('EquipmentInspection') inspectionId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class RecordEquipmentInspectionInput {
  @IdField('EquipmentInspection') inspectionId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => LocalDate) doneOn: string
  @Field(() => String) byWhom: string
  @Field(() => InspectionResultEnum) result: string
  @Field(() => String, { ...MAYBE, description: 'Number of the certificate.' }) certificate?: string
  @Field(() => String, MAYBE) note?: string
  @Field(() => LocalDate, { ...MAYBE, description: 'Absent: so many months after it was done.' })
  nextOn?: string
}

@InputType()
export class EndEquipmentInspectionInput {
  @IdField('EquipmentInspection') inspectionId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType({ description: 'Which machines; absent members do not filter.' })
class EquipmentFilter {
  @Field(() => String, {
    ...MAYBE,
    description: 'Part of name, place or serial number, or the whole number.',
  })
  search?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => [EquipmentClassEnum], MAYBE) class?: string[]
  @Field(() => [EquipmentStateEnum], MAYBE) state?: string[]
  @Field(() => LocalDate, { ...MAYBE, description: 'An inspection is due before this day.' })
  inspectionBefore?: string
  @Field(() => LocalDate, { ...MAYBE, description: 'The warranty ends on this day or later …' })
  warrantyFrom?: string
  @Field(() => LocalDate, { ...MAYBE, description: '… and before this one.' }) warrantyBefore?: string
}

const EquipmentOrderEnum = publishEnum(
  'EquipmentOrder',
  ['NUMBER', 'NEXT_INSPECTION'],
  'By number, or the inspection that is due first.',
)

@ArgsType()
export class EquipmentArgs extends PageArgs {
  @Field(() => EquipmentFilter, MAYBE) filter?: EquipmentFilter
  @Field(() => EquipmentOrderEnum, { defaultValue: 'NUMBER' }) orderBy: string
}

@InputType({ description: 'Which inspections; absent members do not filter.' })
class EquipmentInspectionFilter {
  @Field(() => [InspectionBasisEnum], MAYBE) basis?: string[]
  @Field(() => LocalDate, { ...MAYBE, description: 'Due before this day.' }) nextBefore?: string
}

@ArgsType()
export class EquipmentInspectionArgs extends PageArgs {
  @Field(() => EquipmentInspectionFilter, MAYBE) filter?: EquipmentInspectionFilter
}
