import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** The secret address at which a person's calendar is fetched: one that is good at a time. Revoked rows stay, so that an old address stays dead. */
@Entity('calendar_feed')
@Index('calendar_feed_secret_key', ['orgId', 'secretHash'], { unique: true })
@Index('calendar_feed_staff_idx', ['orgId', 'staffId'])
@Index('calendar_feed_staff_key', { synchronize: false })
@References(() => Staff, 'staffId')
export class CalendarFeed {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') staffId: string
  /** SHA-256 of what stands in the address. */
  @Column('bytea') secretHash: Buffer
  @Instant() madeAt: Date
  @Instant({ nullable: true }) fetchedAt: Date | null
  @Instant({ nullable: true }) revokedAt: Date | null
}
