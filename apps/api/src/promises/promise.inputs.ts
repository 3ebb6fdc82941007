/** One input a verb. What is valid, the domain's tables of inputs say. */
import { Field, InputType, Int } from 'type-graphql'
import { ChannelEnum, PurposeEnum } from '../complaints/complaint.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { DateTime } from '../graphql/scalars.ts'
import { PauseReasonEnum, PolicyKindEnum } from './promise.enums.ts'

const told = (description: string) => ({ nullable: true, description })

@InputType()
abstract class PromiseVerbInput {
  @IdField('ComplaintPromise') promiseId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AnswerPromiseInput extends PromiseVerbInput {
  @Field(() => String, { description: 'What was said or done.' }) answer: string
  @Field(() => ChannelEnum, { description: 'How the client heard it.' }) channel: string
  @Field(() => DateTime, told('When the client hears from us again: the next promise.')) nextDueAt?: Date
}

@InputType()
export class SupersedePromiseInput extends PromiseVerbInput {
  @Field(() => DateTime, { description: 'The new time, to which the client agreed.' }) dueAt: Date
  @Field(() => String, { description: 'How the client agreed.' }) assent: string
}

@InputType()
export class PausePromiseInput extends PromiseVerbInput {
  @Field(() => PauseReasonEnum) reason: string
  @Field(() => String, { nullable: true }) note?: string
}

@InputType()
export class ResumePromiseInput extends PromiseVerbInput {
  @Field(() => String, { nullable: true }) note?: string
}

@InputType({ description: 'A row of the promise policy. Absent conditions match every case.' })
export class PromiseRuleInput {
  @Field(() => PolicyKindEnum) kind: string
  @Field(() => Int, { nullable: true }) severity?: number
  @Field(() => PurposeEnum, { nullable: true }) purpose?: string
  @Field(() => String, { nullable: true }) grade?: string
  @IdField('ComplaintCategory', told('With those below it.')) categoryId?: string
  @Field(() => Int, told('Working minutes; absent: by the end of the same working day.'))
  budgetMinutes?: number
  @Field(() => Int, { description: 'Working minutes; 0: no warning.' }) warnBeforeMinutes: number
  @Field(() => [Int], { description: 'Working minutes after the due time, rising; at most four levels.' })
  escalateAfterMinutes: number[]
  @Field(() => Int, { description: 'Working minutes; 0: no pauses.' }) pauseCapMinutes: number
}

@InputType({ description: 'The whole policy anew: it becomes the next revision.' })
export class SetPromisePolicyInput {
  @Field(() => [PromiseRuleInput]) rules: PromiseRuleInput[]
  @Field(() => Int, { description: 'The revision that the person saw; 0 where there was none.' })
  expectedRevision: number
}
