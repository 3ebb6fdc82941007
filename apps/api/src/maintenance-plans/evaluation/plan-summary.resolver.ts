import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { SigningType } from '../../sign-off/signing.type.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'
import { planEvaluation } from './plan-evaluation.query.ts'
import { PlanEvaluationType } from './plan-evaluation.type.ts'
import type { PlanSummary } from './plan-summary.entity.ts'
import * as inputs from './plan-summary.inputs.ts'
import * as service from './plan-summary.service.ts'
import { PlanLessonConnection, PlanSummaryType } from './plan-summary.type.ts'

const DraftPlanSummaryPayload = payload('DraftPlanSummary', PlanSummaryType, 'eligible', 'duplicate')
const ChangePlanSummaryPayload = verbPayload('ChangePlanSummary', PlanSummaryType)
const SubmitPlanSummaryPayload = signingPayload('SubmitPlanSummary', PlanSummaryType)
const ReviewPlanSummaryPayload = signingPayload('ReviewPlanSummary', PlanSummaryType)
const ApprovePlanSummaryPayload = signingPayload('ApprovePlanSummary', PlanSummaryType)
const ReturnPlanSummaryPayload = signingPayload('ReturnPlanSummary', PlanSummaryType)

type Answer = Promise<PlanSummary | UserError>

@ArgsType()
class PlanLessonArgs extends PageArgs {
  @Field(() => inputs.PlanLessonFilter, { nullable: true }) filter?: inputs.PlanLessonFilter
}

@Resolver(() => MaintenancePlanType)
export class SummaryOfPlanResolver {
  @FieldResolver(() => PlanSummaryType, {
    nullable: true,
    description: 'What is said of it since it is evaluated, to those who may read summaries.',
  })
  summary(): PlanSummaryType | null {
    return compiled()
  }
}

@Resolver(() => SigningType)
export class SummariesOfSigningResolver {
  @FieldResolver(() => PlanSummaryType, {
    nullable: true,
    description: 'What is signed, where that is the summary of a plan that you may read.',
  })
  planSummary(): PlanSummaryType | null {
    return compiled()
  }
}

@Resolver(() => PlanSummaryType)
export class SigningsOfSummaryResolver {
  @FieldResolver(() => [SigningType], {
    description: 'Its rounds of signatures, to those who may read signings.',
  })
  signings(): SigningType[] {
    return compiled()
  }
}

@Resolver()
export class PlanSummaryResolver {
  @Query(() => PlanEvaluationType, {
    nullable: true,
    description:
      'What a plan came to: as it was frozen in its summary, else as it stands now. Null of a plan that never was in force.',
  })
  @RequiresPermission('plan:readWords')
  planEvaluation(
    @Arg('planId', () => ID) planId: string,
    @Ctx() context: RequestContext,
  ): Promise<PlanEvaluationType | null> {
    return planEvaluation(context, planId)
  }

  @Query(() => PlanSummaryType, {
    nullable: true,
    description: 'One summary of a plan; null where there is none that you may read.',
  })
  @RequiresPermission('planSummary:read')
  planSummary(@Arg('id', () => ID) _id: string): PlanSummaryType {
    return compiled()
  }

  @Query(() => PlanLessonConnection, {
    description: 'What was learnt of plans that you may read, the newest first.',
  })
  @RequiresPermission('planLesson:read')
  planLessons(@Args(() => PlanLessonArgs) _args: PlanLessonArgs): object {
    return compiled()
  }

  @Mutation(() => DraftPlanSummaryPayload, {
    description: 'Writes the summary of a plan that is being evaluated. A plan has one: DUPLICATE names it.',
  })
  @RequiresPermission('planSummary:draft')
  draftPlanSummary(
    @Arg('input', () => inputs.DraftPlanSummaryInput) input: inputs.DraftPlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.draft(context, input)
  }

  @Mutation(() => ChangePlanSummaryPayload, { description: 'States the draft anew, whole.' })
  @RequiresPermission('planSummary:change')
  changePlanSummary(
    @Arg('input', () => inputs.ChangePlanSummaryInput) input: inputs.ChangePlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => SubmitPlanSummaryPayload, {
    description: 'Signed by whoever prepared it: from here on words and figures are fixed.',
  })
  @RequiresPermission('planSummary:submit')
  submitPlanSummary(
    @Arg('input', () => inputs.SubmitPlanSummaryInput) input: inputs.SubmitPlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.submit(context, input)
  }

  @Mutation(() => ReviewPlanSummaryPayload, {
    description: 'Signed by somebody who neither wrote nor prepared it.',
  })
  @RequiresPermission('planSummary:review')
  reviewPlanSummary(
    @Arg('input', () => inputs.ReviewPlanSummaryInput) input: inputs.ReviewPlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.review(context, input)
  }

  @Mutation(() => ApprovePlanSummaryPayload, {
    description: 'Signed by a third person: the plan may be completed.',
  })
  @RequiresPermission('planSummary:approve')
  approvePlanSummary(
    @Arg('input', () => inputs.ApprovePlanSummaryInput) input: inputs.ApprovePlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.approve(context, input)
  }

  @Mutation(() => ReturnPlanSummaryPayload, {
    description:
      'Back to its draft, with a reason; signed. Its figures are measured anew when it comes again.',
  })
  @RequiresPermission('planSummary:return')
  returnPlanSummary(
    @Arg('input', () => inputs.ReturnPlanSummaryInput) input: inputs.ReturnPlanSummaryInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.returned(context, input)
  }
}
