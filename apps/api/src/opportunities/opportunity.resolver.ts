import { OPPORTUNITY_ORDERS } from '@steward/domain'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { ClientType } from '../clients/client.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { publishEnum } from '../graphql/enums.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import { LocalDate } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import { open } from './open-opportunity.service.ts'
import { opportunityFunnel, opportunitySums } from './opportunity-sums.query.ts'
import type { Opportunity, OpportunityPolicyEntity } from './opportunity.entity.ts'
import * as inputs from './opportunity.inputs.ts'
import * as service from './opportunity.service.ts'
import {
  OpportunityConnection,
  OpportunityFunnel,
  OpportunityPolicyType,
  OpportunityStageSum,
  OpportunityType,
} from './opportunity.type.ts'

const OpportunityOrderEnum = publishEnum(
  'OpportunityOrder',
  OPPORTUNITY_ORDERS,
  'Order of a list of opportunities.',
)

@ArgsType()
class OpportunityArgs extends PageArgs {
  @Field(() => inputs.OpportunityFilter, { nullable: true }) filter?: inputs.OpportunityFilter
  @Field(() => OpportunityOrderEnum, { nullable: true, description: 'Default: CLOSING.' }) orderBy?: string
}

@ArgsType()
class OpportunitySumsArgs {
  @Field(() => Boolean, { nullable: true }) mine?: boolean
  @Field(() => ID, { nullable: true }) assignee?: string
  @Field(() => [ID], { nullable: true }) project?: string[]
}

@ArgsType()
class OpportunityFunnelArgs {
  @Field(() => LocalDate, { description: 'Opened on this day or later.' }) from: string
  @Field(() => LocalDate, { description: 'Opened on this day or before.' }) to: string
}

const OpenOpportunityPayload = payload('OpenOpportunity', OpportunityType, 'eligible')
const AmendOpportunityPayload = verbPayload('AmendOpportunity', OpportunityType)
const AssignOpportunityPayload = verbPayload('AssignOpportunity', OpportunityType)
const ContactOpportunityPayload = verbPayload('ContactOpportunity', OpportunityType)
const ProposeOpportunityPayload = verbPayload('ProposeOpportunity', OpportunityType)
const QuoteOpportunityPayload = verbPayload('QuoteOpportunity', OpportunityType)
const AgreeOpportunityPayload = verbPayload('AgreeOpportunity', OpportunityType)
const WinOpportunityPayload = verbPayload('WinOpportunity', OpportunityType)
const StepBackOpportunityPayload = verbPayload('StepBackOpportunity', OpportunityType)
const LoseOpportunityPayload = verbPayload('LoseOpportunity', OpportunityType)
const ReopenOpportunityPayload = verbPayload('ReopenOpportunity', OpportunityType)
const SetOpportunityPolicyPayload = payload('SetOpportunityPolicy', OpportunityPolicyType, 'stale')

type Answer = Promise<Opportunity | UserError>

@Resolver(() => ClientType)
export class OpportunitiesOfClientResolver {
  @FieldResolver(() => [OpportunityType], {
    description: 'What they may buy, or bought, to those who may read it; the newest first.',
  })
  opportunities(): OpportunityType[] {
    return compiled()
  }
}

@Resolver()
export class OpportunityResolver {
  @Query(() => OpportunityType, {
    nullable: true,
    description: 'One opportunity; null where there is none that you may read.',
  })
  @RequiresPermission('opportunity:read')
  opportunity(@Arg('id', () => ID) _id: string): OpportunityType {
    return compiled()
  }

  @Query(() => OpportunityConnection, { description: 'The opportunities you may read.' })
  @RequiresPermission('opportunity:read')
  opportunities(@Args(() => OpportunityArgs) _args: OpportunityArgs): object {
    return compiled()
  }

  @Query(() => [OpportunityStageSum], {
    description: 'What stands at each stage, of the opportunities you may read, with its weighted sum.',
  })
  @RequiresPermission('opportunity:read')
  opportunitySums(
    @Args(() => OpportunitySumsArgs) asked: OpportunitySumsArgs,
    @Ctx() context: RequestContext,
  ): Promise<OpportunityStageSum[]> {
    return opportunitySums(context, asked)
  }

