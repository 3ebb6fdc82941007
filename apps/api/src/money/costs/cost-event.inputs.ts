import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { CostClassEnum, LabourRoleEnum, ShareRuleEnum } from './cost-event.type.ts'

const MAYBE = { nullable: true } as const

@InputType({ description: 'Which costs; absent members do not filter.' })
export class CostEventFilter {
  @Field(() => ID, MAYBE) client?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => ID, MAYBE) complaint?: string
  @Field(() => ID, { nullable: true, description: 'Who recorded them.' }) recordedBy?: string
  @Field(() => [CostClassEnum], MAYBE) costClass?: string[]
  @Field(() => LocalDate, { nullable: true, description: 'On or after this day.' }) from?: string
  @Field(() => LocalDate, { nullable: true, description: 'Before this day.' }) before?: string
}

/** What a cost is, whoever bears it. */
@InputType()
abstract class CostInput {
  @Field(() => CostClassEnum) costClass: string
  @Field(() => LocalDate) occurredOn: string
  @Field(() => Int, { nullable: true, description: '0 to 120,000; absent: 0.' }) labourMinutes?: number
  @Field(() => LabourRoleEnum, {
    nullable: true,
    description: 'Whose minutes they are: needed with minutes.',
  })
  labourRole?: string
  @Field(() => MinorUnits, { nullable: true, description: 'Absent: 0.' }) materialMinor?: number
  @Field(() => MinorUnits, { nullable: true, description: 'Paid to somebody outside; absent: 0.' })
  outsideMinor?: number
  @Field(() => String, { description: 'What for, at most 200 characters.' }) purpose: string
}

@InputType()
export class RecordCostEventInput extends CostInput {
  @IdField('Client', { nullable: true, description: 'Whose cost it is; or give `projectId`.' })
  clientId?: string
  @IdField('Project', { nullable: true, description: 'The project whose clients share it.' })
  projectId?: string
  @Field(() => ShareRuleEnum, { nullable: true, description: 'Needed with `projectId`.' })
  shareRule?: string
  @IdField('Complaint', { nullable: true, description: 'The case that it was for: of the same client.' })
  complaintId?: string
}

@InputType()
export class RecordManyCostEventsInput extends CostInput {
  @IdField('Client', { list: true, description: 'Each bears the whole of it: at most 500.' })
  clientIds: string[]
}

@InputType()
export class VoidCostEventInput {
  @IdField('CostEvent') costEventId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String, { description: '4 to 500 characters.' }) reason: string
}
