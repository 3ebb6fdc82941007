import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, signingPayload } from '../../graphql/payload.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { PlanOverrun, PlanPolicyEntity, PlanSpend } from './budget.entity.ts'
import * as service from './budget.service.ts'
import { setPolicy } from './plan-policy.service.ts'
import {
  PlanBudgetAccountType,
  PlanOverrunConnection,
  PlanOverrunStatusEnum,
  PlanOverrunType,
  PlanPolicyType,
  PlanSpendConnection,
  PlanSpendType,
} from './budget.type.ts'

@InputType()
class SpendPlanInput {
  @IdField('MaintenancePlan') planId: string
  @Field(() => String, { description: '`key` of the line.' }) line: string
  @Field(() => MinorUnits, { description: 'Above 0.' }) amountMinor: number
  @Field(() => LocalDate) spentOn: string
  @Field(() => String, { description: 'What for; at most 200 characters.' }) purpose: string
}

@InputType()
class AskOverrunOfPlanInput {
  @IdField('MaintenancePlan') planId: string
  @Field(() => String, { description: '`key` of the line.' }) line: string
  @Field(() => MinorUnits, { description: 'By which the line is to be raised; above 0.' }) amountMinor: number
  @Field(() => String, { description: 'At most 1,000 characters.' }) reason: string
}

@InputType()
class ApproveOverrunOfPlanInput {
  @IdField('PlanOverrun') overrunId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
  @Field(() => Boolean, { description: 'False: it is rejected.' }) approves: boolean
  @Field(() => String, {
    nullable: true,
    description: 'Needed where it is rejected; at most 500 characters.',
  })
  note?: string
}

@InputType()
class SetPlanPolicyInput {
  @Field(() => Int, { description: '0 to 5,000, of 10,000; holds for what is approved from now on.' })
  allowedOverrunBasisPoints: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType({ description: 'Which overruns; absent members do not filter.' })
class PlanOverrunFilter {
  @Field(() => ID, { nullable: true }) plan?: string
  @Field(() => [PlanOverrunStatusEnum], { nullable: true }) status?: string[]
}

@ArgsType()
class PlanSpendArgs extends PageArgs {
  @Field(() => ID) plan: string
}
@ArgsType()
class PlanOverrunArgs extends PageArgs {
  @Field(() => PlanOverrunFilter, { nullable: true }) filter?: PlanOverrunFilter
}

const SpendPlanPayload = payload('SpendPlan', PlanSpendType, 'eligible', 'limit')
const AskOverrunOfPlanPayload = payload('AskOverrunOfPlan', PlanOverrunType, 'eligible')
const SetPlanPolicyPayload = payload('SetPlanPolicy', PlanPolicyType, 'stale')
const ApproveOverrunOfPlanPayload = signingPayload('ApproveOverrunOfPlan', PlanOverrunType)

@Resolver()
export class PlanBudgetResolver {
  @Query(() => PlanPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: a tenth more than approved may be spent.',
  })
  @RequiresPermission('planPolicy:read')
  planPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => SetPlanPolicyPayload, { description: 'Sets how much more than approved may be spent.' })
  @RequiresPermission('planPolicy:set')
  setPlanPolicy(
    @Arg('input', () => SetPlanPolicyInput) input: SetPlanPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanPolicyEntity | UserError> {
    return setPolicy(context, input)
  }

  @Query(() => [PlanBudgetAccountType], {
    description: 'The budget of a plan, line by line, as it stands now.',
  })
  @RequiresPermission('plan:readBudget')
  planBudget(@Arg('plan', () => ID) _plan: string): object[] {
    return compiled()
  }

  @Query(() => PlanSpendConnection, { description: 'What was spent of a plan, the newest first.' })
  @RequiresPermission('plan:readBudget')
  planSpends(@Args(() => PlanSpendArgs) _args: PlanSpendArgs): object {
    return compiled()
  }

  @Query(() => PlanOverrunConnection, { description: 'Overruns that were asked for, the newest first.' })
  @RequiresPermission('plan:readBudget')
  planOverruns(@Args(() => PlanOverrunArgs) _args: PlanOverrunArgs): object {
    return compiled()
  }

  @Mutation(() => SpendPlanPayload, {
    description:
      'Records what was spent of no single task. Past the guard of the line: LIMIT_EXCEEDED, with what is left.',
  })
  @RequiresPermission('plan:spend')
  spendPlan(
    @Arg('input', () => SpendPlanInput) input: SpendPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanSpend | UserError> {
    return service.spend(context, input)
  }

  @Mutation(() => AskOverrunOfPlanPayload, { description: 'Asks that a line be raised.' })
  @RequiresPermission('plan:askOverrun')
  askOverrunOfPlan(
    @Arg('input', () => AskOverrunOfPlanInput) input: AskOverrunOfPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanOverrun | UserError> {
    return service.askOverrun(context, input)
  }

  @Mutation(() => ApproveOverrunOfPlanPayload, {
    description:
      'Decides on an overrun, signed with full proof, by somebody else than asked. Approved, the line is raised at once.',
  })
  @RequiresPermission('plan:approveOverrun')
  approveOverrunOfPlan(
    @Arg('input', () => ApproveOverrunOfPlanInput) input: ApproveOverrunOfPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanOverrun | UserError> {
    return service.approveOverrun(context, input)
  }
}
