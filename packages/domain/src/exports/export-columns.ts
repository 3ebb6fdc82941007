/** What of a client can be asked for: each column bears the class and the permission of the field that it comes from. */
import type { Permission } from '../access/policy.ts'
import {
  CLIENT_CONTACT_FIELDS,
  CLIENT_FIELDS,
  CLIENT_MEMBER_FIELDS,
  CLIENT_OCCUPANCY_FIELDS,
} from '../clients/client-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import { text, type Text } from '../text.ts'

export const EXPORT_COLUMNS = [
  'code',
  'name',
  'kind',
  'relation',
  'phoneMasked',
  'phone',
  'email',
  'units',
  'project',
  'keyAccountManager',
  'contacts',
  'members',
  'source',
  'createdAt',
  'grade',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

interface ColumnRule {
  readonly label: Text
  readonly class: FieldClass
  /** Whoever asks holds it, and of each client: else the cell stays empty. */
  readonly permission: Permission
  /** Beyond what daily work shows: why it is needed has to be stated. */
  readonly needsNecessity?: true
}

const like = (
  { class: of, permission }: { readonly class: FieldClass; readonly permission: Permission },
  label: Text,
) => ({
  label,
  class: of,
  permission,
})

/** What is sealed (profile, money of a company) is in none of them: it is shown by a reveal, one client at a time, and leaves in no list. */
export const EXPORT_COLUMN_RULES: Readonly<Record<ExportColumn, ColumnRule>> = {
  code: like(CLIENT_FIELDS.code, text('客户编号', 'Code')),
  name: like(CLIENT_FIELDS.name, text('姓名/名称', 'Name')),
  kind: like(CLIENT_FIELDS.kind, text('客户类别', 'Kind')),
  relation: like(CLIENT_FIELDS.relation, text('关系', 'Relation')),
  phoneMasked: like(CLIENT_FIELDS.phoneMasked, text('电话（遮盖）', 'Phone (masked)')),
  phone: { ...like(CLIENT_FIELDS.phone, text('电话（完整）', 'Phone in full')), needsNecessity: true },
  email: { ...like(CLIENT_FIELDS.email, text('邮箱（完整）', 'E-mail in full')), needsNecessity: true },
  units: like(CLIENT_OCCUPANCY_FIELDS.unitId, text('房号', 'Units')),
  project: like(CLIENT_FIELDS.projectId, text('项目', 'Project')),
  keyAccountManager: like(CLIENT_FIELDS.keyAccountManagerId, text('专职客户经理', 'Key account manager')),
  contacts: like(CLIENT_CONTACT_FIELDS.name, text('联系人', 'Contacts')),
  members: { ...like(CLIENT_MEMBER_FIELDS.name, text('家庭成员', 'Household')), needsNecessity: true },
  source: like(CLIENT_FIELDS.source, text('来源', 'Source')),
  createdAt: like(CLIENT_FIELDS.createdAt, text('建档日期', 'Archive since')),
  grade: { label: text('客户等级', 'Grade'), class: 'internal', permission: 'client:readGrade' },
}

export const needsNecessity = (columns: readonly ExportColumn[]): boolean =>
  columns.some((column) => EXPORT_COLUMN_RULES[column].needsNecessity)

/** As the catalogue has them, each once. */
export const inColumnOrder = (columns: readonly ExportColumn[]): readonly ExportColumn[] =>
  EXPORT_COLUMNS.filter((column) => columns.includes(column))
