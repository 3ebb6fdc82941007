/** What a client can be measured by 评估指标: each with its definition, period and unit, as it is printed with a standard. */
import { VALUE_METRIC_DEFINITIONS, type ValueMetric } from '../money/value-metrics.ts'
import { text, type Text } from '../text.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'

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

/** How many days YEAR has, whichever year: windows of one length can be compared. */
export const DAYS_OF_YEAR = 365

/** Over which time it is counted, back from the day of the cycle. ALWAYS: over the whole history. */
export type MetricPeriod = 'YEAR' | 'TWO_YEARS' | 'ALWAYS'

export const METRIC_PERIOD_LABELS: Readonly<Record<MetricPeriod, Text>> = {
  YEAR: text('截止日（含）前 365 天', 'The 365 days that end with the day'),
  TWO_YEARS: text(
    '截止日（含）前 730 天，后 365 天比前 365 天',
    'The 730 days that end with the day, the last 365 beside those before',
  ),
  ALWAYS: text('至截止日的全部历史', 'The whole history up to the day'),
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
  /** When there is no value: what is missing is never nought. */
  readonly missing: Text
  readonly unit: MetricUnit
  readonly period: MetricPeriod
  /** Of the archive it is computed; entered, somebody states it with evidence and date. */
  readonly from: 'ARCHIVE' | 'ENTERED'
}

/** What the pages of value show is measured once, and called and defined there. */
const ofValue = (metric: ValueMetric, unit: MetricUnit, period: MetricPeriod, missing: Text): MetricRule => {
  const { label, definition } = VALUE_METRIC_DEFINITIONS[metric]
  return { label, definition, missing, unit, period, from: 'ARCHIVE' }
}

const NEVER_CHARGED = text('从未有过到期应收', 'Nothing ever fell due')
/** The system is the register of these: that there was none is known. */
const NEVER_MISSING = text('不会缺：没有就是 0', 'Never: none is 0')
const NOT_ENTERED = text('期内没有有效的录入', 'No entry of the period stands')

export const METRIC_RULES: Readonly<Record<Metric, MetricRule>> = {
  REVENUE: ofValue('REVENUE', 'MONEY', 'YEAR', NEVER_CHARGED),
  GROWTH: ofValue(
    'GROWTH',
    'SHARE',
    'TWO_YEARS',
    text('前 365 天没有收入', 'No revenue in the 365 days before'),
  ),
  TENURE: ofValue('TENURE', 'DAYS', 'ALWAYS', text('截止日之后才成为客户', 'Became a client after the day')),
  PUNCTUALITY: ofValue(
    'PUNCTUALITY',
    'SHARE',
    'YEAR',
    text('期内没有到期应收', 'Nothing fell due in the period'),
  ),
  BREADTH: {
    label: text('业务广度', 'Breadth'),
    definition: text(
      '期内有收入的应收款类别数：管理费、车位、公摊、维修等。',
      'Kinds of receivable with revenue in the period: fees, parking, utilities, repairs and others.',
    ),
    missing: NEVER_CHARGED,
    unit: 'COUNT',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  SATISFACTION: {
    label: text('满意度', 'Satisfaction'),
    definition: text(
      '期内回访过的案件中，客户表示满意的占比：全部满意为 100 分。',
      'Of the cases with a return visit in the period, the share that satisfied: all of them is 100 points.',
    ),
    missing: text('期内没有回访', 'No return visit in the period'),
    unit: 'SCORE',
    period: 'YEAR',
    from: 'ARCHIVE',
  },
  COMPLAINTS: {
    label: text('投诉（按严重程度加权）', 'Complaints, weighed by severity'),
    definition: text(
      '期内登记的投诉，不成立的和并入其他案件的不计；按严重程度 4 级计 1、3 级计 2、2 级计 4、1 级计 8。',
      'Complaints registered in the period, without unfounded and merged ones: 1 for severity 4, 2 for 3, 4 for 2, 8 for 1.',
    ),
    missing: NEVER_MISSING,
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
    missing: NEVER_MISSING,
    unit: 'COUNT',
    period: 'ALWAYS',
    from: 'ARCHIVE',
  },
  COST_TO_SERVE: ofValue(
    'COST_TO_SERVE',
    'MONEY',
    'YEAR',
    text('期内没有任何成本记录', 'No cost of the period is on record'),
  ),
  RECENCY: {
    label: text('最近往来', 'Recency'),
    definition: text(
      '距最近一次缴费或接待的天数，冲销的缴费不计。',
      'Days since the last payment or reception, without payments that were reversed.',
    ),
    missing: text('从未缴费或接待过', 'There never was one'),
    unit: 'DAYS',
    period: 'ALWAYS',
    from: 'ARCHIVE',
  },
  FREQUENCY: {
    label: text('往来频次', 'Frequency'),
    definition: text(
      '期内缴费与接待的次数，冲销的缴费不计。',
      'Payments and receptions in the period, without payments that were reversed.',
    ),
    missing: NEVER_MISSING,
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
    missing: NOT_ENTERED,
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
    missing: NOT_ENTERED,
    unit: 'SCORE',
    period: 'YEAR',
    from: 'ENTERED',
  },
}

export const METRIC_LABELS = Object.fromEntries(
  METRICS.map((metric) => [metric, METRIC_RULES[metric].label]),
) as Record<Metric, Text>

/** The first day of so many that end with this one. */
export const firstOfDays = (asOf: string, days: number): string => dayText(dayNumber(asOf)! - days + 1)
