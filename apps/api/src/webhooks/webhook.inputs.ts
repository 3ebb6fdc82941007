import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime } from '../graphql/scalars.ts'
import { WebhookMessageStatusEnum } from './webhook.type.ts'

const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
class WebhookParticulars {
  @Field(() => String, { description: 'https, port 443, a host name of the public internet.' }) url: string
  @Field(() => String, { nullable: true, description: 'What it is for, e.g. `hotline, production`.' })
  description?: string | null
  @Field(() => [String], { description: 'What it is told of, e.g. `complaint.closed`.' }) events: string[]
}

@InputType()
export class AddWebhookEndpointInput extends WebhookParticulars {
  @IdField('Partner') partnerId: string
}

@InputType()
export class ChangeWebhookEndpointInput extends WebhookParticulars {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class PauseWebhookEndpointInput {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class ResumeWebhookEndpointInput {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class ArchiveWebhookEndpointInput {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class RotateWebhookSecretInput {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class TestWebhookEndpointInput {
  @IdField('WebhookEndpoint') endpointId: string
}

@InputType()
export class ReplayWebhookMessageInput {
  @IdField('WebhookMessage') messageId: string
}

@InputType()
export class ReplayFailedWebhookMessagesInput {
  @IdField('WebhookEndpoint') endpointId: string
  @Field(() => DateTime, { description: 'Those that were made then or later.' }) since: Date
}

@InputType({ description: 'Which messages; absent members do not filter.' })
class WebhookMessageFilter {
  @Field(() => [WebhookMessageStatusEnum], { nullable: true }) status?: string[]
  @Field(() => [String], { nullable: true }) event?: string[]
}

@ArgsType()
export class WebhookMessageArgs extends PageArgs {
  @Field(() => WebhookMessageFilter, { nullable: true }) filter?: WebhookMessageFilter
}
