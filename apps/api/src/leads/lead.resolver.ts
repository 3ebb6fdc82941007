import { LEAD_ORDERS } from '@steward/domain'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { ClientType, RevealedPhone } from '../clients/client.type.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { publishEnum } from '../graphql/enums.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import { LocalDate } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import { convert } from './convert-lead.service.ts'
import type { Lead } from './lead.entity.ts'
import * as inputs from './lead.inputs.ts'
import * as service from './lead.service.ts'
import { LeadConnection, LeadType } from './lead.type.ts'
import { open } from './open-lead.service.ts'
import { revealPhoneOfLead } from './reveal-phone-of-lead.service.ts'
import { leadYield } from './yield/lead-yield.query.ts'
import { LeadYield } from './yield/lead-yield.type.ts'

const LeadOrderEnum = publishEnum('LeadOrder', LEAD_ORDERS, 'Order of a list of leads.')

@ArgsType()
class LeadArgs extends PageArgs {
  @Field(() => inputs.LeadFilter, { nullable: true }) filter?: inputs.LeadFilter
  @Field(() => LeadOrderEnum, { nullable: true, description: 'Default: NEWEST.' }) orderBy?: string
}

@ArgsType()
class LeadYieldArgs {
  @Field(() => LocalDate, { description: 'Opened on this day or later.' }) from: string
  @Field(() => LocalDate, { description: 'Opened on this day or before.' }) to: string
}

const OpenLeadPayload = payload('OpenLead', LeadType, 'eligible', 'duplicate')
const AmendLeadPayload = verbPayload('AmendLead', LeadType)
const AssignLeadPayload = verbPayload('AssignLead', LeadType)
const ClaimLeadPayload = verbPayload('ClaimLead', LeadType)
const ReleaseLeadPayload = verbPayload('ReleaseLead', LeadType)
const ContactLeadPayload = verbPayload('ContactLead', LeadType)
const QualifyLeadPayload = verbPayload('QualifyLead', LeadType)
const ConvertLeadPayload = verbPayload('ConvertLead', LeadType, 'duplicate')
const LoseLeadPayload = verbPayload('LoseLead', LeadType)
const RevealPhoneOfLeadPayload = payload('RevealPhoneOfLead', RevealedPhone, 'eligible')

type Answer = Promise<Lead | UserError>

@Resolver(() => ClientType)
export class LeadsOfClientResolver {
  @FieldResolver(() => [LeadType], {
    description: 'Leads that became this client, to those who may read them.',
  })
  leads(): LeadType[] {
    return compiled()
  }
}

@Resolver()
export class LeadResolver {
  @Query(() => LeadType, {
    nullable: true,
    description: 'One lead; null where there is none that you may read.',
  })
  @RequiresPermission('lead:read')
  lead(@Arg('id', () => ID) _id: string): LeadType {
    return compiled()
  }

  @Query(() => LeadConnection, {
    description: 'The leads you may read: those who work on leads see their own and the pool.',
  })
  @RequiresPermission('lead:read')
  leads(@Args(() => LeadArgs) _args: LeadArgs): object {
    return compiled()
  }

  @Query(() => LeadYield, { description: 'What leads came to, by source and by campaign.' })
  @RequiresPermission('lead:readYield')
  leadYield(
    @Args(() => LeadYieldArgs) asked: LeadYieldArgs,
    @Ctx() context: RequestContext,
  ): Promise<LeadYield> {
    return leadYield(context, asked)
  }

  @Mutation(() => OpenLeadPayload, {
    description: 'Opens a lead. DUPLICATE names a client, or a lead that goes on, who is likely the same.',
  })
  @RequiresPermission('lead:open')
  openLead(
    @Arg('input', () => inputs.OpenLeadInput) input: inputs.OpenLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return open(context, input)
  }

  @Mutation(() => AmendLeadPayload, {
    description: 'Amends what is known; no touch in the sense of the return.',
  })
  @RequiresPermission('lead:amend')
  amendLead(
    @Arg('input', () => inputs.AmendLeadInput) input: inputs.AmendLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => AssignLeadPayload, { description: 'Gives the lead to somebody who works on leads.' })
  @RequiresPermission('lead:assign')
  assignLead(
    @Arg('input', () => inputs.AssignLeadInput) input: inputs.AssignLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.assign(context, input)
  }

  @Mutation(() => ClaimLeadPayload, {
    description:
      'Takes a lead from the pool; so many a day. Of several who claim at once, exactly one has it.',
  })
  @RequiresPermission('lead:claim')
  claimLead(
    @Arg('input', () => inputs.ClaimLeadInput) input: inputs.ClaimLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.claim(context, input)
  }

  @Mutation(() => ReleaseLeadPayload, { description: 'Gives the lead back to the pool, with a reason.' })
  @RequiresPermission('lead:release')
  releaseLead(
    @Arg('input', () => inputs.ReleaseLeadInput) input: inputs.ReleaseLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.release(context, input)
  }

  @Mutation(() => ContactLeadPayload, {
    description: 'Logs a contact, and what comes next. It keeps the lead.',
  })
  @RequiresPermission('lead:contact')
  contactLead(
    @Arg('input', () => inputs.ContactLeadInput) input: inputs.ContactLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.contact(context, input)
  }

  @Mutation(() => QualifyLeadPayload, { description: 'They mean it: what they need is clear.' })
  @RequiresPermission('lead:qualify')
  qualifyLead(
    @Arg('input', () => inputs.QualifyLeadInput) input: inputs.QualifyLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.qualify(context, input)
  }

  @Mutation(() => ConvertLeadPayload, {
    description:
      'Makes a client of the lead: opens an archive, or joins one that there is. Refusals name members of `opening` as `opening.phone`.',
  })
  @RequiresPermission('lead:convert')
  convertLead(
    @Arg('input', () => inputs.ConvertLeadInput) input: inputs.ConvertLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return convert(context, input)
  }

  @Mutation(() => LoseLeadPayload, { description: 'It came to nothing, and why.' })
  @RequiresPermission('lead:lose')
  loseLead(
    @Arg('input', () => inputs.LoseLeadInput) input: inputs.LoseLeadInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.lose(context, input)
  }

  @Mutation(() => RevealPhoneOfLeadPayload, {
    description: 'Shows the number of a lead in full to whoever has it; with a reason, logged.',
  })
  @RequiresPermission('lead:revealPhone')
  revealPhoneOfLead(
    @Arg('input', () => inputs.RevealPhoneOfLeadInput) input: inputs.RevealPhoneOfLeadInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedPhone | UserError> {
    return revealPhoneOfLead(context, input)
  }
}
