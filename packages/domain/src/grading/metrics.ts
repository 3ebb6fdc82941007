/** What a client can be measured by 评估指标: each with its definition, period and unit, as it is printed with a standard. */
import { VALUE_METRIC_DEFINITIONS, type ValueMetric } from '../money/value-metrics.ts'
import { text, type Text } from '../text.ts'

/**
 * MONEY: minor units. SHARE: ten-thousandths, below nought too. DAYS and COUNT: whole. SCORE: ten-thousandths, as somebody has entered or
 * answered it.
 */
export const METRIC_UNITS = ['MONEY', 'SHARE', 'DAYS', 'COUNT', 'SCORE'] as const
export type MetricUnit = (typeof METRIC_UNITS)[number]

export const METRIC_UNIT_LABELS: Readonly<Record<MetricUnit, Text>> = {
  MONEY: text('金额', 'Money'),
  SHARE: text('百分比', 'Per cent'),
  DAYS: text('天', 'Days'),
  COUNT: text('次数', 'Times'),
  SCORE: text('分', 'Points'),
}

/** Over which time it is counted, back from the day of the cycle. ALWAYS: over the whole history. */
export type MetricPeriod = 'YEAR' | 'TWO_YEARS' | 'ALWAYS'

export const METRIC_PERIOD_LABELS: Readonly<Record<MetricPeriod, Text>> = {
  YEAR: text('截止日前 12 个月', 'The 12 months before the day'),
  TWO_YEARS: text(
    '截止日前 24 个月，两个 12 个月相比',
    'The 24 months before the day, one year beside the other',
  ),
  ALWAYS: text('建档以来', 'Since the archive was opened'),
}

export const METRICS = [
  'REVENUE',
  'GROWTH',
  'TENURE',
  'PUNCTUALITY',
  'BREADTH',
  'SATISFACTION',
  'COMPLAINTS',
  'REFERRALS',
  'COST_TO_SERVE',
  'RECENCY',
  'FREQUENCY',
  'POTENTIAL',
  'ENTERED',
] as const
export type Metric = (typeof METRICS)[number]

export interface MetricRule {
  readonly label: Text
  readonly definition: Text
  readonly unit: MetricUnit
  readonly period: MetricPeriod
  /** Of the archive it is computed; entered, somebody states it with evidence and date. */
  readonly from: 'ARCHIVE' | 'ENTERED'
}

/** What the pages of value show is measured once, and called and defined there. */
const ofValue = (metric: ValueMetric, unit: MetricUnit, period: MetricPeriod): MetricRule => {
  const { label, definition } = VALUE_METRIC_DEFINITIONS[metric]
  return { label, definition, unit, period, from: 'ARCHIVE' }
}

export const METRIC_RULES: Readonly<Record<Metric, MetricRule>> = {
  REVENUE: ofValue('REVENUE', 'MONEY', 'YEAR'),
  GROWTH: ofValue('GROWTH', 'SHARE', 'TWO_YEARS'),
  TENURE: ofValue('TENURE', 'DAYS', 'ALWAYS'),
  PUNCTUALITY: ofValue('PUNCTUALITY', 'SHARE', 'YEAR'),
  BREADTH: {
    label: text('业务广度', 'Breadth'),
    definition: text(
      '期内有收入的应收款类别数：管理费、车位、公摊、维修等。',
      'Kinds of receivable with revenue in the period: fees, parking, utilities, repairs and others.',
    ),
    unit: 'COUNT',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  SATISFACTION: {
    label: text('满意度', 'Satisfaction'),
    definition: text(
      '期内客户在结案时给出的满意度平均分；没有评价则缺。',
      'The mean of what the client said when cases were closed in the period; missing where nothing was said.',
    ),
    unit: 'SCORE',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  COMPLAINTS: {
    label: text('投诉（按严重程度加权）', 'Complaints, weighed by severity'),
    definition: text(
      '期内登记且成立的投诉，一般计 1、较重计 2、严重计 4、重大计 8。',
      'Complaints of the period that were not unfounded: 1 for the mildest severity, then 2, 4 and 8.',
    ),
    unit: 'COUNT',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  REFERRALS: {
    label: text('转介绍', 'Referrals'),
    definition: text(
      '由该客户介绍来建档的客户数。',
      'Clients whose archive names this one as who referred them.',
    ),
    unit: 'COUNT',
    period: 'ALWAYS',
    from: 'ARCHIVE',
  },
  COST_TO_SERVE: ofValue('COST_TO_SERVE', 'MONEY', 'YEAR'),
  RECENCY: {
    label: text('最近往来', 'Recency'),
    definition: text(
      '距最近一次缴费或接待的天数；从未有过则缺。',
      'Days since the last payment or reception; missing where there was none.',
    ),
    unit: 'DAYS',
    period: 'ALWAYS',
    from: 'ARCHIVE',
  },
  FREQUENCY: {
    label: text('往来频次', 'Frequency'),
    definition: text('期内缴费与接待的次数。', 'Payments and receptions in the period.'),
    unit: 'COUNT',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  POTENTIAL: {
    label: text('发展潜力', 'Potential'),
    definition: text(
      '客户经理按办法评定，附依据与日期。',
      'Judged by the key account manager after the scheme, with evidence and date.',
    ),
    unit: 'SCORE',
    period: 'YEAR',
    from: 'ENTERED',
  },
  ENTERED: {
    label: text('录入指标', 'Entered'),
    definition: text(
      '由评估人录入，附依据与日期，名称由标准给出。',
      'Entered by who evaluates, with evidence and date; the standard names it.',
    ),
    unit: 'SCORE',
    period: 'YEAR',
    from: 'ENTERED',
  },
}
