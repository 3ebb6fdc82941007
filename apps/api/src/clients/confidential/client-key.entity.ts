import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References, Sealed, type Ciphertext } from '../../database/columns.ts'
import { Client } from '../client.entity.ts'

/**
 * The key of one client, itself sealed under the master key, which is not in the database. Once the row is removed nothing that was
 * sealed for the client can ever be opened again, in no copy and in no backup of the other tables.
 */
@Entity('client_key')
@Index('client_key_client_key', ['orgId', 'clientId'], { unique: true })
@References(() => Client, 'clientId')
export class ClientKey {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Sealed({ nullable: false }) sealedKey: Ciphertext
  @Instant() createdAt: Date
}
