/** What clients are offered and what was agreed on: see the domain's `SalesProposal` and `ServiceAgreement`. */
import {
  SALES_PROPOSAL_FIELDS,
  SERVICE_AGREEMENT_FIELDS,
  type ContactChannel,
  type OfferedLine,
  type ProposalDeclineReason,
  type SalesClause,
  type SalesProposal as SalesProposalFacts,
  type SalesProposalStatus,
  type SalesValues,
  type ServiceAgreement as ServiceAgreementFacts,
  type ServiceAgreementStatus,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Opportunity } from '../opportunity.entity.ts'
import { PriceForm } from '../prices/price-form.entity.ts'

@Entity('sales_proposal')
@ClassifiedBy(SALES_PROPOSAL_FIELDS)
@Index('sales_proposal_number_key', ['orgId', 'number'], { unique: true })
@Index('sales_proposal_ordinal_key', ['orgId', 'opportunityId', 'ordinal'], { unique: true })
@Index('sales_proposal_template_idx', ['orgId', 'templateId'])
@Index('sales_proposal_price_form_idx', ['orgId', 'priceFormId'])
@Index('sales_proposal_made_by_idx', ['orgId', 'madeById'])
@Index('sales_proposal_sent_by_idx', ['orgId', 'sentById'])
@References(() => Opportunity, 'opportunityId')
@References(() => DocumentRevisionEntity, 'templateId')
@References(() => PriceForm, 'priceFormId')
@References(() => Staff, 'madeById')
@References(() => Staff, 'sentById')
export class SalesProposal implements SalesProposalFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') opportunityId: string
  @Column('integer') ordinal: number
  @Column('text') status: SalesProposalStatus
  @Column('uuid') templateId: string
  @Column('uuid') priceFormId: string
  @Column('integer') priceRevision: number
  @Column('jsonb') clauses: SalesClause[]
  @Column('jsonb') lines: OfferedLine[]
  @Column('jsonb') filled: SalesValues
  @Money() totalMinor: number
  @LocalDate({ nullable: true }) periodFrom: string | null
  @LocalDate({ nullable: true }) periodTo: string | null
  @LocalDate({ nullable: true }) validUntil: string | null
  @Column('uuid') madeById: string
  @Instant() madeAt: Date
  @LocalDate({ nullable: true }) sentOn: string | null
  @Column('text', { nullable: true }) channel: ContactChannel | null
  @Column('text', { nullable: true }) sentTo: string | null
  @Column('uuid', { nullable: true }) sentById: string | null
  @LocalDate({ nullable: true }) answeredOn: string | null
  @Column('text', { nullable: true }) declineReason: ProposalDeclineReason | null
  @Column('text', { nullable: true }) note: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('service_agreement')
@ClassifiedBy(SERVICE_AGREEMENT_FIELDS)
@Index('service_agreement_number_key', ['orgId', 'number'], { unique: true })
@Index('service_agreement_opportunity_idx', ['orgId', 'opportunityId'])
@Index('service_agreement_proposal_idx', ['orgId', 'proposalId'])
@Index('service_agreement_template_idx', ['orgId', 'templateId'])
@Index('service_agreement_drafted_by_idx', ['orgId', 'draftedById'])
@Index('service_agreement_prepared_by_idx', ['orgId', 'preparedById'])
@Index('service_agreement_reviewer_idx', ['orgId', 'reviewerId'])
@Index('service_agreement_decided_by_idx', ['orgId', 'decidedById'])
@Index('service_agreement_our_signer_idx', ['orgId', 'ourSignerId'])
@References(() => Opportunity, 'opportunityId')
@References(() => SalesProposal, 'proposalId')
@References(() => DocumentRevisionEntity, 'templateId')
@References(() => Staff, 'draftedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
@References(() => Staff, 'ourSignerId')
export class ServiceAgreement implements ServiceAgreementFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') opportunityId: string
  @Column('uuid') proposalId: string
  @Column('uuid') templateId: string
  @Column('text') status: ServiceAgreementStatus
  @Column('integer', { default: 0 }) revision: number
  @Column('integer') priceRevision: number
  @Column('jsonb') clauses: SalesClause[]
  @Column('jsonb') lines: OfferedLine[]
  @Column('jsonb') filled: SalesValues
  @Money() totalMinor: number
  @LocalDate() periodFrom: string
  @LocalDate() periodTo: string
  @LocalDate() remindOn: string
  @Instant({ nullable: true }) remindedAt: Date | null
  @Column('uuid') draftedById: string
  @Instant() draftedAt: Date
  @Column('uuid', { array: true, default: '{}' }) writerIds: string[]
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) submittedAt: Date | null
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('uuid') ourSignerId: string
  @LocalDate({ nullable: true }) signedOn: string | null
  @Column('text', { nullable: true }) clientSigner: string | null
  @LocalDate({ nullable: true }) endedOn: string | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** When somebody is told that an agreement ends soon; gone once they were. */
@Entity('service_agreement_due')
@References(() => ServiceAgreement, 'id')
export class ServiceAgreementDue {
  @OrgId() orgId: string
  /** The agreement's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

export const SALES_PAPER_ENTITIES = [SalesProposal, ServiceAgreement, ServiceAgreementDue] as const
