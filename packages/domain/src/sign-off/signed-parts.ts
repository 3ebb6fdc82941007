import { SIGNED_SUMMARY_PARTS } from '../maintenance-plans/evaluation-words.ts'
import { SIGNED_PLAN_PARTS } from '../maintenance-plans/signed-plan-words.ts'
import { text, type Text } from '../text.ts'

/** Names of the parts of a signed content that are objects or lists. */
export const SIGNED_PARTS: Readonly<Record<string, Text>> = {
  complaint: text('客诉单', 'Case'),
  options: text('方案', 'Option'),
  task: text('工单', 'Order'),
  handover: text('交接', 'Hand-over'),
  items: text('交接事项', 'Line'),
  document: text('受控文件', 'Controlled document'),
  clauses: text('条款', 'Clause'),
  limits: text('核决权限', 'Limit'),
  rules: text('签核规则', 'Rule'),
  destroyed: text('销毁事项', 'Destroyed'),
  exportRequest: text('客户信息使用申请', 'Request for client information'),
  clientMerge: text('客户合并', 'Merge of clients'),
  clientMergeReversal: text('撤销客户合并', 'Reversal of a merge'),
  mergeCounts: text('双方的记录', 'What both have'),
  copy: text('受控副本', 'Controlled copy'),
  gradeDirectory: text('客户分级目录', 'Grade directory'),
  gradeCounts: text('各等级客户数', 'Clients of each grade'),
  priceForm: text('价格核定表', 'Price approval'),
  priceLines: text('报价明细', 'Line'),
  serviceAgreement: text('服务协议', 'Service agreement'),
  salesClauses: text('协议条款', 'Clause of the agreement'),
  ...SIGNED_PLAN_PARTS,
  ...SIGNED_SUMMARY_PARTS,
  keyAccountNomination: text('大客户提名', 'Nomination of a key account'),
}
