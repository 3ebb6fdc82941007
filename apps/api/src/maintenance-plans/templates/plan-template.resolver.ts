import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { PlanTemplate } from './plan-template.entity.ts'
import * as inputs from './plan-template.inputs.ts'
import * as service from './plan-template.service.ts'
import { PlanTemplateConnection, PlanTemplateType } from './plan-template.type.ts'

const AddPayload = payload('AddPlanTemplate', PlanTemplateType, 'duplicate')
const RevisePayload = payload('RevisePlanTemplate', PlanTemplateType, 'stale', 'status')
const RetirePayload = payload('RetirePlanTemplate', PlanTemplateType, 'stale', 'status')

type Answer = Promise<PlanTemplate | UserError>

@Resolver(() => PlanTemplateType)
export class PlanTemplateResolver {
  @Query(() => PlanTemplateType, { nullable: true, description: 'One template.' })
  @RequiresPermission('planTemplate:read')
  planTemplate(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => PlanTemplateConnection, { description: 'Templates of plans, the newest first.' })
  @RequiresPermission('planTemplate:read')
  planTemplates(@Args(() => inputs.PlanTemplateArgs) _args: inputs.PlanTemplateArgs): object {
    return compiled()
  }

  @Mutation(() => AddPayload, { description: 'A template for a grade, or for a class of machines.' })
  @RequiresPermission('planTemplate:add')
  addPlanTemplate(
    @Arg('input', () => inputs.AddPlanTemplateInput) input: inputs.AddPlanTemplateInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.add(context, input)
  }

  @Mutation(() => RevisePayload, {
    description: 'States it anew; plans that began with it stay as they are.',
  })
  @RequiresPermission('planTemplate:revise')
  revisePlanTemplate(
    @Arg('input', () => inputs.RevisePlanTemplateInput) input: inputs.RevisePlanTemplateInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.revise(context, input)
  }

  @Mutation(() => RetirePayload, { description: 'Nothing begins with it any more.' })
  @RequiresPermission('planTemplate:retire')
  retirePlanTemplate(
    @Arg('input', () => inputs.RetirePlanTemplateInput) input: inputs.RetirePlanTemplateInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.retire(context, input)
  }
}
