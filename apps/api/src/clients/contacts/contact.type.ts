import {
  CONTACT_CHANNEL_LABELS,
  CONTACT_CHANNELS,
  CONTACT_FREQUENCIES,
  CONTACT_FREQUENCY_LABELS,
  CONTACT_RANK_LABELS,
  CONTACT_RANKS,
  DECISION_ROLE_LABELS,
  DECISION_ROLES,
  KINSHIP_LABELS,
  KINSHIPS,
  LIFE_STAGE_LABELS,
  LIFE_STAGES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'

export const ContactRankEnum = publishEnum(
  'ContactRank',
  CONTACT_RANKS,
  'How high a contact stands in their company.',
  CONTACT_RANK_LABELS,
)
export const DecisionRoleEnum = publishEnum(
  'DecisionRole',
  DECISION_ROLES,
  'Which part a contact has when their company decides.',
  DECISION_ROLE_LABELS,
)
export const ContactChannelEnum = publishEnum(
  'ContactChannel',
  CONTACT_CHANNELS,
  'A way by which a contact wants to be reached.',
  CONTACT_CHANNEL_LABELS,
)
export const ContactFrequencyEnum = publishEnum(
  'ContactFrequency',
  CONTACT_FREQUENCIES,
  'How often it was agreed to be in touch without an occasion.',
  CONTACT_FREQUENCY_LABELS,
)
export const KinshipEnum = publishEnum(
  'Kinship',
  KINSHIPS,
  'What a member of a household is to the client.',
  KINSHIP_LABELS,
)
export const LifeStageEnum = publishEnum(
  'LifeStage',
  LIFE_STAGES,
  'Instead of an age: enough to know who needs care.',
  LIFE_STAGE_LABELS,
)

const particular = { nullable: true, description: 'For those who care for the client; null to others.' }

@ObjectType('ClientContact', {
  implements: Node,
  description: 'A person through whom a client is reached. Null members: not told, or not for you to read.',
})
export class ClientContactType extends Node {
  @Field(() => Boolean, { description: 'The first one to turn to; one of those who are there.' })
  isPrimary: boolean
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => String, {
    nullable: true,
    description: 'e.g. `138****1234`; the number itself only by `revealPhoneOfContact`.',
  })
  phoneMasked: string | null
  @Field(() => String, { nullable: true, description: 'e.g. `w***@example.com`.' })
  emailMasked: string | null
  @Field(() => String, { nullable: true }) employer: string | null
  @Field(() => String, { nullable: true }) position: string | null
  @Field(() => ContactRankEnum, { nullable: true }) rank: string | null
  @Field(() => [DecisionRoleEnum], { nullable: true }) decisionRoles: string[] | null
  @Field(() => [ContactChannelEnum], { nullable: true, description: 'How they like to be reached.' })
  channels: string[] | null
  @Field(() => String, { nullable: true, description: 'When they like to be reached, in words.' })
  preferredHours: string | null
  @Field(() => ContactFrequencyEnum, { nullable: true }) frequency: string | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'They asked not to be called or written to, except for what they brought up themselves.',
  })
  doNotContact: boolean | null
  @Field(() => String, { ...particular, description: `What matters to them. ${particular.description}` })
  concerns: string | null
  @Field(() => LocalDate, particular) birthday: string | null
  @Field(() => String, particular) interests: string | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('ClientMember', {
  implements: Node,
  description: 'Who else lives with a client; for those who care for the client.',
})
export class ClientMemberType extends Node {
  @Field(() => String) name: string
  @Field(() => KinshipEnum) kinship: string
  @Field(() => LifeStageEnum, { nullable: true }) lifeStage: string | null
  @Field(() => String, { nullable: true, description: 'What care and safety need to know.' })
  note: string | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
