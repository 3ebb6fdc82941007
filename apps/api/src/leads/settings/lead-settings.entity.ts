/** Where leads come from and how they go round: see the domain's `LeadSource`, `Campaign` and `LeadPolicy`. */
import {
  CAMPAIGN_FIELDS,
  LEAD_SOURCE_FIELDS,
  type Campaign as CampaignFacts,
  type ClientSource,
  type LeadPolicy,
  type LeadSource as LeadSourceFacts,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../../database/columns.ts'

@Entity('lead_source')
@ClassifiedBy(LEAD_SOURCE_FIELDS)
@Index('lead_source_name_key', ['orgId', 'name'], { unique: true })
export class LeadSource implements LeadSourceFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') name: string
  @Column('text') countsAs: ClientSource
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('campaign')
@ClassifiedBy(CAMPAIGN_FIELDS)
@Index('campaign_name_key', ['orgId', 'name'], { unique: true })
@Index('campaign_source_idx', ['orgId', 'sourceId'])
@References(() => LeadSource, 'sourceId')
export class Campaign implements CampaignFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') name: string
  @Column('uuid') sourceId: string
  @LocalDate() startsOn: string
  @LocalDate({ nullable: true }) endsOn: string | null
  @Money({ nullable: true }) costMinor: number | null
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_LEAD_POLICY` before. */
@Entity('lead_policy')
@Index('lead_policy_key', ['orgId'], { unique: true })
export class LeadPolicyEntity implements LeadPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') returnAfterDays: number
  @Column('integer') warnBeforeDays: number
  @Column('integer') claimsADay: number
  @Column('integer', { default: 1 }) version: number
}
