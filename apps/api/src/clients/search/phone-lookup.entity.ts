import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** That somebody looked clients up by the end of a phone number: each stays on record, and an hour has so many (decision 44). */
@Entity('phone_lookup')
@Index('phone_lookup_staff_idx', ['orgId', 'staffId', 'at'])
@References(() => Staff, 'staffId')
export class PhoneLookup {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  @Personal()
  @Column('text')
  tail: string
  @Instant() at: Date
}
