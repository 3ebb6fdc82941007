import {
  COMPLAINT_FIELDS,
  type Cause,
  type Channel,
  type Complaint,
  type ConfirmationMode,
  type Kind,
  type OptionKind,
  type Purpose,
  type Severity,
  type Status,
  type Track,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { ClassifiedBy, Id, Instant, LocalDate, Money, OrgId, References } from '../database/columns.ts'
import { Building, Department, Project, Staff, Unit } from '../organization/organization.entity.ts'
import { ComplaintCategory } from './complaint-category.entity.ts'

/** The row of a complaint; what each column means is told by the domain's `Complaint`. */
@Entity('complaint')
@ClassifiedBy(COMPLAINT_FIELDS)
@Index('complaint_number_key', ['orgId', 'number'], { unique: true })
@Index('complaint_external_reference_key', ['orgId', 'importSourceId', 'externalReference'], { unique: true })
@Index('complaint_registered_idx', ['orgId', 'registeredAt', 'id'])
@Index('complaint_status_idx', ['orgId', 'status', 'registeredAt', 'id'])
@Index('complaint_severity_idx', ['orgId', 'severity', 'registeredAt', 'id'])
@Index('complaint_client_idx', ['orgId', 'clientId'])
@Index('complaint_unit_idx', ['orgId', 'unitId'])
@Index('complaint_building_idx', ['orgId', 'buildingId'])
@Index('complaint_project_idx', ['orgId', 'projectId'])
@Index('complaint_category_idx', ['orgId', 'categoryId'])
@Index('complaint_department_idx', ['orgId', 'handlingDepartmentId'])
@Index('complaint_assignee_idx', ['orgId', 'assigneeId'])
@Index('complaint_registered_by_idx', ['orgId', 'registeredById'])
@Index('complaint_key_account_manager_idx', ['orgId', 'keyAccountManagerId'])
@Index('complaint_investigated_by_idx', ['orgId', 'investigatedById'])
@Index('complaint_responsible_department_idx', ['orgId', 'proposedResponsibleDepartmentId'])
@Index('complaint_responsibility_ruled_by_idx', ['orgId', 'responsibilityRuledById'])
@Index('complaint_proposer_idx', ['orgId', 'proposerId'])
@Index('complaint_reviewer_idx', ['orgId', 'reviewerId'])
@Index('complaint_approver_idx', ['orgId', 'approverId'])
@Index('complaint_handler_idx', ['orgId', 'handlerId'])
@Index('complaint_followed_up_by_idx', ['orgId', 'followedUpById'])
@Index('complaint_closed_by_idx', ['orgId', 'closedById'])
@Index('complaint_updated_by_idx', ['orgId', 'updatedById'])
@References(() => Client, 'clientId')
@References(() => Unit, 'unitId')
@References(() => Building, 'buildingId')
@References(() => Project, 'projectId')
@References(() => ComplaintCategory, 'categoryId')
@References(() => Department, 'handlingDepartmentId')
@References(() => Staff, 'assigneeId')
@References(() => Staff, 'registeredById')
@References(() => Staff, 'keyAccountManagerId')
@References(() => Staff, 'investigatedById')
@References(() => Department, 'proposedResponsibleDepartmentId')
@References(() => Staff, 'responsibilityRuledById')
@References(() => Staff, 'proposerId')
@References(() => Staff, 'reviewerId')
@References(() => Staff, 'approverId')
@References(() => Staff, 'handlerId')
@References(() => Staff, 'followedUpById')
@References(() => Staff, 'closedById')
@References(() => Staff, 'updatedById')
@References(() => ComplaintEntity, 'mergedIntoId')
@Index('complaint_merged_into_idx', ['orgId', 'mergedIntoId'])
@References('HandoverEntity', 'handoverId')
@Index('complaint_handover_idx', ['orgId', 'handoverId'])
@Index('complaint_next_due_idx', ['orgId', 'nextDueAt', 'id'])
export class ComplaintEntity implements Complaint {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') number: string
  @Column('text') kind: Kind
  @Column('text') track: Track
  @Column('text') status: Status
  @Column('smallint') severity: Severity
  @Column('text', { nullable: true }) purpose: Purpose | null
  @Column('text', { nullable: true }) cause: Cause | null
  @Column('uuid', { nullable: true }) categoryId: string | null
  @Column('text') channel: Channel
  @Column('boolean') anonymous: boolean

  @Column('uuid', { nullable: true }) clientId: string | null
  @Column('text', { nullable: true })
  contactName: string | null
  @Column('text', { nullable: true })
  contactPhone: string | null
  @Column('text', { nullable: true })
  contactPhoneMasked: string | null
  @Column('uuid', { nullable: true }) unitId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) keyAccountManagerId: string | null

  @Column('text')
  summary: string
  @Column('text')
  facts: string
  @Column('text', { nullable: true })
  demand: string | null
  @Column('text', { nullable: true })
  containment: string | null
  @Instant({ nullable: true }) occurredAt: Date | null
  @Column('uuid') registeredById: string
  @Instant() registeredAt: Date
  @Instant({ nullable: true }) readBackAt: Date | null

  @Column('uuid', { nullable: true }) handlingDepartmentId: string | null
  @Column('uuid', { nullable: true }) assigneeId: string | null
  @Column('uuid', { nullable: true }) handoverId: string | null
  @Instant({ nullable: true }) acknowledgedAt: Date | null
  @Column('uuid', { array: true, default: '{}' }) taskAssigneeIds: string[]
  @Column('uuid', { array: true, default: '{}' }) dispatchedDepartmentIds: string[]
  @Column('integer', { default: 0 }) openTaskCount: number

  @Column('uuid', { nullable: true }) investigatedById: string | null
  @Column('text', { nullable: true })
  findings: string | null
  @Column('boolean', { nullable: true }) wasReal: boolean | null
  @Column('smallint', { nullable: true }) faultShare: number | null
  @Column('uuid', { nullable: true }) proposedResponsibleDepartmentId: string | null
  @Column('uuid', { nullable: true }) responsibilityRuledById: string | null
  @Column('text', { nullable: true })
  causeNote: string | null
  @Column('text', { nullable: true })
  preventionNote: string | null

  @Column('uuid', { nullable: true }) proposerId: string | null
  @Column('integer', { default: 0 }) proposalRevision: number
  @Column('uuid', { nullable: true }) currentOptionId: string | null
  @Column('text', { nullable: true }) currentOptionKind: OptionKind | null
  @Money({ nullable: true }) amountMinor: number | null
  @Money({ nullable: true }) authorityAmountMinor: number | null
  @Column('text') currency: string
  @Column('integer', { default: 0 }) reviewsOwed: number
  @Column('uuid', { nullable: true }) reviewerId: string | null
  @Column('uuid', { nullable: true }) approverId: string | null
  @Instant({ nullable: true }) approvalOwedUntil: Date | null
  @Instant({ nullable: true }) approvedAt: Date | null
  @Instant({ nullable: true }) offeredAt: Date | null
  @Column('text', { nullable: true }) confirmationMode: ConfirmationMode | null
  @Instant({ nullable: true }) confirmedAt: Date | null
  @Column('integer', { default: 0 }) contactAttempts: number
  @Column('boolean', { default: false }) agreementOwed: boolean
  /** No foreign key: documents point at their case. */
  @Column('uuid', { nullable: true }) agreementRevisionId: string | null
  @Column('text', { nullable: true }) agreementHash: string | null
  @Column('text', { nullable: true }) agreementSigner: string | null
  @LocalDate({ nullable: true }) agreementSignedOn: string | null

  @Column('uuid', { nullable: true }) handlerId: string | null
  @Instant({ nullable: true }) resolvedAt: Date | null
  @Column('uuid', { nullable: true }) followedUpById: string | null
  @Instant({ nullable: true }) followedUpAt: Date | null
  @Column('boolean', { nullable: true }) followUpSatisfied: boolean | null
  @Column('integer', { default: 0 }) followUpCount: number
  @Column('uuid', { nullable: true }) closedById: string | null
  @Instant({ nullable: true }) closedAt: Date | null
  @Column('text', { nullable: true })
  closeReason: string | null
  @Column('text', { nullable: true }) referredTo: string | null
  @Instant({ nullable: true }) referredAt: Date | null
  @Instant({ nullable: true }) referralAnsweredAt: Date | null
  @Column('uuid', { nullable: true }) mergedIntoId: string | null
  @Column('integer', { default: 0 }) reopenCount: number
  @Instant({ nullable: true }) outsideDeadlineAt: Date | null
  @Column('integer', { nullable: true }) promisePolicyRevision: number | null
  @Instant({ nullable: true }) nextDueAt: Date | null

  @Column('text', { nullable: true }) externalReference: string | null
  @Column('text', { nullable: true }) importSourceId: string | null
  @Column('boolean', { default: false }) imported: boolean
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
  @Column('uuid', { nullable: true }) updatedById: string | null
}
