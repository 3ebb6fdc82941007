import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { ReceivableKindEnum, ReceivableStateEnum } from './receivable.type.ts'

const MAYBE = { nullable: true } as const

@InputType({ description: 'Which receivables; absent members do not filter.' })
export class ReceivableFilter {
  @Field(() => ID, MAYBE) client?: string
  @Field(() => ID, MAYBE) unit?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => [ReceivableKindEnum], MAYBE) kind?: string[]
  @Field(() => [ReceivableStateEnum], MAYBE) state?: string[]
  @Field(() => String, { nullable: true, description: '`2026-11`.' }) period?: string
  @Field(() => LocalDate, { nullable: true, description: 'Due on or after this day.' }) dueFrom?: string
  @Field(() => LocalDate, { nullable: true, description: 'Due before this day.' }) dueBefore?: string
}

@InputType()
export class RegisterReceivableInput {
  @IdField('Client') clientId: string
  @IdField('Unit', MAYBE) unitId?: string
  @Field(() => ReceivableKindEnum) kind: string
  @Field(() => String, { nullable: true, description: 'The month that it is for, `2026-11`.' })
  period?: string
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => LocalDate) dueOn: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class FeePreviewInput {
  @IdField('Project') projectId: string
  @IdField('Building', MAYBE) buildingId?: string
  @Field(() => ReceivableKindEnum) kind: string
  @Field(() => String, { description: 'The month, `2026-11`.' }) period: string
  @Field(() => MinorUnits, { description: 'A square metre.' }) rateMinor: number
}

@InputType()
export class RegisterManyReceivablesInput extends FeePreviewInput {
  @Field(() => LocalDate) dueOn: string
  @Field(() => Int, { description: 'As `feePreview` said; refused where it differs by now.' })
  expectedCount: number
  @Field(() => MinorUnits) expectedTotalMinor: number
}

@InputType()
export class VoidReceivableInput {
  @IdField('Receivable') receivableId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => String) reason: string
}
