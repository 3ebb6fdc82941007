import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import { PartnerType } from '../partners/partner.type.ts'
import type { UserError } from '../graphql/user-error.ts'
import { replayFailedWebhookMessages, replayWebhookMessage, testWebhookEndpoint } from './replay.service.ts'
import type { WebhookEndpoint, WebhookMessage } from './webhook.entity.ts'
import {
  AddWebhookEndpointInput,
  ArchiveWebhookEndpointInput,
  ChangeWebhookEndpointInput,
  PauseWebhookEndpointInput,
  ReplayFailedWebhookMessagesInput,
  ReplayWebhookMessageInput,
  ResumeWebhookEndpointInput,
  RotateWebhookSecretInput,
  TestWebhookEndpointInput,
  WebhookMessageArgs,
} from './webhook.inputs.ts'
import * as service from './webhook.service.ts'
import {
  IssuedWebhookSecretType,
  WebhookEndpointType,
  WebhookMessageConnection,
  WebhookMessageType,
} from './webhook.type.ts'

const AddPayload = payload('AddWebhookEndpoint', IssuedWebhookSecretType, 'duplicate', 'eligible')
const ChangePayload = verbPayload('ChangeWebhookEndpoint', WebhookEndpointType, 'duplicate')
const PausePayload = verbPayload('PauseWebhookEndpoint', WebhookEndpointType)
const ResumePayload = verbPayload('ResumeWebhookEndpoint', WebhookEndpointType)
const ArchivePayload = verbPayload('ArchiveWebhookEndpoint', WebhookEndpointType)
const RotatePayload = verbPayload('RotateWebhookSecret', IssuedWebhookSecretType)
const TestPayload = payload('TestWebhookEndpoint', WebhookMessageType, 'status', 'eligible')
const ReplayPayload = payload('ReplayWebhookMessage', WebhookMessageType, 'status', 'eligible')
const ReplayFailedPayload = payload('ReplayFailedWebhookMessages', WebhookEndpointType, 'status', 'eligible')

type Issued = Promise<service.IssuedWebhookSecret | UserError>
type Changed = Promise<WebhookEndpoint | UserError>
type Sent = Promise<WebhookMessage | UserError>

/** Stands here, so that partners need know nothing of webhooks. */
@Resolver(() => PartnerType)
export class PartnerWebhooksResolver {
  @FieldResolver(() => [WebhookEndpointType], {
    description: 'Addresses that are told of its cases, those removed among them; the oldest first.',
  })
  webhookEndpoints(): object {
    return compiled()
  }
}

@Resolver(() => WebhookEndpointType)
export class WebhookResolver {
  @Query(() => WebhookEndpointType, { nullable: true, description: 'One endpoint, with its log.' })
  @RequiresPermission('webhook:read')
  webhookEndpoint(@Arg('id', () => ID) _id: string): WebhookEndpointType {
    return compiled()
  }

  @FieldResolver(() => WebhookMessageConnection, { description: 'Its log, the newest first.' })
  messages(@Args(() => WebhookMessageArgs) _args: WebhookMessageArgs): object {
    return compiled()
  }

  @Mutation(() => AddPayload, {
    description: 'Adds an address of a partner that is to be told; its secret is shown this once.',
  })
  @RequiresPermission('webhook:add')
  addWebhookEndpoint(
    @Arg('input', () => AddWebhookEndpointInput) input: AddWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Issued {
    return service.addWebhookEndpoint(context, input)
  }

  @Mutation(() => ChangePayload, { description: 'Changes address, purpose or events of an endpoint.' })
  @RequiresPermission('webhook:change')
  changeWebhookEndpoint(
    @Arg('input', () => ChangeWebhookEndpointInput) input: ChangeWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.changeWebhookEndpoint(context, input)
  }

  @Mutation(() => PausePayload, { description: 'Sends nothing until it is resumed; messages wait.' })
  @RequiresPermission('webhook:pause')
  pauseWebhookEndpoint(
    @Arg('input', () => PauseWebhookEndpointInput) input: PauseWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.pauseWebhookEndpoint(context, input)
  }

  @Mutation(() => ResumePayload, { description: 'Sends again, first of all what has waited.' })
  @RequiresPermission('webhook:resume')
  resumeWebhookEndpoint(
    @Arg('input', () => ResumeWebhookEndpointInput) input: ResumeWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.resumeWebhookEndpoint(context, input)
  }

  @Mutation(() => ArchivePayload, {
    description: 'Removes an endpoint for good; its log stays, its secret does not.',
  })
  @RequiresPermission('webhook:archive')
  archiveWebhookEndpoint(
    @Arg('input', () => ArchiveWebhookEndpointInput) input: ArchiveWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.archiveWebhookEndpoint(context, input)
  }

  @Mutation(() => RotatePayload, {
    description: 'Makes a new secret, shown this once; for 24 hours messages are signed with both.',
  })
  @RequiresPermission('webhook:rotateSecret')
  rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput) input: RotateWebhookSecretInput,
    @Ctx() context: RequestContext,
  ): Issued {
    return service.rotateWebhookSecret(context, input)
  }

  @Mutation(() => TestPayload, {
    description: 'Sends one message about nothing, `webhook.test`, once; to a paused endpoint too.',
  })
  @RequiresPermission('webhook:test')
  testWebhookEndpoint(
    @Arg('input', () => TestWebhookEndpointInput) input: TestWebhookEndpointInput,
    @Ctx() context: RequestContext,
  ): Sent {
    return testWebhookEndpoint(context, input)
  }

  @Mutation(() => ReplayPayload, {
    description: 'Sends a message once more under the same id, whatever became of it.',
  })
  @RequiresPermission('webhook:replay')
  replayWebhookMessage(
    @Arg('input', () => ReplayWebhookMessageInput) input: ReplayWebhookMessageInput,
    @Ctx() context: RequestContext,
  ): Sent {
    return replayWebhookMessage(context, input)
  }

  @Mutation(() => ReplayFailedPayload, {
    description: 'Sends everything once more that failed since then, under the same ids.',
  })
  @RequiresPermission('webhook:replayFailed')
  replayFailedWebhookMessages(
    @Arg('input', () => ReplayFailedWebhookMessagesInput) input: ReplayFailedWebhookMessagesInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return replayFailedWebhookMessages(context, input)
  }
}
