import { IMPORT_SOURCE_ACTION_LABELS, type ImportSourceAction } from '../imports/custody/import-source.ts'
import { COMPLAINT_ACTION_LABELS, TASK_ACTION_LABELS } from '../complaints/labels.ts'
import type { ComplaintAction, TaskAction } from '../complaints/vocabulary.ts'
import { ATTACHMENT_ACTION_LABELS, type AttachmentAction } from '../attachments/vocabulary.ts'
import { CLIENT_ACTION_LABELS, type ClientAction } from '../clients/vocabulary.ts'
import { CUSTOM_FIELD_ACTION_LABELS, type CustomFieldAction } from '../clients/filing/custom-field.ts'
import {
  ARCHIVE_REQUIREMENT_ACTION_LABELS,
  type ArchiveRequirementAction,
} from '../clients/duty/requirement.ts'
import { SPOT_CHECK_ACTION_LABELS, type SpotCheckAction } from '../clients/duty/spot-check.ts'
import { TAG_ACTION_LABELS, type TagAction } from '../clients/filing/tag.ts'
import { DOCUMENT_ACTION_LABELS, type DocumentAction } from '../documents/vocabulary.ts'
import { CLIENT_MERGE_ACTION_LABELS, type ClientMergeAction } from '../clients/merging/vocabulary.ts'
import {
  COPY_ACTION_LABELS,
  EXPORT_ACTION_LABELS,
  type CopyAction,
  type ExportAction,
} from '../exports/vocabulary.ts'
import { HANDOVER_ACTION_LABELS, type HandoverAction } from '../handovers/vocabulary.ts'
import { PROMISE_ACTION_LABELS, type PromiseAction } from '../promises/vocabulary.ts'
import { MONEY_PERMISSION_LABELS, type LabelledMoneyPermission } from '../money/permission-words.ts'
import { GRADING_PERMISSION_LABELS, type LabelledGradingPermission } from '../grading/permission-words.ts'
import { INVENTORY_PERMISSION_LABELS } from '../inventory/inventory-words.ts'
import {
  GRADING_CYCLE_PERMISSION_LABELS,
  type LabelledGradingCyclePermission,
} from '../grading/cycles/permission-words.ts'
import { KEY_ACCOUNT_PERMISSION_LABELS } from '../key-accounts/key-account-words.ts'
import {
  KEY_ACCOUNT_NOMINATION_ACTION_LABELS,
  type KeyAccountNominationAction,
} from '../key-accounts/vocabulary.ts'
import { LEAD_PERMISSION_LABELS } from '../leads/lead-labels.ts'
import { SALES_PERMISSION_LABELS } from '../opportunities/sales-labels.ts'
import { LEAD_ACTION_LABELS, type LeadAction } from '../leads/vocabulary.ts'
import { PLAN_TEMPLATE_PERMISSION_LABELS } from '../maintenance-plans/template-words.ts'
import { EQUIPMENT_PERMISSION_LABELS } from '../equipment/equipment-words.ts'
import { PLAN_PERMISSION_LABELS } from '../maintenance-plans/permission-words.ts'
import { EVALUATION_PERMISSION_LABELS } from '../maintenance-plans/evaluation-words.ts'
import { PLAN_WORK_PERMISSION_LABELS } from '../maintenance-plans/task-words.ts'
import { SUBJECT_REQUEST_ACTION_LABELS, type SubjectRequestAction } from '../subject-requests/vocabulary.ts'
import { CARE_PERMISSION_LABELS } from '../care/vocabulary.ts'
import { MEMBERSHIP_PERMISSION_LABELS } from '../membership/vocabulary.ts'
import { SILENCE_PERMISSION_LABELS } from '../silence/silence-labels.ts'
import { text, type Text } from '../text.ts'
import { CASE_PERMISSION_LABELS } from './case-permission-labels.ts'
import { CLIENT_PERMISSION_LABELS } from './client-permission-labels.ts'
import { SIGNING_PERMISSION_LABELS } from './signing-permission-labels.ts'
import { ORGANIZATION_PERMISSION_LABELS } from './organization-permission-labels.ts'
import type { Permission } from './policy.ts'

