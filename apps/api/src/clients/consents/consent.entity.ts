import {
  CLIENT_CONSENT_FIELDS,
  type ClientConsent as ClientConsentFacts,
  type ConsentDecision,
  type ConsentPurpose,
  type ConsentWay,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** A client's word about one purpose. History: a row is added and never changed; the newest of a purpose holds. */
@Entity('client_consent')
@ClassifiedBy(CLIENT_CONSENT_FIELDS)
@Index('client_consent_client_idx', ['orgId', 'clientId'])
@Index('client_consent_recorded_by_idx', ['orgId', 'recordedById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'recordedById')
export class ClientConsent implements ClientConsentFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('text') purpose: ConsentPurpose
  @Column('text') decision: ConsentDecision
  @Column('text') way: ConsentWay
  @Instant() at: Date
  @Column('uuid') recordedById: string
  @Column('text', { nullable: true }) note: string | null
}
