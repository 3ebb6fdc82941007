import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import * as service from './silence-alert.service.ts'
import { setPolicy } from './silence-policy.service.ts'
import type { SilenceAlertEntity, SilencePolicyEntity } from './silence.entity.ts'
import * as inputs from './silence.inputs.ts'
import {
  SilenceAlertConnection,
  SilenceAlertType,
  SilenceModelType,
  SilencePolicyType,
} from './silence.type.ts'

const AcknowledgeSilenceAlertPayload = verbPayload('AcknowledgeSilenceAlert', SilenceAlertType)
const ProposeVisitSilenceAlertPayload = verbPayload('ProposeVisitSilenceAlert', SilenceAlertType)
const RecordVisitSilenceAlertPayload = verbPayload('RecordVisitSilenceAlert', SilenceAlertType)
const CloseSilenceAlertPayload = verbPayload('CloseSilenceAlert', SilenceAlertType)
const SetSilencePolicyPayload = payload('SetSilencePolicy', SilencePolicyType, 'stale')

type Answer = Promise<SilenceAlertEntity | UserError>

@Resolver(() => SilenceAlertType)
export class SilenceResolver {
  @Query(() => SilenceAlertType, { nullable: true, description: 'One alert that you may read.' })
  @RequiresPermission('silenceAlert:read')
  silenceAlert(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => SilenceAlertConnection, {
    description: 'Alerts of silence that you may read: on site and for accounts, of your own clients.',
  })
  @RequiresPermission('silenceAlert:read')
  silenceAlerts(@Args(() => inputs.SilenceAlertArgs) _args: inputs.SilenceAlertArgs): object {
    return compiled()
  }

  @Query(() => [SilenceModelType], {
    description: 'The fits of the model, the newest first: about one a week.',
  })
  @RequiresPermission('silence:readFigures')
  silenceModels(): object[] {
    return compiled()
  }

  @Query(() => SilencePolicyType, {
    nullable: true,
    description:
      'Null until somebody has set one: quantile 9,800 from 4 gaps on, 8,000 by the model, 45 days at least; 2 complaints in 365 days, then 60 days of nothing; lost after 180.',
  })
  @RequiresPermission('silencePolicy:read')
  silencePolicy(): object | null {
    return compiled()
  }

  @Mutation(() => AcknowledgeSilenceAlertPayload, { description: 'Takes the alert on: I go and see them.' })
  @RequiresPermission('silenceAlert:acknowledge')
  acknowledgeSilenceAlert(
    @Arg('input', () => inputs.AcknowledgeSilenceAlertInput) input: inputs.AcknowledgeSilenceAlertInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.acknowledge(context, input)
  }

  @Mutation(() => ProposeVisitSilenceAlertPayload, {
    description: 'Says who goes and sees them, and by when; they are told, and take the alert on.',
  })
  @RequiresPermission('silenceAlert:proposeVisit')
  proposeVisitSilenceAlert(
    @Arg('input', () => inputs.ProposeVisitSilenceAlertInput) input: inputs.ProposeVisitSilenceAlertInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.proposeVisit(context, input)
  }

  @Mutation(() => RecordVisitSilenceAlertPayload, {
    description: 'Records the visit: a reception of the client, with what was said.',
  })
  @RequiresPermission('silenceAlert:recordVisit')
  recordVisitSilenceAlert(
    @Arg('input', () => inputs.RecordVisitSilenceAlertInput) input: inputs.RecordVisitSilenceAlertInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.recordVisit(context, input)
  }

  @Mutation(() => CloseSilenceAlertPayload, { description: 'Says what came of it.' })
  @RequiresPermission('silenceAlert:close')
  closeSilenceAlert(
    @Arg('input', () => inputs.CloseSilenceAlertInput) input: inputs.CloseSilenceAlertInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.close(context, input)
  }

  @Mutation(() => SetSilencePolicyPayload, {
    description: 'From when on it is silence. Clients are looked at by it in the next minutes.',
  })
  @RequiresPermission('silencePolicy:set')
  setSilencePolicy(
    @Arg('input', () => inputs.SetSilencePolicyInput) input: inputs.SetSilencePolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<SilencePolicyEntity | UserError> {
    return setPolicy(context, input)
  }
}
