import {
  CAUSE_LABELS,
  CHANNEL_LABELS,
  CONFIRMATION_MODE_LABELS,
  KIND_LABELS,
  OPTION_KIND_LABELS,
  OPTION_STATUS_LABELS,
  PURPOSE_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
  TASK_STATUS_LABELS,
  TRACK_LABELS,
} from '../complaints/labels.ts'
import { ROLE_LABELS } from '../access/roles.ts'
import { MERGE_COUNT_LABELS, MERGED_FIELD_LABELS } from '../clients/merging/merge-choice.ts'
import { DESTROYED_SUBJECT_LABELS, INFORMATION_MEDIUM_LABELS } from '../documents/destruction-content.ts'
import { EXPORT_COLUMN_RULES, EXPORT_COLUMNS } from '../exports/export-columns.ts'
import { EXPORT_FORM_LABELS, EXPORT_USE_LABELS } from '../exports/vocabulary.ts'
import { DOCUMENT_KIND_LABELS } from '../documents/vocabulary.ts'
import {
  HANDOVER_ITEM_STATE_LABELS,
  HANDOVER_KIND_LABELS,
  HANDOVER_STATUS_LABELS,
} from '../handovers/vocabulary.ts'
import { SIGNED_PRICE_FIELDS } from '../opportunities/signed-prices.ts'
import { SIGNED_NOMINATION_FIELDS, SIGNED_NOMINATION_VALUES } from '../key-accounts/key-account-words.ts'
import { SIGNED_SUMMARY_FIELDS, SIGNED_SUMMARY_VALUES } from '../maintenance-plans/evaluation-words.ts'
import { SIGNED_PLAN_FIELDS, SIGNED_PLAN_VALUES } from '../maintenance-plans/signed-plan-words.ts'
import { PROMISE_KIND_LABELS, PROMISE_STATUS_LABELS } from '../promises/vocabulary.ts'
import { MEANING_LABELS } from './meanings.ts'
import { PROOF_LEVEL_LABELS } from './proof-level.ts'
import { SIGNED_PARTS } from './signed-parts.ts'
import { SIGNING_KIND_LABELS } from './signing-kinds.ts'
import { text, type Text } from '../text.ts'

