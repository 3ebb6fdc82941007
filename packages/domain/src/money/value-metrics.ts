/** The figures that tell what a client is worth: each with its definition, its unit and the time that it is told of. Grading takes them from here. */
import { text, type Text } from '../text.ts'

export const VALUE_UNITS = ['MINOR', 'BASIS_POINTS', 'DAYS', 'DAY_TENTHS'] as const
export type ValueUnit = (typeof VALUE_UNITS)[number]

export const VALUE_METRICS = [
  'REVENUE',
  'COLLECTED',
  'MARGIN',
  'ACQUISITION_COST',
  'COST_TO_SERVE',
  'PROFIT',
  'EXPECTED',
  'LIFETIME_VALUE',
  'TENURE',
  'GROWTH',
  'PUNCTUALITY',
  'DAYS_LATE',
] as const
export type ValueMetric = (typeof VALUE_METRICS)[number]

interface Defined {
  readonly label: Text
  readonly definition: Text
  readonly unit: ValueUnit
  /** SPAN: of what happened between two days. STANDING: as it is on the last of them. */
  readonly period: 'SPAN' | 'STANDING'
}

export const VALUE_METRIC_DEFINITIONS: Readonly<Record<ValueMetric, Defined>> = {
  REVENUE: {
    label: text('收入', 'Revenue'),
    definition: text('期间内到期的应收，不含作废与押金。', 'What fell due in the time, without what was voided and deposits.'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  COLLECTED: {
    label: text('实收', 'Collected'),
    definition: text('期间内收到并核销的款项，不含押金。', 'What was received in the time and allocated, without deposits.'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  MARGIN: {
    label: text('服务毛利', 'Service margin'),
    definition: text('收入 × 假设的毛利率：扣除合同内服务后所余。', 'Revenue × the assumed margin: what contracted service leaves.'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  ACQUISITION_COST: {
    label: text('开拓成本', 'Acquisition cost'),
    definition: text('开拓类成本，含其来源活动的费用（由带来的客户均分）。', 'Costs of acquisition, with the campaign that they came from (shared alike by whom it brought).'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  COST_TO_SERVE: {
    label: text('服务成本', 'Cost to serve'),
    definition: text('维系、服务、交易三类成本之和，含投诉赔付与项目分摊。', 'Retention, service and transaction, with settlements of cases and shares of projects.'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  PROFIT: {
    label: text('利润', 'Profit'),
    definition: text('服务毛利 − 开拓成本 − 服务成本，都是已发生的。', 'Service margin − acquisition − cost to serve: all that has happened.'),
    unit: 'MINOR',
    period: 'SPAN',
  },
  EXPECTED: {
    label: text('预期价值', 'Expected'),
    definition: text(
      '（服务毛利 − 服务成本，不含投诉赔付）折合每年 × 假设年数，按折现率折到今天；历史不足一年按一年算，不足 90 天不作预期。',
      'Margin less cost to serve, without settlements, a year, for the assumed years, discounted to today; a shorter history counts as a year, one below 90 days tells nothing.',
    ),
    unit: 'MINOR',
    period: 'STANDING',
  },
  LIFETIME_VALUE: {
    label: text('终身价值', 'Lifetime value'),
    definition: text('已发生的利润 + 预期价值。', 'Profit so far + expected.'),
    unit: 'MINOR',
    period: 'STANDING',
  },
  TENURE: {
    label: text('合作年限', 'Tenure'),
    definition: text('从第一次入住登记、第一笔应收或建档（取最早）至今的天数。', 'Days since the first stay, the first sum due or the opening of the archive, whichever was first.'),
    unit: 'DAYS',
    period: 'STANDING',
  },
  GROWTH: {
    label: text('收入增长', 'Growth of revenue'),
    definition: text(
      '期间末一年（期间不足一年则整个期间）的收入，比之前同样长的时间；之前没有收入则无。',
      'Revenue of the last year of the time (of the whole, where it is shorter) against as long a time before; none where there was none.',
    ),
    unit: 'BASIS_POINTS',
    period: 'SPAN',
  },
  PUNCTUALITY: {
    label: text('按时付款', 'Paid on time'),
    definition: text('期间内到期的金额中，到期日或之前收到的占比。', 'Of the value that fell due in the time, the share received by its due day.'),
    unit: 'BASIS_POINTS',
    period: 'SPAN',
  },
  DAYS_LATE: {
    label: text('平均迟付', 'Mean days late'),
    definition: text('期间内到期的各笔平均迟付天数，未结的算到期末。', 'Mean over what fell due in the time; what is open counts until its last day.'),
    unit: 'DAY_TENTHS',
    period: 'SPAN',
  },
} // prettier-ignore

/** By what clients are grouped. */
export const VALUE_GROUPINGS = ['KIND', 'RELATION', 'PROJECT', 'TAG', 'COHORT'] as const
export type ValueGrouping = (typeof VALUE_GROUPINGS)[number]

export const VALUE_GROUPING_LABELS: Readonly<Record<ValueGrouping, Text>> = {
  KIND: text('客户类别', 'Kind'),
  RELATION: text('客户关系', 'Relation'),
  PROJECT: text('项目', 'Project'),
  TAG: text('标签', 'Tag'),
  COHORT: text('建档年份', 'Opening year'),
}

/** Where a client lies between the middle value and the middle cost to serve of all. */
export const VALUE_QUADRANTS = ['CARE', 'GROW', 'KEEP_SIMPLE', 'EXAMINE'] as const
export type ValueQuadrant = (typeof VALUE_QUADRANTS)[number]

export const VALUE_QUADRANT_LABELS: Readonly<Record<ValueQuadrant, Text>> = {
  GROW: text('价值高、成本低：珍视', 'High value, low cost: cherish'),
  CARE: text('价值高、成本高：值得投入', 'High value, high cost: worth it'),
  KEEP_SIMPLE: text('价值低、成本低：保持', 'Low value, low cost: keep simple'),
  EXAMINE: text('价值低、成本高：查原因', 'Low value, high cost: find out why'),
}

/** The same in a word. */
export const VALUE_QUADRANT_NAMES: Readonly<Record<ValueQuadrant, Text>> = {
  GROW: text('珍视', 'Cherish'),
  CARE: text('值得投入', 'Worth it'),
  KEEP_SIMPLE: text('保持', 'Keep simple'),
  EXAMINE: text('查原因', 'Find out'),
}

/** In which order clients are listed: the largest first; by LOSS the smallest profit first. */
export const VALUE_ORDERS = ['LIFETIME_VALUE', 'PROFIT', 'LOSS', 'REVENUE', 'COST_TO_SERVE'] as const
export type ValueOrder = (typeof VALUE_ORDERS)[number]
