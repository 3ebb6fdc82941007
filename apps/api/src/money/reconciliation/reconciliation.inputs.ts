import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { DisputeVerdictEnum, ReconciliationStateEnum, StatementChannelEnum } from './reconciliation.type.ts'

const seen = { description: 'The `version` that the person saw.' }

@InputType({ description: 'Which statements; absent members do not filter.' })
export class ReconciliationFilter {
  @Field(() => ID, { nullable: true }) client?: string
  @Field(() => [ReconciliationStateEnum], { nullable: true }) state?: string[]
}

@InputType()
export class IssueReconciliationInput {
  @IdField('Client') clientId: string
  @Field(() => LocalDate, { description: 'Frozen at the end of this day: today or before.' }) asOfOn: string
}

@InputType()
export class SendReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => StatementChannelEnum) channel: string
}

@InputType()
export class MarkToldReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String, { nullable: true, description: 'What the client said to it.' }) note?: string | null
}

@InputType()
export class ResendReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
}

@InputType()
export class ConfirmReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String, { description: 'Who confirmed on the client’s side.' }) confirmedBy: string
}

@InputType()
export class DisputedLineInput {
  @IdField('ReconciliationLine') lineId: string
  @Field(() => String) reason: string
}

@InputType()
export class DisputeReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => [DisputedLineInput]) lines: DisputedLineInput[]
}

@InputType()
export class AnsweredLineInput {
  @IdField('ReconciliationLine') lineId: string
  @Field(() => DisputeVerdictEnum) verdict: string
  @Field(() => String) answer: string
}

@InputType()
export class AnswerReconciliationInput {
  @IdField('Reconciliation') reconciliationId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => [AnsweredLineInput]) lines: AnsweredLineInput[]
}
