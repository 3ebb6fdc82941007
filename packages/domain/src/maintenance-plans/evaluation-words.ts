/** Words for permissions, audit and signatures of how plans are evaluated. */
import { text, type Text } from '../text.ts'
import { PLAN_UNMEASURED_REASON_LABELS, PLAN_VERDICT_LABELS } from './plan-evaluation.ts'
import {
  PLAN_LESSON_KIND_LABELS,
  PLAN_RECOMMENDATION_LABELS,
  PLAN_SUMMARY_ACTION_LABELS,
  PLAN_SUMMARY_ACTIONS,
  PLAN_SUMMARY_EVENT_LABELS,
  type PlanSummaryAction,
} from './summary-vocabulary.ts'
import { PLAN_MEASURE_LABELS } from './vocabulary.ts'

const prefixed = <A extends string, P extends string>(
  prefix: P,
  actions: readonly A[],
  labels: Readonly<Record<A, Text>>,
  noun?: Text,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    actions.map((action) => {
      const { zh, en } = labels[action]
      return [`${prefix}:${action}`, noun ? text(`${noun.zh}：${zh}`, `${noun.en}: ${en}`) : text(zh, en)]
    }),
  ) as Record<`${P}:${A}`, Text>

export const EVALUATION_PERMISSION_LABELS = {
  ...prefixed(
    'planSummary',
    PLAN_SUMMARY_ACTIONS,
    PLAN_SUMMARY_ACTION_LABELS,
    text('方案总结', 'Summaries of plans'),
  ),
  'planSummary:read': text('方案总结：查看', 'Summaries of plans: read'),
  'planLesson:read': text('方案经验教训：查看', 'Lessons of plans: read'),
} as const

export const EVALUATION_AUDIT_LABELS = {
  ...prefixed<PlanSummaryAction, 'planSummary'>(
    'planSummary',
    PLAN_SUMMARY_ACTIONS,
    PLAN_SUMMARY_EVENT_LABELS,
  ),
} as const

export const EVALUATION_SUBJECTS = ['plan_summary', 'plan_lesson'] as const
export const EVALUATION_SUBJECT_LABELS = {
  plan_summary: text('方案总结', 'Summary of a plan'),
  plan_lesson: text('方案经验教训', 'Lesson of a plan'),
} as const

export const SIGNED_SUMMARY_PARTS: Readonly<Record<string, Text>> = {
  planSummary: text('客户维护总结表', 'Summary of the plan'),
  outcomes: text('目标与结果', 'Objective and outcome'),
  budgetOutcomes: text('预算与支出', 'Budget and spending'),
  lessons: text('经验教训', 'Lesson'),
}

export const SIGNED_SUMMARY_FIELDS: Readonly<Record<string, Text>> = {
  'planSummary/from': text('评估期自', 'Evaluated from'),
  'planSummary/until': text('评估期至', 'Evaluated until'),
  beforeFrom: text('对照期自', 'Compared with the time from'),
  clients: text('涉及客户数', 'Clients cared for'),
  machines: text('涉及设备数', 'Machines'),
  tasksDue: text('应完成任务', 'Tasks due'),
  tasksDone: text('已完成任务', 'Tasks done'),
  tasksLate: text('逾期任务', 'Tasks late'),
  tasksCancelled: text('取消任务', 'Tasks cancelled'),
  feedbackCount: text('有客户反馈的任务', 'Tasks with feedback'),
  'planSummary/budgetMinor': text('预算合计', 'Budget'),
  spentMinor: text('支出', 'Spent'),
  costPerTaskMinor: text('每项任务费用', 'Cost per task done'),
  outagesBefore: text('对照期停机次数', 'Outages before'),
  outages: text('停机次数', 'Outages'),
  machineCostBeforeMinor: text('对照期单台费用', 'Cost per machine before'),
  machineCostMinor: text('单台费用', 'Cost per machine'),
  worked: text('做得好的', 'What worked'),
  wanting: text('不足之处', 'What did not'),
  improvement: text('改进措施', 'Improvement proposed'),
  recommendation: text('后续建议', 'Recommended'),
  'outcomes/measure': text('指标', 'Measured in'),
  before: text('期前值', 'Before'),
  isBeforeStated: text('期前值为填报', 'Before as stated'),
  now: text('结果值', 'Outcome'),
  verdict: text('结论', 'Verdict'),
  'outcomes/reason': text('无法衡量的原因', 'Why it cannot be measured'),
  gained: text('改善', 'Gained'),
  costPerResultMinor: text('单位成果费用', 'Cost per result'),
  comparableClients: text('可比客户数', 'Comparable clients'),
  ownGain: text('方案客户改善中位数', 'Median gain of its clients'),
  comparableGain: text('可比客户改善中位数', 'Median gain of comparable clients'),
  gainBeyond: text('差异', 'Difference'),
  'budgetOutcomes/title': text('预算行', 'Line'),
  approvedMinor: text('批准金额', 'Approved'),
  'lessons/kind': text('类别', 'Kind'),
  'lessons/words': text('内容', 'Words'),
}

export const SIGNED_SUMMARY_VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'outcomes/measure': PLAN_MEASURE_LABELS,
  'outcomes/reason': PLAN_UNMEASURED_REASON_LABELS,
  verdict: PLAN_VERDICT_LABELS,
  recommendation: PLAN_RECOMMENDATION_LABELS,
  'lessons/kind': PLAN_LESSON_KIND_LABELS,
}
