/** Words of the equipment register 设施设备台账 (domain.md 8). */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const EQUIPMENT_CLASSES = [
  'LIFT',
  'WATER_PUMP',
  'FIRE_PROTECTION',
  'POWER_SUPPLY',
  'AIR_CONDITIONING',
  'ACCESS_CONTROL',
  'CCTV',
  'LIGHTING',
  'DRAINAGE',
  'PLAYGROUND',
  'OTHER',
] as const
export type EquipmentClass = (typeof EQUIPMENT_CLASSES)[number]

export const EQUIPMENT_CLASS_LABELS: Labels<EquipmentClass> = {
  LIFT: text('电梯', 'Lift'),
  WATER_PUMP: text('水泵', 'Water pump'),
  FIRE_PROTECTION: text('消防', 'Fire protection'),
  POWER_SUPPLY: text('供配电', 'Power supply'),
  AIR_CONDITIONING: text('空调', 'Air conditioning'),
  ACCESS_CONTROL: text('门禁', 'Access control'),
  CCTV: text('视频监控', 'CCTV'),
  LIGHTING: text('照明', 'Lighting'),
  DRAINAGE: text('排水', 'Drainage'),
  PLAYGROUND: text('游乐健身设施', 'Playground'),
  OTHER: text('其他', 'Other'),
}

/** A machine that stands still says so by an outage without an end; nobody sets the state by hand. */
export const EQUIPMENT_STATES = ['IN_SERVICE', 'OUT_OF_SERVICE', 'RETIRED'] as const
export type EquipmentState = (typeof EQUIPMENT_STATES)[number]

export const EQUIPMENT_STATE_LABELS: Labels<EquipmentState> = {
  IN_SERVICE: text('运行', 'In service'),
  OUT_OF_SERVICE: text('停用', 'Out of service'),
  RETIRED: text('已报废', 'Retired'),
}

/** Verb, permission (`equipment:…`), mutation and audit entry bear the same name. */
export const EQUIPMENT_ACTIONS = ['register', 'amend', 'reportOutage', 'restore', 'retire'] as const
export type EquipmentAction = (typeof EQUIPMENT_ACTIONS)[number]

export const EQUIPMENT_ACTION_LABELS: Labels<EquipmentAction> = {
  register: text('登记设备', 'Register a machine'),
  amend: text('修改设备资料', 'Amend'),
  reportOutage: text('报停机', 'Report an outage'),
  restore: text('恢复运行', 'Back in service'),
  retire: text('报废', 'Retire'),
}

export const EQUIPMENT_EVENT_LABELS: Labels<EquipmentAction> = {
  register: text('登记了设备', 'registered the machine'),
  amend: text('修改了设备资料', 'amended the machine'),
  reportOutage: text('上报了停机', 'reported an outage'),
  restore: text('恢复了设备运行', 'put back in service'),
  retire: text('报废了设备', 'retired the machine'),
}

export const OUTAGE_CAUSES = ['FAULT', 'TRAPPED', 'POWER_CUT', 'UPKEEP', 'DAMAGE', 'OTHER'] as const
export type OutageCause = (typeof OUTAGE_CAUSES)[number]

export const OUTAGE_CAUSE_LABELS: Labels<OutageCause> = {
  FAULT: text('故障', 'Fault'),
  TRAPPED: text('困人', 'People trapped'),
  POWER_CUT: text('停电停水', 'No power or water'),
  UPKEEP: text('检修保养', 'Upkeep'),
  DAMAGE: text('人为损坏', 'Damage'),
  OTHER: text('其他', 'Other'),
}

/** Whether the law asks for an inspection 法定检验 or the house does 自检. */
export const INSPECTION_BASES = ['STATUTORY', 'OWN'] as const
export type InspectionBasis = (typeof INSPECTION_BASES)[number]

export const INSPECTION_BASIS_LABELS: Labels<InspectionBasis> = {
  STATUTORY: text('法定检验', 'Statutory'),
  OWN: text('自行检查', 'Own'),
}

export const INSPECTION_RESULTS = ['PASSED', 'CONDITIONAL', 'FAILED'] as const
export type InspectionResult = (typeof INSPECTION_RESULTS)[number]

export const INSPECTION_RESULT_LABELS: Labels<InspectionResult> = {
  PASSED: text('合格', 'Passed'),
  CONDITIONAL: text('整改后合格', 'Passed with defects to mend'),
  FAILED: text('不合格', 'Failed'),
}

export const INSPECTION_ACTIONS = ['schedule', 'amend', 'record', 'end'] as const
export type InspectionAction = (typeof INSPECTION_ACTIONS)[number]

export const INSPECTION_ACTION_LABELS: Labels<InspectionAction> = {
  schedule: text('安排检验', 'Schedule an inspection'),
  amend: text('修改检验安排', 'Amend the inspection'),
  record: text('登记检验结果', 'Record the inspection'),
  end: text('停止检验', 'End the inspection'),
}

export const INSPECTION_EVENT_LABELS: Labels<InspectionAction> = {
  schedule: text('安排了检验', 'scheduled the inspection'),
  amend: text('修改了检验安排', 'amended the inspection'),
  record: text('登记了检验结果', 'recorded the inspection'),
  end: text('停止了检验', 'ended the inspection'),
}

/** How far a due inspection has been told of; each step once for each due day. */
export const INSPECTION_STEPS = ['SOON', 'DUE', 'OVERDUE'] as const
export type InspectionStep = (typeof INSPECTION_STEPS)[number]

/** Days before it is due that it is told of the first time, and that the menu counts it. */
export const INSPECTION_SOON_DAYS = 30
/** Days after which an inspection that was not done is told to those above. */
export const INSPECTION_OVERDUE_DAYS = 7
