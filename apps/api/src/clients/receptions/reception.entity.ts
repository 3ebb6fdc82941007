import {
  RECEPTION_FIELDS,
  type Channel,
  type EarlierReception,
  type Reception as ReceptionFacts,
  type ReceptionDirection,
  type ReceptionPurpose,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'
import { ClientContact, ClientMember } from '../contacts/contact.entity.ts'

/** What a client said or asked without a case. Its recorder may put it right for a day; how it stood before is kept. */
@Entity('reception')
@ClassifiedBy(RECEPTION_FIELDS)
@Index('reception_client_idx', ['orgId', 'clientId', 'at', 'id'])
@Index('reception_recorded_by_idx', ['orgId', 'recordedById', 'at', 'id'])
@Index('reception_contact_idx', ['orgId', 'contactId'])
@Index('reception_member_idx', ['orgId', 'memberId'])
@Index('reception_complaint_idx', ['orgId', 'complaintId'])
@Index('reception_next_idx', { synchronize: false })
@Index('reception_next_done_by_idx', ['orgId', 'nextDoneById'])
@References(() => Staff, 'nextDoneById')
@References(() => Client, 'clientId')
@References(() => ClientContact, 'contactId')
@References(() => ClientMember, 'memberId')
@References(() => ComplaintEntity, 'complaintId')
@References(() => Staff, 'recordedById')
export class Reception implements ReceptionFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') channel: Channel
  @Column('text') direction: ReceptionDirection
  @Column('text') purpose: ReceptionPurpose
  @Column('text') words: string
  @Column('uuid', { nullable: true }) contactId: string | null
  @Column('uuid', { nullable: true }) memberId: string | null
  @Column('text', { nullable: true }) result: string | null
  @Column('text', { nullable: true }) nextStep: string | null
  @LocalDate({ nullable: true }) nextOn: string | null
  @Instant({ nullable: true }) nextDoneAt: Date | null
  @Column('uuid', { nullable: true }) nextDoneById: string | null
  @Column('text', { nullable: true }) nextOutcome: string | null
  @Instant() at: Date
  @Column('uuid') recordedById: string
  @Instant() recordedAt: Date
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('jsonb', { default: [] }) earlier: EarlierReception[]
  @Column('integer', { default: 1 }) version: number
}
