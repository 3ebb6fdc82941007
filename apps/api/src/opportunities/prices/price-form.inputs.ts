import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { MinorUnits } from '../../graphql/scalars.ts'

const MAYBE = { nullable: true } as const
const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
class PriceLineInput {
  @Field(() => String, { description: 'At most 100 characters.' }) service: string
  @Field(() => String, { description: 'Of what the prices are, e.g. `次`.' }) unit: string
  @Field(() => Int, { description: 'Hundredths of the unit, from 1.' }) quantityHundredths: number
  @Field(() => MinorUnits) listMinor: number
  @Field(() => MinorUnits) offeredMinor: number
  @Field(() => MinorUnits, { nullable: true, description: 'Absent: not known.' }) costMinor?: number
}

@InputType()
export class DraftPriceFormInput {
  @IdField('Opportunity') opportunityId: string
  @Field(() => [PriceLineInput], { description: '1 to 50.' }) lines: PriceLineInput[]
  @Field(() => String, MAYBE) note?: string
}

@InputType()
abstract class PriceFormVerbInput {
  @IdField('PriceForm') priceFormId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class ChangePriceFormInput extends PriceFormVerbInput {
  @Field(() => [PriceLineInput], { description: 'All of them, as they are to be: 1 to 50.' })
  lines: PriceLineInput[]
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class SubmitPriceFormInput extends PriceFormVerbInput {}
@InputType()
export class ReviewPriceFormInput extends PriceFormVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class ApprovePriceFormInput extends PriceFormVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class RejectPriceFormInput extends PriceFormVerbInput {
  @Field(() => String) reason: string
}
@InputType()
export class WithdrawPriceFormInput extends PriceFormVerbInput {
  @Field(() => String) reason: string
}

const DISCOUNT = { description: 'Basis points, 0 to 10000; not below that of the role below.' }
const MOST = { description: 'Inclusive; not below that of the role below.' }

@InputType()
export class SetPricePolicyInput {
  @Field(() => Int, DISCOUNT) supervisorDiscount: number
  @Field(() => MinorUnits, MOST) supervisorMinor: number
  @Field(() => Int, DISCOUNT) managerDiscount: number
  @Field(() => MinorUnits, MOST) managerMinor: number
  @Field(() => Int, DISCOUNT) directorDiscount: number
  @Field(() => MinorUnits, MOST) directorMinor: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}
