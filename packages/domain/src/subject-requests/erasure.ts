/** What the erasure of a person takes, what has to stay without their name, and what stands in its way. */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** While any of these stands nothing is erased: each is named with its number. */
export const ERASURE_BLOCKS = [
  'OPEN_CASE',
  'UNPAID',
  'DISPUTED',
  'SIGNING_OPEN',
  'OPEN_OPPORTUNITY',
  'OPEN_PLAN',
  'KEY_ACCOUNT',
  'REQUEST_OPEN',
  'COPY_IN_MAKING',
  'MERGED',
] as const
export type ErasureBlock = (typeof ERASURE_BLOCKS)[number]

export const ERASURE_BLOCK_LABELS: Labels<ErasureBlock> = {
  OPEN_CASE: text('投诉或诉求尚未结案', 'A case is still open'),
  UNPAID: text('有未结清的应收', 'A receivable is not settled'),
  DISPUTED: text('对账有未答复的异议', 'A line of a statement is disputed'),
  SIGNING_OPEN: text('有文件正在签核', 'A document is being signed'),
  OPEN_OPPORTUNITY: text('商机尚未结束，请先结束', 'An opportunity is still open: end it first'),
  OPEN_PLAN: text('维护方案尚未结束，请先取消', 'A maintenance plan is still open: cancel it first'),
  KEY_ACCOUNT: text('仍在大客户名单上，请先移出', 'Still listed as a key account: release them first'),
  REQUEST_OPEN: text('本人另有请求未答复', 'Another request of theirs is not answered'),
  COPY_IN_MAKING: text('有含其信息的副本正在制作', 'A copy with data of theirs is being made'),
  MERGED: text('已并入另一份档案，请就那份档案办理', 'Merged into another archive: erase that one'),
}

/** What goes for good. */
export const ERASURE_GOES = [
  'IDENTITY',
  'CONTACTS',
  'MEMBERS',
  'PROFILE',
  'SEALED_KEY',
  'FIELDS',
  'TAGS',
  'ATTACHMENTS',
  'RECEPTIONS',
  'LEADS',
  'CASE_WORDS',
  'VIEWS',
] as const
export type ErasureGoes = (typeof ERASURE_GOES)[number]

export const ERASURE_GOES_LABELS: Labels<ErasureGoes> = {
  IDENTITY: text('姓名、电话、邮箱及检索索引', 'Name, phone, e-mail and what they are found by'),
  CONTACTS: text('联系人', 'Contacts'),
  MEMBERS: text('家庭成员', 'Household'),
  PROFILE: text('个人资料与客户状况记录', 'Profile and status records'),
  SEALED_KEY: text(
    '保密资料的密钥（销毁后任何备份都无法解开）',
    'The key of what is sealed: no backup opens it any more',
  ),
  FIELDS: text('自定义字段', 'Custom fields'),
  TAGS: text('标签', 'Tags'),
  ATTACHMENTS: text('附件及其文件', 'Attachments and their files'),
  RECEPTIONS: text('接待记录的内容', 'What was said at receptions'),
  LEADS: text('来源线索', 'Leads that they came from'),
  CASE_WORDS: text('投诉中的姓名、电话、事实与诉求文字', 'Names, numbers and words in their cases'),
  VIEWS: text('按其姓名、电话保存的视图', 'Saved views that name them'),
}

/** What stays, under their code instead of their name. */
export const ERASURE_STAYS = ['CASES', 'ACCOUNTS', 'SIGNATURES', 'AUDIT', 'STAYS', 'REQUESTS'] as const
export type ErasureStays = (typeof ERASURE_STAYS)[number]

interface StaysRule {
  readonly label: Text
  readonly why: Text
}
export const ERASURE_STAYS_RULES: Readonly<Record<ErasureStays, StaysRule>> = {
  CASES: {
    label: text('投诉的编号、类别、时间与结果', 'Number, category, times and outcome of cases'),
    why: text('统计与追溯所需，已不含个人信息', 'Needed for figures; tells of nobody any more'),
  },
  ACCOUNTS: {
    label: text('应收、收款与对账', 'Receivables, payments and statements'),
    why: text(
      '会计档案在法定保管期内（会计法、会计档案管理办法）',
      'Accounts within the time that the law has them kept',
    ),
  },
  SIGNATURES: {
    label: text('签核记录', 'Signatures'),
    why: text(
      '责任记录，只留承诺值，仍可验证',
      'Who answered for what: commitments only, which still verify',
    ),
  },
  AUDIT: {
    label: text('审计记录', 'Audit trail'),
    why: text('只留承诺值，盐已销毁，无法还原', 'Commitments only; their salts are gone'),
  },
  STAYS: {
    label: text('房号与起止日期', 'Units and days'),
    why: text('属于房屋的记录', 'They are of the unit'),
  },
  REQUESTS: {
    label: text('本人请求的登记与本次删除证明', 'That they asked, and the certificate'),
    why: text('证明已依法办理（个人信息保护法第五十四条）', 'Proof that the law was kept (PIPL, Art. 54)'),
  },
}

/** What stands in records where a word was erased. */
export const ERASED_WORD = '〔已删除〕'
