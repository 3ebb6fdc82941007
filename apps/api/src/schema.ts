/** The contents page of the API: every resolver, every published type's projection, every field of Query. */
import 'reflect-metadata'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { accessRoots, viewerProjection } from './access/access.projection.ts'
import { AccessResolver } from './access/access.resolver.ts'
import {
  accountRoots,
  factorPolicyProjection,
  recoveryCodeProjection,
  secondFactorProjection,
  sessionProjection,
} from './account/account.projection.ts'
import { AccountResolver } from './account/account.resolver.ts'
import { FactorPolicyResolver } from './account/factor-policy.resolver.ts'
import { PasskeyResolver } from './account/passkey.resolver.ts'
import { SessionResolver } from './account/session.resolver.ts'
import { auditEntryProjection, auditRoots } from './audit/audit.projection.ts'
import { AuditResolver } from './audit/audit.resolver.ts'
import { ATTACHMENT_PROJECTIONS, ATTACHMENT_RESOLVERS } from './attachments/attachment.contents.ts'
import { CLIENT_PROJECTIONS, CLIENT_RESOLVERS, CLIENT_ROOTS } from './clients/client.contents.ts'
import { authorityLimitProjection, authorityLimitRoots } from './complaints/authority-limit.projection.ts'
import {
  agreementPolicyProjection,
  agreementPolicyRoots,
} from './complaints/agreements/agreement-policy.projection.ts'
import { AgreementPolicyResolver } from './complaints/agreements/agreement-policy.resolver.ts'
import { AuthorityLimitResolver } from './complaints/authority-limit.resolver.ts'
import {
  complaintCategoryProjection,
  complaintEventProjection,
  complaintOptionProjection,
  complaintProjection,
  complaintTaskProjection,
} from './complaints/complaint.projection.ts'
import { ComplaintResolver } from './complaints/complaint.resolver.ts'
import { complaintRoots } from './complaints/complaint.roots.ts'
import { ComplaintVerbsResolver } from './complaints/complaint-verbs.resolver.ts'
import { RemedyVerbsResolver } from './complaints/remedy-verbs.resolver.ts'
import { TaskVerbsResolver } from './complaints/task-verbs.resolver.ts'
import {
  controlledDocumentProjection,
  documentRevisionProjection,
  documentRoots,
} from './documents/document.projection.ts'
import { AgreementsOfComplaintResolver, DocumentResolver } from './documents/document.resolver.ts'
import { delegationProjection, signingProjection, signingRoots } from './sign-off/signing.projection.ts'
import { signingDebtProjection, signingDebtRoots } from './sign-off/signing-debt.projection.ts'
import { DelegationResolver, SignOffOfSigningResolver, SigningResolver } from './sign-off/signing.resolver.ts'
import { LEAD_PROJECTIONS, LEAD_RESOLVERS, LEAD_ROOTS } from './leads/lead.contents.ts'
import { handoverItemProjection, handoverProjection, handoverRoots } from './handovers/handover.projection.ts'
import { HandoverResolver } from './handovers/handover.resolver.ts'
import {
  importCountProjection,
  importFileProjection,
  importIssueProjection,
  importDuplicateProjection,
  importMappingProjection,
  importPolicyProjection,
  importRoots,
  importRunProjection,
} from './imports/import.projection.ts'
import { ImportResolver } from './imports/import.resolver.ts'
import {
  CONFIDENTIALITY_PROJECTIONS,
  CONFIDENTIALITY_RESOLVERS,
  confidentialityRoots,
} from './subject-requests/confidentiality.contents.ts'
import { MONEY_PROJECTIONS, MONEY_RESOLVERS, MONEY_ROOTS } from './money/money.contents.ts'
import {
  clientNoticeProjection,
  mailProjection,
  noticePreferenceProjection,
  noticeProjection,
  noticeRoots,
  noticeTemplateProjection,
} from './notices/notice.projection.ts'
import { NoticeResolver } from './notices/notice.resolver.ts'
import {
  auditChainProjection,
  ledgerProjection,
  ledgerRoots,
  ledgerVerificationProjection,
} from './ledger/ledger.projection.ts'
import { LedgerResolver } from './ledger/ledger.resolver.ts'
import { LiveResolver } from './live/live.resolver.ts'
import { DepartmentResolver } from './organization/department.resolver.ts'
import {
  buildingProjection,
  departmentProjection,
  organizationProjection,
  organizationRoots,
  projectProjection,
  staffProjection,
  territoryProjection,
  unitProjection,
} from './organization/organization.projection.ts'
import { OrganizationResolver } from './organization/organization.resolver.ts'
import { ProjectResolver } from './organization/project.resolver.ts'
import { StaffResolver } from './organization/staff.resolver.ts'
import {
  credentialUsageProjection,
  partnerCredentialProjection,
  partnerProjection,
  partnerRoots,
} from './partners/partner.projection.ts'
import { PartnerResolver } from './partners/partner.resolver.ts'
import { PROMISE_PROJECTIONS, promiseRoots } from './promises/promise.projection.ts'
import { EXPORT_PROJECTIONS, exportRoots } from './exports/export.projection.ts'
import { EXPORT_RESOLVERS } from './exports/export.resolver.ts'
import { PromiseResolver } from './promises/promise.resolver.ts'
import { assertReadModel } from './reads/check-read-model.ts'
import { readModel } from './reads/read-model.ts'
import { nodeRoot } from './reads/roots.ts'
import { failedJobProjection, systemRoots } from './system/system.projection.ts'
import { SystemResolver } from './system/system.resolver.ts'
import { signatureRoots, signOffProjection } from './sign-off/sign-off.projection.ts'
import { SignatureResolver } from './sign-off/signature.resolver.ts'
import { dutyProjection, shiftPlanProjection, shiftRoots } from './shifts/shift.projection.ts'
import { ShiftResolver } from './shifts/shift.resolver.ts'
import { savedViewProjection, savedViewRoots } from './views/saved-view.projection.ts'
import { SavedViewResolver } from './views/saved-view.resolver.ts'
import { WEBHOOK_PROJECTIONS, webhookRoots } from './webhooks/webhook.projection.ts'
import { PartnerWebhooksResolver, WebhookResolver } from './webhooks/webhook.resolver.ts'
import { WORKING_TIME_PROJECTIONS, workingCalendarRoots } from './working-time/working-calendar.projection.ts'
import { ledgerWitnessProjection, witnessRoots } from './witnesses/witness.projection.ts'
import { WitnessResolver } from './witnesses/witness.resolver.ts'
import { WorkingCalendarResolver } from './working-time/working-calendar.resolver.ts'

