/** The contents page of the API: every resolver, every published type's projection, every field of Query. */
import 'reflect-metadata'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { ATTACHMENT_PROJECTIONS, ATTACHMENT_RESOLVERS } from './attachments/attachment.contents.ts'
import { CLIENT_PROJECTIONS, CLIENT_RESOLVERS, CLIENT_ROOTS } from './clients/client.contents.ts'
import { CYCLE_PROJECTIONS, CYCLE_RESOLVERS, CYCLE_ROOTS } from './grading/cycle.contents.ts'
import {
  KEY_ACCOUNT_PROJECTIONS,
  KEY_ACCOUNT_RESOLVERS,
  KEY_ACCOUNT_ROOTS,
} from './key-accounts/key-account.contents.ts'
import { LEAD_PROJECTIONS, LEAD_RESOLVERS, LEAD_ROOTS } from './leads/lead.contents.ts'
import { SALES_PROJECTIONS, SALES_RESOLVERS, SALES_ROOTS } from './opportunities/sales.contents.ts'
import { handoverItemProjection, handoverProjection, handoverRoots } from './handovers/handover.projection.ts'
import { HandoverResolver } from './handovers/handover.resolver.ts'
import {
  CONFIDENTIALITY_PROJECTIONS,
  CONFIDENTIALITY_RESOLVERS,
  confidentialityRoots,
} from './subject-requests/confidentiality.contents.ts'
import {
  EQUIPMENT_PROJECTIONS,
  EQUIPMENT_RESOLVERS,
  EQUIPMENT_ROOTS,
} from './equipment/equipment.contents.ts'
import {
  TEMPLATE_PROJECTIONS,
  TEMPLATE_RESOLVERS,
  TEMPLATE_ROOTS,
} from './maintenance-plans/template.contents.ts'
import { INVENTORY_PROJECTIONS, INVENTORY_RESOLVERS, inventoryRoots } from './inventory/inventory.contents.ts'
import { MONEY_PROJECTIONS, MONEY_RESOLVERS, MONEY_ROOTS } from './money/money.contents.ts'
import { STANDARD_PROJECTIONS, STANDARD_RESOLVERS, STANDARD_ROOTS } from './grading/standard.contents.ts'
import {
  EVALUATION_PROJECTIONS,
  EVALUATION_RESOLVERS,
  EVALUATION_ROOTS,
} from './maintenance-plans/evaluation.contents.ts'
import { PLAN_PROJECTIONS, PLAN_RESOLVERS, PLAN_ROOTS } from './maintenance-plans/plan.contents.ts'
import { LiveResolver } from './live/live.resolver.ts'
import { PROMISE_PROJECTIONS, promiseRoots } from './promises/promise.projection.ts'
import { EXPORT_PROJECTIONS, exportRoots } from './exports/export.projection.ts'
import { EXPORT_RESOLVERS } from './exports/export.resolver.ts'
import { PromiseResolver } from './promises/promise.resolver.ts'
import {
  COMPLAINT_PROJECTIONS,
  COMPLAINT_RESOLVERS,
  COMPLAINT_ROOTS,
} from './complaints/complaint.contents.ts'
import {
  ORGANIZATION_PROJECTIONS,
  ORGANIZATION_RESOLVERS,
  ORGANIZATION_ROOTS,
} from './organization/organization.contents.ts'
import {
  PLAN_WORK_PROJECTIONS,
  PLAN_WORK_RESOLVERS,
  PLAN_WORK_ROOTS,
} from './maintenance-plans/plan-work.contents.ts'
import { ACCESS_PROJECTIONS, ACCESS_RESOLVERS, ACCESS_ROOTS } from './access/access.contents.ts'
import { SIGNING_PROJECTIONS, SIGNING_RESOLVERS, SIGNING_ROOTS } from './sign-off/signing.contents.ts'
import { IMPORT_PROJECTIONS, IMPORT_RESOLVERS, IMPORT_ROOTS } from './imports/import.contents.ts'
import { NOTICE_PROJECTIONS, NOTICE_RESOLVERS, NOTICE_ROOTS } from './notices/notice.contents.ts'
import { CARE_PROJECTIONS, CARE_RESOLVERS, CARE_ROOTS } from './care/care.contents.ts'
import {
  MEMBERSHIP_PROJECTIONS,
  MEMBERSHIP_RESOLVERS,
  MEMBERSHIP_ROOTS,
} from './membership/membership.contents.ts'
import { SILENCE_PROJECTIONS, SILENCE_RESOLVERS, SILENCE_ROOTS } from './silence/silence.contents.ts'
import { assertReadModel } from './reads/check-read-model.ts'
import { readModel } from './reads/read-model.ts'
import { nodeRoot } from './reads/roots.ts'

