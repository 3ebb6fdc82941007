import { CLIENT_KINDS, CLIENT_KIND_LABELS, CLIENT_RELATIONS, CLIENT_RELATION_LABELS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { StaffType, UnitType } from '../organization/organization.type.ts'

export const ClientKindEnum = publishEnum('ClientKind', CLIENT_KINDS, 'Who a client is.', CLIENT_KIND_LABELS)
export const ClientRelationEnum = publishEnum(
  'ClientRelation',
  CLIENT_RELATIONS,
  'How a client stands to the property.',
  CLIENT_RELATION_LABELS,
)

@ObjectType('ClientOccupancy', { description: 'That a client owns or uses a unit, from when to when.' })
export class ClientOccupancyType {
  @Field(() => UnitType, { nullable: true }) unit: UnitType | null
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => LocalDate) fromOn: string
  @Field(() => LocalDate, { nullable: true, description: 'Null: still.' }) toOn: string | null
}

@ObjectType('Client', { implements: Node, description: 'A person, a household or a company that we serve.' })
export class ClientType extends Node {
  @Field(() => String) code: string
  @Field(() => ClientKindEnum) kind: string
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => String, {
    nullable: true,
    description: 'e.g. `138****1234`; the number itself only by `revealPhoneOfClient`.',
  })
  phoneMasked: string | null
  @Field(() => String, {
    nullable: true,
    description: 'e.g. `w***@example.com`: where the client agreed to be written to.',
  })
  emailMasked: string | null
  @Field(() => String, { nullable: true, description: 'Last four digits, to those who may look up by them.' })
  phoneTail: string | null
  @Field(() => StaffType, { nullable: true }) keyAccountManager: StaffType | null
  @Field(() => [ClientOccupancyType]) occupancies: ClientOccupancyType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const ClientConnection = connectionOf('Client', ClientType)

@ObjectType({ description: 'A phone number in full, shown for a reason that was logged.' })
export class RevealedPhone {
  @Field(() => String, { nullable: true, description: 'Null where none is recorded.' }) phone: string | null
}
