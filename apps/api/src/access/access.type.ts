import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { payload } from '../graphql/payload.ts'
import { DateTime } from '../graphql/scalars.ts'
import { OrganizationType, RoleEnum, StaffType } from '../organization/organization.type.ts'

@ObjectType('Viewer', { description: 'Who is signed in, and what their roles allow.' })
export class ViewerType {
  @Field(() => StaffType, { nullable: true, description: "Null for a partner's program." })
  staff: StaffType | null
  @Field(() => OrganizationType, { nullable: true, description: 'Null for nobody who is signed in.' })
  organization: OrganizationType | null
  @Field(() => [RoleEnum], { description: 'Rights of several roles are their union.' }) roles: string[]
  @Field(() => [String], {
    description:
      'Permissions that the roles hold at all, e.g. `complaint:acknowledge`; menus come from here. What is possible with one record, its `availableActions` say.',
  })
  permissions: string[]
  @Field(() => DateTime, {
    nullable: true,
    description:
      'By when one must have set up a second factor; null where one has it or need not. Once it is past, a session carries no role until it is done.',
  })
  secondFactorDueAt: Date | null
}

@ObjectType('DemonstrationSignIn', { description: 'A seeded person to sign in as; demonstration mode only.' })
export class DemonstrationSignIn {
  @Field(() => String, { description: '`name@organization-code`' }) signInName: string
  @Field(() => String) name: string
  @Field(() => String, { nullable: true }) position: string | null
  @Field(() => String, { description: 'Name of the organization.' }) organization: string
  @Field(() => [RoleEnum]) roles: string[]
}

@InputType()
export class SignInInput {
  @Field(() => String, { description: '`name@organization-code`' }) signInName: string
  @Field(() => String) password: string
}

@InputType({ description: 'The second step of signing in.' })
export class CompleteSignInInput {
  @Field(() => String, { description: 'Six digits of the app, or a recovery code.' }) code: string
}

@InputType()
export class SignInAsInput {
  @Field(() => String, { description: '`name@organization-code` of a seeded person.' }) signInName: string
}

@ObjectType({ description: 'Signed out.' })
export class SignOutSuccess {
  @Field(() => Int, { description: 'How many sessions were ended.' }) signedOut: number
}

@InputType()
export class SignOutInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'End all sessions of the account, on every device.',
  })
  everywhere: boolean
}

export const SignInPayload = payload('SignIn', ViewerType, 'eligible', 'secondFactor')
export const CompleteSignInPayload = payload('CompleteSignIn', ViewerType, 'eligible')
export const SignInAsPayload = payload('SignInAs', ViewerType, 'eligible')
export const SignOutPayload = payload('SignOut', SignOutSuccess)
