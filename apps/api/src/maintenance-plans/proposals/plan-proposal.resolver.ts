import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'
import type { PlanProposal } from './plan-proposal.entity.ts'
import * as inputs from './plan-proposal.inputs.ts'
import * as service from './plan-proposal.service.ts'
import { PlanProposalConnection, PlanProposalType } from './plan-proposal.type.ts'

const TakePayload = verbPayload('TakePlanProposal', PlanProposalType)
const TakeAllPayload = payload('TakeAllPlanProposals', MaintenancePlanType, 'eligible')
const DismissPayload = verbPayload('DismissPlanProposal', PlanProposalType)

@Resolver(() => PlanProposalType)
export class PlanProposalResolver {
  @Query(() => PlanProposalConnection, {
    description: 'What published directories propose for clients that you may read of; the newest first.',
  })
  @RequiresPermission('planProposal:read')
  planProposals(@Args(() => inputs.PlanProposalArgs) _args: inputs.PlanProposalArgs): object {
    return compiled()
  }

  @Mutation(() => TakePayload, { description: 'Drafts the plan for the client out of the template.' })
  @RequiresPermission('planProposal:take')
  takePlanProposal(
    @Arg('input', () => inputs.TakePlanProposalInput) input: inputs.TakePlanProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanProposal | UserError> {
    return service.take(context, input)
  }

  @Mutation(() => TakeAllPayload, {
    description: 'Drafts one plan for the clients of the grade in the community; answers the plan.',
  })
  @RequiresPermission('planProposal:takeAll')
  takeAllPlanProposals(
    @Arg('input', () => inputs.TakeAllPlanProposalsInput) input: inputs.TakeAllPlanProposalsInput,
    @Ctx() context: RequestContext,
  ): Promise<MaintenancePlan | UserError> {
    return service.takeAll(context, input)
  }

  @Mutation(() => DismissPayload, { description: 'No plan for this client, and why.' })
  @RequiresPermission('planProposal:dismiss')
  dismissPlanProposal(
    @Arg('input', () => inputs.DismissPlanProposalInput) input: inputs.DismissPlanProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanProposal | UserError> {
    return service.dismiss(context, input)
  }
}
