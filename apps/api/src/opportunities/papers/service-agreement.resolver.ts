import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { ServiceAgreement } from './sales-paper.entity.ts'
import * as inputs from './sales-paper.inputs.ts'
import { ServiceAgreementType } from './sales-paper.type.ts'
import * as service from './service-agreement.service.ts'

const MakeServiceAgreementPayload = payload(
  'MakeServiceAgreement',
  ServiceAgreementType,
  'eligible',
  'duplicate',
)
const ChangeServiceAgreementPayload = verbPayload('ChangeServiceAgreement', ServiceAgreementType)
const SubmitServiceAgreementPayload = signingPayload('SubmitServiceAgreement', ServiceAgreementType)
const ReviewServiceAgreementPayload = signingPayload('ReviewServiceAgreement', ServiceAgreementType)
const ApproveServiceAgreementPayload = signingPayload('ApproveServiceAgreement', ServiceAgreementType)
const RejectServiceAgreementPayload = signingPayload('RejectServiceAgreement', ServiceAgreementType)
const WithdrawServiceAgreementPayload = verbPayload('WithdrawServiceAgreement', ServiceAgreementType)
const SignServiceAgreementPayload = verbPayload('SignServiceAgreement', ServiceAgreementType)
const EndServiceAgreementPayload = verbPayload('EndServiceAgreement', ServiceAgreementType)

type Answer = Promise<ServiceAgreement | UserError>

@Resolver()
export class ServiceAgreementResolver {
  @Query(() => ServiceAgreementType, {
    nullable: true,
    description: 'One service agreement; null where there is none that you may read.',
  })
  @RequiresPermission('serviceAgreement:read')
  serviceAgreement(@Arg('id', () => ID) _id: string): ServiceAgreementType {
    return compiled()
  }

  @Mutation(() => MakeServiceAgreementPayload, {
    description:
      'Makes one from an accepted proposal: parties, prices and terms are those of the proposal. DUPLICATE names the one that stands.',
  })
  @RequiresPermission('serviceAgreement:make')
  makeServiceAgreement(
    @Arg('input', () => inputs.MakeServiceAgreementInput) input: inputs.MakeServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.make(context, input)
  }

  @Mutation(() => ChangeServiceAgreementPayload, {
    description: 'Words its free clauses; no other clause changes.',
  })
  @RequiresPermission('serviceAgreement:change')
  changeServiceAgreement(
    @Arg('input', () => inputs.ChangeServiceAgreementInput) input: inputs.ChangeServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => SubmitServiceAgreementPayload, {
    description: 'Signed by whoever answers for it: the contract review begins.',
  })
  @RequiresPermission('serviceAgreement:submit')
  submitServiceAgreement(
    @Arg('input', () => inputs.SubmitServiceAgreementInput) input: inputs.SubmitServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewServiceAgreementPayload, { description: 'Signed by whoever looked over it.' })
  @RequiresPermission('serviceAgreement:review')
  reviewServiceAgreement(
    @Arg('input', () => inputs.ReviewServiceAgreementInput) input: inputs.ReviewServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApproveServiceAgreementPayload, {
    description: 'Signed: it may go to the client now. Nobody approves what they worded.',
  })
  @RequiresPermission('serviceAgreement:approve')
  approveServiceAgreement(
    @Arg('input', () => inputs.ApproveServiceAgreementInput) input: inputs.ApproveServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => RejectServiceAgreementPayload, { description: 'Back to its draft, with a reason; signed.' })
  @RequiresPermission('serviceAgreement:reject')
  rejectServiceAgreement(
    @Arg('input', () => inputs.RejectServiceAgreementInput) input: inputs.RejectServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reject(context, input)
  }

  @Mutation(() => WithdrawServiceAgreementPayload, { description: 'It is not wanted any more.' })
  @RequiresPermission('serviceAgreement:withdraw')
  withdrawServiceAgreement(
    @Arg('input', () => inputs.WithdrawServiceAgreementInput) input: inputs.WithdrawServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => SignServiceAgreementPayload, {
    description: 'Records that the client signed what was approved, who did and when.',
  })
  @RequiresPermission('serviceAgreement:sign')
  signServiceAgreement(
    @Arg('input', () => inputs.SignServiceAgreementInput) input: inputs.SignServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.sign(context, input)
  }

  @Mutation(() => EndServiceAgreementPayload, { description: 'It does not hold any more, from a day on.' })
  @RequiresPermission('serviceAgreement:end')
  endServiceAgreement(
    @Arg('input', () => inputs.EndServiceAgreementInput) input: inputs.EndServiceAgreementInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.end(context, input)
  }
}
