/** What clients may buy, and what was done about it: see the domain's `Opportunity`. */
import {
  OPPORTUNITY_EVENT_FIELDS,
  OPPORTUNITY_FIELDS,
  type ContactChannel,
  type Opportunity as OpportunityFacts,
  type OpportunityEvent as OpportunityEventFacts,
  type OpportunityEventAction,
  type OpportunityLossReason,
  type OpportunityOrigin,
  type OpportunityPolicy,
  type OpportunityStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../database/columns.ts'
import { Lead } from '../leads/lead.entity.ts'
import { Project, Staff } from '../organization/organization.entity.ts'

@Entity('opportunity')
@ClassifiedBy(OPPORTUNITY_FIELDS)
@Index('opportunity_number_key', ['orgId', 'number'], { unique: true })
@Index('opportunity_opened_idx', ['orgId', 'openedAt', 'id'])
@Index('opportunity_status_idx', ['orgId', 'status', 'expectedCloseOn', 'id'])
@Index('opportunity_assignee_idx', ['orgId', 'assigneeId', 'status'])
@Index('opportunity_client_idx', ['orgId', 'clientId'])
@Index('opportunity_project_idx', ['orgId', 'projectId'])
@Index('opportunity_lead_idx', ['orgId', 'leadId'])
@Index('opportunity_reception_idx', ['orgId', 'receptionId'])
@Index('opportunity_complaint_idx', ['orgId', 'complaintId'])
@Index('opportunity_opened_by_idx', ['orgId', 'openedById'])
@References(() => Client, 'clientId')
@References(() => Project, 'projectId')
@References(() => Lead, 'leadId')
@References(() => Reception, 'receptionId')
@References(() => ComplaintEntity, 'complaintId')
@References(() => Staff, 'assigneeId')
@References(() => Staff, 'openedById')
export class Opportunity implements OpportunityFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') clientId: string
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('text') title: string
  @Column('text', { nullable: true }) need: string | null
  @Column('text') origin: OpportunityOrigin
  @Column('uuid', { nullable: true }) leadId: string | null
  @Column('uuid', { nullable: true }) receptionId: string | null
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('text') status: OpportunityStatus
  @Column('uuid') assigneeId: string
  @Money({ nullable: true }) expectedMinor: number | null
  @LocalDate({ nullable: true }) expectedCloseOn: string | null
  @Column('text', { nullable: true }) nextStep: string | null
  @LocalDate({ nullable: true }) nextStepOn: string | null
  @Instant() touchedAt: Date
  @Instant({ nullable: true }) stallsAt: Date | null
  @Instant({ nullable: true }) stalledAt: Date | null
  @Column('uuid') openedById: string
  @Instant() openedAt: Date
  @Instant({ nullable: true }) proposedAt: Date | null
  @Instant({ nullable: true }) quotedAt: Date | null
  @Instant({ nullable: true }) agreedAt: Date | null
  @Instant({ nullable: true }) wonAt: Date | null
  @Instant({ nullable: true }) lostAt: Date | null
  @Column('text', { nullable: true }) lossReason: OpportunityLossReason | null
  @Money({ nullable: true }) wonMinor: number | null
  @LocalDate({ nullable: true }) contractOn: string | null
  @Column('text', { nullable: true }) contractNumber: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('opportunity_event')
@ClassifiedBy(OPPORTUNITY_EVENT_FIELDS)
@Index('opportunity_event_opportunity_idx', ['orgId', 'opportunityId', 'at'])
@Index('opportunity_event_by_idx', ['orgId', 'byId', 'at'])
@Index('opportunity_event_assignee_idx', ['orgId', 'assigneeId'])
@References(() => Opportunity, 'opportunityId')
@References(() => Staff, 'byId')
@References(() => Staff, 'assigneeId')
export class OpportunityEvent implements OpportunityEventFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') opportunityId: string
  @Column('text') action: OpportunityEventAction
  @Column('text', { nullable: true }) fromStatus: OpportunityStatus | null
  @Column('text') toStatus: OpportunityStatus
  @Instant() at: Date
  @Column('uuid', { nullable: true }) byId: string | null
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('text', { nullable: true }) channel: ContactChannel | null
  @Column('text', { nullable: true }) note: string | null
}

/** When somebody is told that an opportunity lies untouched; gone once they were. */
@Entity('opportunity_due')
@References(() => Opportunity, 'id')
export class OpportunityDue {
  @OrgId() orgId: string
  /** The opportunity's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_OPPORTUNITY_POLICY` before. */
@Entity('opportunity_policy')
@Index('opportunity_policy_key', ['orgId'], { unique: true })
export class OpportunityPolicyEntity implements OpportunityPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') needChance: number
  @Column('integer') proposalChance: number
  @Column('integer') quotationChance: number
  @Column('integer') signingChance: number
  @Column('integer') needDays: number
  @Column('integer') proposalDays: number
  @Column('integer') quotationDays: number
  @Column('integer') signingDays: number
  @Column('integer', { default: 1 }) version: number
}
