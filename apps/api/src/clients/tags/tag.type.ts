import { TAG_TONE_LABELS, TAG_TONES } from '@steward/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { LeftClient } from '../assign-manager.type.ts'
import { ClientKindEnum } from '../client.type.ts'

export const TagToneEnum = publishEnum(
  'TagTone',
  TAG_TONES,
  'Colours of the theme that a tag can have.',
  TAG_TONE_LABELS,
)

@ObjectType('Tag', { implements: Node, description: 'A word that clients are filed by.' })
export class TagType extends Node {
  @Field(() => String) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => TagToneEnum) tone: string
  @Field(() => [ClientKindEnum], { description: 'Of which clients it is a word.' }) kinds: string[]
  @Field(() => DateTime, {
    nullable: true,
    description: 'Set: it is given to nobody any more; whoever bears it keeps it.',
  })
  retiredAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('ClientTag', { implements: Node, description: 'That a client bears a tag.' })
export class ClientTagType extends Node {
  @Field(() => TagType, { nullable: true }) tag: TagType | null
  @Field(() => StaffType, { nullable: true }) taggedBy: StaffType | null
  @Field(() => DateTime) taggedAt: Date
}

@InputType()
export class DefineTagInput {
  @Field(() => String, { description: 'Unique.' }) nameZh: string
  @Field(() => String) nameEn: string
  @Field(() => TagToneEnum) tone: string
  @Field(() => [ClientKindEnum]) kinds: string[]
}

@InputType()
export class AmendTagInput extends DefineTagInput {
  @IdField('Tag') tagId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class RetireTagInput {
  @IdField('Tag') tagId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class RestoreTagInput {
  @IdField('Tag') tagId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class TagClientsInput {
  @IdField('Client', { list: true, description: 'At most 500.' }) clientIds: string[]
  @IdField('Tag') tagId: string
}

@InputType()
export class UntagClientsInput {
  @IdField('Client', { list: true, description: 'At most 500.' }) clientIds: string[]
  @IdField('Tag') tagId: string
}

@ObjectType({ description: 'What came of each client of the list.' })
export class ClientTagging {
  @Field(() => [ID]) changedIds: string[]
  @Field(() => [LeftClient]) left: LeftClient[]
}
