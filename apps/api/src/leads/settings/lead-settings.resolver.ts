import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import { ClientSourceEnum } from '../../clients/client.type.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { IdField } from '../../graphql/id-field.ts'
import { payload } from '../../graphql/payload.ts'
import { LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Campaign, LeadPolicyEntity, LeadSource } from './lead-settings.entity.ts'
import * as service from './lead-settings.service.ts'
import { CampaignType, LeadPolicyType, LeadSourceType } from './lead-settings.type.ts'

const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
class DefineLeadSourceInput {
  @Field(() => String, { description: 'Unique.' }) name: string
  @Field(() => ClientSourceEnum) countsAs: string
}

@InputType()
abstract class LeadSourceVerbInput {
  @IdField('LeadSource') leadSourceId: string
  @Field(() => Int, SEEN) expectedVersion: number
}
@InputType()
class AmendLeadSourceInput extends LeadSourceVerbInput {
  @Field(() => String) name: string
  @Field(() => ClientSourceEnum) countsAs: string
}
@InputType()
class RetireLeadSourceInput extends LeadSourceVerbInput {}
@InputType()
class RestoreLeadSourceInput extends LeadSourceVerbInput {}

@InputType()
class DefineCampaignInput {
  @Field(() => String, { description: 'Unique.' }) name: string
  @IdField('LeadSource') sourceId: string
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate, { nullable: true, description: 'The last day.' }) endsOn?: string
  @Field(() => MinorUnits, { nullable: true, description: 'Whole cost, in minor units.' }) costMinor?: number
}

@InputType()
abstract class CampaignVerbInput {
  @IdField('Campaign') campaignId: string
  @Field(() => Int, SEEN) expectedVersion: number
}
@InputType()
class AmendCampaignInput extends CampaignVerbInput {
  @Field(() => String) name: string
  @IdField('LeadSource') sourceId: string
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate, { nullable: true }) endsOn?: string
  @Field(() => MinorUnits, { nullable: true }) costMinor?: number
}
@InputType()
class RetireCampaignInput extends CampaignVerbInput {}
@InputType()
class RestoreCampaignInput extends CampaignVerbInput {}

@InputType()
class SetLeadPolicyInput {
  @Field(() => Int, { description: '1 to 90 working days.' }) returnAfterDays: number
  @Field(() => Int, { description: 'Fewer than `returnAfterDays`; 0: no warning.' }) warnBeforeDays: number
  @Field(() => Int, { description: '1 to 200.' }) claimsADay: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

const DefineLeadSourcePayload = payload('DefineLeadSource', LeadSourceType, 'duplicate')
const AmendLeadSourcePayload = payload('AmendLeadSource', LeadSourceType, 'stale', 'duplicate')
const RetireLeadSourcePayload = payload('RetireLeadSource', LeadSourceType, 'stale', 'status')
const RestoreLeadSourcePayload = payload('RestoreLeadSource', LeadSourceType, 'stale', 'status')
const DefineCampaignPayload = payload('DefineCampaign', CampaignType, 'duplicate')
const AmendCampaignPayload = payload('AmendCampaign', CampaignType, 'stale', 'duplicate')
const RetireCampaignPayload = payload('RetireCampaign', CampaignType, 'stale', 'status')
const RestoreCampaignPayload = payload('RestoreCampaign', CampaignType, 'stale', 'status')
const SetLeadPolicyPayload = payload('SetLeadPolicy', LeadPolicyType, 'stale')

@Resolver()
export class LeadSettingsResolver {
  @Query(() => [LeadSourceType], { description: 'Where leads come from, those out of use included.' })
  @RequiresPermission('leadSource:read')
  leadSources(): LeadSourceType[] {
    return compiled()
  }

  @Query(() => [CampaignType], { description: 'Campaigns, the newest first.' })
  @RequiresPermission('campaign:read')
  campaigns(): CampaignType[] {
    return compiled()
  }

  @Query(() => LeadPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: 5 working days, warned 1 before, 10 claims a day.',
  })
  @RequiresPermission('leadPolicy:read')
  leadPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => DefineLeadSourcePayload, { description: 'Adds a source of leads.' })
  @RequiresPermission('leadSource:define')
  defineLeadSource(
    @Arg('input', () => DefineLeadSourceInput) input: DefineLeadSourceInput,
    @Ctx() context: RequestContext,
  ): Promise<LeadSource | UserError> {
    return service.defineSource(context, input)
  }

  @Mutation(() => AmendLeadSourcePayload, { description: 'Changes its name, and what it counts as.' })
  @RequiresPermission('leadSource:amend')
  amendLeadSource(
    @Arg('input', () => AmendLeadSourceInput) input: AmendLeadSourceInput,
    @Ctx() context: RequestContext,
  ): Promise<LeadSource | UserError> {
    return service.amendSource(context, input)
  }

  @Mutation(() => RetireLeadSourcePayload, { description: 'No new lead is said to come from it.' })
  @RequiresPermission('leadSource:retire')
  retireLeadSource(
    @Arg('input', () => RetireLeadSourceInput) input: RetireLeadSourceInput,
    @Ctx() context: RequestContext,
  ): Promise<LeadSource | UserError> {
    return service.retireSource(context, input)
  }

  @Mutation(() => RestoreLeadSourcePayload, { description: 'Takes it into use again.' })
  @RequiresPermission('leadSource:restore')
  restoreLeadSource(
    @Arg('input', () => RestoreLeadSourceInput) input: RestoreLeadSourceInput,
    @Ctx() context: RequestContext,
  ): Promise<LeadSource | UserError> {
    return service.restoreSource(context, input)
  }

  @Mutation(() => DefineCampaignPayload, { description: 'Adds a campaign, with what it costs.' })
  @RequiresPermission('campaign:define')
  defineCampaign(
    @Arg('input', () => DefineCampaignInput) input: DefineCampaignInput,
    @Ctx() context: RequestContext,
  ): Promise<Campaign | UserError> {
    return service.defineCampaign(context, input)
  }

  @Mutation(() => AmendCampaignPayload, { description: 'States the campaign anew.' })
  @RequiresPermission('campaign:amend')
  amendCampaign(
    @Arg('input', () => AmendCampaignInput) input: AmendCampaignInput,
    @Ctx() context: RequestContext,
  ): Promise<Campaign | UserError> {
    return service.amendCampaign(context, input)
  }

  @Mutation(() => RetireCampaignPayload, { description: 'No new lead is said to come from it.' })
  @RequiresPermission('campaign:retire')
  retireCampaign(
    @Arg('input', () => RetireCampaignInput) input: RetireCampaignInput,
    @Ctx() context: RequestContext,
  ): Promise<Campaign | UserError> {
    return service.retireCampaign(context, input)
  }

  @Mutation(() => RestoreCampaignPayload, { description: 'Takes it into use again.' })
  @RequiresPermission('campaign:restore')
  restoreCampaign(
    @Arg('input', () => RestoreCampaignInput) input: RestoreCampaignInput,
    @Ctx() context: RequestContext,
  ): Promise<Campaign | UserError> {
    return service.restoreCampaign(context, input)
  }

  @Mutation(() => SetLeadPolicyPayload, { description: 'Says how leads go round, from the next touch on.' })
  @RequiresPermission('leadPolicy:set')
  setLeadPolicy(
    @Arg('input', () => SetLeadPolicyInput) input: SetLeadPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<LeadPolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
