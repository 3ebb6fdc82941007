import { PAYMENT_METHOD_LABELS, PAYMENT_METHODS } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ReceivableType } from '../receivables/receivable.type.ts'

export const PaymentMethodEnum = publishEnum(
  'PaymentMethod',
  PAYMENT_METHODS,
  'How money came in.',
  PAYMENT_METHOD_LABELS,
)

@ObjectType('PaymentAllocation', {
  implements: Node,
  description: 'A part of a payment that settles (a part of) a receivable.',
})
export class PaymentAllocationType extends Node {
  @Field(() => ReceivableType, { nullable: true }) receivable: ReceivableType | null
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => DateTime) at: Date
  @Field(() => DateTime, {
    nullable: true,
    description: 'Taken back: the payment was reversed, or the receivable voided.',
  })
  withdrawnAt: Date | null
}

@ObjectType('Payment', {
  implements: Node,
  description: 'Money that came in. Never edited: a wrong one is reversed and recorded anew.',
})
export class PaymentType extends Node {
  @Field(() => String, { description: 'E.g. `P2611-00042`.' }) number: string
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => MinorUnits, { description: 'What is not allocated: credit of the client.' })
  creditMinor: number
  @Field(() => LocalDate) receivedOn: string
  @Field(() => PaymentMethodEnum) method: string
  @Field(() => String, { nullable: true, description: 'Where it is not the client; hidden from auditors.' })
  payer: string | null
  @Field(() => String, { nullable: true, description: 'Of the bank or the slip.' }) reference: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => DateTime) recordedAt: Date
  @Field(() => DateTime, { nullable: true }) reversedAt: Date | null
  @Field(() => String, { nullable: true }) reversalReason: string | null
  @Field(() => [PaymentAllocationType], { description: 'Also those that were taken back; oldest first.' })
  allocations: PaymentAllocationType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const PaymentConnection = connectionOf('Payment', PaymentType)
