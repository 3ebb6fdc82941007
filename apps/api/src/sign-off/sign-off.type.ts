import { MEANINGS, MEANING_LABELS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { RoleEnum, StaffType } from '../organization/organization.type.ts'

export const MeaningEnum = publishEnum(
  'SignOffMeaning',
  MEANINGS,
  'What a signature says of its content.',
  MEANING_LABELS,
)

@ObjectType('SignOff', { implements: Node, description: 'Who answers for exactly which content.' })
export class SignOffType extends Node {
  @Field(() => MeaningEnum) meaning: string
  @Field(() => StaffType, { nullable: true }) signer: StaffType | null
  @Field(() => RoleEnum, { description: 'The role signed in.' }) role: string
  @Field(() => DateTime) at: Date
  @Field(() => Int, { description: 'Version of the record whose content was signed.' }) revision: number
  @Field(() => String, { description: 'SHA-256 of the canonical content, hex.' }) contentHash: string
  @Field(() => String, { nullable: true }) comment: string | null
}
