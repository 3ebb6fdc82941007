/** Words for the permissions of standards and entries, for their verbs in the audit trail, and for the records that the trail is about. */
import { text, type Text } from '../text.ts'
import { SIMULATION_EVENT_LABELS } from './simulation.ts'
import { METRIC_ENTRY_EVENT_LABELS, type MetricEntryAction } from './metric-entry.ts'

export type LabelledGradingPermission =
  | `metricEntry:${MetricEntryAction | 'read'}`
  | 'gradingStandard:readPreview'
  | 'simulation:read'
  | 'simulation:run'

export const GRADING_PERMISSION_LABELS: Readonly<Record<LabelledGradingPermission, Text>> = {
  'gradingStandard:readPreview': text('分级标准：试算', 'Grading standard: try it on today’s clients'),
  'simulation:read': text('模拟分级：查看', 'Simulations: read'),
  'simulation:run': text('模拟分级：开始', 'Simulations: run one'),
  'metricEntry:read': text('评估录入：查看', 'Entered scores: read'),
  'metricEntry:record': text('评估录入：录入评分', 'Entered scores: enter a score'),
  'metricEntry:void': text('评估录入：作废', 'Entered scores: void'),
}

export const GRADING_EVENT_LABELS = {
  'metricEntry:record': METRIC_ENTRY_EVENT_LABELS.record,
  'metricEntry:void': METRIC_ENTRY_EVENT_LABELS.void,
  'simulation:run': SIMULATION_EVENT_LABELS.run,
} as const

export const GRADING_SUBJECTS = ['metric_entry', 'grading_simulation'] as const

export const GRADING_SUBJECT_LABELS: Readonly<Record<(typeof GRADING_SUBJECTS)[number], Text>> = {
  grading_simulation: text('模拟分级', 'Simulation'),
  metric_entry: text('录入的评分', 'Entered score'),
}
