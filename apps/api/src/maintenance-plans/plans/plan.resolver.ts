import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import { ClientType } from '../../clients/client.type.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import * as comments from './plan-comment.service.ts'
import { PlanChangeType } from './plan-content.type.ts'
import * as course from './plan-course.service.ts'
import { difference } from './plan-difference.service.ts'
import type { PlanComment } from './plan.entity.ts'
import * as inputs from './plan.inputs.ts'
import * as service from './plan.service.ts'
import {
  MaintenancePlanConnection,
  MaintenancePlanType,
  PlanCommentType,
  PlanRevisionType,
} from './plan.type.ts'

const MaintenancePlanOrderEnum = publishEnum(
  'MaintenancePlanOrder',
  ['RECENTLY_CHANGED', 'ENDING_SOON'],
  'Order of a list of plans.',
)

@ArgsType()
class MaintenancePlanArgs extends PageArgs {
  @Field(() => inputs.MaintenancePlanFilter, { nullable: true }) filter?: inputs.MaintenancePlanFilter
  @Field(() => MaintenancePlanOrderEnum, { nullable: true, description: 'Default: RECENTLY_CHANGED.' })
  orderBy?: string
}

@ArgsType()
class PlanDifferenceArgs {
  @Field(() => ID) from: string
  @Field(() => ID) to: string
}

const DraftPlanPayload = payload('DraftPlan', MaintenancePlanType, 'eligible')
const ChangePlanPayload = verbPayload('ChangePlan', MaintenancePlanType)
const SubmitPlanPayload = signingPayload('SubmitPlan', MaintenancePlanType)
const ReviewPlanPayload = signingPayload('ReviewPlan', MaintenancePlanType)
const ApprovePlanPayload = signingPayload('ApprovePlan', MaintenancePlanType)
const ReturnPlanPayload = signingPayload('ReturnPlan', MaintenancePlanType)
const WithdrawPlanPayload = verbPayload('WithdrawPlan', MaintenancePlanType)
const AmendPlanPayload = verbPayload('AmendPlan', MaintenancePlanType)
const EvaluatePlanPayload = verbPayload('EvaluatePlan', MaintenancePlanType)
const CompletePlanPayload = verbPayload('CompletePlan', MaintenancePlanType)
const CancelPlanPayload = verbPayload('CancelPlan', MaintenancePlanType)
const CommentPlanPayload = verbPayload('CommentPlan', PlanCommentType)
const ResolveCommentOfPlanPayload = verbPayload('ResolveCommentOfPlan', PlanCommentType)

@Resolver(() => ClientType)
export class PlansOfClientResolver {
  @FieldResolver(() => [MaintenancePlanType], {
    description: 'Plans for this client alone, to those who may read them; the one that ends last first.',
  })
  maintenancePlans(): MaintenancePlanType[] {
    return compiled()
  }
}

@Resolver(() => SigningType)
export class PlansOfSigningResolver {
  @FieldResolver(() => PlanRevisionType, {
    nullable: true,
    description: 'What is signed, where that is a revision of a plan that you may read.',
  })
  planRevision(): PlanRevisionType | null {
    return compiled()
  }
}

@Resolver(() => PlanRevisionType)
export class SigningsOfPlanResolver {
  @FieldResolver(() => [SigningType], {
    description: 'Its round of signatures, to those who may read signings.',
  })
  signings(): SigningType[] {
    return compiled()
  }
}

@Resolver()
export class PlanResolver {
  @Query(() => MaintenancePlanType, {
    nullable: true,
    description: 'One plan; null where there is none that you may read.',
  })
  @RequiresPermission('plan:read')
  maintenancePlan(@Arg('id', () => ID) _id: string): MaintenancePlanType {
    return compiled()
  }

  @Query(() => PlanRevisionType, {
    nullable: true,
    description: 'One revision of a plan; null where there is none that you may read.',
  })
  @RequiresPermission('plan:read')
  planRevision(@Arg('id', () => ID) _id: string): PlanRevisionType {
    return compiled()
  }

  @Query(() => MaintenancePlanConnection, { description: 'Plans that you may read.' })
  @RequiresPermission('plan:read')
  maintenancePlans(@Args(() => MaintenancePlanArgs) _args: MaintenancePlanArgs): object {
    return compiled()
  }

  @Query(() => [PlanChangeType], {
    description:
      'Where the second revision of a plan says otherwise than the first, in the order in which it is read.',
  })
  @RequiresPermission('plan:readWords')
  planDifference(
    @Args(() => PlanDifferenceArgs) args: PlanDifferenceArgs,
    @Ctx() context: RequestContext,
  ): Promise<PlanChangeType[]> {
    return difference(context, args)
  }

