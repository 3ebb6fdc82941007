/** Words for the permissions of the register, for its verbs in the audit trail, and for the records that the trail is about. */
import { text, type Text } from '../text.ts'
import {
  EQUIPMENT_ACTION_LABELS,
  EQUIPMENT_EVENT_LABELS,
  INSPECTION_ACTION_LABELS,
  INSPECTION_EVENT_LABELS,
  type EquipmentAction,
  type InspectionAction,
} from './vocabulary.ts'

const verbs = <A extends string, P extends string>(
  prefix: P,
  labels: Readonly<Record<A, Text>>,
  noun?: Text,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, { zh, en }]) => [
      `${prefix}:${action}`,
      noun ? text(`${noun.zh}：${zh}`, `${noun.en}: ${en}`) : text(zh, en),
    ]),
  ) as Record<`${P}:${A}`, Text>

const REGISTER = text('设施设备台账', 'Equipment register')

export const EQUIPMENT_PERMISSION_LABELS = {
  ...verbs<EquipmentAction, 'equipment'>('equipment', EQUIPMENT_ACTION_LABELS, REGISTER),
  ...verbs<InspectionAction, 'equipmentInspection'>(
    'equipmentInspection',
    INSPECTION_ACTION_LABELS,
    REGISTER,
  ),
  'equipment:read': text('设施设备台账：查看', 'Equipment register: read'),
} as const

export const EQUIPMENT_AUDIT_LABELS = {
  ...verbs<EquipmentAction, 'equipment'>('equipment', EQUIPMENT_EVENT_LABELS),
  ...verbs<InspectionAction, 'equipmentInspection'>('equipmentInspection', INSPECTION_EVENT_LABELS),
} as const

export const EQUIPMENT_SUBJECTS = [
  'equipment',
  'equipment_outage',
  'equipment_inspection',
  'equipment_inspection_record',
] as const

export const EQUIPMENT_SUBJECT_LABELS: Readonly<Record<(typeof EQUIPMENT_SUBJECTS)[number], Text>> = {
  equipment: text('设备', 'Machine'),
  equipment_outage: text('停机记录', 'Outage'),
  equipment_inspection: text('设备检验', 'Inspection of a machine'),
  equipment_inspection_record: text('检验结果', 'Result of an inspection'),
}
