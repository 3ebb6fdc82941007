/** One input a verb. What is valid, the domain's `HANDOVER_INPUTS` say. */
import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { HandoverKindEnum, HandoverOrderEnum, HandoverStatusEnum } from './handover.enums.ts'

const maybe = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@InputType({ description: 'A case of the shift.' })
export class HandoverItemInput {
  @IdField('Complaint') complaintId: string
  @Field(() => String, told('What the next shift should know about it.')) remark?: string
}

@InputType({
  description: 'Offers what you answer for to a colleague or to a department: exactly one of the two.',
})
export class OfferHandoverInput {
  @IdField('Staff', told('The colleague.')) receiverId?: string
  @IdField('Department', told('The department; whoever of it accepts takes over.')) departmentId?: string
  @Field(() => String, told('Incidents, keys, pending calls.')) note?: string
  @Field(() => [HandoverItemInput], {
    description: 'The cases, at most 200; their open promises come along.',
  })
  items: HandoverItemInput[]
}

@InputType()
abstract class HandoverVerbInput {
  @IdField('Handover') handoverId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AcceptHandoverInput extends HandoverVerbInput {}

@InputType()
export class DeclineHandoverInput extends HandoverVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class TakeBackHandoverInput extends HandoverVerbInput {
  @Field(() => String, maybe) reason?: string
}

@InputType()
export class AskHandoverInput extends HandoverVerbInput {
  @IdField('HandoverItem') itemId: string
  @Field(() => String) question: string
}

@InputType()
export class ReplyHandoverInput extends HandoverVerbInput {
  @IdField('HandoverItem') itemId: string
  @Field(() => String) reply: string
}

@InputType({ description: 'Which hand-overs; absent members do not filter, all others must hold.' })
export class HandoverFilter {
  @Field(() => Boolean, told('Offered to me or my department, by somebody else, and not answered.'))
  awaitingMe?: boolean
  @Field(() => Boolean, told('Given by me.')) mine?: boolean
  @Field(() => [HandoverKindEnum], maybe) kind?: string[]
  @Field(() => [HandoverStatusEnum], maybe) status?: string[]
}

@ArgsType()
export class HandoverArgs extends PageArgs {
  @Field(() => HandoverFilter, maybe) filter?: HandoverFilter
  @Field(() => HandoverOrderEnum, { defaultValue: HandoverOrderEnum.NEWEST }) orderBy: string
}
