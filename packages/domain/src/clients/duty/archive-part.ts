import type { Role } from '../../access/roles.ts'
import { text, type Text } from '../../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What an archive can be asked to have: a closed list, because each is found in the archive by a predicate of its own. */
export const ARCHIVE_PARTS = [
  'NAME',
  'PHONE',
  'EMAIL',
  'SOURCE',
  'MANAGER',
  'CONTACT',
  'DECISION_ROLE',
  'CHANNEL',
  'BIRTHDAY',
  'HOUSEHOLD',
  'STAY',
  'MOVE_IN',
  'CONSENT',
  'STATUS_RECORD',
  'PROFILE',
  'CUSTOM_FIELD',
] as const
export type ArchivePart = (typeof ARCHIVE_PARTS)[number]

export const ARCHIVE_PART_LABELS: Labels<ArchivePart> = {
  NAME: text('姓名或名称', 'Name'),
  PHONE: text('电话', 'Phone'),
  EMAIL: text('邮箱', 'E-mail'),
  SOURCE: text('客户来源', 'Source'),
  MANAGER: text('专职客户经理', 'Key account manager'),
  CONTACT: text('联系人', 'Contact'),
  DECISION_ROLE: text('联系人的决策角色', 'Contact with a part in decisions'),
  CHANNEL: text('约定的联系方式', 'Agreed channel'),
  BIRTHDAY: text('联系人生日', 'Birthday of a contact'),
  HOUSEHOLD: text('家庭成员', 'Household'),
  STAY: text('现有房号', 'Present unit'),
  MOVE_IN: text('入住日期', 'Day of moving in'),
  CONSENT: text('客户的同意意见', 'Consent asked'),
  STATUS_RECORD: text('客户状况记录表', 'Status record'),
  PROFILE: text('个人资料', 'Profile'),
  CUSTOM_FIELD: text('自定义字段', 'Custom field'),
}

/** Where an archive falls short of a requirement. */
export const ARCHIVE_GAP_STATES = ['WRONG', 'MISSING', 'STALE'] as const
export type ArchiveGapState = (typeof ARCHIVE_GAP_STATES)[number]

export const ARCHIVE_GAP_STATE_LABELS: Labels<ArchiveGapState> = {
  WRONG: text('抽查有误', 'Found wrong'),
  MISSING: text('缺少', 'Missing'),
  STALE: text('待核对', 'To be confirmed'),
}

/** Who can owe a part where nobody answers for the client in person. */
export const DUTY_ROLES = [
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'SITE_MANAGER',
  'CR_SUPERVISOR',
] as const satisfies readonly Role[]
export type DutyRole = (typeof DUTY_ROLES)[number]

/** How totals of the duty are divided. */
export const COMPLETENESS_BY = ['PROJECT', 'DEPARTMENT', 'MANAGER'] as const
export type CompletenessBy = (typeof COMPLETENESS_BY)[number]

export const COMPLETENESS_BY_LABELS: Labels<CompletenessBy> = {
  PROJECT: text('按项目', 'By project'),
  DEPARTMENT: text('按部门', 'By department'),
  MANAGER: text('按客户经理', 'By manager'),
}
