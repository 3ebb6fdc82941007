import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is done to an archive: verb, permission and mutation bear the same name. */
export const CLIENT_ACTIONS = [
  'open',
  'amend',
  'archive',
  'restore',
  'addContact',
  'amendContact',
  'removeContact',
  'addMember',
  'amendMember',
  'removeMember',
  'recordOccupancy',
  'endOccupancy',
  'recordConsent',
  'withdrawConsent',
] as const
export type ClientAction = (typeof CLIENT_ACTIONS)[number]

export const CLIENT_ACTION_LABELS: Labels<ClientAction> = {
  open: text('建档', 'Open an archive'),
  amend: text('变更资料', 'Amend'),
  archive: text('停用', 'Archive'),
  restore: text('恢复', 'Restore'),
  addContact: text('新增联系人', 'Add a contact'),
  amendContact: text('修改联系人', 'Amend the contact'),
  removeContact: text('移除联系人', 'Remove the contact'),
  addMember: text('新增家庭成员', 'Add a household member'),
  amendMember: text('修改家庭成员', 'Amend the household member'),
  removeMember: text('移除家庭成员', 'Remove the household member'),
  recordOccupancy: text('登记入住', 'Record a move-in'),
  endOccupancy: text('登记迁出', 'Record a move-out'),
  recordConsent: text('登记同意', 'Record a consent'),
  withdrawConsent: text('登记撤回', 'Record a withdrawal'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const CLIENT_EVENT_LABELS: Labels<ClientAction> = {
  open: text('建立了客户档案', 'opened the archive of'),
  amend: text('变更了客户资料', 'amended'),
  archive: text('停用了客户档案', 'archived'),
  restore: text('恢复了客户档案', 'restored'),
  addContact: text('新增了联系人', 'added the contact'),
  amendContact: text('修改了联系人', 'amended the contact'),
  removeContact: text('移除了联系人', 'removed the contact'),
  addMember: text('新增了家庭成员', 'added the household member'),
  amendMember: text('修改了家庭成员', 'amended the household member'),
  removeMember: text('移除了家庭成员', 'removed the household member'),
  recordOccupancy: text('登记了入住', 'recorded a move-in of'),
  endOccupancy: text('登记了迁出', 'recorded a move-out of'),
  recordConsent: text('登记了客户的同意', 'recorded the consent of'),
  withdrawConsent: text('登记了同意的撤回', 'recorded that a consent was withdrawn by'),
}

/** How we came to know a client. */
export const CLIENT_SOURCES = [
  'PURCHASE',
  'REFERRAL',
  'WALK_IN',
  'CALL',
  'CAMPAIGN',
  'DEVELOPER',
  'WEB',
  'PARTNER',
  'OTHER',
] as const
export type ClientSource = (typeof CLIENT_SOURCES)[number]

export const CLIENT_SOURCE_LABELS: Labels<ClientSource> = {
  PURCHASE: text('购房签约', 'Purchase'),
  REFERRAL: text('客户介绍', 'Referral'),
  WALK_IN: text('上门', 'Walk-in'),
  CALL: text('来电', 'Call'),
  CAMPAIGN: text('活动', 'Campaign'),
  DEVELOPER: text('开发商移交', 'From the developer'),
  WEB: text('网络', 'Web'),
  PARTNER: text('合作方推荐', 'Partner'),
  OTHER: text('其他', 'Other'),
}

/** Which part a contact has when their company decides. */
export const DECISION_ROLES = ['DECIDES', 'INFLUENCES', 'USES', 'PAYS'] as const
export type DecisionRole = (typeof DECISION_ROLES)[number]

export const DECISION_ROLE_LABELS: Labels<DecisionRole> = {
  DECIDES: text('决策', 'Decides'),
  INFLUENCES: text('影响', 'Influences'),
  USES: text('使用', 'Uses'),
  PAYS: text('付款', 'Pays'),
}

export const CONTACT_RANKS = ['TOP', 'MIDDLE', 'OPERATIONAL'] as const
export type ContactRank = (typeof CONTACT_RANKS)[number]

export const CONTACT_RANK_LABELS: Labels<ContactRank> = {
  TOP: text('高层', 'Top management'),
  MIDDLE: text('中层', 'Middle management'),
  OPERATIONAL: text('基层', 'Operations'),
}

/** The ways by which a contact wants to be reached. */
export const CONTACT_CHANNELS = ['PHONE', 'TEXT_MESSAGE', 'WECHAT', 'EMAIL', 'VISIT'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const CONTACT_CHANNEL_LABELS: Labels<ContactChannel> = {
  PHONE: text('电话', 'Phone'),
  TEXT_MESSAGE: text('短信', 'Text message'),
  WECHAT: text('微信', 'WeChat'),
  EMAIL: text('电子邮件', 'E-mail'),
  VISIT: text('拜访', 'Visit'),
}

/** How often it was agreed to be in touch without an occasion. */
export const CONTACT_FREQUENCIES = ['ON_OCCASION', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const
export type ContactFrequency = (typeof CONTACT_FREQUENCIES)[number]

export const CONTACT_FREQUENCY_LABELS: Labels<ContactFrequency> = {
  ON_OCCASION: text('有事再联系', 'On occasion only'),
  WEEKLY: text('每周', 'Every week'),
  MONTHLY: text('每月', 'Every month'),
  QUARTERLY: text('每季度', 'Every quarter'),
  YEARLY: text('每年', 'Every year'),
}

/** What a member of the household is to the client. */
export const KINSHIPS = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDPARENT',
  'GRANDCHILD',
  'SIBLING',
  'TENANT',
  'HELPER',
  'OTHER',
] as const
export type Kinship = (typeof KINSHIPS)[number]

export const KINSHIP_LABELS: Labels<Kinship> = {
  SPOUSE: text('配偶', 'Spouse'),
  CHILD: text('子女', 'Child'),
  PARENT: text('父母', 'Parent'),
  GRANDPARENT: text('祖父母', 'Grandparent'),
  GRANDCHILD: text('孙辈', 'Grandchild'),
  SIBLING: text('兄弟姐妹', 'Sibling'),
  TENANT: text('同住租客', 'Lodger'),
  HELPER: text('保姆/护工', 'Helper'),
  OTHER: text('其他', 'Other'),
}

/** Instead of a birthday: enough to know who needs care, and no more than that. */
export const LIFE_STAGES = ['CHILD', 'ADULT', 'ELDERLY'] as const
export type LifeStage = (typeof LIFE_STAGES)[number]

export const LIFE_STAGE_LABELS: Labels<LifeStage> = {
  CHILD: text('未成年', 'Minor'),
  ADULT: text('成年', 'Adult'),
  ELDERLY: text('老人', 'Elderly'),
}

/** What a client's data may be used for beyond what serving them needs: each is agreed to by itself. */
export const CONSENT_PURPOSES = [
  'CARE',
  'SURVEY',
  'MARKETING',
  'MEMBERSHIP',
  'STATEMENTS',
  'PROFILE',
  'SHARING',
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

export const CONSENT_PURPOSE_LABELS: Labels<ConsentPurpose> = {
  CARE: text('客户关怀（节日、生日问候）', 'Care: greetings on occasions'),
  SURVEY: text('满意度调查与回访', 'Surveys of satisfaction'),
  MARKETING: text('活动与增值服务推荐', 'Events and offers'),
  MEMBERSHIP: text('参加会员计划', 'The membership programme'),
  STATEMENTS: text('对账单电子送达', 'Statements of account by e-mail'),
  PROFILE: text('记录个人情况（敏感信息）', 'Keeping a personal profile (sensitive)'),
  SHARING: text('提供给合作服务商', 'Sharing with service partners'),
}

/** How a consent, or its withdrawal, was given. */
export const CONSENT_WAYS = ['SPOKEN', 'SIGNED', 'WRITTEN', 'ONLINE'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

export const CONSENT_WAY_LABELS: Labels<ConsentWay> = {
  SPOKEN: text('口头', 'Spoken'),
  SIGNED: text('书面签字', 'Signed on paper'),
  WRITTEN: text('短信或邮件', 'Message or mail'),
  ONLINE: text('线上勾选', 'Online'),
}

export const CONSENT_DECISIONS = ['GIVEN', 'WITHDRAWN'] as const
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number]

export const CONSENT_DECISION_LABELS: Labels<ConsentDecision> = {
  GIVEN: text('同意', 'Given'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Relations in which somebody owns or uses a unit. */
export const OCCUPANCY_RELATIONS = ['OWNER', 'OCCUPANT', 'COMMERCIAL'] as const
export type OccupancyRelation = (typeof OCCUPANCY_RELATIONS)[number]
