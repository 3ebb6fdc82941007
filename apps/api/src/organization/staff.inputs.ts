/** One input a verb. What is valid, the domain's `STAFF_INPUTS` say. */
import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { RoleEnum } from './organization.type.ts'

const maybe = { nullable: true } as const
const PASSWORD = { description: 'At least 15 characters. Never answered, never logged, kept as a hash.' }
const WHOLE_SET = { description: 'The whole set: what is not named is taken away.' }

@InputType()
abstract class StaffVerbInput {
  @IdField('Staff') staffId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'Takes somebody on.' })
export class HireStaffInput {
  @Field(() => String, { description: 'The part before the @; kept in lower case, unique, never changed.' })
  signInName: string
  @Field(() => String) name: string
  @Field(() => String, maybe) position?: string
  @IdField('Department', maybe) departmentId?: string
  @Field(() => [RoleEnum]) roles: string[]
  @Field(() => String, PASSWORD) password: string
}

@InputType()
export class ChangeStaffInput extends StaffVerbInput {
  @Field(() => String) name: string
  @Field(() => String, maybe) position?: string
  @IdField('Department', { nullable: true, description: 'Absent: of no department.' }) departmentId?: string
}

@InputType()
export class AssignRolesInput extends StaffVerbInput {
  @Field(() => [RoleEnum], WHOLE_SET) roles: string[]
}

@InputType()
export class AssignTerritoryInput extends StaffVerbInput {
  @IdField('Project', { list: true, ...WHOLE_SET }) projectIds: string[]
  @IdField('Building', { list: true, description: 'Single buildings of projects that are not given whole.' })
  buildingIds: string[]
}

@InputType()
export class DisableStaffInput extends StaffVerbInput {}

@InputType()
export class EnableStaffInput extends StaffVerbInput {}

@InputType()
export class ResetPasswordInput extends StaffVerbInput {
  @Field(() => String, PASSWORD) password: string
}

@InputType({ description: 'Changes your own password.' })
export class ChangePasswordInput {
  @Field(() => String) currentPassword: string
  @Field(() => String, PASSWORD) newPassword: string
}