  @Mutation(() => DraftPlanPayload, { description: 'Drafts a plan for a client, a segment or a community.' })
  @RequiresPermission('plan:draft')
  draftPlan(
    @Arg('input', () => inputs.DraftPlanInput) input: inputs.DraftPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.draft(context, input)
  }

  @Mutation(() => ChangePlanPayload, { description: 'States the draft anew, whole.' })
  @RequiresPermission('plan:change')
  changePlan(
    @Arg('input', () => inputs.ChangePlanInput) input: inputs.ChangePlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.change(context, input)
  }

  @Mutation(() => SubmitPlanPayload, {
    description:
      'Signed by whoever prepared it: from here on its content is fixed. Refused while the plan that it renews is not evaluated.',
  })
  @RequiresPermission('plan:submit')
  submitPlan(
    @Arg('input', () => inputs.SubmitPlanInput) input: inputs.SubmitPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewPlanPayload, {
    description: 'Signed by a manager who neither wrote nor prepared it.',
  })
  @RequiresPermission('plan:review')
  reviewPlan(
    @Arg('input', () => inputs.ReviewPlanInput) input: inputs.ReviewPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.review(context, input)
  }

  @Mutation(() => ApprovePlanPayload, {
    description:
      'Signed by somebody who neither wrote, prepared nor reviewed it: from now on it is in force, the revision before superseded.',
  })
  @RequiresPermission('plan:approve')
  approvePlan(
    @Arg('input', () => inputs.ApprovePlanInput) input: inputs.ApprovePlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.approve(context, input)
  }

  @Mutation(() => ReturnPlanPayload, {
    description:
      'Back for amendment, with a reason; signed. What was returned is kept, its next draft is open.',
  })
  @RequiresPermission('plan:return')
  returnPlan(
    @Arg('input', () => inputs.ReturnPlanInput) input: inputs.ReturnPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.returned(context, input)
  }

  @Mutation(() => WithdrawPlanPayload, {
    description:
      'What was submitted goes back to a draft of its own; the draft of an amendment is given up, a first draft ends its plan.',
  })
  @RequiresPermission('plan:withdraw')
  withdrawPlan(
    @Arg('input', () => inputs.WithdrawPlanInput) input: inputs.WithdrawPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return service.withdraw(context, input)
  }

  @Mutation(() => AmendPlanPayload, {
    description: 'Opens a draft of what is in force, which stays so until the draft is approved.',
  })
  @RequiresPermission('plan:amend')
  amendPlan(
    @Arg('input', () => inputs.AmendPlanInput) input: inputs.AmendPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return course.amend(context, input)
  }

  @Mutation(() => EvaluatePlanPayload, {
    description:
      'It has been carried out; what it brought is looked at. Tasks of later days are cancelled, with a reason.',
  })
  @RequiresPermission('plan:evaluate')
  evaluatePlan(
    @Arg('input', () => inputs.EvaluatePlanInput) input: inputs.EvaluatePlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return course.evaluate(context, input)
  }

  @Mutation(() => CompletePlanPayload, {
    description: 'Files it once its summary is approved; its lessons are kept, and it may be renewed.',
  })
  @RequiresPermission('plan:complete')
  completePlan(
    @Arg('input', () => inputs.CompletePlanInput) input: inputs.CompletePlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return course.complete(context, input)
  }

  @Mutation(() => CancelPlanPayload, { description: 'It is not wanted any more; an amendment goes with it.' })
  @RequiresPermission('plan:cancel')
  cancelPlan(
    @Arg('input', () => inputs.CancelPlanInput) input: inputs.CancelPlanInput,
    @Ctx() context: RequestContext,
  ): service.PlanAnswer {
    return course.cancel(context, input)
  }

  @Mutation(() => CommentPlanPayload, {
    description: 'Says something of a field of a revision, or answers a comment.',
  })
  @RequiresPermission('plan:comment')
  commentPlan(
    @Arg('input', () => inputs.CommentPlanInput) input: inputs.CommentPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanComment | UserError> {
    return comments.comment(context, input)
  }

  @Mutation(() => ResolveCommentOfPlanPayload, {
    description: 'It is taken care of: later revisions do not show it any more.',
  })
  @RequiresPermission('plan:resolveComment')
  resolveCommentOfPlan(
    @Arg('input', () => inputs.ResolveCommentOfPlanInput) input: inputs.ResolveCommentOfPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanComment | UserError> {
    return comments.resolveComment(context, input)
  }
}
