/** Names and words of a signed plan, as its signer reads them. */
import {
  DAY_SHIFT_LABELS,
  MISSING_DAY_LABELS,
  RECURRENCE_FREQUENCY_LABELS,
} from '../recurrence/recurrence.ts'
import { WEEKDAY_LABELS } from '../working-time/calendar.ts'
import { text, type Text } from '../text.ts'
import {
  PLAN_COST_KIND_LABELS,
  PLAN_KIND_LABELS,
  PLAN_MEANS_LABELS,
  PLAN_MEASURE_LABELS,
} from './vocabulary.ts'

export const SIGNED_PLAN_PARTS: Readonly<Record<string, Text>> = {
  maintenancePlan: text('维护方案', 'Maintenance plan'),
  planObjectives: text('目标', 'Objective'),
  planMeasures: text('措施', 'Measure'),
  planBudget: text('预算', 'Budget'),
}

export const SIGNED_PLAN_FIELDS: Readonly<Record<string, Text>> = {
  ordinal: text('版次', 'Revision'),
  segmentGrades: text('客户等级', 'Grades'),
  segmentProjectIds: text('项目', 'Communities'),
  equipmentIds: text('设备', 'Machines'),
  ownerId: text('责任人', 'Owner'),
  startsOn: text('开始日期', 'Begins'),
  endsOn: text('结束日期', 'Ends'),
  budgetMinor: text('预算合计', 'Sum of the budget'),
  'maintenancePlan/title': text('名称', 'Title'),
  'maintenancePlan/changeReason': text('修订原因', 'Why it is amended'),
  'planObjectives/measure': text('指标', 'Measured in'),
  target: text('目标值', 'Target'),
  baseline: text('现状值', 'As it stands'),
  means: text('方式', 'Means'),
  gap: text('差距', 'Gap'),
  effect: text('预期效果', 'Effect hoped for'),
  'planMeasures/title': text('措施', 'Measure'),
  'planMeasures/assigneeId': text('执行人', 'Carried out by'),
  frequency: text('频率', 'How often'),
  interval: text('间隔', 'Every'),
  from: text('自', 'From'),
  until: text('至', 'Until'),
  weekdays: text('星期', 'Weekdays'),
  monthDay: text('几号（-1 为最后一天）', 'Day of the month (-1: the last)'),
  nth: text('第几个（-1 为最后一个）', 'Which of them (-1: the last)'),
  missingDay: text('当月无此日', 'Where the month lacks that day'),
  shift: text('遇休息日', 'On days off'),
  dueAfterDays: text('完成期限（天）', 'Days to do it'),
  estimatedMinutes: text('每次工时（分钟）', 'Minutes each time'),
  estimatedMinor: text('每次费用', 'Cost each time'),
  needsEvidence: text('须附凭证', 'Evidence needed'),
  'planBudget/title': text('预算行', 'Line'),
  'planBudget/kind': text('费用类别', 'Kind of cost'),
}

export const SIGNED_PLAN_VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'maintenancePlan/kind': PLAN_KIND_LABELS,
  'planObjectives/measure': PLAN_MEASURE_LABELS,
  means: PLAN_MEANS_LABELS,
  'planBudget/kind': PLAN_COST_KIND_LABELS,
  'planMeasures/frequency': RECURRENCE_FREQUENCY_LABELS,
  'planMeasures/missingDay': MISSING_DAY_LABELS,
  'planMeasures/shift': DAY_SHIFT_LABELS,
  'planMeasures/weekdays': WEEKDAY_LABELS,
}
