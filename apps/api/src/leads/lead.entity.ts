/** Who may become a client, and what was done about it: see the domain's `Lead`. */
import {
  LEAD_EVENT_FIELDS,
  LEAD_FIELDS,
  type ClientKind,
  type ContactChannel,
  type Lead as LeadFacts,
  type LeadEvent as LeadEventFacts,
  type LeadEventAction,
  type LeadLossReason,
  type LeadStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Project, Staff } from '../organization/organization.entity.ts'
import { Campaign, LeadSource } from './settings/lead-settings.entity.ts'

@Entity('lead')
@ClassifiedBy(LEAD_FIELDS)
@Index('lead_number_key', ['orgId', 'number'], { unique: true })
@Index('lead_opened_idx', ['orgId', 'openedAt', 'id'])
@Index('lead_assignee_idx', ['orgId', 'assigneeId', 'status'])
@Index('lead_pool_idx', ['orgId', 'pooledAt'])
@Index('lead_phone_tail_idx', ['orgId', 'phoneTail'])
@Index('lead_source_idx', ['orgId', 'sourceId'])
@Index('lead_campaign_idx', ['orgId', 'campaignId'])
@Index('lead_client_idx', ['orgId', 'clientId'])
@Index('lead_referrer_client_idx', ['orgId', 'referrerClientId'])
@Index('lead_opened_by_idx', ['orgId', 'openedById'])
@Index('lead_project_idx', ['orgId', 'projectId'])
@References(() => Project, 'projectId')
@References(() => LeadSource, 'sourceId')
@References(() => Campaign, 'campaignId')
@References(() => Client, 'referrerClientId')
@References(() => Staff, 'assigneeId')
@References(() => Staff, 'openedById')
@References(() => Client, 'clientId')
export class Lead implements LeadFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') kind: ClientKind
  @Column('text') name: string
  @Column('text', { nullable: true }) phone: string | null
  @Column('text', { nullable: true }) phoneMasked: string | null
  @Column('text', { nullable: true }) phoneTail: string | null
  @Column('text', { nullable: true }) email: string | null
  @Column('text', { nullable: true }) emailMasked: string | null
  @Column('text', { nullable: true }) need: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid') sourceId: string
  @Column('uuid', { nullable: true }) campaignId: string | null
  @Column('uuid', { nullable: true }) referrerClientId: string | null
  @Column('text', { nullable: true }) referrer: string | null
  @Column('text') status: LeadStatus
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Instant({ nullable: true }) assignedAt: Date | null
  @Instant({ nullable: true }) pooledAt: Date | null
  @Instant() touchedAt: Date
  @Instant({ nullable: true }) returnsAt: Date | null
  @Column('text', { nullable: true }) nextStep: string | null
  @LocalDate({ nullable: true }) nextStepOn: string | null
  @Column('uuid') openedById: string
  @Instant() openedAt: Date
  @Instant({ nullable: true }) contactedAt: Date | null
  @Instant({ nullable: true }) qualifiedAt: Date | null
  @Instant({ nullable: true }) convertedAt: Date | null
  @Instant({ nullable: true }) lostAt: Date | null
  @Column('text', { nullable: true }) lossReason: LeadLossReason | null
  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('lead_event')
@ClassifiedBy(LEAD_EVENT_FIELDS)
@Index('lead_event_lead_idx', ['orgId', 'leadId', 'at'])
@Index('lead_event_by_idx', ['orgId', 'byId', 'at'])
@Index('lead_event_assignee_idx', ['orgId', 'assigneeId'])
@References(() => Lead, 'leadId')
@References(() => Staff, 'byId')
@References(() => Staff, 'assigneeId')
export class LeadEvent implements LeadEventFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') leadId: string
  @Column('text') action: LeadEventAction
  @Column('text', { nullable: true }) fromStatus: LeadStatus | null
  @Column('text') toStatus: LeadStatus
  @Instant() at: Date
  @Column('uuid', { nullable: true }) byId: string | null
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('text', { nullable: true }) channel: ContactChannel | null
  @Column('text', { nullable: true }) note: string | null
}

/** When the clock looks at a lead next, and what it does if somebody still has it untouched. The worker sees those of all, and takes away what is done. */
@Entity('lead_due')
@References(() => Lead, 'id')
export class LeadDue {
  @OrgId() orgId: string
  /** The lead's own. */
  @Id() id: string
  @Instant() dueAt: Date
  @Column('text') step: 'WARN' | 'RETURN'
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}
