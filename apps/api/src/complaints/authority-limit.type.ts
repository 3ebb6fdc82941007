import { Field, Int, ObjectType } from 'type-graphql'
import { Node } from '../graphql/node.ts'
import { DateTime, MinorUnits } from '../graphql/scalars.ts'
import { RoleEnum } from '../organization/organization.type.ts'
import { CauseEnum } from './complaint.enums.ts'

@ObjectType('AuthorityLimit', {
  implements: Node,
  description: 'One cell of the authority matrix 核决权限表: up to how much a role approves.',
})
export class AuthorityLimitType extends Node {
  @Field(() => RoleEnum) role: string
  @Field(() => CauseEnum, {
    nullable: true,
    description: 'Null: for every cause that has no limit of its own.',
  })
  cause: string | null
  @Field(() => MinorUnits, {
    description: 'Inclusive; what was approved for the same client before counts in.',
  })
  limitMinor: number
  @Field(() => DateTime) updatedAt: Date
  @Field(() => Int, { description: 'Rises with every change.' }) version: number
}
