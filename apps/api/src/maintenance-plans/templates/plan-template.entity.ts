/** Templates of plans, and what they said at each edition: see the domain's `PlanTemplate`. They name no client. */
import type { EquipmentClass, PlanKind, PlanTemplate as Facts, PlanTemplateContent } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'

/** Of each grade and of each class one is in use: partial unique indexes say so. */
@Entity('plan_template')
@Index('plan_template_kind_idx', ['orgId', 'kind', 'addedAt', 'id'])
@Index('plan_template_grade_key', { synchronize: false })
@Index('plan_template_class_key', { synchronize: false })
@Index('plan_template_added_by_idx', ['orgId', 'addedById'])
@Index('plan_template_revised_by_idx', ['orgId', 'revisedById'])
@Index('plan_template_retired_by_idx', ['orgId', 'retiredById'])
@References(() => Staff, 'addedById')
@References(() => Staff, 'revisedById')
@References(() => Staff, 'retiredById')
export class PlanTemplate implements Facts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: PlanKind
  @Column('text', { nullable: true }) grade: string | null
  @Column('text', { nullable: true }) equipmentClass: EquipmentClass | null
  @Column('text') title: string
  @Column('jsonb') content: PlanTemplateContent
  @Column('integer') edition: number
  @Column('uuid') addedById: string
  @Instant() addedAt: Date
  @Column('uuid') revisedById: string
  @Instant() revisedAt: Date
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('uuid', { nullable: true }) retiredById: string | null
  @Column('integer', { default: 1 }) version: number
}

/** What it said. History. */
@Entity('plan_template_edition')
@Index('plan_template_edition_key', ['orgId', 'templateId', 'edition'], { unique: true })
@Index('plan_template_edition_stated_by_idx', ['orgId', 'statedById'])
@References(() => PlanTemplate, 'templateId')
@References(() => Staff, 'statedById')
export class PlanTemplateEdition {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') templateId: string
  @Column('integer') edition: number
  @Column('jsonb') content: PlanTemplateContent
  @Column('uuid') statedById: string
  @Instant() statedAt: Date
}
