import {
  KEY_ACCOUNT_CRITERIA,
  KEY_ACCOUNT_CRITERION_LABELS,
  KEY_ACCOUNT_LEVEL_LABELS,
  KEY_ACCOUNT_LEVELS,
  KEY_ACCOUNT_NOMINATION_ACTION_LABELS,
  KEY_ACCOUNT_NOMINATION_ACTIONS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_NOMINATION_KINDS,
  KEY_ACCOUNT_NOMINATION_STATUS_LABELS,
  KEY_ACCOUNT_NOMINATION_STATUSES,
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
  KEY_ACCOUNT_RELEASE_REASONS,
  KEY_ACCOUNT_TIER_LABELS,
  KEY_ACCOUNT_TIERS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'
import { SignOffType } from '../sign-off/sign-off.type.ts'
import { SigningType } from '../sign-off/signing.type.ts'

export const KeyAccountLevelEnum = publishEnum(
  'KeyAccountLevel',
  KEY_ACCOUNT_LEVELS,
  'On whose list a key account stands.',
  KEY_ACCOUNT_LEVEL_LABELS,
)
export const KeyAccountTierEnum = publishEnum(
  'KeyAccountTier',
  KEY_ACCOUNT_TIERS,
  'Tier of a key account, the highest first.',
  KEY_ACCOUNT_TIER_LABELS,
)
export const KeyAccountReleaseReasonEnum = publishEnum(
  'KeyAccountReleaseReason',
  KEY_ACCOUNT_RELEASE_REASONS,
  'Why a client is a key account no more; LOST alone counts as churn.',
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
)
export const KeyAccountNominationKindEnum = publishEnum(
  'KeyAccountNominationKind',
  KEY_ACCOUNT_NOMINATION_KINDS,
  'What a nomination asks the committee for.',
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
)
export const KeyAccountNominationStatusEnum = publishEnum(
  'KeyAccountNominationStatus',
  KEY_ACCOUNT_NOMINATION_STATUSES,
  'Where a nomination stands.',
  KEY_ACCOUNT_NOMINATION_STATUS_LABELS,
)
const KeyAccountNominationActionEnum = publishEnum(
  'KeyAccountNominationAction',
  KEY_ACCOUNT_NOMINATION_ACTIONS.map(actionName),
  'A verb of a nomination.',
  Object.fromEntries(
    KEY_ACCOUNT_NOMINATION_ACTIONS.map((action) => [
      actionName(action),
      KEY_ACCOUNT_NOMINATION_ACTION_LABELS[action],
    ]),
  ),
)
export const KeyAccountCriterionEnum = publishEnum(
  'KeyAccountCriterion',
  KEY_ACCOUNT_CRITERIA,
  'One of the four of the test; none decides alone.',
  KEY_ACCOUNT_CRITERION_LABELS,
)
export const KeyAccountNominationOrderEnum = publishEnum(
  'KeyAccountNominationOrder',
  ['NEWEST'],
  'How nominations are ordered.',
)

const maybe = { nullable: true } as const

@ObjectType('KeyAccountNomination', {
  implements: Node,
  description:
    'That a client is listed as a key account, tested again, or released: signed by the committee.',
})
export class KeyAccountNominationType extends Node {
  @Field(() => String, { description: '`KA-2611-001`.' }) number: string
  @Field(() => KeyAccountNominationKindEnum) kind: string
  @Field(() => KeyAccountNominationStatusEnum) status: string
  @Field(() => ClientType, maybe) client: ClientType | null
  @Field(() => String, { description: 'Of the client, as it was then.' }) clientCode: string
  @Field(() => KeyAccountLevelEnum) level: string
  @Field(() => KeyAccountTierEnum, { nullable: true, description: 'Null of a release.' }) tier: string | null
  @Field(() => KeyAccountTierEnum, { nullable: true, description: 'The tier before; null of a listing.' })
  previousTier: string | null
  @Field(() => KeyAccountReleaseReasonEnum, maybe) releaseReason: string | null
  @Field(() => DepartmentType, { nullable: true, description: 'Who recommends it.' })
  department: DepartmentType | null
  @Field(() => String, maybe) reason: string | null
  @Field(() => Boolean, { nullable: true, description: 'Advanced management; null of a release.' })
  managementMet: boolean | null
  @Field(() => String, maybe) managementEvidence: string | null
  @Field(() => Boolean, { nullable: true, description: 'Good financial credit.' }) creditMet: boolean | null
  @Field(() => String, maybe) creditEvidence: string | null
  @Field(() => Boolean, { nullable: true, description: 'Large share of sales.' }) shareMet: boolean | null
  @Field(() => String, maybe) shareEvidence: string | null
  @Field(() => Boolean, { nullable: true, description: 'High margin.' }) marginMet: boolean | null
  @Field(() => String, maybe) marginEvidence: string | null
  @Field(() => StaffType, maybe) proposedBy: StaffType | null
  @Field(() => DateTime) proposedAt: Date
  @Field(() => StaffType, maybe) decidedBy: StaffType | null
  @Field(() => DateTime, maybe) decidedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Why it was rejected or withdrawn.' })
  note: string | null
  @Field(() => Boolean, { description: 'Does the signature that is awaited now await yours?' })
  awaitsMe: boolean
  @Field(() => [SigningType], { description: 'Its round of signatures.' }) signings: SigningType[]
  @Field(() => [SignOffType], { description: 'The signatures on it, first to last.' }) signOffs: SignOffType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [KeyAccountNominationActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}

export const KeyAccountNominationConnection = connectionOf('KeyAccountNomination', KeyAccountNominationType)
