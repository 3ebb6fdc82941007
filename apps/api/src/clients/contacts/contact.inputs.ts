import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import {
  ContactChannelEnum,
  ContactFrequencyEnum,
  ContactRankEnum,
  DecisionRoleEnum,
  KinshipEnum,
  LifeStageEnum,
} from './contact.type.ts'

const seen = { description: 'The `version` that the person saw.' }

@InputType({ description: 'A person through whom the client is reached.' })
export class NewContact {
  @Field(() => String) name: string
  @Field(() => String, { nullable: true, description: 'As it was written down; stored in one form.' })
  phone?: string
  @Field(() => String, { nullable: true }) email?: string
  @Field(() => String, { nullable: true }) employer?: string
  @Field(() => String, { nullable: true }) position?: string
  @Field(() => ContactRankEnum, { nullable: true }) rank?: string
  @Field(() => [DecisionRoleEnum], { defaultValue: [] }) decisionRoles: string[]
  @Field(() => String, { nullable: true, description: 'What matters to them.' }) concerns?: string
  @Field(() => [ContactChannelEnum], { defaultValue: [] }) channels: string[]
  @Field(() => String, { nullable: true, description: 'When they like to be reached, in words.' })
  preferredHours?: string
  @Field(() => ContactFrequencyEnum, { nullable: true }) frequency?: string
  @Field(() => LocalDate, { nullable: true }) birthday?: string
  @Field(() => String, { nullable: true }) interests?: string
  @Field(() => Boolean, { defaultValue: false }) doNotContact: boolean
  @Field(() => Boolean, { defaultValue: false, description: 'The first one to turn to, from now on.' })
  primary: boolean
}

@InputType()
export class AddContactInput extends NewContact {
  @IdField('Client') clientId: string
}

@InputType({ description: 'All of a contact. Phone and e-mail: absent, they stay; blank, they go.' })
export class AmendContactInput extends NewContact {
  @IdField('ClientContact') contactId: string
  @Field(() => Int, seen) expectedVersion: number
}

@InputType()
export class RemoveContactInput {
  @IdField('ClientContact') contactId: string
  @Field(() => Int, seen) expectedVersion: number
}

@InputType()
export class RevealPhoneOfContactInput {
  @IdField('ClientContact') contactId: string
  @Field(() => String, { description: 'What the number is needed for; logged.' }) reason: string
}

@InputType({ description: 'Who else lives there.' })
export class NewMember {
  @Field(() => String) name: string
  @Field(() => KinshipEnum) kinship: string
  @Field(() => LifeStageEnum, { nullable: true }) lifeStage?: string
  @Field(() => String, { nullable: true }) note?: string
}

@InputType()
export class AddMemberInput extends NewMember {
  @IdField('Client') clientId: string
}

@InputType()
export class AmendMemberInput extends NewMember {
  @IdField('ClientMember') memberId: string
  @Field(() => Int, seen) expectedVersion: number
}

@InputType()
export class RemoveMemberInput {
  @IdField('ClientMember') memberId: string
  @Field(() => Int, seen) expectedVersion: number
}
