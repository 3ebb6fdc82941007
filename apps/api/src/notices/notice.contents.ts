/** The page of what is told, to staff, clients and programs. */
import {
  clientNoticeProjection,
  mailProjection,
  noticePreferenceProjection,
  noticeProjection,
  noticeRoots,
  noticeTemplateProjection,
} from './notice.projection.ts'
import { NoticeResolver } from './notice.resolver.ts'
import {
  credentialUsageProjection,
  partnerCredentialProjection,
  partnerProjection,
  partnerRoots,
} from '../partners/partner.projection.ts'
import { PartnerResolver } from '../partners/partner.resolver.ts'
import { failedJobProjection, systemRoots } from '../system/system.projection.ts'
import { SystemResolver } from '../system/system.resolver.ts'
import { WEBHOOK_PROJECTIONS, webhookRoots } from '../webhooks/webhook.projection.ts'
import { PartnerWebhooksResolver, WebhookResolver } from '../webhooks/webhook.resolver.ts'

export const NOTICE_RESOLVERS = [
  NoticeResolver,
  PartnerResolver,
  SystemResolver,
  PartnerWebhooksResolver,
  WebhookResolver,
] as const

export const NOTICE_PROJECTIONS = [
  clientNoticeProjection,
  mailProjection,
  noticePreferenceProjection,
  noticeProjection,
  noticeTemplateProjection,
  credentialUsageProjection,
  partnerCredentialProjection,
  partnerProjection,
  failedJobProjection,
  ...WEBHOOK_PROJECTIONS,
]

export const NOTICE_ROOTS = {
  ...noticeRoots,
  ...partnerRoots,
  ...systemRoots,
  ...webhookRoots,
}
