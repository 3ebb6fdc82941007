import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** Kinds of client information that a department keeps. */
export const INFORMATION_KINDS = [
  'ARCHIVE',
  'CONTACTS',
  'CONTRACT',
  'MONEY',
  'CASE',
  'SURVEY',
  'RECORDING',
  'ACCESS',
  'OTHER',
] as const
export type InformationKind = (typeof INFORMATION_KINDS)[number]

export const INFORMATION_KIND_LABELS: Labels<InformationKind> = {
  ARCHIVE: text('客户档案', 'Client archives'),
  CONTACTS: text('联系名单', 'Contact lists'),
  CONTRACT: text('合同与协议', 'Contracts and agreements'),
  MONEY: text('收费与欠费', 'Charges and arrears'),
  CASE: text('投诉与服务资料', 'Papers of cases and services'),
  SURVEY: text('调查与回访', 'Surveys and return visits'),
  RECORDING: text('录音录像', 'Recordings'),
  ACCESS: text('门禁与车辆登记', 'Access and vehicles'),
  OTHER: text('其他', 'Other'),
}

/** The class of what is kept, as fields have it: what disclosure of it would mean. */
export const INFORMATION_CLASSES = ['INTERNAL', 'PERSONAL', 'SENSITIVE'] as const
export type InformationClass = (typeof INFORMATION_CLASSES)[number]

export const INFORMATION_CLASS_LABELS: Labels<InformationClass> = {
  INTERNAL: text('内部', 'Internal'),
  PERSONAL: text('个人信息', 'Personal'),
  SENSITIVE: text('敏感个人信息', 'Sensitive'),
}

/** What the system knows of by itself: no row of these is entered, and none can be forgotten. */
export const HELD_SOURCES = ['CONTROLLED_COPY', 'IMPORT_SOURCE', 'ATTACHMENT', 'EXPORT_REQUEST'] as const
export type HeldSource = (typeof HELD_SOURCES)[number]

export const HELD_SOURCE_LABELS: Labels<HeldSource> = {
  CONTROLLED_COPY: text('受控副本', 'Controlled copy'),
  IMPORT_SOURCE: text('导入数据源', 'Source of an import'),
  ATTACHMENT: text('档案附件', 'Files in archives'),
  EXPORT_REQUEST: text('已产出的使用申请', 'Release that was produced'),
}

/** What a spot check came to. */
export const INFORMATION_FINDINGS = ['IN_ORDER', 'DEVIATION', 'UNAUTHORISED'] as const
export type InformationFinding = (typeof INFORMATION_FINDINGS)[number]

export const INFORMATION_FINDING_LABELS: Labels<InformationFinding> = {
  IN_ORDER: text('账实相符', 'As listed'),
  DEVIATION: text('账实不符', 'Differs from the list'),
  UNAUTHORISED: text('发现违规查阅', 'Unauthorised reading'),
}

/** A breach 违规记录: recorded, the person heard, concluded. Nothing of it is taken back. */
export const BREACH_STATUSES = ['RECORDED', 'HEARD', 'CONCLUDED'] as const
export type BreachStatus = (typeof BREACH_STATUSES)[number]

export const BREACH_STATUS_LABELS: Labels<BreachStatus> = {
  RECORDED: text('待本人陈述', 'To be heard'),
  HEARD: text('已陈述', 'Heard'),
  CONCLUDED: text('已有结论', 'Concluded'),
}

export const BREACH_ACTIONS = ['record', 'state', 'conclude'] as const
export type BreachAction = (typeof BREACH_ACTIONS)[number]

export const BREACH_ACTION_LABELS: Labels<BreachAction> = {
  record: text('记录违规', 'Record a breach'),
  state: text('陈述', 'Make a statement'),
  conclude: text('作出结论', 'Conclude'),
}
