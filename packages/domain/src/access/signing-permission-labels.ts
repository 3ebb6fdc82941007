import { text, type Text } from '../text.ts'
import type { Permission } from './policy.ts'

/** Documents, signatures, and what proves them. */
export const SIGNING_PERMISSION_LABELS = {
  'signaturePolicy:read': text('查看签核权限规定', 'See the signature policy'),
  'signing:readAwaited': text('待签：等我签核的、我送签的', 'What waits for one’s signature'),
  'signing:readOwed': text('查看签核看板', 'See who owes which signature'),
  'delegation:read': text('查看签核授权', 'See delegations'),
  'delegation:give': text('授权他人代签', 'Let somebody sign for one'),
  'delegation:revoke': text('撤销签核授权', 'Revoke a delegation'),
  'signatureProof:read': text('签署验证：查看', 'Proof of signatures: read'),
  'signatureProof:set': text('签署验证：设定', 'Proof of signatures: set'),
  'document:read': text('受控文件：查看', 'Controlled documents: read'),
  'document:readContent': text('受控文件：查看内容', 'Controlled documents: read the content'),
  'audit:read': text('审计记录：查看', 'Audit trail: read'),
  'audit:verify': text('审计记录：核验', 'Audit trail: verify'),
  'audit:export': text('审计记录：导出', 'Audit trail: export'),
  'signOff:read': text('责任签核：查看', 'Sign-offs: read'),
  'signOff:prove': text('责任签核：导出证明', 'Sign-offs: export a proof'),
  'witness:read': text('台账见证：查看', 'Witnesses of the ledger: read'),
  'witness:appointCosigner': text('台账见证：委任副署服务', 'Witnesses: appoint a cosigning service'),
  'witness:appointMailbox': text('台账见证：委任审计邮箱', 'Witnesses: appoint a mailbox'),
  'witness:tell': text('台账见证：立即通报', 'Witnesses: tell now'),
  'witness:dismiss': text('台账见证：解除', 'Witnesses: dismiss'),
  'ledger:read': text('签核台账：查看', 'Ledger: read'),
  'ledger:verify': text('签核台账：核验', 'Ledger: verify'),
  'ledger:export': text('签核台账：导出', 'Ledger: export'),
} as const satisfies Partial<Record<Permission, Text>>
