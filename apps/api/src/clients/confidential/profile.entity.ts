import type { ProfileField } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References, Sealed, type Ciphertext } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** The profile of a person or household: one row a client, every particular sealed. */
@Entity('client_profile')
@Index('client_profile_client_key', ['orgId', 'clientId'], { unique: true })
@Index('client_profile_set_by_idx', ['orgId', 'setById'])
@References(() => Client, 'clientId')
@References(() => Staff, 'setById')
export class ClientProfile implements Readonly<Record<ProfileField, Ciphertext | null>> {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Sealed() birthday: Ciphertext | null
  @Sealed() ageBand: Ciphertext | null
  @Sealed() occupation: Ciphertext | null
  @Sealed() education: Ciphertext | null
  @Sealed() incomeBand: Ciphertext | null
  @Sealed() housing: Ciphertext | null
  @Sealed() associations: Ciphertext | null
  @Sealed() purchasedOn: Ciphertext | null
  @Sealed() purchaseArea: Ciphertext | null
  @Sealed() purchaseAmountMinor: Ciphertext | null
  @Sealed() eventsAttended: Ciphertext | null
  @Sealed() idDocumentType: Ciphertext | null
  @Sealed() idDocumentNumber: Ciphertext | null
  @Personal()
  @Column('text', { nullable: true })
  idDocumentNumberMasked: string | null
  /** Names of the particulars that are there. */
  @Column('text', { array: true }) onFile: ProfileField[]
  @Column('uuid') setById: string
  @Instant() setAt: Date
  @Column('integer', { default: 1 }) version: number
}
