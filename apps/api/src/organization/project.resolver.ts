import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { LocalDate } from '../graphql/scalars.ts'
import type { Building, Project, Unit } from './organization.entity.ts'
import { BuildingType, ProjectType, ProjectTypeEnum, SiteTierEnum, UnitType } from './organization.type.ts'
import * as service from './project.service.ts'

const seen = { description: 'The `version` that the person saw.' }

@InputType()
class AddProjectInput {
  @Field(() => String, { description: 'Letters, digits and `-`; unique.' }) code: string
  @Field(() => String) name: string
  @Field(() => ProjectTypeEnum) type: string
  @Field(() => String, { nullable: true }) address?: string
  @Field(() => SiteTierEnum, { nullable: true, description: 'Absent: MEDIUM.' }) tier?: string
}

@InputType()
class ChangeProjectInput {
  @IdField('Project') projectId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String) name: string
  @Field(() => ProjectTypeEnum) type: string
  @Field(() => String, { nullable: true }) address?: string
  @Field(() => SiteTierEnum, { nullable: true, description: 'Absent: as it is.' }) tier?: string
}

@InputType()
class AddBuildingInput {
  @IdField('Project') projectId: string
  @Field(() => String, { description: 'As people say it, e.g. `3栋`.' }) name: string
}

@InputType({
  description: 'A range of door numbers: `2-`, floors 1 to 18, doors 1 to 4 are `2-101` to `2-1804`.',
})
class AddUnitsInput {
  @IdField('Building') buildingId: string
  @Field(() => Int, { description: 'The `version` of the building that the person saw.' })
  expectedVersion: number
  @Field(() => String, { defaultValue: '', description: 'What stands before the floor.' }) prefix: string
  @Field(() => Int) fromFloor: number
  @Field(() => Int) toFloor: number
  @Field(() => Int, { description: 'First door of each floor, two digits.' }) fromDoor: number
  @Field(() => Int) toDoor: number
  @Field(() => [Int], { defaultValue: [], description: 'Floors that the house does not count.' })
  skipFloors: number[]
}

@InputType()
class ChangeUnitInput {
  @IdField('Unit') unitId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String, { nullable: true, description: 'Who built it and answers for its warranty.' })
  developer?: string
  @Field(() => LocalDate, { nullable: true, description: 'The last day of the warranty.' })
  warrantyEndsOn?: string
  @Field(() => Int, {
    nullable: true,
    description: 'Chargeable area in hundredths of a square metre; absent: as it is, null: none.',
  })
  areaHundredths?: number | null
}

const AddProjectPayload = payload('AddProject', ProjectType, 'duplicate')
const ChangeProjectPayload = payload('ChangeProject', ProjectType, 'stale')
const AddBuildingPayload = payload('AddBuilding', BuildingType, 'eligible', 'duplicate')
const AddUnitsPayload = payload('AddUnits', BuildingType, 'stale', 'eligible', 'duplicate')
const ChangeUnitPayload = payload('ChangeUnit', UnitType, 'stale', 'eligible')

@Resolver()
export class ProjectResolver {
  @Mutation(() => AddProjectPayload, { description: 'Adds a property under management.' })
  @RequiresPermission('project:add')
  addProject(
    @Arg('input', () => AddProjectInput) input: AddProjectInput,
    @Ctx() context: RequestContext,
  ): Promise<Project | UserError> {
    return service.add(context, input)
  }

  @Mutation(() => ChangeProjectPayload, { description: 'Changes its name, type, address and tier.' })
  @RequiresPermission('project:change')
  changeProject(
    @Arg('input', () => ChangeProjectInput) input: ChangeProjectInput,
    @Ctx() context: RequestContext,
  ): Promise<Project | UserError> {
    return service.change(context, input)
  }

  @Mutation(() => AddBuildingPayload, { description: 'Adds a building to a project.' })
  @RequiresPermission('project:addBuilding')
  addBuilding(
    @Arg('input', () => AddBuildingInput) input: AddBuildingInput,
    @Ctx() context: RequestContext,
  ): Promise<Building | UserError> {
    return service.addBuilding(context, input)
  }

  @Mutation(() => AddUnitsPayload, {
    description: 'Adds the units of a range of door numbers to a building: all, or none.',
  })
  @RequiresPermission('project:addUnits')
  addUnits(
    @Arg('input', () => AddUnitsInput) input: AddUnitsInput,
    @Ctx() context: RequestContext,
  ): Promise<Building | UserError> {
    return service.addUnits(context, input)
  }

  @Mutation(() => ChangeUnitPayload, { description: 'Writes down developer and warranty of a unit.' })
  @RequiresPermission('project:changeUnit')
  changeUnit(
    @Arg('input', () => ChangeUnitInput) input: ChangeUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<Unit | UserError> {
    return service.changeUnit(context, input)
  }
}
