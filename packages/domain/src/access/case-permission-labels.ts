import { text, type Text } from '../text.ts'
import type { Permission } from './policy.ts'

/** Cases, orders, promises and what clients are told. */
export const CASE_PERMISSION_LABELS = {
  'complaint:read': text('投诉：编号、状态、级别', 'Complaints: number, status, severity'),
  'complaint:readClassification': text('投诉：分类与来源', 'Complaints: classification and source'),
  'complaint:readSummary': text('投诉：摘要', 'Complaints: summary'),
  'complaint:readPlace': text('投诉：地点', 'Complaints: place'),
  'complaint:readFacts': text('投诉：事实与诉求', 'Complaints: facts and demand'),
  'complaint:readClient': text('投诉：客户与联系人', 'Complaints: client and contact'),
  'complaint:readHandling': text('投诉：经办人与经过', 'Complaints: handlers and history'),
  'complaint:readInvestigation': text('投诉：调查内容', 'Complaints: findings'),
  'complaint:readResponsibility': text('投诉：责任判定', 'Complaints: responsibility'),
  'complaint:readProposal': text('投诉：处理方案', 'Complaints: options'),
  'complaint:readAmounts': text('投诉：金额', 'Complaints: amounts'),
  'complaint:revealPhone': text('投诉：查看完整电话', 'Complaints: reveal the phone number'),
  'task:read': text('执行单：查看', 'Orders: read'),
  'task:readInstruction': text('执行单：查看内容', 'Orders: read instructions'),
  'promise:read': text('承诺：查看', 'Promises: read'),
  'handover:read': text('交接：查看', 'Hand-overs: read'),
  'handover:readRemarks': text('交接：查看说明', 'Hand-overs: read remarks'),
  'promisePolicy:read': text('承诺时限规则：查看', 'Promise policy: read'),
  'promisePolicy:set': text('承诺时限规则：设定', 'Promise policy: set'),
  'agreementPolicy:read': text('处理协议起点：查看', 'When an agreement is owed: read'),
  'agreementPolicy:set': text('处理协议起点：设定', 'When an agreement is owed: set'),
  'limit:read': text('核决权限：查看', 'Limits of authority: read'),
  'clientNotice:read': text('告知客户：查看', 'Telling clients: read'),
  'clientNotice:markTold': text('告知客户：登记已告知', 'Telling clients: mark as told'),
  'clientNotice:waive': text('告知客户：免告知', 'Telling clients: waive'),
  'clientNotice:resend': text('告知客户：重发', 'Telling clients: send again'),
} as const satisfies Partial<Record<Permission, Text>>
