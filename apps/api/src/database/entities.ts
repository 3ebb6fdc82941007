import { IdempotencyRecord, Session, SignInThrottle, StaffCredential } from '../access/session.entity.ts'
import {
  FactorPolicyEntity,
  PasswordReset,
  PasswordResetRequest,
  RecoveryCode,
  SecondFactor,
  SignInAttempt,
} from '../access/second-factor.entity.ts'
import { AuditChainEntry, AuditUnchained } from '../audit/audit-chain.entity.ts'
import { AuditEntry } from '../audit/audit.entity.ts'
import { AttachmentDue, AttachmentEntity } from '../attachments/attachment.entity.ts'
import { Client, ClientOccupancy } from '../clients/client.entity.ts'
import { ClientConsent } from '../clients/consents/consent.entity.ts'
import { ClientContact, ClientMember } from '../clients/contacts/contact.entity.ts'
import { ClientKey } from '../clients/confidential/client-key.entity.ts'
import { ClientProfile } from '../clients/confidential/profile.entity.ts'
import { ClientStatusRecord } from '../clients/confidential/status-record.entity.ts'
import { ClientReveal, RevealPolicyEntity } from '../clients/reveals/reveal.entity.ts'
import { Reception } from '../clients/receptions/reception.entity.ts'
import { ClientFieldValue, CustomField } from '../clients/fields/custom-field.entity.ts'
import { ArchiveConfirmation, ArchiveRequirement } from '../clients/duty/duty.entity.ts'
import { SpotCheck, SpotCheckEntry } from '../clients/spot-checks/spot-check.entity.ts'
import { ClientTag, Tag } from '../clients/tags/tag.entity.ts'
import { PhoneLookup } from '../clients/search/phone-lookup.entity.ts'
import { AgreementPolicyEntity } from '../complaints/agreements/agreement-policy.entity.ts'
import { CalendarFeed } from '../calendar-feeds/calendar-feed.entity.ts'
import { SILENCE_ENTITIES } from '../silence/silence.entities.ts'
import { LEAD_ENTITIES } from '../leads/lead.entities.ts'
import { AuthorityLimitEntity } from '../complaints/authority-limit.entity.ts'
import { ComplaintCategory } from '../complaints/complaint-category.entity.ts'
import {
  ComplaintEventEntity,
  ComplaintOptionEntity,
  ComplaintTaskEntity,
} from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import {
  ControlledDocumentEntity,
  DocumentDue,
  DocumentRevisionEntity,
} from '../documents/document.entity.ts'
import {
  ControlledCopyEntity,
  CopyDue,
  CopyFileKey,
  CopyLink,
  ExportRequestEntity,
  ExportScope,
} from '../exports/export.entity.ts'
import { CYCLE_ENTITIES } from '../grading/cycle.entities.ts'
import { HandoverDue, HandoverEntity, HandoverItemEntity } from '../handovers/handover.entity.ts'
import {
  SubjectRequestDue,
  SubjectRequestEntity,
  SubjectRequestPolicyEntity,
} from '../subject-requests/subject-request.entity.ts'
import {
  ImportSourceDue,
  ImportSourceEntity,
  ImportSourceOpening,
} from '../imports/custody/import-source.entity.ts'
import {
  ImportCountEntity,
  ImportDuplicateEntity,
  ImportedRowEntity,
  ImportFileEntity,
  ImportFileKey,
  ImportIssueEntity,
  ImportMappingEntity,
  ImportPolicyEntity,
  ImportRunEntity,
} from '../imports/import.entity.ts'
import {
  Building,
  Department,
  Organization,
  OrganizationProfile,
  Project,
  Staff,
  StaffRole,
  StaffTerritory,
  Unit,
} from '../organization/organization.entity.ts'
import {
  PromiseDueEntity,
  PromiseEntity,
  PromisePauseEntity,
  PromisePolicyEntity,
} from '../promises/promise.entity.ts'
import {
  LedgerCheckpoint,
  LedgerEntry,
  LedgerHead,
  LedgerNode,
  LedgerWitnessing,
} from '../ledger/ledger.entity.ts'
import { LedgerVerification } from '../ledger/ledger-verification.entity.ts'
import { SignatureProofRule, SignatureRequest } from '../sign-off/signature-proof.entity.ts'
import { CommitmentSalt, SignOff } from '../sign-off/sign-off.entity.ts'
import {
  DelegationEntity,
  SignaturePolicyEntity,
  SigningEntity,
  SigningDue,
  SigningStepEntity,
  SignOffPerson,
} from '../sign-off/signing.entity.ts'
import { Outbox } from '../worker/outbox.entity.ts'
import { FailedJob, WorkerHeartbeat } from '../worker/worker.entity.ts'
import { CredentialUsage, Partner, PartnerCredential } from '../partners/partner.entity.ts'
import { NOTICE_ENTITIES } from '../notices/notice.entity.ts'
import {
  HolidayYearEntity,
  SpecialDayEntity,
  SpecialDaySlotEntity,
  WorkingCalendarEntity,
  WorkingCalendarUse,
  WorkingSlotEntity,
} from '../working-time/working-calendar.entity.ts'
import {
  WebhookAttempt,
  WebhookDue,
  WebhookEndpoint,
  WebhookMessage,
  WebhookSecret,
} from '../webhooks/webhook.entity.ts'
import { LedgerWitness, LedgerWitnessState } from '../witnesses/witness.entity.ts'
import { Duty, ShiftPlanEntity } from '../shifts/shift.entity.ts'
import { SavedViewEntity, SavedViewPin } from '../views/saved-view.entity.ts'
import { STANDARD_ENTITIES } from '../grading/standard.entities.ts'
import { INVENTORY_ENTITIES } from '../inventory/inventory.entities.ts'
import { KEY_ACCOUNT_ENTITIES } from '../key-accounts/key-account.entity.ts'
import { EQUIPMENT_ENTITIES } from '../equipment/equipment.entity.ts'
import { CARE_ENTITIES } from '../care/care.entity.ts'
import { MEMBERSHIP_ENTITIES } from '../membership/membership.entity.ts'
import { MONEY_ENTITIES } from '../money/money.entities.ts'
import { EVALUATION_ENTITIES } from '../maintenance-plans/evaluation.entities.ts'
import { PLAN_ENTITIES } from '../maintenance-plans/plan.entities.ts'
import { PLAN_WORK_ENTITIES } from '../maintenance-plans/plan-work.entities.ts'
import { SALES_ENTITIES } from '../opportunities/sales.entities.ts'
import { ClientMergeEntity, ClientMergeRow } from '../clients/merging/merge.entity.ts'
import { Counter } from './counter.entity.ts'