/** Names of signed fields, as the signer reads them. A field that is not here is shown among the technical ones, by its own name. */
const FIELDS: Readonly<Record<string, Text>> = {
  ...SIGNED_NOMINATION_FIELDS,
  ...SIGNED_PLAN_FIELDS,
  ...SIGNED_SUMMARY_FIELDS,
  number: text('编号', 'Number'),
  status: text('状态', 'Status'),
  severity: text('严重程度', 'Severity'),
  kind: text('类型', 'Kind'),
  track: text('办理路径', 'Track'),
  purpose: text('性质', 'Purpose'),
  cause: text('原因', 'Cause'),
  categoryId: text('类别', 'Category'),
  channel: text('来源渠道', 'Channel'),
  anonymous: text('匿名', 'Anonymous'),
  occurredAt: text('发生时间', 'Happened'),
  registeredAt: text('登记时间', 'Registered'),
  externalReference: text('外部编号', 'Outside reference'),
  clientId: text('客户', 'Client'),
  keyAccountManagerId: text('专职客户经理', 'Key account manager'),
  contactName: text('联系人', 'Contact'),
  contactPhone: text('联系电话', 'Phone'),
  unitId: text('房号', 'Unit'),
  buildingId: text('楼栋', 'Building'),
  projectId: text('项目', 'Project'),
  summary: text('摘要', 'Summary'),
  facts: text('经过', 'What happened'),
  demand: text('诉求', 'Demand'),
  containment: text('应急措施', 'Containment'),
  registeredById: text('登记人', 'Registered by'),
  handlingDepartmentId: text('承办部门', 'Department in charge'),
  assigneeId: text('承办人', 'In charge'),
  acknowledgedAt: text('受理时间', 'Acknowledged'),
  investigatedById: text('调查人', 'Investigated by'),
  proposerId: text('编制人', 'Proposed by'),
  approverId: text('批准人', 'Approved by'),
  approvedAt: text('批准时间', 'Approved'),
  offeredAt: text('向客户提出时间', 'Offered'),
  confirmationMode: text('确认方式', 'Confirmed how'),
  confirmedAt: text('客户确认时间', 'Confirmed'),
  handlerId: text('办理人', 'Handled by'),
  resolvedAt: text('办结时间', 'Resolved'),
  followedUpById: text('回访人', 'Followed up by'),
  followedUpAt: text('回访时间', 'Followed up'),
  followUpSatisfied: text('客户满意', 'Client satisfied'),
  closedById: text('结案人', 'Closed by'),
  closedAt: text('结案时间', 'Closed'),
  referredTo: text('转交', 'Referred to'),
  referredAt: text('转交时间', 'Referred'),
  nextDueAt: text('下一时限', 'Next deadline'),
  wasReal: text('属实', 'Found to be so'),
  faultShare: text('我方责任比例（%）', 'Our share of the fault (%)'),
  proposedResponsibleDepartmentId: text('拟定责任部门', 'Department held responsible'),
  findings: text('调查结果', 'Findings'),
  causeNote: text('原因说明', 'Cause'),
  preventionNote: text('预防措施', 'Prevention'),
  closeReason: text('结案说明', 'Reason of closing'),
  proposalRevision: text('方案版次', 'Revision of the proposal'),
  currentOptionKind: text('采用的方案', 'Option chosen'),
  amountMinor: text('金额', 'Amount'),
  authorityAmountMinor: text('核决金额', 'Amount decided on'),
  currency: text('币种', 'Currency'),
  rank: text('次序', 'Rank'),
  recommended: text('推荐', 'Recommended'),
  description: text('内容', 'What'),
  reason: text('理由', 'Reason'),
  departmentId: text('部门', 'Department'),
  instruction: text('要做什么', 'What to do'),
  evidenceNote: text('做了什么', 'What was done'),
  dispatchedById: text('派单人', 'Dispatched by'),
  dispatchedAt: text('派单时间', 'Dispatched'),
  dueAt: text('时限', 'Due'),
  acceptedById: text('接单人', 'Accepted by'),
  acceptedAt: text('接单时间', 'Accepted'),
  completedById: text('完成人', 'Completed by'),
  completedAt: text('完成时间', 'Completed'),
  giverId: text('交班人', 'Handed over by'),
  receiverId: text('接班人', 'Received by'),
  note: text('说明', 'Note'),
  answeredById: text('答复人', 'Answered by'),
  answeredAt: text('答复时间', 'Answered'),
  promiseKind: text('承诺', 'Promise'),
  promiseStatus: text('承诺状态', 'State of the promise'),
  what: text('承诺内容', 'What was promised'),
  remark: text('交代', 'Remark'),
  question: text('询问', 'Question'),
  reply: text('答复', 'Reply'),
  outcome: text('结果', 'Outcome'),
  ...SIGNED_PRICE_FIELDS,
  title: text('文件名称', 'Title'),
  label: text('版次', 'Revision'),
  mark: text('修改标记', 'Mark of change'),
  changeCount: text('修改处数', 'Changed places'),
  changeReason: text('修改说明', 'Statement of changes'),
  effectiveOn: text('生效日期', 'Effective from'),
  executingDepartmentId: text('执行部门', 'Carried out by'),
  supervisingDepartmentId: text('监督部门', 'Watched over by'),
  editingDepartmentId: text('编制部门', 'Written by'),
  agreementOwed: text('待客户签署协议', 'Agreement to be signed'),
  agreementSigner: text('协议签署人', 'Signed by'),
  agreementSignedOn: text('协议签署日期', 'Signed on'),
  agreementHash: text('协议内容摘要', 'Hash of the agreement'),
  complaintId: text('案件', 'Case'),
  'exportRequest/purpose': text('用途', 'Purpose'),
  use: text('使用范围', 'Where it is used'),
  scopeNote: text('客户范围', 'Which clients'),
  clientCount: text('客户数', 'Clients'),
  idsHash: text('名单摘要', 'Hash of the list'),
  columns: text('信息项', 'Data'),
  necessity: text('必要性', 'Necessity'),
  form: text('形式', 'Form'),
  recipientId: text('接收人', 'Recipient'),
  recipientName: text('外部接收人', 'Recipient outside'),
  recipientCompany: text('接收单位', 'Their company'),
  recipient: text('接收人', 'Recipient'),
  copies: text('份数', 'Copies'),
  useFrom: text('使用期限自', 'Use from'),
  useUntil: text('使用期限至', 'Use until'),
  requestedById: text('申请人', 'Requested by'),
  holderId: text('持有人', 'Held by'),
  survivorId: text('保留的客户', 'The client that stays'),
  survivorCode: text('保留的客户编号', 'Code of the client that stays'),
  mergedId: text('并入的客户', 'The client that is merged'),
  mergedCode: text('并入的客户编号', 'Code of the client that is merged'),
  taken: text('取自并入的客户', 'Taken from the merged client'),
  fingerprint: text('双方档案摘要', 'Hash of both archives'),
  proposedById: text('提请人', 'Proposed by'),
  'mergeCounts/what': text('记录', 'Records'),
  survivor: text('保留的客户', 'Of the client that stays'),
  merged: text('并入的客户', 'Of the client that is merged'),
  staying: text('其中不转移', 'Of these left behind'),
  mergedAt: text('合并时间', 'Merged'),
  'gradeDirectory/name': text('名称', 'Name'),
  asOfOn: text('截止日', 'As of'),
  projectIds: text('项目', 'Community'),
  standardHash: text('分级标准摘要', 'Hash of the standard'),
  listCount: text('客户数', 'Clients'),
  listHash: text('名单与等级摘要', 'Hash of clients and grades'),
  preparedById: text('编制人', 'Prepared by'),
  'gradeCounts/grade': text('等级', 'Grade'),
  'gradeCounts/count': text('客户数', 'Clients'),
  movedCount: text('转移的记录', 'Records moved'),
  reversalReason: text('撤销理由', 'Why it is taken back'),
  reversalAskedById: text('提请撤销的人', 'Taken back by'),
  signer: text('签收人', 'Signed for by'),
  fileHash: text('文件摘要', 'Hash of the file'),
  dueOn: text('归还期限', 'Due back'),
  'destroyed/what': text('销毁物', 'What'),
  subject: text('对象', 'Subject'),
  medium: text('载体', 'Medium'),
  method: text('销毁方式', 'How'),
  place: text('销毁地点', 'Where'),
  destroyedOn: text('销毁日期', 'On'),
  witnesses: text('见证人', 'Witnesses'),
  heading: text('标题', 'Heading'),
  body: text('条文', 'Text'),
  role: text('岗位', 'Role'),
  limitMinor: text('限额', 'Limit'),
  fromMinor: text('起点金额', 'From'),
  grades: text('客户等级', 'Grades'),
  siteTiers: text('服务中心规模', 'Site tiers'),
  meaning: text('签核', 'Meaning'),
  roles: text('岗位', 'Roles'),
  dueMinutes: text('时限（工作分钟）', 'Working minutes'),
  level: text('最低验证方式', 'Least proof'),
  escalateAfterMinutes: text('逾期上报（工作分钟）', 'Told higher after working minutes'),
}

