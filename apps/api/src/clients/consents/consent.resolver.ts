import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { IdField } from '../../graphql/id-field.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Client } from '../client.entity.ts'
import { ClientType } from '../client.type.ts'
import * as service from './consent.service.ts'
import { ConsentPurposeEnum, ConsentWayEnum } from './consent.type.ts'

@InputType()
class RecordConsentInput {
  @IdField('Client') clientId: string
  @Field(() => ConsentPurposeEnum) purpose: string
  @Field(() => ConsentWayEnum) way: string
  @Field(() => String, { nullable: true }) note?: string
}

@InputType()
class WithdrawConsentInput {
  @IdField('Client') clientId: string
  @Field(() => ConsentPurposeEnum) purpose: string
  @Field(() => ConsentWayEnum) way: string
  @Field(() => String, { nullable: true }) note?: string
}

const RecordConsentPayload = payload('RecordConsent', ClientType, 'status', 'eligible')
const WithdrawConsentPayload = payload('WithdrawConsent', ClientType, 'status', 'eligible')

@Resolver()
export class ConsentResolver {
  @Mutation(() => RecordConsentPayload, {
    description: 'Records that a client agrees to a purpose; refused where they do already.',
  })
  @RequiresPermission('client:recordConsent')
  recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.recordConsent(context, input)
  }

  @Mutation(() => WithdrawConsentPayload, {
    description: 'Records that a client withdraws what they had agreed to; from now on it does not hold.',
  })
  @RequiresPermission('client:withdrawConsent')
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.withdrawConsent(context, input)
  }
}
