/** What a client, or a project, costs us: recorded once, voided with a reason, never edited. Labour is minutes of a role; its rate is an assumption. */
import type { Role } from '../access/roles.ts'
import { text, type Text } from '../text.ts'

/** 开拓, 维系, 服务, 交易. */
export const COST_CLASSES = ['ACQUISITION', 'RETENTION', 'SERVICE', 'TRANSACTION'] as const
export type CostClass = (typeof COST_CLASSES)[number]

export const COST_CLASS_LABELS: Readonly<Record<CostClass, Text>> = {
  ACQUISITION: text('开拓', 'Acquisition'),
  RETENTION: text('维系', 'Retention'),
  SERVICE: text('服务', 'Service'),
  TRANSACTION: text('交易', 'Transaction'),
}

/** What each class is for, so that two people put the same thing into the same class. */
export const COST_CLASS_HINTS: Readonly<Record<CostClass, Text>> = {
  ACQUISITION: text('赢得这位客户：推广、带看、建档', 'Winning the client: campaigns, showings, opening the archive'),
  RETENTION: text('维护关系：走访、慰问、活动', 'Keeping the relationship: visits, care, events'),
  SERVICE: text('额外的服务：上门、维修（投诉赔付自动计入）', 'Service beyond the contract: calls, repairs (settlements of cases count by themselves)'),
  TRANSACTION: text('收款与手续：开票、催收、合同', 'Dealing: invoices, dunning, contracts'),
} // prettier-ignore

/** Whose minutes are counted. Each has a rate an hour among the assumptions. */
export const LABOUR_ROLES = [
  'TECHNICIAN',
  'SERVICE_AGENT',
  'CR_SPECIALIST',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'SALES',
  'CS_MANAGER',
] as const satisfies readonly Role[]
export type LabourRole = (typeof LABOUR_ROLES)[number]

/** How what a project costs is shared by its clients. */
export const SHARE_RULES = ['BY_UNIT', 'BY_AREA'] as const
export type ShareRule = (typeof SHARE_RULES)[number]

export const SHARE_RULE_LABELS: Readonly<Record<ShareRule, Text>> = {
  BY_UNIT: text('按户平均分摊', 'Each unit alike'),
  BY_AREA: text('按面积分摊', 'By area'),
}

export const COST_EVENT_ACTIONS = ['record', 'recordMany', 'void'] as const
export type CostEventAction = (typeof COST_EVENT_ACTIONS)[number]

export const COST_EVENT_ACTION_LABELS: Readonly<Record<CostEventAction, Text>> = {
  record: text('记一笔成本', 'Record a cost'),
  recordMany: text('批量记成本', 'Record for several clients'),
  void: text('作废', 'Void'),
}

export const COST_EVENT_EVENT_LABELS: Readonly<Record<CostEventAction, Text>> = {
  record: text('记录了成本', 'recorded the cost'),
  recordMany: text('批量记录了成本', 'recorded costs of several clients:'),
  void: text('作废了成本', 'voided the cost'),
}

/** Where a cost comes from: recorded by somebody, or told by another record. What is told elsewhere is never copied. */
export const COST_SOURCES = ['RECORDED', 'SHARED', 'SETTLEMENT', 'CAMPAIGN'] as const
export type CostSource = (typeof COST_SOURCES)[number]

export const COST_SOURCE_LABELS: Readonly<Record<CostSource, Text>> = {
  RECORDED: text('登记', 'Recorded'),
  SHARED: text('项目分摊', 'Share of a project'),
  SETTLEMENT: text('投诉赔付', 'Settlement of a case'),
  CAMPAIGN: text('活动获客', 'Campaign'),
}

/**
 * Remedies whose amount leaves the house when they are carried out. A fee credit or a discount lowers what is charged instead, and a
 * repair is recorded as minutes and material: counting their amounts too would count twice.
 */
export const PAID_OPTION_KINDS = ['REFUND', 'COMPENSATION_MONEY', 'COMPENSATION_KIND', 'GIFT'] as const

export interface CostEvent {
  readonly id: string
  /** `K2611-00042`. */
  readonly number: string
  readonly costClass: CostClass
  /** Whose it is; null: a project's, shared by its clients. */
  readonly clientId: string | null
  /** The project that shares it; of a client's: where the client belonged on that day. */
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly shareRule: ShareRule | null
  /** The sum of the weights of all shares; null where it is one client's. */
  readonly shareWeight: number | null
  readonly occurredOn: string
  readonly labourMinutes: number
  readonly labourRole: LabourRole | null
  readonly materialMinor: number
  /** Paid to somebody outside. */
  readonly outsideMinor: number
  /** What for. */
  readonly purpose: string
  /** The case that it was for. */
  readonly complaintId: string | null
  readonly recordedById: string
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly version: number
}

/** A client's share of what a project costs, as its units were owned on that day. */
export interface CostShare {
  readonly id: string
  readonly costEventId: string
  readonly clientId: string
  /** Of `shareWeight` parts: units, or hundredths of a square metre. */
  readonly weight: number
}