  @Query(() => OpportunityFunnel, { description: 'What opportunities came to, and why some were lost.' })
  @RequiresPermission('opportunity:readFunnel')
  opportunityFunnel(
    @Args(() => OpportunityFunnelArgs) asked: OpportunityFunnelArgs,
    @Ctx() context: RequestContext,
  ): Promise<OpportunityFunnel> {
    return opportunityFunnel(context, asked)
  }

  @Query(() => OpportunityPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: 10, 30, 50, 80 percent; 10, 7, 5, 3 working days.',
  })
  @RequiresPermission('opportunityPolicy:read')
  opportunityPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => OpenOpportunityPayload, { description: 'Opens an opportunity of a client.' })
  @RequiresPermission('opportunity:open')
  openOpportunity(
    @Arg('input', () => inputs.OpenOpportunityInput) input: inputs.OpenOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return open(context, input)
  }

  @Mutation(() => AmendOpportunityPayload, {
    description: 'Amends what is known; no touch in the sense of the alert.',
  })
  @RequiresPermission('opportunity:amend')
  amendOpportunity(
    @Arg('input', () => inputs.AmendOpportunityInput) input: inputs.AmendOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => AssignOpportunityPayload, { description: 'Gives it to somebody else who sells.' })
  @RequiresPermission('opportunity:assign')
  assignOpportunity(
    @Arg('input', () => inputs.AssignOpportunityInput) input: inputs.AssignOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assign(context, input)
  }

  @Mutation(() => ContactOpportunityPayload, { description: 'Logs a contact, and what comes next.' })
  @RequiresPermission('opportunity:contact')
  contactOpportunity(
    @Arg('input', () => inputs.ContactOpportunityInput) input: inputs.ContactOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.contact(context, input)
  }

  @Mutation(() => ProposeOpportunityPayload, {
    description: 'What they need is clear: a proposal is being written.',
  })
  @RequiresPermission('opportunity:propose')
  proposeOpportunity(
    @Arg('input', () => inputs.ProposeOpportunityInput) input: inputs.ProposeOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.propose(context, input)
  }

  @Mutation(() => QuoteOpportunityPayload, { description: 'A price is being told.' })
  @RequiresPermission('opportunity:quote')
  quoteOpportunity(
    @Arg('input', () => inputs.QuoteOpportunityInput) input: inputs.QuoteOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.quote(context, input)
  }

  @Mutation(() => AgreeOpportunityPayload, {
    description:
      'Terms are agreed: it is about to be signed. Refused without approved prices that cover what is offered.',
  })
  @RequiresPermission('opportunity:agree')
  agreeOpportunity(
    @Arg('input', () => inputs.AgreeOpportunityInput) input: inputs.AgreeOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.agree(context, input)
  }

  @Mutation(() => WinOpportunityPayload, { description: 'The contract is signed: what was agreed.' })
  @RequiresPermission('opportunity:win')
  winOpportunity(
    @Arg('input', () => inputs.WinOpportunityInput) input: inputs.WinOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.win(context, input)
  }

  @Mutation(() => StepBackOpportunityPayload, { description: 'Back to the stage before, with a reason.' })
  @RequiresPermission('opportunity:stepBack')
  stepBackOpportunity(
    @Arg('input', () => inputs.StepBackOpportunityInput) input: inputs.StepBackOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.stepBack(context, input)
  }

  @Mutation(() => LoseOpportunityPayload, { description: 'It came to nothing, and why.' })
  @RequiresPermission('opportunity:lose')
  loseOpportunity(
    @Arg('input', () => inputs.LoseOpportunityInput) input: inputs.LoseOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.lose(context, input)
  }

  @Mutation(() => ReopenOpportunityPayload, { description: 'A lost one is worked on again.' })
  @RequiresPermission('opportunity:reopen')
  reopenOpportunity(
    @Arg('input', () => inputs.ReopenOpportunityInput) input: inputs.ReopenOpportunityInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.reopen(context, input)
  }

  @Mutation(() => SetOpportunityPolicyPayload, {
    description: 'Says how likely each stage is, and how long it may lie untouched.',
  })
  @RequiresPermission('opportunityPolicy:set')
  setOpportunityPolicy(
    @Arg('input', () => inputs.SetOpportunityPolicyInput) input: inputs.SetOpportunityPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<OpportunityPolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
