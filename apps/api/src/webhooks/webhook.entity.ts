import type {
  WebhookEvent,
  WebhookFailure,
  WebhookMessageStatus,
  WebhookPauseReason,
  WebhookStatus,
  WEBHOOK_TEST_EVENT,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'
import { Partner } from '../partners/partner.entity.ts'

/** Where a partner wants to be told, and of what. How it fares is noted beside its versions: nobody's change grows stale by it. */
@Entity('webhook_endpoint')
@Index('webhook_endpoint_partner_idx', ['orgId', 'partnerId'])
@Index('webhook_endpoint_staff_idx', ['orgId', 'createdById'])
@References(() => Partner, 'partnerId')
@References(() => Staff, 'createdById')
export class WebhookEndpoint {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') partnerId: string
  @Column('text') url: string
  @Column('text', { nullable: true }) description: string | null
  @Column('text', { array: true }) events: WebhookEvent[]
  @Column('text') status: WebhookStatus
  @Column('text', { nullable: true }) pauseReason: WebhookPauseReason | null
  /** Since when it has taken nothing; null while all is well. */
  @Instant({ nullable: true }) failingSince: Date | null
  @Instant({ nullable: true }) lastDeliveredAt: Date | null
  /** Until when the secret before the last rotation signs too. */
  @Instant({ nullable: true }) overlapUntil: Date | null
  @Instant() createdAt: Date
  @Column('uuid') createdById: string
  @Column('integer', { default: 1 }) version: number
}

/** What an endpoint's messages are signed with, apart from it, so that neither reader nor audit comes across it. */
@Entity('webhook_secret')
@References(() => WebhookEndpoint, 'id')
export class WebhookSecret {
  @OrgId() orgId: string
  /** Of the endpoint. */
  @Id() id: string
  /** Sealed by the vault for this row. */
  @Column('text') sealed: string
  /** The one before; signs beside it until `overlapUntil` of the endpoint. */
  @Column('text', { nullable: true }) sealedBefore: string | null
}

/** One thing that one endpoint is told. Its published id is the `webhook-id`, the same at every attempt. */
@Entity('webhook_message')
@Index('webhook_message_once_key', ['orgId', 'endpointId', 'causeId'], { unique: true })
@Index('webhook_message_log_idx', ['orgId', 'endpointId', 'createdAt', 'id'])
@Index('webhook_message_age_idx', ['orgId', 'createdAt'])
@Index('webhook_message_pending_idx', { synchronize: false })
@Index('webhook_message_complaint_idx', ['orgId', 'complaintId'])
@References(() => WebhookEndpoint, 'endpointId')
@References(() => ComplaintEntity, 'complaintId')
export class WebhookMessage {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') endpointId: string
  /** The row of the outbox that brought it about; its own id where somebody pressed the test button. */
  @Column('uuid') causeId: string
  @Column('text') event: WebhookEvent | typeof WEBHOOK_TEST_EVENT
  @Column('uuid', { nullable: true }) complaintId: string | null
  /** What goes over the line, byte for byte. Ids, number, status: nothing of a person. */
  @Column('text') body: string
  @Column('text') status: WebhookMessageStatus
  /** Since it was made or last replayed. */
  @Column('integer', { default: 0 }) attempts: number
  /** When it is tried next; null where it is not to be. */
  @Instant({ nullable: true }) dueAt: Date | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) deliveredAt: Date | null
  /** Of the last attempt. */
  @Column('text', { nullable: true }) lastFailure: WebhookFailure | null
}

/** One try. Written whatever came of it, and never changed. */
@Entity('webhook_attempt')
@Index('webhook_attempt_message_idx', ['orgId', 'messageId', 'at'])
@References(() => WebhookMessage, 'messageId')
export class WebhookAttempt {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') messageId: string
  @Instant() at: Date
  /** Null where no answer came. */
  @Column('integer', { nullable: true }) httpStatus: number | null
  /** Null: it was taken. */
  @Column('text', { nullable: true }) failure: WebhookFailure | null
  @Column('integer') durationMs: number
}

/** That an endpoint has something to be sent then. One row for each that has; the worker sees those of all organizations. */
@Entity('webhook_due')
@References(() => WebhookEndpoint, 'id')
export class WebhookDue {
  @OrgId() orgId: string
  /** Of the endpoint. */
  @Id() id: string
  @Instant() dueAt: Date
}
