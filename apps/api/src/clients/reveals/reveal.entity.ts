import type { RevealKind, RevealPolicy } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** That something kept masked or sealed was shown to somebody; append-only. The audit trail, which is chained, tells the same. */
@Entity('client_reveal')
@Index('client_reveal_at_idx', ['orgId', 'at', 'id'])
@Index('client_reveal_staff_idx', ['orgId', 'staffId', 'at'])
@Index('client_reveal_client_idx', ['orgId', 'clientId', 'at'])
@References(() => Staff, 'staffId')
@Index('client_reveal_complaint_idx', ['orgId', 'complaintId'])
@References(() => Client, 'clientId')
@Index('client_reveal_lead_idx', ['orgId', 'leadId'])
@References('ComplaintEntity', 'complaintId')
@References('Lead', 'leadId')
export class ClientReveal {
  @OrgId() orgId: string
  @Id() id: string
  @Instant() at: Date
  @Column('uuid') staffId: string
  @Column('text') kind: RevealKind
  @Column('uuid', { nullable: true }) clientId: string | null
  /** Where it was the number of a case's contact. Its case may be of no client that we know. */
  @Column('uuid', { nullable: true }) complaintId: string | null
  /** Where it was the number of a lead. */
  @Column('uuid', { nullable: true }) leadId: string | null
  /** What was shown. */
  @Column('text', { array: true }) fields: string[]
  @Personal()
  @Column('text')
  reason: string
  /** It was the first of that day beyond what the policy lets pass in silence. */
  @Column('boolean', { default: false }) isBeyond: boolean
}

/** One row of an organization, once somebody has set it; `DEFAULT_REVEAL_POLICY` before. */
@Entity('reveal_policy')
@Index('reveal_policy_key', ['orgId'], { unique: true })
export class RevealPolicyEntity implements RevealPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') tellAbove: number
  @Column('integer') refuseAbove: number
  @Column('integer', { default: 1 }) version: number
}
