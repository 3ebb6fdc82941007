import {
  WEBHOOK_ACTIONS,
  WEBHOOK_EVENTS,
  WEBHOOK_FAILURE_LABELS,
  WEBHOOK_FAILURES,
  WEBHOOK_LOG_DAYS,
  WEBHOOK_MESSAGE_STATUS_LABELS,
  WEBHOOK_MESSAGE_STATUSES,
  WEBHOOK_PAUSE_REASON_LABELS,
  WEBHOOK_PAUSE_REASONS,
  WEBHOOK_STATUS_LABELS,
  WEBHOOK_STATUSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { PartnerType } from '../partners/partner.type.ts'
import { actionName } from '../reads/action-name.ts'

export const WebhookStatusEnum = publishEnum(
  'WebhookStatus',
  WEBHOOK_STATUSES,
  'Whether an endpoint is told.',
  WEBHOOK_STATUS_LABELS,
)
export const WebhookPauseReasonEnum = publishEnum(
  'WebhookPauseReason',
  WEBHOOK_PAUSE_REASONS,
  'Why an endpoint is paused.',
  WEBHOOK_PAUSE_REASON_LABELS,
)
export const WebhookMessageStatusEnum = publishEnum(
  'WebhookMessageStatus',
  WEBHOOK_MESSAGE_STATUSES,
  'What became of a message.',
  WEBHOOK_MESSAGE_STATUS_LABELS,
)
export const WebhookFailureEnum = publishEnum(
  'WebhookFailure',
  WEBHOOK_FAILURES,
  'Why an attempt did not deliver.',
  WEBHOOK_FAILURE_LABELS,
)
export const WebhookActionEnum = publishEnum(
  'WebhookAction',
  WEBHOOK_ACTIONS.map(actionName),
  'What can be done to an endpoint.',
)

@ObjectType('WebhookOutcome', { description: 'What became of one message, in short: a bar of a strip.' })
export class WebhookOutcome {
  @Field(() => String) event: string
  @Field(() => WebhookMessageStatusEnum) status: string
  @Field(() => Int, { description: 'Attempts so far, since it was made or last replayed.' })
  attemptCount: number
}

@ObjectType('WebhookEndpoint', {
  implements: Node,
  description: 'An address of a partner that is told of the cases which the partner registered.',
})
export class WebhookEndpointType extends Node {
  @Field(() => PartnerType, { nullable: true }) partner: PartnerType | null
  @Field(() => String) url: string
  @Field(() => String, { nullable: true, description: 'What it is for.' }) description: string | null
  @Field(() => [String], {
    description: `What it is told of: ${WEBHOOK_EVENTS.map((event) => `\`${event}\``).join(', ')}.`,
  })
  events: string[]
  @Field(() => WebhookStatusEnum) status: string
  @Field(() => WebhookPauseReasonEnum, { nullable: true }) pauseReason: string | null
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it has taken nothing; null: all is well.',
  })
  failingSince: Date | null
  @Field(() => DateTime, { nullable: true }) lastDeliveredAt: Date | null
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until then messages bear the signature of the secret before the last rotation too.',
  })
  overlapUntil: Date | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => StaffType, { nullable: true }) createdBy: StaffType | null
  @Field(() => Int, { description: 'Messages of the last seven days that arrived, tests aside.' })
  deliveredLastWeek: number
  @Field(() => Int, { description: 'Messages of the last seven days that were given up, tests aside.' })
  failedLastWeek: number
  @Field(() => Int, { description: 'Messages that wait to be sent, or sent again.' }) pending: number
  @Field(() => [WebhookOutcome], { description: 'What became of the last 30 messages, the newest first.' })
  recent: WebhookOutcome[]
  @Field(() => [WebhookActionEnum]) availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('WebhookAttempt', { implements: Node, description: 'One try to deliver a message.' })
export class WebhookAttemptType extends Node {
  @Field(() => DateTime) at: Date
  @Field(() => Int, { nullable: true, description: 'Null where no answer came.' }) httpStatus: number | null
  @Field(() => WebhookFailureEnum, { nullable: true, description: 'Null: it was taken.' })
  failure: string | null
  @Field(() => Int, { description: 'In milliseconds.' }) durationMs: number
}

@ObjectType('WebhookMessage', {
  implements: Node,
  description: `One thing that one endpoint is told. Its id is the \`webhook-id\`, the same at every attempt. Kept ${WEBHOOK_LOG_DAYS} days.`,
})
export class WebhookMessageType extends Node {
  @Field(() => WebhookEndpointType, { nullable: true }) endpoint: WebhookEndpointType | null
  @Field(() => String, { description: 'E.g. `complaint.acknowledged`; `webhook.test` for a test.' })
  event: string
  @Field(() => String, { description: 'JSON, as it goes over the line.' }) body: string
  @Field(() => WebhookMessageStatusEnum) status: string
  @Field(() => Int, { description: 'Attempts so far, since it was made or last replayed.' })
  attemptCount: number
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null: it is not.' })
  dueAt: Date | null
  @Field(() => DateTime) createdAt: Date
  @Field(() => DateTime, { nullable: true }) deliveredAt: Date | null
  @Field(() => WebhookFailureEnum, { nullable: true, description: 'Of the last attempt.' })
  lastFailure: string | null
  @Field(() => [WebhookAttemptType], { description: 'All attempts, replays among them, the newest first.' })
  attempts: WebhookAttemptType[]
}

export const WebhookMessageConnection = connectionOf('WebhookMessage', WebhookMessageType)

@ObjectType('IssuedWebhookSecret', { description: 'An endpoint, and its secret for this one time.' })
export class IssuedWebhookSecretType {
  @Field(() => WebhookEndpointType) endpoint: object
  @Field(() => String, {
    nullable: true,
    description:
      '`whsec_…`, shown once. Null when a repeated Idempotency-Key asks again: rotate it and note the new one.',
  })
  secret: string | null
}