/** Every table that TypeORM knows. A list, not a search for files: what is not here does not exist. */
export const ENTITIES = [
  Organization,
  OrganizationProfile,
  Department,
  Staff,
  StaffRole,
  StaffTerritory,
  Project,
  Building,
  Unit,
  Session,
  SignInThrottle,
  StaffCredential,
  SecondFactor,
  RecoveryCode,
  FactorPolicyEntity,
  CalendarFeed,
  PasswordReset,
  PasswordResetRequest,
  SignInAttempt,
  IdempotencyRecord,
  AuditEntry,
  AuditChainEntry,
  AuditUnchained,
  SignOff,
  CommitmentSalt,
  SignatureProofRule,
  SignatureRequest,
  SignaturePolicyEntity,
  SigningEntity,
  SigningDue,
  SigningStepEntity,
  SignOffPerson,
  DelegationEntity,
  LedgerEntry,
  LedgerHead,
  LedgerCheckpoint,
  LedgerNode,
  LedgerWitnessing,
  LedgerVerification,
  LedgerWitness,
  LedgerWitnessState,
  Client,
  ClientOccupancy,
  ClientContact,
  ClientMember,
  ClientConsent,
  ClientKey,
  ClientProfile,
  ClientStatusRecord,
  ClientReveal,
  RevealPolicyEntity,
  AttachmentDue,
  AttachmentEntity,
  ArchiveRequirement,
  ArchiveConfirmation,
  SpotCheck,
  SpotCheckEntry,
  Tag,
  ClientTag,
  CustomField,
  ClientFieldValue,
  PhoneLookup,
  Reception,
  ...LEAD_ENTITIES,
  ...SILENCE_ENTITIES,
  ComplaintCategory,
  ComplaintEntity,
  ComplaintOptionEntity,
  ComplaintEventEntity,
  ComplaintTaskEntity,
  AgreementPolicyEntity,
  AuthorityLimitEntity,
  ControlledDocumentEntity,
  DocumentRevisionEntity,
  DocumentDue,
  Partner,
  PartnerCredential,
  CredentialUsage,
  WebhookEndpoint,
  WebhookSecret,
  WebhookMessage,
  WebhookAttempt,
  WebhookDue,
  PromiseEntity,
  PromisePauseEntity,
  PromiseDueEntity,
  PromisePolicyEntity,
  HandoverEntity,
  HandoverItemEntity,
  HandoverDue,
  ExportRequestEntity,
  ExportScope,
  ControlledCopyEntity,
  CopyDue,
  CopyFileKey,
  CopyLink,
  ClientMergeEntity,
  ClientMergeRow,
  Counter,
  ImportFileEntity,
  ImportRunEntity,
  ImportIssueEntity,
  ImportCountEntity,
  ImportFileKey,
  ImportMappingEntity,
  ImportPolicyEntity,
  ImportDuplicateEntity,
  ImportedRowEntity,
  ImportSourceEntity,
  ImportSourceDue,
  SubjectRequestEntity,
  SubjectRequestDue,
  SubjectRequestPolicyEntity,
  ImportSourceOpening,
  Outbox,
  WorkerHeartbeat,
  FailedJob,
  ...NOTICE_ENTITIES,
  WorkingCalendarEntity,
  WorkingCalendarUse,
  WorkingSlotEntity,
  SpecialDayEntity,
  SpecialDaySlotEntity,
  HolidayYearEntity,
  SavedViewEntity,
  SavedViewPin,
  ShiftPlanEntity,
  Duty,
  ...MONEY_ENTITIES,
  ...STANDARD_ENTITIES,
  ...INVENTORY_ENTITIES,
  ...SALES_ENTITIES,
  ...PLAN_ENTITIES,
  ...EVALUATION_ENTITIES,
  ...PLAN_WORK_ENTITIES,
  ...CYCLE_ENTITIES,
  ...KEY_ACCOUNT_ENTITIES,
  ...EQUIPMENT_ENTITIES,
  ...CARE_ENTITIES,
  ...MEMBERSHIP_ENTITIES,
] as const
