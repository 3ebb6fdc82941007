import { Field, Int, ObjectType } from 'type-graphql'
import { StatusEnum } from '../complaints/complaint.enums.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'
import { PromiseKindEnum, PromiseStatusEnum } from '../promises/promise.enums.ts'
import { ComplaintPromiseType } from '../promises/promise.type.ts'
import { SignOffType } from '../sign-off/sign-off.type.ts'
import {
  HandoverActionEnum,
  HandoverItemStateEnum,
  HandoverKindEnum,
  HandoverStatusEnum,
} from './handover.enums.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@ObjectType('HandoverItem', {
  implements: Node,
  description: 'One line of a hand-over as it was when it was written: a case, or a promise of that case.',
})
export class HandoverItemType extends Node {
  @Field(() => Int, { description: 'Order of the list, from 1; promises follow their case.' })
  position: number
  @Field(() => ComplaintType, told('The case as it is now; null where you may not read it.'))
  complaint: ComplaintType | null
  @Field(() => ComplaintPromiseType, told('The promise as it is now; null on the line of a case.'))
  promise: ComplaintPromiseType | null
  @Field(() => String, { description: 'Of the case.' }) number: string
  @Field(() => Int, { description: 'Of the case: 1 (most severe) to 4.' }) severity: number
  @Field(() => String, told('On the line of a case.')) summary: string | null
  @Field(() => StatusEnum, told('On the line of a case.')) status: string | null
  @Field(() => PromiseKindEnum, told('On the line of a promise.')) promiseKind: string | null
  @Field(() => PromiseStatusEnum, told('On the line of a promise.')) promiseStatus: string | null
  @Field(() => String, told('What was promised, in words.')) what: string | null
  @Field(() => DateTime, told('When it was due; of a case, what is due next.')) dueAt: Date | null
  @Field(() => String, told('The giver’s word on it.')) remark: string | null
  @Field(() => String, told('What a receiver wants to know before accepting.')) question: string | null
  @Field(() => StaffType, hidden) askedBy: StaffType | null
  @Field(() => String, hidden) reply: string | null
  @Field(() => HandoverItemStateEnum, { description: 'What became of it.' }) state: string
}

@ObjectType('Handover', {
  implements: Node,
  description: 'A case or a shift that somebody offers; until it is accepted they stay responsible.',
})
export class HandoverType extends Node {
  @Field(() => HandoverKindEnum) kind: string
  @Field(() => HandoverStatusEnum) status: string
  @Field(() => StaffType, hidden) giver: StaffType | null
  @Field(() => StaffType, told('The colleague to whom it is offered.')) receiver: StaffType | null
  @Field(() => DepartmentType, told('The department to which it is offered.'))
  department: DepartmentType | null
  @Field(() => String, told('Why; of a shift: incidents, keys, pending calls.')) note: string | null
  @Field(() => DateTime) offeredAt: Date
  @Field(() => StaffType, told('Who accepted or declined.')) answeredBy: StaffType | null
  @Field(() => DateTime, hidden) answeredAt: Date | null
  @Field(() => String, told('Why it was declined or taken back.')) reason: string | null
  @Field(() => Int, { description: 'Cases on the list.' }) caseCount: number
  @Field(() => [HandoverItemType], { description: 'The list, frozen.' }) items: HandoverItemType[]
  @Field(() => [SignOffType], { description: 'Who signed that they take over; none before.' })
  signOffs: SignOffType[]
  @Field(() => Int) version: number
  @Field(() => [HandoverActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}

export const HandoverConnection = connectionOf('Handover', HandoverType)
