import { Arg, Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { compiled } from '../graphql/compiled.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { PageArgs } from '../graphql/paging.ts'
import {
  DepartmentType,
  ProjectType,
  RoleEnum,
  StaffConnection,
  StaffType,
  UnitConnection,
} from './organization.type.ts'

const StaffOrder = publishEnum('StaffOrder', ['NAME', 'NEWEST'], 'How a list of staff is ordered.')

@InputType({ description: 'Which staff; absent members do not filter.' })
class StaffFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, the sign-in name or the position.' })
  search?: string
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: who can sign in. False: whose account is disabled.',
  })
  active?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: who has one. For those who may read the sign-in requirements.',
  })
  hasSecondFactor?: boolean
  @Field(() => ID, { nullable: true }) department?: string
  @Field(() => RoleEnum, { nullable: true }) role?: string
}

@ArgsType()
class StaffArgs extends PageArgs {
  @Field(() => StaffFilter, { nullable: true }) filter?: StaffFilter
  @Field(() => StaffOrder, { nullable: true, defaultValue: StaffOrder.NAME }) orderBy: string
}

@InputType({ description: 'Which units; absent members do not filter.' })
class UnitFilter {
  @Field(() => [ID], { nullable: true }) project?: string[]
  @Field(() => [ID], { nullable: true }) building?: string[]
  @Field(() => String, { nullable: true, description: 'Beginning of the door number.' }) label?: string
}

@ArgsType()
class UnitArgs extends PageArgs {
  @Field(() => UnitFilter, { nullable: true }) filter?: UnitFilter
}

@Resolver()
export class OrganizationResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Any record by its id; null where there is none that you may read.',
  })
  @RequiresPermission('signed-in')
  node(@Arg('id', () => ID) _id: string): Node {
    return compiled()
  }

  @Query(() => [DepartmentType], { description: 'All departments, by name.' })
  @RequiresPermission('department:read')
  departments(): DepartmentType[] {
    return compiled()
  }

  @Query(() => [ProjectType], { description: 'The projects you may see: all, or those of your territory.' })
  @RequiresPermission('project:read')
  projects(): ProjectType[] {
    return compiled()
  }

  @Query(() => ProjectType, {
    nullable: true,
    description: 'One project; null where there is none that you may see.',
  })
  @RequiresPermission('project:read')
  project(@Arg('id', () => ID) _id: string): ProjectType {
    return compiled()
  }

  @Query(() => StaffType, { nullable: true, description: 'One member of staff.' })
  @RequiresPermission('staff:read')
  staffMember(@Arg('id', () => ID) _id: string): StaffType {
    return compiled()
  }

  @Query(() => StaffConnection, { description: 'Members of staff.' })
  @RequiresPermission('staff:read')
  staff(@Args(() => StaffArgs) _args: StaffArgs): object {
    return compiled()
  }

  @Query(() => UnitConnection, { description: 'Units of the projects you may see.' })
  @RequiresPermission('project:read')
  units(@Args(() => UnitArgs) _args: UnitArgs): object {
    return compiled()
  }
}
