/** Words for what is neither a verb of a nomination nor a field: permissions, the audit trail, what is signed. */
import { text, type Text } from '../text.ts'
import {
  KEY_ACCOUNT_LEVEL_LABELS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
} from './vocabulary.ts'

export const KEY_ACCOUNT_PERMISSION_LABELS = {
  'keyAccount:read': text('大客户：查看', 'Key accounts: read'),
  'keyAccount:readFigures': text('大客户：查看指标', 'Key accounts: read figures'),
  'keyAccount:readDossier': text('大客户档案：查看', 'Dossiers of key accounts: read'),
  'keyAccount:recordDossier': text('大客户档案：上报', 'Dossiers of key accounts: return'),
  'keyAccount:revealDossier': text('大客户档案：查看资金与信用', 'Dossiers: reveal money and credit'),
  'keyAccount:readOpinion': text('对客户经理的意见：查看', 'Opinions on managers: read'),
  'keyAccount:recordOpinion': text('对客户经理的意见：登记', 'Opinions on managers: record'),
  'keyAccountNomination:read': text('大客户提名：查看', 'Nominations of key accounts: read'),
  'keyAccountNomination:readWords': text('大客户提名：查看依据', 'Nominations: read the evidence'),
  'keyAccountPolicy:read': text('大客户管理规定：查看', 'Rules of key accounts: read'),
  'keyAccountPolicy:set': text('大客户管理规定：设定', 'Rules of key accounts: set'),
} as const satisfies Readonly<Record<string, Text>>

/** How the audit trail tells of it, after the name of who did it. */
export const KEY_ACCOUNT_EVENT_LABELS = {
  'keyAccount:recordDossier': text('上报了大客户档案', 'returned the dossier of'),
  'keyAccount:revealDossier': text('查看了大客户的资金与信用', 'revealed money and credit in the dossier of'),
  'keyAccount:recordOpinion': text('登记了对客户经理的意见', 'recorded an opinion on the manager of'),
  'keyAccountPolicy:set': text('设定了大客户管理规定', 'set the rules of key accounts'),
} as const satisfies Readonly<Record<string, Text>>

export const KEY_ACCOUNT_SUBJECT_LABELS = {
  key_account: text('大客户', 'Key account'),
  key_account_nomination: text('大客户提名', 'Nomination of a key account'),
  key_account_dossier: text('大客户信息管理档案', 'Dossier of a key account'),
  key_account_opinion: text('对客户经理的意见', 'Opinion on a manager'),
  key_account_policy: text('大客户管理规定', 'Rules of key accounts'),
} as const satisfies Readonly<Record<string, Text>>

/** Names of the fields of a signed nomination. */
export const SIGNED_NOMINATION_FIELDS: Readonly<Record<string, Text>> = {
  clientCode: text('客户编号', 'Code of the client'),
  'keyAccountNomination/level': text('级别', 'Level'),
  tier: text('拟定层级', 'Tier proposed'),
  previousTier: text('原层级', 'Tier before'),
  releaseReason: text('移出原因', 'Why released'),
  'keyAccountNomination/departmentId': text('推荐部门', 'Recommended by'),
  managementMet: text('管理先进', 'Advanced management'),
  managementEvidence: text('管理先进的依据', 'Evidence: management'),
  creditMet: text('资信良好', 'Good financial credit'),
  creditEvidence: text('资信良好的依据', 'Evidence: credit'),
  shareMet: text('销售占比高', 'Large share of sales'),
  shareEvidence: text('销售占比高的依据', 'Evidence: share of sales'),
  marginMet: text('毛利率高', 'High margin'),
  marginEvidence: text('毛利率高的依据', 'Evidence: margin'),
}

export const SIGNED_NOMINATION_VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'keyAccountNomination/kind': KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  'keyAccountNomination/level': KEY_ACCOUNT_LEVEL_LABELS,
  tier: KEY_ACCOUNT_TIER_LABELS,
  previousTier: KEY_ACCOUNT_TIER_LABELS,
  releaseReason: KEY_ACCOUNT_RELEASE_REASON_LABELS,
}
