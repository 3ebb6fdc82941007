import {
  RECEPTION_DIRECTION_LABELS,
  RECEPTION_DIRECTIONS,
  RECEPTION_PURPOSE_LABELS,
  RECEPTION_PURPOSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ChannelEnum } from '../../complaints/complaint.enums.ts'
import { ComplaintType } from '../../complaints/complaint.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ClientType } from '../client.type.ts'
import { ClientContactType, ClientMemberType } from '../contacts/contact.type.ts'

export const ReceptionDirectionEnum = publishEnum(
  'ReceptionDirection',
  RECEPTION_DIRECTIONS,
  'Who came to whom.',
  RECEPTION_DIRECTION_LABELS,
)
export const ReceptionPurposeEnum = publishEnum(
  'ReceptionPurpose',
  RECEPTION_PURPOSES,
  'What a reception or a call was about.',
  RECEPTION_PURPOSE_LABELS,
)

@ObjectType({ description: 'How a reception record stood before its recorder amended it.' })
export class EarlierReception {
  @Field(() => String, { description: 'Until when it stood so; an instant in UTC.' }) until: string
  @Field(() => String) words: string
  @Field(() => String, { nullable: true }) result: string | null
  @Field(() => String, { nullable: true }) nextStep: string | null
}

@ObjectType('Reception', {
  implements: Node,
  description:
    'What a client said or asked without a case (接待记录). What was said is personal: to whoever has the client before them.',
})
export class ReceptionType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => ChannelEnum) channel: string
  @Field(() => ReceptionDirectionEnum) direction: string
  @Field(() => ReceptionPurposeEnum) purpose: string
  @Field(() => String, { nullable: true }) words: string | null
  @Field(() => ClientContactType, { nullable: true, description: 'With whom, of the contacts.' })
  contact: ClientContactType | null
  @Field(() => ClientMemberType, { nullable: true, description: 'With whom, of the household.' })
  member: ClientMemberType | null
  @Field(() => String, { nullable: true }) result: string | null
  @Field(() => String, { nullable: true }) nextStep: string | null
  @Field(() => LocalDate, { nullable: true, description: 'By which day the next step is to be taken.' })
  nextOn: string | null
  @Field(() => DateTime, { nullable: true, description: 'When the next step was taken.' })
  nextDoneAt: Date | null
  @Field(() => StaffType, { nullable: true }) nextDoneBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'What came of it.' }) nextOutcome: string | null
  @Field(() => DateTime, { description: 'When it took place.' }) at: Date
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
  @Field(() => ComplaintType, { nullable: true, description: 'The case that it was turned into.' })
  complaint: ComplaintType | null
  @Field(() => [EarlierReception], { nullable: true, description: 'What stood here before, oldest first.' })
  earlier: EarlierReception[] | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const ReceptionConnection = connectionOf('Reception', ReceptionType)
