import { ClientArchive1764002000000 } from './1764002000000-client-archive.ts'
import { ClientSearch1764002200000 } from './1764002200000-client-search.ts'
import { PhoneLookups1764002200100 } from './1764002200100-phone-lookups.ts'
import { Shifts1764001200000 } from './1764001200000-shifts.ts'
import { FacilityPlans1764007300000 } from './1764007300000-facility-plans.ts'
import type { MigrationInterface } from 'typeorm'
import { Foundation1763800000000 } from './1763800000000-foundation.ts'
import { Audit1763800100000 } from './1763800100000-audit.ts'
import { SignOff1763800200000 } from './1763800200000-sign-off.ts'
import { Clients1763800300000 } from './1763800300000-clients.ts'
import { Complaints1763800400000 } from './1763800400000-complaints.ts'
import { Imports1763800500000 } from './1763800500000-imports.ts'
import { Outbox1763899900000 } from './1763899900000-outbox.ts'
import { WorkingTime1763900000000 } from './1763900000000-working-time.ts'
import { Worker1763900200000 } from './1763900200000-worker.ts'
import { Partners1763900300000 } from './1763900300000-partners.ts'
import { SecondFactors1763900400000 } from './1763900400000-second-factors.ts'
import { Notices1763900600000 } from './1763900600000-notices.ts'
import { Handovers1764000200000 } from './1764000200000-handovers.ts'
import { Promises1763900100000 } from './1763900100000-promises.ts'
import { Webhooks1764000100000 } from './1764000100000-webhooks.ts'
import { PasswordResetRequests1764000400000 } from './1764000400000-password-reset-requests.ts'
import { NextTry1764000400001 } from './1764000400001-next-try.ts'
import { Ledger1764000600000 } from './1764000600000-ledger.ts'
import { SavedViews1764000500000 } from './1764000500000-saved-views.ts'
import { LedgerWitnesses1764001110000 } from './1764001110000-ledger-witnesses.ts'
import { AuditChain1764001100000 } from './1764001100000-audit-chain.ts'
import { LedgerVerification1764000700000 } from './1764000700000-ledger-verification.ts'
import { Documents1764001000000 } from './1764001000000-documents.ts'
import { OralApprovals1764000810000 } from './1764000810000-oral-approvals.ts'
import { Signings1764000800000 } from './1764000800000-signings.ts'
import { DocumentSignings1764001000001 } from './1764001000001-document-signings.ts'
import { EscalationLevel1764000300000 } from './1764000300000-escalation-level.ts'
import { Confidential1764002110000 } from './1764002110000-confidential.ts'
import { SigningClock1764001300000 } from './1764001300000-signing-clock.ts'
import { SavedViewPins1764002100000 } from './1764002100000-saved-view-pins.ts'
import { SignatureProofs1764000900000 } from './1764000900000-signature-proofs.ts'
import { StepProofs1764001400000 } from './1764001400000-step-proofs.ts'
import { Agreements1764002300000 } from './1764002300000-agreements.ts'
import { CountersignedPasskeys1764002310000 } from './1764002310000-countersigned-passkeys.ts'
import { Attachments1764003000000 } from './1764003000000-attachments.ts'
import { FilingTags1764003010000 } from './1764003010000-tags.ts'
import { FilingFields1764003020000 } from './1764003020000-custom-fields.ts'
import { Exports1764003400000 } from './1764003400000-exports.ts'
import { Claims1764003510000 } from './1764003510000-claims.ts'
import { Receivables1764003500000 } from './1764003500000-receivables.ts'
import { SiteTiers1764003900000 } from './1764003900000-site-tiers.ts'
import { AgreementPolicy1764003920000 } from './1764003920000-agreement-policy.ts'
import { LedgerNodes1764003910000 } from './1764003910000-ledger-nodes.ts'
import { Receptions1764003100000 } from './1764003100000-receptions.ts'
import { ImportedRecords1764003300000 } from './1764003300000-imported-records.ts'
import { Leads1764003200000 } from './1764003200000-leads.ts'
import { ContactsInSearch1764003120000 } from './1764003120000-contacts-in-search.ts'
import { ViewsOfRoles1764003110000 } from './1764003110000-views-of-roles.ts'
import { ImportSources1764003310000 } from './1764003310000-import-sources.ts'
import { SubjectCopies1764004320000 } from './1764004320000-subject-copies.ts'
import { Erasure1764004310000 } from './1764004310000-erasure.ts'
import { SubjectRequests1764004300000 } from './1764004300000-subject-requests.ts'
import { NextSteps1764004110000 } from './1764004110000-next-steps.ts'
import { ArchiveDuty1764004100000 } from './1764004100000-archive-duty.ts'
import { CopiesAndCustody1764004000000 } from './1764004000000-copies-and-custody.ts'
import { MergedInto1764004200000 } from './1764004200000-merged-into.ts'
import { ClientMerges1764004210000 } from './1764004210000-client-merges.ts'
import { AttachmentsOnTheirWay1764004500000 } from './1764004500000-attachments-on-their-way.ts'
import { SalesPapers1764007500000 } from './1764007500000-sales-papers.ts'
import { PriceForms1764005510000 } from './1764005510000-price-forms.ts'
import { Opportunities1764005500000 } from './1764005500000-opportunities.ts'
import { ErasedNames1764004600000 } from './1764004600000-erased-names.ts'
import { MetricEntries1764005000000 } from './1764005000000-metric-entries.ts'
import { DunningTold1764005410000 } from './1764005410000-dunning-told.ts'
import { GradingSimulations1764005000100 } from './1764005000100-grading-simulations.ts'
import { Silence1764005200000 } from './1764005200000-silence.ts'
import { ErasedSilence1764005210000 } from './1764005210000-erased-silence.ts'
import { InformationInventories1764005400000 } from './1764005400000-information-inventories.ts'
import { GradingCycles1764005100000 } from './1764005100000-grading-cycles.ts'
import { SimulatedCells1764006300000 } from './1764006300000-simulated-cells.ts'
import { ToldOfDue1764006320000 } from './1764006320000-told-of-due.ts'
import { ClientStanding1764006310000 } from './1764006310000-client-standing.ts'
import { KeyAccounts1764005600000 } from './1764005600000-key-accounts.ts'
import { StatementNotices1764006400000 } from './1764006400000-statement-notices.ts'
import { MaintenancePlans1764006000000 } from './1764006000000-maintenance-plans.ts'
import { PriceWriters1764006410000 } from './1764006410000-price-writers.ts'
import { PlanTasks1764006100000 } from './1764006100000-plan-tasks.ts'
import { Care1764007400000 } from './1764007400000-care.ts'
import { Membership1764006420000 } from './1764006420000-membership.ts'
import { Costs1764004400000 } from './1764004400000-costs.ts'
import { ErasedCosts1764004410000 } from './1764004410000-erased-costs.ts'
import { ErasedNextSteps1764004420000 } from './1764004420000-erased-next-steps.ts'
import { Equipment1764006200000 } from './1764006200000-equipment.ts'
import { PlanSummaries1764007100000 } from './1764007100000-plan-summaries.ts'
import { PlanTemplates1764006210000 } from './1764006210000-plan-templates.ts'
import { CalendarFeeds1764007200010 } from './1764007200010-calendar-feeds.ts'
import { MovedTasks1764007200000 } from './1764007200000-moved-tasks.ts'
import { SilenceVisits1764007900000 } from './1764007900000-silence-visits.ts'

