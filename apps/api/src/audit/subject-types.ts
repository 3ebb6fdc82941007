import type { AuditSubject } from '@steward/domain'
import type { NodeType } from '../graphql/global-id.ts'

/** The published type of each subject that is fetched by id; the others are parts of one that is. */
export const SUBJECT_TYPES: Readonly<Partial<Record<AuditSubject, NodeType>>> = {
  department: 'Department',
  staff: 'Staff',
  project: 'Project',
  building: 'Building',
  unit: 'Unit',
  authority_limit: 'AuthorityLimit',
  working_calendar: 'WorkingCalendar',
  complaint_category: 'ComplaintCategory',
  organization_profile: 'Organization',
  import_run: 'ImportRun',
  failed_job: 'FailedJob',
  partner: 'Partner',
  partner_credential: 'PartnerCredential',
  webhook_endpoint: 'WebhookEndpoint',
  webhook_message: 'WebhookMessage',
  client: 'Client',
  complaint: 'Complaint',
  complaint_option: 'ComplaintOption',
  complaint_task: 'ComplaintTask',
  client_notice: 'ClientNotice',
  notice_template: 'NoticeTemplate',
  notice_preference: 'NoticePreference',
  handover: 'Handover',
  handover_item: 'HandoverItem',
  saved_view: 'SavedView',
  promise: 'ComplaintPromise',
  promise_policy: 'PromisePolicy',
}
