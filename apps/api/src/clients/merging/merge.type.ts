import {
  CLIENT_MERGE_ACTION_LABELS,
  CLIENT_MERGE_ACTIONS,
  CLIENT_MERGE_STATUS_LABELS,
  CLIENT_MERGE_STATUSES,
  MERGE_STANDINGS,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { SignOffType } from '../../sign-off/sign-off.type.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import { ClientType } from '../client.type.ts'

export const ClientMergeStatusEnum = publishEnum(
  'ClientMergeStatus',
  CLIENT_MERGE_STATUSES,
  'Where the merge of two clients stands.',
  CLIENT_MERGE_STATUS_LABELS,
)
const ClientMergeActionEnum = publishEnum(
  'ClientMergeAction',
  CLIENT_MERGE_ACTIONS.map(actionName),
  'A verb of the merge of two clients.',
  Object.fromEntries(
    CLIENT_MERGE_ACTIONS.map((action) => [actionName(action), CLIENT_MERGE_ACTION_LABELS[action]]),
  ),
)
export const ClientMergeOrderEnum = publishEnum('ClientMergeOrder', ['NEWEST'], 'How merges are ordered.')
const MergeStandingEnum = publishEnum(
  'MergeStanding',
  MERGE_STANDINGS,
  'How two archives stand to each other in one field; SEALED: both say something, and nobody is shown whether it is the same.',
)
const LikelyDuplicateGroundEnum = publishEnum(
  'LikelyDuplicateGround',
  ['SAME_PHONE', 'SAME_NAME_AND_UNIT'],
  'Why two clients are likely the same.',
)

@ObjectType('MergeCount', { description: 'How many rows of a kind stand behind each of the two clients.' })
export class MergeCountType {
  @Field(() => String, {
    description:
      'Name of the table, with the column where it is not their own; `agreement`, `signed`: on their cases.',
  })
  what: string
  @Field(() => Int) survivor: number
  @Field(() => Int) merged: number
  @Field(() => Int, { description: 'Of `merged`: so many collide, and stay with the merged client.' })
  staying: number
}

@ObjectType('MergedField', { description: 'A field by its key and its name.' })
export class MergedFieldType {
  @Field(() => String, { description: 'e.g. `phone`, `profile:birthday`, `field:…`.' }) key: string
  @Field(() => String, { nullable: true, description: 'Of a field that the organization has added.' })
  labelZh: string | null
  @Field(() => String, { nullable: true }) labelEn: string | null
}

@ObjectType('ClientMerge', {
  implements: Node,
  description: 'That one client’s archive goes into another’s: signed, carried out, and reversible.',
})
export class ClientMergeType extends Node {
  @Field(() => String, { description: '`MG-2611-001`.' }) number: string
  @Field(() => ClientMergeStatusEnum) status: string
  @Field(() => ClientType, { nullable: true, description: 'Whose archive goes on.' })
  survivor: ClientType | null
  @Field(() => String) survivorCode: string
  @Field(() => ClientType, { nullable: true, description: 'Whose archive goes into it.' })
  merged: ClientType | null
  @Field(() => String) mergedCode: string
  @Field(() => [MergedFieldType], { description: 'Fields in which the word of the merged client stands.' })
  taken: MergedFieldType[]
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => [MergeCountType], { description: 'What stood behind both when it was proposed.' })
  counts: MergeCountType[]
  @Field(() => StaffType, { nullable: true }) proposedBy: StaffType | null
  @Field(() => DateTime) proposedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who approved or rejected last.' })
  decidedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null
  @Field(() => DateTime, { nullable: true }) mergedAt: Date | null
  @Field(() => Int, { description: 'Rows that went over.' }) movedCount: number
  @Field(() => String, { nullable: true, description: 'Why it was rejected or withdrawn.' })
  note: string | null
  @Field(() => String, { nullable: true, description: 'Why it is to be taken back.' })
  reversalReason: string | null
  @Field(() => StaffType, { nullable: true }) reversalAskedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) reversalAskedAt: Date | null
  @Field(() => DateTime, { nullable: true }) reversedAt: Date | null
  @Field(() => [MergedFieldType], {
    description: 'Fields that somebody had changed before it was reversed: they were left as they were.',
  })
  kept: MergedFieldType[]
  @Field(() => Boolean, { description: 'Does the signature that is awaited now await yours?' })
  awaitsMe: boolean
  @Field(() => [SigningType], { description: 'Its rounds of signatures.' }) signings: SigningType[]
  @Field(() => [SignOffType], { description: 'The signatures on it, first to last.' }) signOffs: SignOffType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [ClientMergeActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}

export const ClientMergeConnection = connectionOf('ClientMerge', ClientMergeType)

@ObjectType('ComparedField', { description: 'One field of two archives that are laid side by side.' })
export class ComparedFieldType {
  @Field(() => String, { description: 'Give it in `taken` where the merged client’s word is to stand.' })
  key: string
  @Field(() => MergeStandingEnum) standing: string
  @Field(() => String) labelZh: string
  @Field(() => String) labelEn: string
  @Field(() => ID, { nullable: true, description: 'Where the organization has added it.' })
  customFieldId: string | null
}

@ObjectType('MergeObstacle', { description: 'What is in the way, in words.' })
export class MergeObstacleType {
  @Field(() => String) reason: string
  @Field(() => String) message: string
}

@ObjectType('ClientMergePreview', { description: 'What a merge of two clients would find.' })
export class ClientMergePreviewType {
  @Field(() => String, { description: 'Of both archives as they are now: the proposal gives it back.' })
  fingerprint: string
  @Field(() => [MergeObstacleType]) obstacles: MergeObstacleType[]
  @Field(() => [ComparedFieldType], { description: 'Fields that at least one of them says something in.' })
  fields: ComparedFieldType[]
  @Field(() => [MergeCountType]) counts: MergeCountType[]
}

@ObjectType('ClientMergeReversal', { description: 'What taking a merge back would do now.' })
export class ClientMergeReversalType {
  @Field(() => [MergeObstacleType]) obstacles: MergeObstacleType[]
  @Field(() => [ComparedFieldType], { description: 'Fields that would say again what they said before.' })
  restored: ComparedFieldType[]
  @Field(() => [ComparedFieldType], { description: 'Fields that somebody has changed since: they stay.' })
  kept: ComparedFieldType[]
}

@ObjectType('LikelyDuplicate', { description: 'A client that is likely the same as another.' })
export class LikelyDuplicateType {
  @Field(() => ID) clientId: string
  @Field(() => String) code: string
  @Field(() => String) name: string
  @Field(() => LikelyDuplicateGroundEnum) ground: string
}
