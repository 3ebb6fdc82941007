import {
  DUNNING_HOLD_FIELDS,
  DUNNING_NOTICE_FIELDS,
  type DunningHold as DunningHoldFacts,
  type DunningNotice as DunningNoticeFacts,
  type DunningRule,
  type DunningStep,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Receivable } from '../receivables/receivable.entity.ts'

/** A step that an organization has set; `DEFAULT_DUNNING_RULES` for the others. */
@Entity('dunning_step')
@Index('dunning_step_key', ['orgId', 'step'], { unique: true })
export class DunningStepEntity implements DunningRule {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') step: DunningStep
  @Column('integer') afterDays: number
  @Column('text') wordingZh: string
  @Column('text') wordingEn: string
  @Column('integer', { default: 1 }) version: number
}

/** What each column means is told by the domain's `DunningHold`. */
@Entity('dunning_hold')
@ClassifiedBy(DUNNING_HOLD_FIELDS)
@Index('dunning_hold_receivable_idx', ['orgId', 'receivableId'])
@Index('dunning_hold_complaint_idx', ['orgId', 'complaintId'])
@Index('dunning_hold_held_by_idx', ['orgId', 'heldById'])
@Index('dunning_hold_lifted_by_idx', ['orgId', 'liftedById'])
@References(() => Receivable, 'receivableId')
@References('ComplaintEntity', 'complaintId')
@References(() => Staff, 'heldById')
@References(() => Staff, 'liftedById')
export class DunningHold implements DunningHoldFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') receivableId: string
  @Column('uuid', { nullable: true }) complaintId: string | null
  @Column('text') reason: string
  @Column('uuid') heldById: string
  @Instant() heldAt: Date
  @Column('uuid', { nullable: true }) liftedById: string | null
  @Instant({ nullable: true }) liftedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** A step that was taken. History: never changed; each step once for a receivable. */
@Entity('dunning_notice')
@ClassifiedBy(DUNNING_NOTICE_FIELDS)
@Index('dunning_notice_key', ['orgId', 'receivableId', 'step'], { unique: true })
@Index('dunning_notice_taken_by_idx', ['orgId', 'takenById'])
@References(() => Receivable, 'receivableId')
@References(() => Staff, 'takenById')
export class DunningNotice implements DunningNoticeFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') receivableId: string
  @Column('text') step: DunningStep
  @Column('text') outcome: string
  @Column('uuid') takenById: string
  @Instant() takenAt: Date
}

/** When who collects is told next what has become due: one row of an organization, under its own id. */
@Entity('dunning_due')
export class DunningDue {
  @OrgId() orgId: string
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** That a step of a charge was told of as due. History: each once. */
@Entity('dunning_told')
@Index('dunning_told_key', ['orgId', 'receivableId', 'step'], { unique: true })
@References(() => Receivable, 'receivableId')
export class DunningTold {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') receivableId: string
  @Column('text') step: DunningStep
  @Instant() toldAt: Date
}
