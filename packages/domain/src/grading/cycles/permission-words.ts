/** Words for the permissions of cycles and directories, for their verbs in the audit trail, and for the records that it is about. */
import { text, type Text } from '../../text.ts'
import {
  EVALUATION_ACTION_LABELS,
  EVALUATION_EVENT_LABELS,
  GRADING_CYCLE_ACTION_LABELS,
  GRADING_CYCLE_EVENT_LABELS,
  type EvaluationAction,
  type GradingCycleAction,
} from './vocabulary.ts'

const prefixed = <A extends string, P extends string>(
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

export type LabelledGradingCyclePermission =
  | `gradingCycle:${GradingCycleAction}`
  | `evaluation:${EvaluationAction}`
  | 'gradingCycle:read'
  | 'evaluation:read'
  | 'evaluation:print'
  | 'client:readGrade'
  | 'gradingDue:read'
  | 'gradingPolicy:read'
  | 'gradingPolicy:set'

export const GRADING_CYCLE_PERMISSION_LABELS: Readonly<Record<LabelledGradingCyclePermission, Text>> = {
  ...prefixed('gradingCycle', GRADING_CYCLE_ACTION_LABELS, text('评估周期', 'Grading cycles')),
  ...prefixed('evaluation', EVALUATION_ACTION_LABELS, text('客户关系评估表', 'Evaluations')),
  'gradingCycle:read': text('评估周期与分级目录：查看', 'Grading cycles and directories: read'),
  'evaluation:read': text('客户关系评估表：查看', 'Evaluations: read'),
  'evaluation:print': text('客户关系评估表与分级目录：打印', 'Evaluations and directories: print'),
  'client:readGrade': text('客户等级：查看', 'Grades of clients: read'),
  'gradingDue:read': text('待重新评级：查看', 'Due for grading: read'),
  'gradingPolicy:read': text('评级周期规定：查看', 'When gradings are due: read'),
  'gradingPolicy:set': text('评级周期规定：设定', 'When gradings are due: set'),
}

export const GRADING_CYCLE_AUDIT_LABELS = {
  ...prefixed('gradingCycle', GRADING_CYCLE_EVENT_LABELS),
  ...prefixed('evaluation', EVALUATION_EVENT_LABELS),
  'evaluation:print': text('打印了客户关系评估表', 'printed the evaluation of'),
  'gradingPolicy:set': text('设定了重新评级的周期与事由', 'set when gradings are due'),
} as const

export const GRADING_CYCLE_SUBJECTS = ['grading_cycle', 'evaluation', 'grade_change'] as const

export const GRADING_CYCLE_SUBJECT_LABELS: Readonly<
  Record<(typeof GRADING_CYCLE_SUBJECTS)[number] | 'grading_policy', Text>
> = {
  grading_cycle: text('评估周期', 'Grading cycle'),
  evaluation: text('客户关系评估表', 'Evaluation'),
  grade_change: text('等级调整或申诉', 'Override or appeal of a grade'),
  grading_policy: text('评级周期规定', 'When gradings are due'),
}
