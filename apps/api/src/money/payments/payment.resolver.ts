import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Payment } from './payment.entity.ts'
import {
  AllocatePaymentInput,
  PaymentFilter,
  RecordPaymentInput,
  ReversePaymentInput,
} from './payment.inputs.ts'
import * as service from './payment.service.ts'
import { PaymentConnection, PaymentType } from './payment.type.ts'

const PaymentOrderEnum = publishEnum(
  'PaymentOrder',
  ['NEWEST', 'OLDEST'] as const,
  'By the day on which it was received.',
)

@ArgsType()
class PaymentArgs extends PageArgs {
  @Field(() => PaymentFilter, { nullable: true }) filter?: PaymentFilter
  @Field(() => PaymentOrderEnum, { nullable: true, description: 'Default: NEWEST.' }) orderBy?: string
}

const RecordPaymentPayload = payload('RecordPayment', PaymentType, 'eligible')
const AllocatePaymentPayload = verbPayload('AllocatePayment', PaymentType)
const ReversePaymentPayload = verbPayload('ReversePayment', PaymentType)

@Resolver()
export class PaymentResolver {
  @Query(() => PaymentType, { nullable: true, description: 'One payment.' })
  @RequiresPermission('payment:read')
  payment(@Arg('id', () => ID) _id: string): PaymentType {
    return compiled()
  }

  @Query(() => PaymentConnection, { description: 'Money that came in.' })
  @RequiresPermission('payment:read')
  payments(@Args(() => PaymentArgs) _args: PaymentArgs): object {
    return compiled()
  }

  @Mutation(() => RecordPaymentPayload, {
    description: 'Records money that came in: it settles the oldest first, or what is chosen.',
  })
  @RequiresPermission('payment:record')
  recordPayment(
    @Arg('input', () => RecordPaymentInput) input: RecordPaymentInput,
    @Ctx() context: RequestContext,
  ): Promise<Payment | UserError> {
    return service.record(context, input)
  }

  @Mutation(() => AllocatePaymentPayload, { description: 'Credit of a payment settles what is owed.' })
  @RequiresPermission('payment:allocate')
  allocatePayment(
    @Arg('input', () => AllocatePaymentInput) input: AllocatePaymentInput,
    @Ctx() context: RequestContext,
  ): Promise<Payment | UserError> {
    return service.allocate(context, input)
  }

  @Mutation(() => ReversePaymentPayload, {
    description: 'Reverses a payment that never came; what it settled is open again.',
  })
  @RequiresPermission('payment:reverse')
  reversePayment(
    @Arg('input', () => ReversePaymentInput) input: ReversePaymentInput,
    @Ctx() context: RequestContext,
  ): Promise<Payment | UserError> {
    return service.reverse(context, input)
  }
}
