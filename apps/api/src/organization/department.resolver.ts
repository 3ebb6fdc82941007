import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import * as service from './department.service.ts'
import type { Department } from './organization.entity.ts'
import { DepartmentType } from './organization.type.ts'

type Answer = Promise<Department | UserError>

@InputType()
class AddDepartmentInput {
  @Field(() => String, { description: 'Letters, digits and `-`; unique.' }) code: string
  @Field(() => String) name: string
}

@InputType()
abstract class DepartmentVerbInput {
  @IdField('Department') departmentId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
class ChangeDepartmentInput extends DepartmentVerbInput {
  @Field(() => String) code: string
  @Field(() => String) name: string
  @IdField('Staff', {
    nullable: true,
    description: 'Who answers for it. Absent leaves who does, null names nobody.',
  })
  headId?: string | null
}

@InputType()
class ArchiveDepartmentInput extends DepartmentVerbInput {}

@InputType()
class RestoreDepartmentInput extends DepartmentVerbInput {}

const AddDepartmentPayload = payload('AddDepartment', DepartmentType, 'duplicate')
const ChangeDepartmentPayload = payload('ChangeDepartment', DepartmentType, 'stale', 'duplicate')
const ArchiveDepartmentPayload = verbPayload('ArchiveDepartment', DepartmentType)
const RestoreDepartmentPayload = payload('RestoreDepartment', DepartmentType, 'stale', 'status')

@Resolver()
export class DepartmentResolver {
  @Mutation(() => AddDepartmentPayload, { description: 'Adds a department.' })
  @RequiresPermission('department:add')
  addDepartment(
    @Arg('input', () => AddDepartmentInput) input: AddDepartmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.add(context, input)
  }

  @Mutation(() => ChangeDepartmentPayload, { description: 'Changes its code and name.' })
  @RequiresPermission('department:change')
  changeDepartment(
    @Arg('input', () => ChangeDepartmentInput) input: ChangeDepartmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => ArchiveDepartmentPayload, {
    description: 'Lets it take no more people or work; not while it has active staff.',
  })
  @RequiresPermission('department:archive')
  archiveDepartment(
    @Arg('input', () => ArchiveDepartmentInput) input: ArchiveDepartmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.archive(context, input)
  }

  @Mutation(() => RestoreDepartmentPayload, { description: 'Opens an archived department again.' })
  @RequiresPermission('department:restore')
  restoreDepartment(
    @Arg('input', () => RestoreDepartmentInput) input: RestoreDepartmentInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.restore(context, input)
  }
}
