import { Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { PaymentMethodEnum } from './payment.type.ts'

const MAYBE = { nullable: true } as const
const seen = { description: 'The `version` that the person saw.' }

@InputType({ description: 'Which payments; absent members do not filter.' })
export class PaymentFilter {
  @Field(() => ID, MAYBE) client?: string
  @Field(() => [PaymentMethodEnum], MAYBE) method?: string[]
  @Field(() => LocalDate, MAYBE) receivedFrom?: string
  @Field(() => LocalDate, MAYBE) receivedBefore?: string
  @Field(() => Boolean, { nullable: true, description: 'A part of it is credit.' }) hasCredit?: boolean
  @Field(() => Boolean, MAYBE) reversed?: boolean
}

@InputType({ description: 'How much of a payment settles which receivable.' })
export class AllocationInput {
  @IdField('Receivable') receivableId: string
  @Field(() => MinorUnits) amountMinor: number
}

@InputType()
export class RecordPaymentInput {
  @IdField('Client') clientId: string
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => LocalDate, { description: 'Today or before.' }) receivedOn: string
  @Field(() => PaymentMethodEnum) method: string
  @Field(() => String, { nullable: true, description: 'Where it is not the client.' }) payer?: string
  @Field(() => String, MAYBE) reference?: string
  @Field(() => String, MAYBE) note?: string
  @Field(() => [AllocationInput], {
    nullable: true,
    description: 'Absent: the oldest first. What is left over stays credit.',
  })
  allocations?: AllocationInput[]
}

@InputType()
export class AllocatePaymentInput {
  @IdField('Payment') paymentId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => [AllocationInput], { nullable: true, description: 'Absent: the oldest first.' })
  allocations?: AllocationInput[]
}

@InputType()
export class ReversePaymentInput {
  @IdField('Payment') paymentId: string
  @Field(() => Int, seen) expectedVersion: number
  @Field(() => String) reason: string
}
