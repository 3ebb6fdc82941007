import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { InformationMediumEnum } from '../documents/document.enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { LocalDate } from '../graphql/scalars.ts'
import { BreachStatusEnum } from './breach.type.ts'
import { InformationClassEnum, InformationFindingEnum, InformationKindEnum } from './inventory.type.ts'

const MAYBE = { nullable: true } as const
const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
abstract class InformationStatementInput {
  @Field(() => InformationKindEnum) kind: string
  @Field(() => String, { description: 'What it is, as people call it; names no client.' }) name: string
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => String, { description: 'Which cabinet, which computer, which system.' }) place: string
  @IdField('Staff', { description: 'Somebody of the department.' }) keeperId: string
  @Field(() => String) purpose: string
  @Field(() => InformationClassEnum) class: string
  @Field(() => LocalDate, { description: 'Kept since.' }) keptFrom: string
  @Field(() => Int, { ...MAYBE, description: 'Months, 1 to 600; absent: as long as its purpose lasts.' })
  keepMonths?: number
  @Field(() => String, { description: 'How it is destroyed then.' }) destruction: string
}

@InputType()
export class EnterInformationItemInput extends InformationStatementInput {
  @IdField('Department') departmentId: string
}

@InputType()
export class AmendInformationItemInput extends InformationStatementInput {
  @IdField('InformationItem') informationItemId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class RetireInformationItemInput {
  @IdField('InformationItem') informationItemId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => String, { description: 'Why it is not kept any more, and what became of it.' }) reason: string
}

@InputType()
export class ConfirmInformationInventoryInput {
  @IdField('InformationInventory') informationInventoryId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class CheckInformationInventoryInput {
  @IdField('InformationInventory') informationInventoryId: string
  @IdField('InformationItem', { ...MAYBE, description: 'Absent: the inventory as a whole.' }) itemId?: string
  @Field(() => InformationFindingEnum) finding: string
  @Field(() => String, { description: 'What was looked at, and what was found.' }) note: string
}

@InputType()
export class SetInformationInventoryPolicyInput {
  @Field(() => Int, { description: '1 to 24.' }) confirmEveryMonths: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType()
export class RecordInformationBreachInput {
  @IdField('Department', { description: 'Whose information it was.' }) departmentId: string
  @IdField('InformationItem', MAYBE) itemId?: string
  @IdField('InformationCheck', { ...MAYBE, description: 'At which it was found.' }) checkId?: string
  @IdField('Staff', { description: 'Whose breach it is.' }) staffId: string
  @Field(() => LocalDate) happenedOn: string
  @Field(() => String, { description: 'What was read, and how.' }) what: string
  @Field(() => String, { description: 'What shows it.' }) evidence: string
}

@InputType()
export class StateInformationBreachInput {
  @IdField('InformationBreach') informationBreachId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => String, { description: 'In one’s own words; at most 4,000 characters.' }) statement: string
}

@InputType()
export class ConcludeInformationBreachInput {
  @IdField('InformationBreach') informationBreachId: string
  @Field(() => Int, SEEN) expectedVersion: number
  @Field(() => String) conclusion: string
  @Field(() => String, { ...MAYBE, description: 'Owed where the person made no statement: why.' })
  unheard?: string
}

@InputType({ description: 'Which breaches; absent members do not filter.' })
class InformationBreachFilter {
  @Field(() => [BreachStatusEnum], MAYBE) status?: string[]
  @IdField('Staff', MAYBE) staff?: string
}

@ArgsType()
export class InformationBreachArgs extends PageArgs {
  @Field(() => InformationBreachFilter, MAYBE) filter?: InformationBreachFilter
}
