import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { DateTime } from '../graphql/scalars.ts'
import { ClientKindEnum, ClientRelationEnum, ClientSourceEnum } from './client.type.ts'
import { ConsentPurposeEnum, ConsentWayEnum } from './consents/consent.type.ts'
import { NewContact, NewMember } from './contacts/contact.inputs.ts'
import { ClientFieldFilter } from './fields/custom-field.type.ts'
import { NewOccupancy } from './occupancy/occupancy.inputs.ts'

const seen = { description: 'The `version` that the person saw.' }

@InputType()
export class OpenClientInput {
  @Field(() => ClientKindEnum) kind: string
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => String, { nullable: true, description: 'Letters, digits and `-`; absent: the next free one.' })
  code?: string
  @Field(() => String) name: string
  @Field(() => String, { nullable: true, description: 'As it was written down; stored in one form.' })
  phone?: string
  @Field(() => String, { nullable: true, description: 'Where they agree to be written to.' }) email?: string
  @Field(() => ClientSourceEnum, { nullable: true }) source?: string
  @IdField('Client', { nullable: true, description: 'The client of ours who sent them to us.' })
  referrerClientId?: string
  @Field(() => String, {
    nullable: true,
    description: 'Who sent them to us, where that is no client of ours: not both.',
  })
  referrer?: string
  @Field(() => Boolean, {
    description: 'Benefit and purpose of the archive were explained to the client; refused otherwise.',
  })
  explained: boolean
  @Field(() => [ConsentPurposeEnum], {
    defaultValue: [],
    description: 'What they agree to beyond being served.',
  })
  consentPurposes: string[]
  @Field(() => ConsentWayEnum, { defaultValue: 'SPOKEN' }) consentWay: string
  @Field(() => [NewContact], { defaultValue: [] }) contacts: NewContact[]
  @Field(() => [NewMember], { defaultValue: [] }) members: NewMember[]
  @Field(() => [NewOccupancy], { defaultValue: [] }) occupancies: NewOccupancy[]
  @IdField('Client', {
    list: true,
    nullable: true,
    description: 'Clients that were looked at and are somebody else: they are no duplicates.',
  })
  knownNotToBeThem?: string[]
}

@InputType({ description: 'What has changed; absent members stay as they are, blank ones go.' })
export class AmendClientInput {
  @IdField('Client') clientId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String, { nullable: true, description: 'For those who keep the archive, as the next two.' })
  name?: string
  @Field(() => ClientKindEnum, { nullable: true }) kind?: string
  @Field(() => ClientRelationEnum, { nullable: true }) relation?: string
  @Field(() => String, { nullable: true }) phone?: string
  @Field(() => String, { nullable: true }) email?: string
  @Field(() => ClientSourceEnum, { nullable: true }) source?: string
  @IdField('Client', {
    nullable: true,
    description: 'Takes the place of `referrer`, and the other way round.',
  })
  referrerClientId?: string
  @Field(() => String, { nullable: true }) referrer?: string
}

@InputType()
export class ArchiveClientInput {
  @IdField('Client') clientId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String, { description: 'Why it is out of use.' }) reason: string
}

@InputType()
export class RestoreClientInput {
  @IdField('Client') clientId: string
  @Field(() => Int, seen) expectedVersion: number
}

@InputType()
export class RevealPhoneOfClientInput {
  @IdField('Client') clientId: string
  @Field(() => String, { description: 'What the number is needed for; logged.' }) reason: string
}

@InputType()
export class LookupClientsByPhoneInput {
  @Field(() => String, { description: 'The last four digits.' }) tail: string
}

@InputType({ description: 'Which clients; absent members do not filter.' })
export class ClientFilter {
  @Field(() => String, {
    nullable: true,
    description: 'As for `findClients`; the best 500 of those that answer.',
  })
  search?: string
  @Field(() => ID, { nullable: true, description: 'Who owns or uses this unit, or once did.' })
  unit?: string
  @Field(() => [ClientKindEnum], { nullable: true }) kind?: string[]
  @Field(() => [ClientRelationEnum], { nullable: true }) relation?: string[]
  @Field(() => [String], { nullable: true, description: 'By the newest published directory.' })
  grade?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Members of the programme, or nobody of them.' })
  member?: boolean
  @Field(() => [ID], { nullable: true, description: 'Where the archive belongs.' }) project?: string[]
  @Field(() => [ID], { nullable: true }) building?: string[]
  @Field(() => [ID], { nullable: true, description: 'Who bears one of these tags.' }) tags?: string[]
  @Field(() => [ClientFieldFilter], { nullable: true, description: 'Of internal fields.' })
  fields?: ClientFieldFilter[]
  @Field(() => [ClientFieldFilter], {
    nullable: true,
    description: 'Of personal fields; sensitive ones are searched by nobody.',
  })
  personalFields?: ClientFieldFilter[]
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whose archive lacks something, or is to be confirmed.',
  })
  incomplete?: boolean
  @Field(() => [ID], { nullable: true, description: 'Who does not meet one of these requirements.' })
  missing?: string[]
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Incomplete, and mine to complete: as who answers for the client, else by my role in its place.',
  })
  owedByMe?: boolean
  @Field(() => ID, { nullable: true }) keyAccountManager?: string
  @Field(() => Boolean, { nullable: true }) hasKeyAccountManager?: boolean
  @Field(() => Boolean, { nullable: true }) hasPhone?: boolean
  @Field(() => Boolean, { nullable: true }) hasEmail?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Absent: both.' }) archived?: boolean
  @Field(() => DateTime, { nullable: true, description: 'On file since then.' }) createdFrom?: Date
  @Field(() => DateTime, { nullable: true }) createdBefore?: Date
  @Field(() => Boolean, { nullable: true }) hasOpenComplaint?: boolean
  @Field(() => DateTime, { nullable: true, description: 'Who came with no case at or after it.' })
  silentSince?: Date
}