/** In the order in which they run. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  Foundation1763800000000,
  Audit1763800100000,
  SignOff1763800200000,
  Clients1763800300000,
  Complaints1763800400000,
  Imports1763800500000,
  Outbox1763899900000,
  WorkingTime1763900000000,
  Promises1763900100000,
  Worker1763900200000,
  Partners1763900300000,
  SecondFactors1763900400000,
  Notices1763900600000,
  Webhooks1764000100000,
  Handovers1764000200000,
  EscalationLevel1764000300000,
  PasswordResetRequests1764000400000,
  NextTry1764000400001,
  SavedViews1764000500000,
  Ledger1764000600000,
  LedgerVerification1764000700000,
  Signings1764000800000,
  OralApprovals1764000810000,
  SignatureProofs1764000900000,
  Documents1764001000000,
  DocumentSignings1764001000001,
  AuditChain1764001100000,
  LedgerWitnesses1764001110000,
  Shifts1764001200000,
  SigningClock1764001300000,
  StepProofs1764001400000,
  ClientArchive1764002000000,
  SavedViewPins1764002100000,
  Confidential1764002110000,
  ClientSearch1764002200000,
  PhoneLookups1764002200100,
  Agreements1764002300000,
  CountersignedPasskeys1764002310000,
  Attachments1764003000000,
  FilingTags1764003010000,
  FilingFields1764003020000,
  Receptions1764003100000,
  ViewsOfRoles1764003110000,
  ContactsInSearch1764003120000,
  Leads1764003200000,
  ImportedRecords1764003300000,
  ImportSources1764003310000,
  Exports1764003400000,
  Receivables1764003500000,
  Claims1764003510000,
  SiteTiers1764003900000,
  LedgerNodes1764003910000,
  AgreementPolicy1764003920000,
  CopiesAndCustody1764004000000,
  ArchiveDuty1764004100000,
  NextSteps1764004110000,
  MergedInto1764004200000,
  ClientMerges1764004210000,
  SubjectRequests1764004300000,
  Erasure1764004310000,
  SubjectCopies1764004320000,
  Costs1764004400000,
  ErasedCosts1764004410000,
  ErasedNextSteps1764004420000,
  AttachmentsOnTheirWay1764004500000,
  ErasedNames1764004600000,
  MetricEntries1764005000000,
  GradingSimulations1764005000100,
  Silence1764005200000,
  ErasedSilence1764005210000,
  InformationInventories1764005400000,
  Opportunities1764005500000,
  GradingCycles1764005100000,
  DunningTold1764005410000,
  PriceForms1764005510000,
  KeyAccounts1764005600000,
  StatementNotices1764006400000,
  MaintenancePlans1764006000000,
  PriceWriters1764006410000,
  SalesPapers1764007500000,
  PlanTasks1764006100000,
  Equipment1764006200000,
  SimulatedCells1764006300000,
  ClientStanding1764006310000,
  ToldOfDue1764006320000,
  Membership1764006420000,
  PlanTemplates1764006210000,
  FacilityPlans1764007300000,
  Care1764007400000,
  MovedTasks1764007200000,
  CalendarFeeds1764007200010,
  SilenceVisits1764007900000,
  PlanSummaries1764007100000,
]