const RESOLVERS = [
  ...ACCESS_RESOLVERS,
  ...ORGANIZATION_RESOLVERS,
  ...CLIENT_RESOLVERS,
  ...ATTACHMENT_RESOLVERS,
  ...MONEY_RESOLVERS,
  ...STANDARD_RESOLVERS,
  ...LEAD_RESOLVERS,
  ...SALES_RESOLVERS,
  ...PLAN_WORK_RESOLVERS,
  ...CYCLE_RESOLVERS,
  ...SILENCE_RESOLVERS,
  ...CARE_RESOLVERS,
  ...MEMBERSHIP_RESOLVERS,
  ...KEY_ACCOUNT_RESOLVERS,
  ...PLAN_RESOLVERS,
  ...EVALUATION_RESOLVERS,
  PromiseResolver,
  HandoverResolver,
  ...EXPORT_RESOLVERS,
  ...CONFIDENTIALITY_RESOLVERS,
  ...INVENTORY_RESOLVERS,
  ...EQUIPMENT_RESOLVERS,
  ...TEMPLATE_RESOLVERS,
  ...COMPLAINT_RESOLVERS,
  ...SIGNING_RESOLVERS,
  ...IMPORT_RESOLVERS,
  ...NOTICE_RESOLVERS,
  LiveResolver,
] as const

/** How everything is read; the compiler and the reference reader of the tests are both fed from it. */
export const READ_MODEL = readModel(
  [
    ...ACCESS_PROJECTIONS,
    ...ORGANIZATION_PROJECTIONS,
    ...CLIENT_PROJECTIONS,
    ...ATTACHMENT_PROJECTIONS,
    ...MONEY_PROJECTIONS,
    ...STANDARD_PROJECTIONS,
    ...LEAD_PROJECTIONS,
    ...SALES_PROJECTIONS,
    ...PLAN_WORK_PROJECTIONS,
    ...CYCLE_PROJECTIONS,
    ...SILENCE_PROJECTIONS,
    ...CARE_PROJECTIONS,
    ...MEMBERSHIP_PROJECTIONS,
    ...KEY_ACCOUNT_PROJECTIONS,
    ...PLAN_PROJECTIONS,
    ...EVALUATION_PROJECTIONS,
    ...COMPLAINT_PROJECTIONS,
    ...PROMISE_PROJECTIONS,
    handoverProjection,
    handoverItemProjection,
    ...EXPORT_PROJECTIONS,
    ...CONFIDENTIALITY_PROJECTIONS,
    ...INVENTORY_PROJECTIONS,
    ...EQUIPMENT_PROJECTIONS,
    ...TEMPLATE_PROJECTIONS,
    ...SIGNING_PROJECTIONS,
    ...IMPORT_PROJECTIONS,
    ...NOTICE_PROJECTIONS,
  ],
  {
    ...ACCESS_ROOTS,
    node: nodeRoot(),
    ...ORGANIZATION_ROOTS,
    ...CLIENT_ROOTS,
    ...MONEY_ROOTS,
    ...STANDARD_ROOTS,
    ...LEAD_ROOTS,
    ...SALES_ROOTS,
    ...PLAN_WORK_ROOTS,
    ...CYCLE_ROOTS,
    ...SILENCE_ROOTS,
    ...CARE_ROOTS,
    ...MEMBERSHIP_ROOTS,
    ...KEY_ACCOUNT_ROOTS,
    ...PLAN_ROOTS,
    ...EVALUATION_ROOTS,
    ...COMPLAINT_ROOTS,
    ...promiseRoots,
    ...handoverRoots,
    ...exportRoots,
    ...confidentialityRoots,
    ...inventoryRoots,
    ...EQUIPMENT_ROOTS,
    ...TEMPLATE_ROOTS,
    ...SIGNING_ROOTS,
    ...IMPORT_ROOTS,
    ...NOTICE_ROOTS,
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
