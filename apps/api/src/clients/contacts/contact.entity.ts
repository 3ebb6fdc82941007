import {
  CLIENT_CONTACT_FIELDS,
  CLIENT_MEMBER_FIELDS,
  type ClientContact as ClientContactFacts,
  type ClientMember as ClientMemberFacts,
  type ContactChannel,
  type ContactFrequency,
  type ContactRank,
  type DecisionRole,
  type Kinship,
  type LifeStage,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../../database/columns.ts'
import { Client } from '../client.entity.ts'

/** A person through whom a client is reached. Of those who are there one is the first to turn to: a partial unique index. */
@Entity('client_contact')
@ClassifiedBy(CLIENT_CONTACT_FIELDS)
@Index('client_contact_client_idx', ['orgId', 'clientId'])
@Index('client_contact_primary_key', { synchronize: false })
@Index('client_contact_birthday_idx', { synchronize: false })
@References(() => Client, 'clientId')
export class ClientContact implements ClientContactFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') name: string
  @Column('text', { nullable: true }) phone: string | null
  @Column('text', { nullable: true }) phoneMasked: string | null
  @Column('text', { nullable: true }) email: string | null
  @Column('text', { nullable: true }) emailMasked: string | null
  @Column('text', { nullable: true }) employer: string | null
  @Column('text', { nullable: true }) position: string | null
  @Column('text', { nullable: true }) rank: ContactRank | null
  @Column('text', { array: true, default: '{}' }) decisionRoles: DecisionRole[]
  @Column('text', { nullable: true }) concerns: string | null
  @Column('text', { array: true, default: '{}' }) channels: ContactChannel[]
  @Column('text', { nullable: true }) preferredHours: string | null
  @Column('text', { nullable: true }) frequency: ContactFrequency | null
  @LocalDate({ nullable: true }) birthday: string | null
  @Column('text', { nullable: true }) interests: string | null
  @Column('boolean', { default: false }) doNotContact: boolean
  @Column('boolean', { default: false }) isPrimary: boolean
  @Instant() createdAt: Date
  @Instant({ nullable: true }) removedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** Who else lives there. */
@Entity('client_member')
@ClassifiedBy(CLIENT_MEMBER_FIELDS)
@Index('client_member_client_idx', ['orgId', 'clientId'])
@References(() => Client, 'clientId')
export class ClientMember implements ClientMemberFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') name: string
  @Column('text') kinship: Kinship
  @Column('text', { nullable: true }) lifeStage: LifeStage | null
  @Column('text', { nullable: true }) note: string | null
  @Instant() createdAt: Date
  @Instant({ nullable: true }) removedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