/** Words of values, by part and field; by field alone where it means the same everywhere. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  ...SIGNED_NOMINATION_VALUES,
  ...SIGNED_PLAN_VALUES,
  ...SIGNED_SUMMARY_VALUES,
  'complaint/status': STATUS_LABELS,
  'complaint/kind': KIND_LABELS,
  'options/status': OPTION_STATUS_LABELS,
  'options/kind': OPTION_KIND_LABELS,
  'task/status': TASK_STATUS_LABELS,
  'handover/status': HANDOVER_STATUS_LABELS,
  'handover/kind': HANDOVER_KIND_LABELS,
  'items/status': STATUS_LABELS,
  'document/kind': DOCUMENT_KIND_LABELS,
  'limits/role': ROLE_LABELS,
  'destroyed/subject': DESTROYED_SUBJECT_LABELS,
  medium: INFORMATION_MEDIUM_LABELS,
  'exportRequest/purpose': {},
  use: EXPORT_USE_LABELS,
  form: EXPORT_FORM_LABELS,
  columns: Object.fromEntries(EXPORT_COLUMNS.map((it) => [it, EXPORT_COLUMN_RULES[it].label])),
  'rules/kind': SIGNING_KIND_LABELS,
  'clientMerge/taken': MERGED_FIELD_LABELS,
  'mergeCounts/what': MERGE_COUNT_LABELS,
  'rules/roles': ROLE_LABELS,
  'rules/meaning': MEANING_LABELS,
  'rules/level': PROOF_LEVEL_LABELS,
  severity: SEVERITY_LABELS,
  track: TRACK_LABELS,
  purpose: PURPOSE_LABELS,
  cause: CAUSE_LABELS,
  channel: CHANNEL_LABELS,
  confirmationMode: CONFIRMATION_MODE_LABELS,
  currentOptionKind: OPTION_KIND_LABELS,
  promiseKind: PROMISE_KIND_LABELS,
  promiseStatus: PROMISE_STATUS_LABELS,
  outcome: HANDOVER_ITEM_STATE_LABELS,
}

/** What is worth reading only where it is so. */
const BESIDE: readonly string[] = ['anonymous', 'recommended', 'agreementOwed']

const [YES, NO] = [text('是', 'Yes'), text('否', 'No')]

export interface SignedField {
  /** The part that the field belongs to, with its place in a list: `方案 2`. */
  readonly part: Text
  /** Which of several entries of the part, from 0; null where there is one. */
  readonly nth: number | null
  readonly label: Text
  /** Not for reading: ids, counters and such. Signed like the rest. */
  readonly isTechnical: boolean
  /** What the value says where it is a word of the house. */
  readonly value: Text | null
}

/** How one leaf of a signed content reads. @param path JSON pointer below the content: `/options/0/description` */
export const signedField = (path: string, value: string | number | boolean | null): SignedField => {
  const keys = path.split('/').slice(1)
  const part = keys[0] ?? ''
  const nth = keys.length > 2 && /^\d+$/.test(keys[1]!) ? Number(keys[1]) : null
  const field = keys.findLast((key) => !/^\d+$/.test(key)) ?? ''
  const label = FIELDS[`${part}/${field}`] ?? FIELDS[field]
  const words = VALUES[`${part}/${field}`] ?? VALUES[field]
  return {
    part: SIGNED_PARTS[part] ?? text(part, part),
    nth,
    label: label ?? text(field, field),
    // What was never counted, and what is not so, says nothing to a reader.
    isTechnical:
      label === undefined ||
      value === 0 ||
      field === 'currency' ||
      (value === false && BESIDE.includes(field)),
    value: typeof value === 'boolean' ? (value ? YES : NO) : (words?.[String(value)] ?? null),
  }
}

/** Fields whose numbers are minor units of money. */
export const isSignedAmount = (path: string): boolean => path.endsWith('Minor')
