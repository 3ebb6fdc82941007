import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../database/columns.ts'

/** What complaints are about; a tree per organization, in both languages. */
@Entity('complaint_category')
@Index('complaint_category_code_key', ['orgId', 'code'], { unique: true })
@Index('complaint_category_parent_idx', ['orgId', 'parentId'])
@References(() => ComplaintCategory, 'parentId')
export class ComplaintCategory {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') nameZh: string
  @Column('text') nameEn: string
  @Column('uuid', { nullable: true }) parentId: string | null
  @Instant({ nullable: true }) archivedAt: Date | null
}
