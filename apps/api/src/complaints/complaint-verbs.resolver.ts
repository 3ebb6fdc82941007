import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { ComplaintEntity } from './complaint.entity.ts'
import * as inputs from './complaint.inputs.ts'
import * as payloads from './complaint.payloads.ts'
import * as service from './complaint.service.ts'

type Answer = Promise<ComplaintEntity | UserError>

/** The verbs of a case: one statement a method. Who may, from where to where, the domain's tables say. */
@Resolver()
export class ComplaintVerbsResolver {
  @Mutation(() => payloads.RegisterComplaintPayload, {
    description: 'Registers a case and gives it its number.',
  })
  @RequiresPermission('complaint:register')
  registerComplaint(
    @Arg('input', () => inputs.RegisterComplaintInput) input: inputs.RegisterComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.register(context, input)
  }

  @Mutation(() => payloads.AcknowledgeComplaintPayload, {
    description: 'Takes a case over, classifies it and puts it on the formal track.',
  })
  @RequiresPermission('complaint:acknowledge')
  acknowledgeComplaint(
    @Arg('input', () => inputs.AcknowledgeComplaintInput) input: inputs.AcknowledgeComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.acknowledge(context, input)
  }

  @Mutation(() => payloads.AssignComplaintPayload, {
    description: 'Hands a case to a department and a person.',
  })
  @RequiresPermission('complaint:assign')
  assignComplaint(
    @Arg('input', () => inputs.AssignComplaintInput) input: inputs.AssignComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assign(context, input)
  }

  @Mutation(() => payloads.HandOverComplaintPayload, {
    description: 'Offers the case to somebody else; until they accept, you stay responsible.',
  })
  @RequiresPermission('complaint:handOver')
  handOverComplaint(
    @Arg('input', () => inputs.HandOverComplaintInput) input: inputs.HandOverComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.handOver(context, input)
  }

  @Mutation(() => payloads.ContainComplaintPayload, {
    description: 'Records what was done at once to stop the damage.',
  })
  @RequiresPermission('complaint:contain')
  containComplaint(
    @Arg('input', () => inputs.ContainComplaintInput) input: inputs.ContainComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.contain(context, input)
  }

  @Mutation(() => payloads.InvestigateComplaintPayload, { description: 'Begins the investigation.' })
  @RequiresPermission('complaint:investigate')
  investigateComplaint(
    @Arg('input', () => inputs.InvestigateComplaintInput) input: inputs.InvestigateComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.investigate(context, input)
  }

  @Mutation(() => payloads.RecordFindingsOfComplaintPayload, {
    description: 'Completes what was found; once a proposal is decided, cause and prevention only.',
  })
  @RequiresPermission('complaint:recordFindings')
  recordFindingsOfComplaint(
    @Arg('input', () => inputs.RecordFindingsOfComplaintInput) input: inputs.RecordFindingsOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.recordFindings(context, input)
  }

  @Mutation(() => payloads.RuleResponsibilityOfComplaintPayload, {
    description: 'Makes the proposed responsibility final.',
  })
  @RequiresPermission('complaint:ruleResponsibility')
  ruleResponsibilityOfComplaint(
    @Arg('input', () => inputs.RuleResponsibilityOfComplaintInput)
    input: inputs.RuleResponsibilityOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.ruleResponsibility(context, input)
  }

  @Mutation(() => payloads.DispatchComplaintPayload, {
    description: 'Gives an action order to a department.',
  })
  @RequiresPermission('complaint:dispatch')
  dispatchComplaint(
    @Arg('input', () => inputs.DispatchComplaintInput) input: inputs.DispatchComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.dispatch(context, input)
  }

  @Mutation(() => payloads.ResolveComplaintPayload, {
    description: 'States what was done; a return visit by somebody else is owed.',
  })
  @RequiresPermission('complaint:resolve')
  resolveComplaint(
    @Arg('input', () => inputs.ResolveComplaintInput) input: inputs.ResolveComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.resolve(context, input)
  }

  @Mutation(() => payloads.FollowUpComplaintPayload, {
    description: 'Records the return visit; a dissatisfied client sends the case back.',
  })
  @RequiresPermission('complaint:followUp')
  followUpComplaint(
    @Arg('input', () => inputs.FollowUpComplaintInput) input: inputs.FollowUpComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.followUp(context, input)
  }

  @Mutation(() => payloads.CloseComplaintPayload, {
    description: 'Closes a case to which nothing is missing.',
  })
  @RequiresPermission('complaint:close')
  closeComplaint(
    @Arg('input', () => inputs.CloseComplaintInput) input: inputs.CloseComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.close(context, input)
  }

  @Mutation(() => payloads.ReopenComplaintPayload, {
    description: 'Reopens a closed case, one level more severe.',
  })
  @RequiresPermission('complaint:reopen')
  reopenComplaint(
    @Arg('input', () => inputs.ReopenComplaintInput) input: inputs.ReopenComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reopen(context, input)
  }

  @Mutation(() => payloads.WithdrawComplaintPayload, {
    description: 'Ends a case that the client takes back.',
  })
  @RequiresPermission('complaint:withdraw')
  withdrawComplaint(
    @Arg('input', () => inputs.WithdrawComplaintInput) input: inputs.WithdrawComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.withdraw(context, input)
  }

  @Mutation(() => payloads.ReferComplaintPayload, {
    description: 'Refers a case to a third party and tracks it to the answer.',
  })
  @RequiresPermission('complaint:refer')
  referComplaint(
    @Arg('input', () => inputs.ReferComplaintInput) input: inputs.ReferComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.refer(context, input)
  }

  @Mutation(() => payloads.AnswerReferralOfComplaintPayload, {
    description: "Records the third party's answer.",
  })
  @RequiresPermission('complaint:answerReferral')
  answerReferralOfComplaint(
    @Arg('input', () => inputs.AnswerReferralOfComplaintInput) input: inputs.AnswerReferralOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.answerReferral(context, input)
  }

  @Mutation(() => payloads.MakePromiseOfComplaintPayload, {
    description: 'Promises the client a time; a remedy only once it is approved.',
  })
  @RequiresPermission('complaint:makePromise')
  makePromiseOfComplaint(
    @Arg('input', () => inputs.MakePromiseOfComplaintInput) input: inputs.MakePromiseOfComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.makePromise(context, input)
  }

  @Mutation(() => payloads.DeclineComplaintPayload, {
    description: 'Declines an excessive demand with reasons and an alternative.',
  })
  @RequiresPermission('complaint:decline')
  declineComplaint(
    @Arg('input', () => inputs.DeclineComplaintInput) input: inputs.DeclineComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.decline(context, input)
  }

  @Mutation(() => payloads.DismissComplaintPayload, {
    description: 'Finds that the complaint does not hold; reasons are owed.',
  })
  @RequiresPermission('complaint:dismiss')
  dismissComplaint(
    @Arg('input', () => inputs.DismissComplaintInput) input: inputs.DismissComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.dismiss(context, input)
  }

  @Mutation(() => payloads.MergeComplaintPayload, {
    description: 'Continues the case in another one about the same matter.',
  })
  @RequiresPermission('complaint:merge')
  mergeComplaint(
    @Arg('input', () => inputs.MergeComplaintInput) input: inputs.MergeComplaintInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.merge(context, input)
  }
}
