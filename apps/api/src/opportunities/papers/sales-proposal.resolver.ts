import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import { OpportunityType } from '../opportunity.type.ts'
import type { SalesProposal } from './sales-paper.entity.ts'
import * as inputs from './sales-paper.inputs.ts'
import { SalesClauseType, SalesProposalType, ServiceAgreementType } from './sales-paper.type.ts'
import { preview } from './preview-paper.service.ts'
import * as service from './sales-proposal.service.ts'

const MakeSalesProposalPayload = payload('MakeSalesProposal', SalesProposalType, 'eligible')
const ChangeSalesProposalPayload = verbPayload('ChangeSalesProposal', SalesProposalType)
const SendSalesProposalPayload = verbPayload('SendSalesProposal', SalesProposalType)
const AcceptSalesProposalPayload = verbPayload('AcceptSalesProposal', SalesProposalType)
const DeclineSalesProposalPayload = verbPayload('DeclineSalesProposal', SalesProposalType)
const WithdrawSalesProposalPayload = verbPayload('WithdrawSalesProposal', SalesProposalType)

type Answer = Promise<SalesProposal | UserError>

@Resolver(() => OpportunityType)
export class PapersOfOpportunityResolver {
  @FieldResolver(() => [SalesProposalType], {
    description: 'Its proposals, to those who may read them; the newest version first.',
  })
  salesProposals(): SalesProposalType[] {
    return compiled()
  }

  @FieldResolver(() => [ServiceAgreementType], {
    description: 'Its service agreements, to those who may read them; the newest first.',
  })
  serviceAgreements(): ServiceAgreementType[] {
    return compiled()
  }
}

@Resolver(() => SigningType)
export class PapersOfSigningResolver {
  @FieldResolver(() => ServiceAgreementType, {
    nullable: true,
    description: 'What is signed, where that is a service agreement that you may read.',
  })
  serviceAgreement(): ServiceAgreementType | null {
    return compiled()
  }
}

@Resolver()
export class SalesProposalResolver {
  @Query(() => SalesProposalType, {
    nullable: true,
    description: 'One proposal; null where there is none that you may read.',
  })
  @RequiresPermission('salesProposal:read')
  salesProposal(@Arg('id', () => ID) _id: string): SalesProposalType {
    return compiled()
  }

  @Query(() => [SalesClauseType], {
    description:
      'What a revision of a template would say of a real opportunity. What nobody has said yet stands in brackets; nothing is kept.',
  })
  @RequiresPermission('salesProposal:readWords')
  salesPaperPreview(
    @Args(() => inputs.SalesPaperPreviewArgs) asked: inputs.SalesPaperPreviewArgs,
    @Ctx() context: RequestContext,
  ): Promise<SalesClauseType[]> {
    return preview(context, asked)
  }

  @Mutation(() => MakeSalesProposalPayload, {
    description: 'Makes one from a template in force, at the approved prices; it supersedes those before.',
  })
  @RequiresPermission('salesProposal:make')
  makeSalesProposal(
    @Arg('input', () => inputs.MakeSalesProposalInput) input: inputs.MakeSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.make(context, input)
  }

  @Mutation(() => ChangeSalesProposalPayload, {
    description: 'Words its free clauses; no other clause changes.',
  })
  @RequiresPermission('salesProposal:change')
  changeSalesProposal(
    @Arg('input', () => inputs.ChangeSalesProposalInput) input: inputs.ChangeSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => SendSalesProposalPayload, {
    description:
      'Records how, when and to whom it was handed over; refused where the approved prices have changed.',
  })
  @RequiresPermission('salesProposal:send')
  sendSalesProposal(
    @Arg('input', () => inputs.SendSalesProposalInput) input: inputs.SendSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.send(context, input)
  }

  @Mutation(() => AcceptSalesProposalPayload, { description: 'Records that the client takes it.' })
  @RequiresPermission('salesProposal:accept')
  acceptSalesProposal(
    @Arg('input', () => inputs.AcceptSalesProposalInput) input: inputs.AcceptSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.accept(context, input)
  }

  @Mutation(() => DeclineSalesProposalPayload, {
    description: 'Records that the client does not take it, and why.',
  })
  @RequiresPermission('salesProposal:decline')
  declineSalesProposal(
    @Arg('input', () => inputs.DeclineSalesProposalInput) input: inputs.DeclineSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.decline(context, input)
  }

  @Mutation(() => WithdrawSalesProposalPayload, { description: 'It is not offered any more.' })
  @RequiresPermission('salesProposal:withdraw')
  withdrawSalesProposal(
    @Arg('input', () => inputs.WithdrawSalesProposalInput) input: inputs.WithdrawSalesProposalInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }
}
