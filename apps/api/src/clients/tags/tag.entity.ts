import {
  CLIENT_TAG_FIELDS,
  type ClientKind,
  type ClientTag as ClientTagFacts,
  type Tag as TagFacts,
  type TagTone,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** A word that clients are filed by. Its name is its own, among those that are retired too. */
@Entity('tag')
@Index('tag_name_key', ['orgId', 'nameZh'], { unique: true })
export class Tag implements TagFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') nameZh: string
  @Column('text') nameEn: string
  @Column('text') tone: TagTone
  @Column('text', { array: true }) kinds: ClientKind[]
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** That a client bears a tag: gone when it is taken off, which stays in the audit. */
@Entity('client_tag')
@ClassifiedBy(CLIENT_TAG_FIELDS)
@Index('client_tag_key', ['orgId', 'tagId', 'clientId'], { unique: true })
@Index('client_tag_client_idx', ['orgId', 'clientId'])
@Index('client_tag_tagged_by_idx', ['orgId', 'taggedById'])
@References(() => Client, 'clientId')
@References(() => Tag, 'tagId')
@References(() => Staff, 'taggedById')
export class ClientTag implements ClientTagFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') tagId: string
  @Column('uuid') taggedById: string
  @Instant() taggedAt: Date
}
