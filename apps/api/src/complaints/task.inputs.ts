import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'

@InputType()
abstract class TaskVerbInput {
  @IdField('ComplaintTask') taskId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class AssignTaskInput extends TaskVerbInput {
  @IdField('Department', { nullable: true, description: 'Another department; only who gave the order may.' })
  departmentId?: string
  @IdField('Staff', { nullable: true }) assigneeId?: string
}

@InputType()
export class AcceptTaskInput extends TaskVerbInput {}

@InputType()
export class CompleteTaskInput extends TaskVerbInput {
  @Field(() => String, { description: 'What was done, as evidence.' }) evidenceNote: string
}

@InputType()
export class ReturnTaskInput extends TaskVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class CancelTaskInput extends TaskVerbInput {
  @Field(() => String) reason: string
}