const RESOLVERS = [
  AccessResolver,
  AccountResolver,
  PasskeyResolver,
  FactorPolicyResolver,
  SessionResolver,
  OrganizationResolver,
  StaffResolver,
  DepartmentResolver,
  ProjectResolver,
  ...CLIENT_RESOLVERS,
  ...ATTACHMENT_RESOLVERS,
  ...MONEY_RESOLVERS,
  ...LEAD_RESOLVERS,
  ComplaintResolver,
  ComplaintVerbsResolver,
  RemedyVerbsResolver,
  SignOffOfSigningResolver,
  SigningResolver,
  DelegationResolver,
  TaskVerbsResolver,
  PromiseResolver,
  HandoverResolver,
  ...EXPORT_RESOLVERS,
  ...CONFIDENTIALITY_RESOLVERS,
  AuthorityLimitResolver,
  AgreementPolicyResolver,
  AgreementsOfComplaintResolver,
  DocumentResolver,
  AuditResolver,
  LedgerResolver,
  SignatureResolver,
  ImportResolver,
  PartnerResolver,
  PartnerWebhooksResolver,
  WebhookResolver,
  WitnessResolver,
  NoticeResolver,
  LiveResolver,
  SystemResolver,
  WorkingCalendarResolver,
  SavedViewResolver,
  ShiftResolver,
] as const

/** How everything is read; the compiler and the reference reader of the tests are both fed from it. */
export const READ_MODEL = readModel(
  [
    viewerProjection,
    secondFactorProjection,
    recoveryCodeProjection,
    sessionProjection,
    factorPolicyProjection,
    organizationProjection,
    departmentProjection,
    staffProjection,
    territoryProjection,
    projectProjection,
    buildingProjection,
    unitProjection,
    ...CLIENT_PROJECTIONS,
    ...ATTACHMENT_PROJECTIONS,
    ...MONEY_PROJECTIONS,
    ...LEAD_PROJECTIONS,
    complaintProjection,
    complaintOptionProjection,
    complaintEventProjection,
    complaintTaskProjection,
    complaintCategoryProjection,
    authorityLimitProjection,
    agreementPolicyProjection,
    controlledDocumentProjection,
    documentRevisionProjection,
    ...PROMISE_PROJECTIONS,
    signingProjection,
    signingDebtProjection,
    delegationProjection,
    handoverProjection,
    handoverItemProjection,
    ...EXPORT_PROJECTIONS,
    ...CONFIDENTIALITY_PROJECTIONS,
    signOffProjection,
    auditEntryProjection,
    ledgerWitnessProjection,
    auditChainProjection,
    ledgerProjection,
    ledgerVerificationProjection,
    importFileProjection,
    importRunProjection,
    importCountProjection,
    importIssueProjection,
    importDuplicateProjection,
    importMappingProjection,
    importPolicyProjection,
    partnerProjection,
    partnerCredentialProjection,
    credentialUsageProjection,
    ...WEBHOOK_PROJECTIONS,
    noticeProjection,
    noticePreferenceProjection,
    noticeTemplateProjection,
    clientNoticeProjection,
    mailProjection,
    failedJobProjection,
    savedViewProjection,
    shiftPlanProjection,
    dutyProjection,
    ...WORKING_TIME_PROJECTIONS,
  ],
  {
    ...accessRoots,
    ...accountRoots,
    node: nodeRoot(),
    ...organizationRoots,
    ...CLIENT_ROOTS,
    ...MONEY_ROOTS,
    ...LEAD_ROOTS,
    ...complaintRoots,
    ...authorityLimitRoots,
    ...agreementPolicyRoots,
    ...documentRoots,
    ...promiseRoots,
    ...signingRoots,
    ...signingDebtRoots,
    ...handoverRoots,
    ...exportRoots,
    ...confidentialityRoots,
    ...auditRoots,
    ...ledgerRoots,
    ...signatureRoots,
    ...importRoots,
    ...partnerRoots,
    ...webhookRoots,
    ...witnessRoots,
    ...noticeRoots,
    ...systemRoots,
    ...workingCalendarRoots,
    ...savedViewRoots,
    ...shiftRoots,
  },
)

/** The library asks for one, for subscriptions by topic; ours each bring their own stream. */
const NO_TOPICS = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription names its own stream.')
  },
}

/** Builds the executable schema. Throws where a root field names no permission, which would be open to all, and where a projection does not fit its type. */
export const buildSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    validate: false,
    nullableByDefault: false,
    pubSub: NO_TOPICS,
  })
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (!field.extensions.permission) throw new Error(`${root!.name}.${field.name} names no permission`)
    }
  }
  assertReadModel(schema, READ_MODEL)
  return schema
}

/** The schema as text, in a stable order: packages/graphql-client/schema.graphql. */
export const printSdl = (schema: GraphQLSchema = buildSchema()): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`
