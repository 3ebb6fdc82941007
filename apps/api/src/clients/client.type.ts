import {
  CLIENT_KINDS,
  CLIENT_KIND_LABELS,
  CLIENT_RELATIONS,
  CLIENT_RELATION_LABELS,
  CLIENT_SOURCE_LABELS,
  CLIENT_SOURCES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { BuildingType, ProjectType, StaffType, UnitType } from '../organization/organization.type.ts'
import { ClientConsentType } from './consents/consent.type.ts'
import { ClientContactType, ClientMemberType } from './contacts/contact.type.ts'
import { ClientProfileType } from './confidential/profile.type.ts'
import { ClientStatusRecordType } from './confidential/status-record.type.ts'

export const ClientKindEnum = publishEnum('ClientKind', CLIENT_KINDS, 'Who a client is.', CLIENT_KIND_LABELS)
export const ClientRelationEnum = publishEnum(
  'ClientRelation',
  CLIENT_RELATIONS,
  'How a client stands to the property.',
  CLIENT_RELATION_LABELS,
)

export const ClientSourceEnum = publishEnum(
  'ClientSource',
  CLIENT_SOURCES,
  'How we came to know a client.',
  CLIENT_SOURCE_LABELS,
)

@ObjectType('ClientOccupancy', {
  implements: Node,
  description: 'That a client owns or uses a unit, from when to when.',
})
export class ClientOccupancyType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => UnitType, { nullable: true }) unit: UnitType | null
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => LocalDate) fromOn: string
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: still.' })
  toOn: string | null
  @Field(() => LocalDate, { nullable: true, description: 'When they moved in, where that is another day.' })
  movedInOn: string | null
  @Field(() => Int, { nullable: true, description: 'Share of an owner in hundredths of a per cent.' })
  shareBasisPoints: number | null
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('Client', { implements: Node, description: 'A person, a household or a company that we serve.' })
export class ClientType extends Node {
  @Field(() => String) code: string
  @Field(() => ClientKindEnum) kind: string
  @Field(() => ClientRelationEnum) relation: string
  @Field(() => Boolean, {
    nullable: true,
    description: 'Member of the programme 会员, to whoever reads memberships.',
  })
  isMember: boolean | null
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
  @Field(() => ProjectType, { nullable: true, description: 'Where the archive belongs.' })
  project: ProjectType | null
  @Field(() => BuildingType, { nullable: true }) building: BuildingType | null
  @Field(() => Int, { nullable: true, description: 'To those who may read each of them.' })
  openComplaintCount: number | null
  @Field(() => DateTime, { nullable: true, description: 'When the last case was registered; likewise.' })
  lastComplaintAt: Date | null
  @Field(() => ClientSourceEnum, { nullable: true }) source: string | null
  @Field(() => ClientType, {
    nullable: true,
    description: 'The client of ours who sent them to us, to those who may read that client.',
  })
  referrerClient: ClientType | null
  @Field(() => String, {
    nullable: true,
    description: 'Who sent them to us, where that is no client of ours.',
  })
  referrer: string | null
  @Field(() => [ClientOccupancyType]) occupancies: ClientOccupancyType[]
  @Field(() => [ClientContactType], { description: 'Through whom they are reached; who comes first, first.' })
  contacts: ClientContactType[]
  @Field(() => [ClientMemberType], {
    nullable: true,
    description: 'Who else lives there; null to those who do not care for them.',
  })
  members: ClientMemberType[] | null
  @Field(() => [ClientConsentType], {
    description: 'What they agreed to and withdrew, newest first: the first of a purpose holds.',
  })
  consents: ClientConsentType[]
  @Field(() => DateTime) createdAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Null: it came with an import.' })
  openedBy: StaffType | null
  @Field(() => DateTime, { nullable: true, description: 'When benefit and purpose were explained to them.' })
  explainedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Set while the archive is out of use.' })
  archivedAt: Date | null
  @Field(() => String, { nullable: true }) archiveReason: string | null
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nobody is told of here any more, at the request of the person.',
  })
  erasedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Number of the destruction record that certifies it.' })
  erasureNumber: string | null
  @Field(() => ClientType, {
    nullable: true,
    description: 'The client that their archive was merged into: whatever is begun is begun there.',
  })
  mergedInto: ClientType | null
  @Field(() => [ClientType], { description: 'Whose archives were merged into theirs.' })
  mergedClients: ClientType[]
  @Field(() => ClientProfileType, {
    nullable: true,
    description: 'Of a person or household, once filled in.',
  })
  profile: ClientProfileType | null
  @Field(() => [ClientStatusRecordType], {
    description: 'Versions of the status record of a company, the one in force first.',
  })
  statusRecords: ClientStatusRecordType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const ClientConnection = connectionOf('Client', ClientType)

@ObjectType({ description: 'A phone number in full, shown for a reason that was logged.' })
export class RevealedPhone {
  @Field(() => String, { nullable: true, description: 'Null where none is recorded.' }) phone: string | null
}
