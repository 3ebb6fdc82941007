/** What is offered and who approved it: see the domain's `PriceForm` and `PricePolicy`. */
import {
  PRICE_FORM_FIELDS,
  type PriceForm as PriceFormFacts,
  type PriceFormStatus,
  type PriceLine,
  type PricePolicy,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, Money, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Opportunity } from '../opportunity.entity.ts'

@Entity('price_form')
@ClassifiedBy(PRICE_FORM_FIELDS)
@Index('price_form_number_key', ['orgId', 'number'], { unique: true })
@Index('price_form_opportunity_idx', ['orgId', 'opportunityId'])
@Index('price_form_drafted_by_idx', ['orgId', 'draftedById'])
@Index('price_form_prepared_by_idx', ['orgId', 'preparedById'])
@Index('price_form_reviewer_idx', ['orgId', 'reviewerId'])
@Index('price_form_decided_by_idx', ['orgId', 'decidedById'])
@References(() => Opportunity, 'opportunityId')
@References(() => Staff, 'draftedById')
@References(() => Staff, 'preparedById')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'decidedById')
export class PriceForm implements PriceFormFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('uuid') opportunityId: string
  @Column('text') status: PriceFormStatus
  @Column('integer', { default: 0 }) revision: number
  @Column('jsonb') lines: PriceLine[]
  @Money() listMinor: number
  @Money() offeredMinor: number
  @Money({ nullable: true }) costMinor: number | null
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid') draftedById: string
  @Instant() draftedAt: Date
  @Column('uuid', { array: true, default: '{}' }) writerIds: string[]
  @Column('uuid', { nullable: true }) preparedById: string | null
  @Instant({ nullable: true }) submittedAt: Date | null
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) decidedById: string | null
  @Instant({ nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) reason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_PRICE_POLICY` before. */
@Entity('price_policy')
@Index('price_policy_key', ['orgId'], { unique: true })
export class PricePolicyEntity implements PricePolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') supervisorDiscount: number
  @Money() supervisorMinor: number
  @Column('integer') managerDiscount: number
  @Money() managerMinor: number
  @Column('integer') directorDiscount: number
  @Money() directorMinor: number
  @Column('integer', { default: 1 }) version: number
}
