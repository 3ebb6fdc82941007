import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import { OpportunityType } from '../opportunity.type.ts'
import type { PriceForm, PricePolicyEntity } from './price-form.entity.ts'
import * as inputs from './price-form.inputs.ts'
import * as service from './price-form.service.ts'
import { PriceFormType, PricePolicyType } from './price-form.type.ts'

const DraftPriceFormPayload = payload('DraftPriceForm', PriceFormType, 'eligible', 'duplicate')
const ChangePriceFormPayload = verbPayload('ChangePriceForm', PriceFormType)
const SubmitPriceFormPayload = signingPayload('SubmitPriceForm', PriceFormType)
const ReviewPriceFormPayload = signingPayload('ReviewPriceForm', PriceFormType)
const ApprovePriceFormPayload = signingPayload('ApprovePriceForm', PriceFormType)
const RejectPriceFormPayload = signingPayload('RejectPriceForm', PriceFormType)
const WithdrawPriceFormPayload = verbPayload('WithdrawPriceForm', PriceFormType)
const SetPricePolicyPayload = payload('SetPricePolicy', PricePolicyType, 'stale')

type Answer = Promise<PriceForm | UserError>

@Resolver(() => OpportunityType)
export class PricesOfOpportunityResolver {
  @FieldResolver(() => [PriceFormType], {
    description: 'Its price approval forms, to those who may read them; the newest first.',
  })
  priceForms(): PriceFormType[] {
    return compiled()
  }
}

@Resolver(() => SigningType)
export class PricesOfSigningResolver {
  @FieldResolver(() => PriceFormType, {
    nullable: true,
    description: 'What is signed, where that is a price approval form that you may read.',
  })
  priceForm(): PriceFormType | null {
    return compiled()
  }
}

@Resolver()
export class PriceFormResolver {
  @Query(() => PriceFormType, {
    nullable: true,
    description: 'One price approval form; null where there is none that you may read.',
  })
  @RequiresPermission('priceForm:read')
  priceForm(@Arg('id', () => ID) _id: string): PriceFormType {
    return compiled()
  }

  @Query(() => PricePolicyType, {
    nullable: true,
    description:
      'Null until somebody has set one: supervisors 5 % to 50,000.00, managers 10 % to 200,000.00, directors 20 % to 1,000,000.00.',
  })
  @RequiresPermission('pricePolicy:read')
  pricePolicy(): object | null {
    return compiled()
  }

  @Mutation(() => DraftPriceFormPayload, {
    description: 'Drafts what is offered. One form of an opportunity stands: DUPLICATE names it.',
  })
  @RequiresPermission('priceForm:draft')
  draftPriceForm(
    @Arg('input', () => inputs.DraftPriceFormInput) input: inputs.DraftPriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.draft(context, input)
  }

  @Mutation(() => ChangePriceFormPayload, {
    description:
      'States its lines anew; one that was approved is a draft again, and its opportunity goes back to the quotation.',
  })
  @RequiresPermission('priceForm:change')
  changePriceForm(
    @Arg('input', () => inputs.ChangePriceFormInput) input: inputs.ChangePriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => SubmitPriceFormPayload, {
    description: 'Signed by whoever answers for it: from here on it waits for those whose limits cover it.',
  })
  @RequiresPermission('priceForm:submit')
  submitPriceForm(
    @Arg('input', () => inputs.SubmitPriceFormInput) input: inputs.SubmitPriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewPriceFormPayload, {
    description: 'Signed by whoever looked over it.',
  })
  @RequiresPermission('priceForm:review')
  reviewPriceForm(
    @Arg('input', () => inputs.ReviewPriceFormInput) input: inputs.ReviewPriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApprovePriceFormPayload, {
    description: 'Signed by somebody whose limit covers discount and sum; nobody approves their own.',
  })
  @RequiresPermission('priceForm:approve')
  approvePriceForm(
    @Arg('input', () => inputs.ApprovePriceFormInput) input: inputs.ApprovePriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectPriceFormPayload, {
    description: 'Back to its draft, with a reason; signed.',
  })
  @RequiresPermission('priceForm:reject')
  rejectPriceForm(
    @Arg('input', () => inputs.RejectPriceFormInput) input: inputs.RejectPriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawPriceFormPayload, {
    description: 'It is not wanted any more.',
  })
  @RequiresPermission('priceForm:withdraw')
  withdrawPriceForm(
    @Arg('input', () => inputs.WithdrawPriceFormInput) input: inputs.WithdrawPriceFormInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => SetPricePolicyPayload, {
    description: 'Says up to which discount and sum each role approves, from the next submission on.',
  })
  @RequiresPermission('pricePolicy:set')
  setPricePolicy(
    @Arg('input', () => inputs.SetPricePolicyInput) input: inputs.SetPricePolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<PricePolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
