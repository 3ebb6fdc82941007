import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import { ClientType } from '../../clients/client.type.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { GradeChangeEntity } from './evaluation.entity.ts'
import * as inputs from './evaluation.inputs.ts'
import {
  ClientGradeType,
  EvaluationConnection,
  EvaluationExplained,
  EvaluationType,
  GradeChangeConnection,
  GradeChangeType,
  GradeShare,
} from './evaluation.type.ts'
import { evaluationExplained } from './explanation.service.ts'
import * as service from './grade-change.service.ts'
import { gradeShares } from './grade-shares.query.ts'

const OverrideEvaluationPayload = payload('OverrideEvaluation', GradeChangeType, 'eligible')
const AppealEvaluationPayload = payload('AppealEvaluation', GradeChangeType, 'eligible')
const DecideOverrideOfEvaluationPayload = verbPayload('DecideOverrideOfEvaluation', GradeChangeType)
const DecideAppealOfEvaluationPayload = verbPayload('DecideAppealOfEvaluation', GradeChangeType)

type Answer = Promise<GradeChangeEntity | UserError>

@Resolver(() => EvaluationType)
class EvaluationResolver {
  @Query(() => EvaluationType, { nullable: true, description: 'What a cycle says of one client.' })
  @RequiresPermission('evaluation:read')
  evaluation(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => EvaluationConnection, { description: 'Evaluations, the best first.' })
  @RequiresPermission('evaluation:read')
  evaluations(@Args(() => inputs.EvaluationArgs) _args: inputs.EvaluationArgs): object {
    return compiled()
  }

  @Query(() => GradeChangeConnection, { description: 'Overrides and appeals, the newest first.' })
  @RequiresPermission('evaluation:read')
  gradeChanges(@Args(() => inputs.GradeChangeArgs) _args: inputs.GradeChangeArgs): object {
    return compiled()
  }

  @Query(() => EvaluationExplained, {
    nullable: true,
    description: 'Why the client has this grade. Null where it is not yours to see.',
  })
  @RequiresPermission('evaluation:read')
  evaluationExplained(
    @Arg('evaluation', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<EvaluationExplained | null> {
    return evaluationExplained(context, id)
  }

  @Query(() => [GradeShare], { description: 'How the grades of a cycle are spread over communities.' })
  @RequiresPermission('gradingCycle:read')
  gradeShares(@Arg('cycle', () => ID) id: string, @Ctx() context: RequestContext): Promise<GradeShare[]> {
    return gradeShares(context, id)
  }

  @Mutation(() => OverrideEvaluationPayload, {
    description:
      'Proposes another grade than the standard’s, while the cycle is scored; somebody else decides.',
  })
  @RequiresPermission('evaluation:override')
  overrideEvaluation(
    @Arg('input', () => inputs.OverrideEvaluationInput) input: inputs.OverrideEvaluationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.override(context, input)
  }

  @Mutation(() => DecideOverrideOfEvaluationPayload, {
    description: 'Decides on an override; granted, the directory will have that grade.',
  })
  @RequiresPermission('evaluation:decideOverride')
  decideOverrideOfEvaluation(
    @Arg('input', () => inputs.DecideOverrideOfEvaluationInput)
    input: inputs.DecideOverrideOfEvaluationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.decideOverride(context, input)
  }

  @Mutation(() => AppealEvaluationPayload, {
    description: 'Appeals a published grade for the client; somebody else decides.',
  })
  @RequiresPermission('evaluation:appeal')
  appealEvaluation(
    @Arg('input', () => inputs.AppealEvaluationInput) input: inputs.AppealEvaluationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.appeal(context, input)
  }

  @Mutation(() => DecideAppealOfEvaluationPayload, {
    description: 'Decides on an appeal; granted, it takes effect with an amendment of the directory.',
  })
  @RequiresPermission('evaluation:decideAppeal')
  decideAppealOfEvaluation(
    @Arg('input', () => inputs.DecideAppealOfEvaluationInput) input: inputs.DecideAppealOfEvaluationInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.decideAppeal(context, input)
  }
}

@Resolver(() => ClientType)
class GradeOfClientResolver {
  @FieldResolver(() => ClientGradeType, {
    nullable: true,
    description: 'The grade that holds. Never shown to technicians, clerks or programs.',
  })
  grade(): ClientGradeType {
    return compiled()
  }
}

export const EVALUATION_RESOLVERS = [EvaluationResolver, GradeOfClientResolver] as const
