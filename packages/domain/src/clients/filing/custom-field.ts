import type { Permission } from '../../access/policy.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { FieldClass } from '../../sign-off/field-class.ts'
import { text, type Text } from '../../text.ts'
import type { ClientKind } from '../client.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is done with the fields of an organization's own: verb, permission and mutation bear the same name. */
export const CUSTOM_FIELD_ACTIONS = ['define', 'amend', 'retire', 'restore'] as const
export type CustomFieldAction = (typeof CUSTOM_FIELD_ACTIONS)[number]

export const CUSTOM_FIELD_ACTION_LABELS: Labels<CustomFieldAction> = {
  define: text('新增字段', 'Define a field'),
  amend: text('修改字段', 'Amend the field'),
  retire: text('停用字段', 'Retire the field'),
  restore: text('恢复字段', 'Restore the field'),
}

export const CUSTOM_FIELD_EVENT_LABELS: Labels<CustomFieldAction> = {
  define: text('新增了自定义字段', 'defined the field'),
  amend: text('修改了自定义字段', 'amended the field'),
  retire: text('停用了自定义字段', 'retired the field'),
  restore: text('恢复了自定义字段', 'restored the field'),
}

export const CUSTOM_FIELD_TYPES = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'YES_NO'] as const
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number]

export const CUSTOM_FIELD_TYPE_LABELS: Labels<CustomFieldType> = {
  TEXT: text('文字', 'Text'),
  NUMBER: text('数字', 'Number'),
  MONEY: text('金额', 'Money'),
  DATE: text('日期', 'Date'),
  CHOICE: text('选项', 'Choice'),
  YES_NO: text('是/否', 'Yes or no'),
}

/** How far a value may travel. It is chosen once: a value that was kept in the open is not sealed by a change of mind. */
export const CUSTOM_FIELD_CLASSES = ['INTERNAL', 'PERSONAL', 'SENSITIVE'] as const
export type CustomFieldClass = (typeof CUSTOM_FIELD_CLASSES)[number]

export const CUSTOM_FIELD_CLASS_LABELS: Labels<CustomFieldClass> = {
  INTERNAL: text('内部', 'Internal'),
  PERSONAL: text('个人信息', 'Personal'),
  SENSITIVE: text('敏感', 'Sensitive'),
}

export const CUSTOM_FIELD_CLASS_HINTS: Labels<CustomFieldClass> = {
  INTERNAL: text('能查看客户的人都能看到', 'Seen by everybody who may see the client'),
  PERSONAL: text('只有服务该客户的岗位能看到和筛选', 'Seen and searched by those who care for the client'),
  SENSITIVE: text(
    '加密保存，查看须说明用途并记入台账，不能筛选',
    'Kept encrypted, shown for a reason, on record; cannot be searched',
  ),
}

/** One answer of a CHOICE. Its key is given once and stays, whatever the label becomes. */
export interface FieldChoice {
  readonly key: string
  readonly zh: string
  readonly en: string
}

/** A line of the archive that an organization has added. */
export interface CustomField {
  readonly id: string
  /** Its name in errors, audit and API: letters and digits, unique, given once. */
  readonly key: string
  readonly labelZh: string
  readonly labelEn: string
  readonly type: CustomFieldType
  readonly class: CustomFieldClass
  /** Of which clients it is asked. */
  readonly kinds: readonly ClientKind[]
  readonly choices: readonly FieldChoice[]
  readonly isRequired: boolean
  /** Behind a number, e.g. 辆. */
  readonly unit: string | null
  /** Bounds, written as numbers: of a NUMBER as it is, of MONEY in minor units; of a TEXT `most` is its greatest length. */
  readonly least: string | null
  readonly most: string | null
  /** Among the others: the lower, the earlier. */
  readonly position: number
  /** Set: it is asked no more; what was said stays. */
  readonly retiredAt: Date | null
  readonly version: number
}

/** What is kept of one client under one field: in the column of the field's class, as `writtenValue()` has it. */
export interface ClientFieldValue {
  readonly id: string
  readonly clientId: string
  readonly fieldId: string
  readonly class: CustomFieldClass
  readonly internalValue: string | null
  readonly internalOrdinal: number | null
  readonly personalValue: string | null
  readonly personalOrdinal: number | null
  readonly sealedValue: string | null
  readonly setById: string
  readonly setAt: Date
  readonly version: number
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'client:read')
const personal = rule('personal', 'client:readParticulars')

export const CLIENT_FIELD_VALUE_FIELDS: Readonly<Record<keyof ClientFieldValue, FieldRule>> = {
  id: base,
  clientId: base,
  fieldId: base,
  class: base,
  internalValue: base,
  internalOrdinal: base,
  personalValue: personal,
  personalOrdinal: personal,
  sealedValue: rule('sensitive', 'client:revealField'),
  setById: base,
  setAt: base,
  version: base,
}
