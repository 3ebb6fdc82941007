import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Reconciliation } from './reconciliation.entity.ts'
import {
  AnswerReconciliationInput,
  ConfirmReconciliationInput,
  DisputeReconciliationInput,
  IssueReconciliationInput,
  MarkToldReconciliationInput,
  ReconciliationFilter,
  ResendReconciliationInput,
  SendReconciliationInput,
} from './reconciliation.inputs.ts'
import * as service from './reconciliation.service.ts'
import { ReconciliationConnection, ReconciliationType } from './reconciliation.type.ts'

@ArgsType()
class ReconciliationArgs extends PageArgs {
  @Field(() => ReconciliationFilter, { nullable: true }) filter?: ReconciliationFilter
}

const IssueReconciliationPayload = payload('IssueReconciliation', ReconciliationType, 'eligible')
const SendReconciliationPayload = payload('SendReconciliation', ReconciliationType, 'status', 'eligible')
const MarkToldReconciliationPayload = verbPayload('MarkToldReconciliation', ReconciliationType)
const ResendReconciliationPayload = payload('ResendReconciliation', ReconciliationType, 'status', 'eligible')
const ConfirmReconciliationPayload = verbPayload('ConfirmReconciliation', ReconciliationType)
const DisputeReconciliationPayload = verbPayload('DisputeReconciliation', ReconciliationType)
const AnswerReconciliationPayload = verbPayload('AnswerReconciliation', ReconciliationType)

@Resolver()
export class ReconciliationResolver {
  @Query(() => ReconciliationType, { nullable: true, description: 'One statement of account.' })
  @RequiresPermission('reconciliation:read')
  reconciliation(@Arg('id', () => ID) _id: string): ReconciliationType {
    return compiled()
  }

  @Query(() => ReconciliationConnection, { description: 'Statements of account, the newest first.' })
  @RequiresPermission('reconciliation:read')
  reconciliations(@Args(() => ReconciliationArgs) _args: ReconciliationArgs): object {
    return compiled()
  }

  @Mutation(() => IssueReconciliationPayload, {
    description: 'Issues a statement of account, frozen at a day; one that is not confirmed is superseded.',
  })
  @RequiresPermission('reconciliation:issue')
  issueReconciliation(
    @Arg('input', () => IssueReconciliationInput) input: IssueReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.issue(context, input)
  }

  @Mutation(() => SendReconciliationPayload, {
    description:
      'Sends the statement to the client: by e-mail where they agreed to that, by WeChat with words ready for a person, or handed over.',
  })
  @RequiresPermission('reconciliation:send')
  sendReconciliation(
    @Arg('input', () => SendReconciliationInput) input: SendReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.send(context, input)
  }

  @Mutation(() => MarkToldReconciliationPayload, {
    description: 'Takes down that the client has what was to be sent, or did not arrive.',
  })
  @RequiresPermission('reconciliation:markTold')
  markToldReconciliation(
    @Arg('input', () => MarkToldReconciliationInput) input: MarkToldReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.markTold(context, input)
  }

  @Mutation(() => ResendReconciliationPayload, { description: 'Mails again what could not be delivered.' })
  @RequiresPermission('reconciliation:resend')
  resendReconciliation(
    @Arg('input', () => ResendReconciliationInput) input: ResendReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.resend(context, input)
  }

  @Mutation(() => ConfirmReconciliationPayload, {
    description: 'Takes down that the client confirms the statement.',
  })
  @RequiresPermission('reconciliation:confirm')
  confirmReconciliation(
    @Arg('input', () => ConfirmReconciliationInput) input: ConfirmReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.confirm(context, input)
  }

  @Mutation(() => DisputeReconciliationPayload, {
    description: 'Takes down which lines the client disputes, and why: they are not dunned meanwhile.',
  })
  @RequiresPermission('reconciliation:dispute')
  disputeReconciliation(
    @Arg('input', () => DisputeReconciliationInput) input: DisputeReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.dispute(context, input)
  }

  @Mutation(() => AnswerReconciliationPayload, {
    description: 'Answers disputed lines: the sum stands, or the client is right.',
  })
  @RequiresPermission('reconciliation:answer')
  answerReconciliation(
    @Arg('input', () => AnswerReconciliationInput) input: AnswerReconciliationInput,
    @Ctx() context: RequestContext,
  ): Promise<Reconciliation | UserError> {
    return service.answer(context, input)
  }
}
