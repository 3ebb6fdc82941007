import { REVEAL_KIND_LABELS, REVEAL_KINDS } from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ComplaintType } from '../../complaints/complaint.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { LeadType } from '../../leads/lead.type.ts'
import { ClientType } from '../client.type.ts'

export const RevealKindEnum = publishEnum(
  'RevealKind',
  REVEAL_KINDS,
  'What sort of thing was shown.',
  REVEAL_KIND_LABELS,
)

@ObjectType('ClientReveal', {
  implements: Node,
  description: 'That something which is kept masked or sealed was shown to somebody: what, of whom, why.',
})
export class ClientRevealType extends Node {
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true, description: 'To whom it was shown.' }) staff: StaffType | null
  @Field(() => RevealKindEnum) kind: string
  @Field(() => ClientType, {
    nullable: true,
    description: 'Of whom; null for the contact of a case of no client.',
  })
  client: ClientType | null
  @Field(() => ComplaintType, { nullable: true, description: 'Where it was the number of a case’s contact.' })
  complaint: ComplaintType | null
  @Field(() => LeadType, { nullable: true, description: 'Where it was the number of a lead.' })
  lead: LeadType | null
  @Field(() => [String], { description: 'Names of what was shown, e.g. `phone`, `incomeBand`.' })
  fields: string[]
  @Field(() => String) reason: string
  @Field(() => Boolean, {
    description: 'It was the first of a day beyond what the limit lets pass: quality management was told.',
  })
  isBeyond: boolean
}

export const ClientRevealConnection = connectionOf('ClientReveal', ClientRevealType)

@ObjectType({ description: 'How much was shown to one person.' })
export class RevealTally {
  @Field(() => ID) staffId: string
  @Field(() => String) staffName: string
  @Field(() => Int, { description: 'Phone numbers, each time.' }) phones: number
  @Field(() => Int, { description: 'Profiles, each time.' }) profiles: number
  @Field(() => Int, { description: 'Money and credit of companies, each time.' }) statuses: number
  @Field(() => Int, { description: 'Sensitive files and fields, each time.' }) attachments: number
  @Field(() => Int, { description: 'Different clients.' }) clients: number
  @Field(() => Int, { description: 'Days beyond the limit that is told of.' }) daysBeyond: number
}

@ObjectType('RevealPolicy', {
  description:
    'Of how many clients a day one person may be shown what is sealed. Phone numbers are on record, but do not count.',
})
export class RevealPolicyType {
  @Field(() => Int, { description: 'Beyond it, quality management is told.' }) tellAbove: number
  @Field(() => Int, { description: 'Beyond it, nothing more is shown that day.' }) refuseAbove: number
  @Field(() => Int) version: number
}
