import { Field, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'
import { RoleEnum } from '../organization/organization.type.ts'

@ObjectType('FactorPolicy', { description: 'A role that must have a second factor.' })
export class FactorPolicyType {
  @Field(() => RoleEnum) role: string
  @Field(() => DateTime, { description: 'When it was first asked for.' }) since: Date
  @Field(() => Int, { description: 'Days that a person has, from then or from being taken on.' })
  graceDays: number
}

@ObjectType({ description: 'What the organization asks of this role now.' })
export class FactorPolicySet {
  @Field(() => RoleEnum) role: string
  @Field(() => Int, { nullable: true, description: 'Null: nothing is asked.' }) graceDays: number | null
}