type VerbPermission =
  | `complaint:${ComplaintAction}`
  | `task:${TaskAction}`
  | `promise:${PromiseAction}`
  | `handover:${HandoverAction}`
  | `document:${DocumentAction}`
  | `exportRequest:${ExportAction}`
  | `clientMerge:${ClientMergeAction}`
  | `importSource:${ImportSourceAction}`
  | `subjectRequest:${SubjectRequestAction}`
  | `controlledCopy:${CopyAction}`
  | `client:${ClientAction}`
  | `attachment:${AttachmentAction}`
  | LabelledMoneyPermission
  | LabelledGradingPermission
  | LabelledGradingCyclePermission
  | `tag:${TagAction}`
  | `archiveRequirement:${ArchiveRequirementAction}`
  | `spotCheck:${SpotCheckAction}`
  | `lead:${LeadAction}`
  | `keyAccountNomination:${KeyAccountNominationAction}`
  | `customField:${CustomFieldAction}`

const verbs = <A extends string, P extends string>(
  prefix: P,
  noun: Text,
  labels: Readonly<Record<A, Text>>,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, label]) => [
      `${prefix}:${action}`,
      text(`${noun.zh}：${label.zh}`, `${noun.en}: ${label.en}`),
    ]),
  ) as Record<`${P}:${A}`, Text>

const OTHERS: Readonly<Record<Exclude<Permission, VerbPermission>, Text>> = {
  ...LEAD_PERMISSION_LABELS,
  ...INVENTORY_PERMISSION_LABELS,
  ...SALES_PERMISSION_LABELS,
  ...KEY_ACCOUNT_PERMISSION_LABELS,
  ...CASE_PERMISSION_LABELS,
  ...CLIENT_PERMISSION_LABELS,
  ...SIGNING_PERMISSION_LABELS,
  ...ORGANIZATION_PERMISSION_LABELS,
  ...SILENCE_PERMISSION_LABELS,
  ...CARE_PERMISSION_LABELS,
  ...MEMBERSHIP_PERMISSION_LABELS,
  ...PLAN_PERMISSION_LABELS,
  ...PLAN_WORK_PERMISSION_LABELS,
  ...EVALUATION_PERMISSION_LABELS,
  ...EQUIPMENT_PERMISSION_LABELS,
  ...PLAN_TEMPLATE_PERMISSION_LABELS,
}

export const PERMISSION_LABELS: Readonly<Record<Permission, Text>> = {
  ...verbs('complaint', text('投诉', 'Complaints'), COMPLAINT_ACTION_LABELS),
  ...verbs('task', text('执行单', 'Orders'), TASK_ACTION_LABELS),
  ...verbs('promise', text('承诺', 'Promises'), PROMISE_ACTION_LABELS),
  ...verbs('handover', text('交接', 'Hand-overs'), HANDOVER_ACTION_LABELS),
  ...verbs(
    'exportRequest',
    text('客户信息使用申请', 'Requests for client information'),
    EXPORT_ACTION_LABELS,
  ),
  ...verbs(
    'subjectRequest',
    text('个人信息主体请求', 'Requests of data subjects'),
    SUBJECT_REQUEST_ACTION_LABELS,
  ),
  ...verbs('clientMerge', text('客户合并', 'Merges of clients'), CLIENT_MERGE_ACTION_LABELS),
  ...verbs('importSource', text('数据源保管', 'Sources of imports'), IMPORT_SOURCE_ACTION_LABELS),
  ...verbs('controlledCopy', text('受控副本', 'Controlled copies'), COPY_ACTION_LABELS),
  ...verbs('document', text('受控文件', 'Controlled documents'), DOCUMENT_ACTION_LABELS),
  ...verbs('client', text('客户', 'Clients'), CLIENT_ACTION_LABELS),
  ...verbs('attachment', text('附件', 'Files'), ATTACHMENT_ACTION_LABELS),
  ...MONEY_PERMISSION_LABELS,
  ...GRADING_PERMISSION_LABELS,
  ...GRADING_CYCLE_PERMISSION_LABELS,
  ...verbs(
    'archiveRequirement',
    text('档案要求', 'Requirements of archives'),
    ARCHIVE_REQUIREMENT_ACTION_LABELS,
  ),
  ...verbs('spotCheck', text('档案抽查', 'Spot checks'), SPOT_CHECK_ACTION_LABELS),
  ...verbs('tag', text('标签', 'Tags'), TAG_ACTION_LABELS),
  ...verbs('lead', text('线索', 'Leads'), LEAD_ACTION_LABELS),
  ...verbs(
    'keyAccountNomination',
    text('大客户提名', 'Nominations of key accounts'),
    KEY_ACCOUNT_NOMINATION_ACTION_LABELS,
  ),
  ...verbs('customField', text('自定义字段', 'Custom fields'), CUSTOM_FIELD_ACTION_LABELS),
  ...OTHERS,
}
