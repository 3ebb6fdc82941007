/** Words of the grading of clients: cycles 评估周期, what is objected to a grade 等级调整, and why a grading is due. */
import { text, type Text } from '../../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** SCORING and PREPARED stand between the five of the scheme: the worker is at it; the list is signed once and waits for who reviews. */
export const GRADING_CYCLE_STATUSES = [
  'OPEN',
  'SCORING',
  'SCORED',
  'PREPARED',
  'REVIEWED',
  'APPROVED',
  'PUBLISHED',
  'CANCELLED',
] as const
export type GradingCycleStatus = (typeof GRADING_CYCLE_STATUSES)[number]

export const GRADING_CYCLE_STATUS_LABELS: Labels<GradingCycleStatus> = {
  OPEN: text('已开启', 'Open'),
  SCORING: text('计分中', 'Being scored'),
  SCORED: text('已计分', 'Scored'),
  PREPARED: text('待审核', 'To be reviewed'),
  REVIEWED: text('已审核', 'Reviewed'),
  APPROVED: text('已批准', 'Approved'),
  PUBLISHED: text('已发布', 'Published'),
  CANCELLED: text('已取消', 'Cancelled'),
}

/** Under way: of clients of the same community there is one at a time. */
export const OPEN_CYCLE_STATUSES = [
  'OPEN',
  'SCORING',
  'SCORED',
  'PREPARED',
  'REVIEWED',
  'APPROVED',
] as const satisfies readonly GradingCycleStatus[]

export const GRADING_CYCLE_ACTIONS = [
  'open',
  'score',
  'prepare',
  'review',
  'approve',
  'reject',
  'publish',
  'cancel',
] as const
export type GradingCycleAction = (typeof GRADING_CYCLE_ACTIONS)[number]

export const GRADING_CYCLE_ACTION_LABELS: Labels<GradingCycleAction> = {
  open: text('开启评估周期', 'Open a cycle'),
  score: text('开始计分', 'Score'),
  prepare: text('编制目录', 'Prepare the directory'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('退回', 'Send back'),
  publish: text('发布', 'Publish'),
  cancel: text('取消周期', 'Cancel the cycle'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const GRADING_CYCLE_EVENT_LABELS: Labels<GradingCycleAction> = {
  open: text('开启了评估周期', 'opened the grading cycle'),
  score: text('开始了计分', 'began to score'),
  prepare: text('编制了客户分级目录', 'prepared the grade directory of'),
  review: text('审核了客户分级目录', 'reviewed the grade directory of'),
  approve: text('批准了客户分级目录', 'approved the grade directory of'),
  reject: text('退回了客户分级目录', 'sent back the grade directory of'),
  publish: text('发布了客户分级目录', 'published the grade directory of'),
  cancel: text('取消了评估周期', 'cancelled the grading cycle'),
}

/** How a grade stands to the one before. NEW: there was none. */
export const GRADE_MOVEMENTS = ['NEW', 'UP', 'SAME', 'DOWN', 'LOST'] as const
export type GradeMovement = (typeof GRADE_MOVEMENTS)[number]

export const GRADE_MOVEMENT_LABELS: Labels<GradeMovement> = {
  NEW: text('首次评级', 'New'),
  UP: text('上升', 'Up'),
  SAME: text('不变', 'Unchanged'),
  DOWN: text('下降', 'Down'),
  LOST: text('本次未评出', 'Not graded any more'),
}

/** Why somebody who was scored is not in the directory: what became of the archive between scoring and preparing. */
export const LEFT_OUT_REASONS = ['ERASED', 'MERGED', 'ARCHIVED'] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

export const LEFT_OUT_REASON_LABELS: Labels<LeftOutReason> = {
  ERASED: text('档案已删除', 'Erased'),
  MERGED: text('档案已并入另一位客户', 'Merged into another client'),
  ARCHIVED: text('档案已封存', 'Archived'),
}

export const NO_GRADE_LABELS: Labels<'MISSING' | 'TOO_LITTLE'> = {
  MISSING: text('缺少评级必需的指标', 'Something is missing that the standard cannot do without'),
  TOO_LITTLE: text('已知指标的权重不足', 'What is known weighs too little'),
}

export const GRADE_CHANGE_STATUSES = ['OVERRIDE_PROPOSED', 'APPEALED', 'GRANTED', 'REFUSED'] as const
export type GradeChangeStatus = (typeof GRADE_CHANGE_STATUSES)[number]

export const GRADE_CHANGE_STATUS_LABELS: Labels<GradeChangeStatus> = {
  OVERRIDE_PROPOSED: text('调整待决定', 'Override to be decided'),
  APPEALED: text('申诉待决定', 'Appeal to be decided'),
  GRANTED: text('已同意', 'Granted'),
  REFUSED: text('未同意', 'Refused'),
}

/** OVERRIDE: before the directory, by the supervisor. APPEAL: after it, by staff for the client. */
export const GRADE_CHANGE_KINDS = ['OVERRIDE', 'APPEAL'] as const
export type GradeChangeKind = (typeof GRADE_CHANGE_KINDS)[number]

export const GRADE_CHANGE_KIND_LABELS: Labels<GradeChangeKind> = {
  OVERRIDE: text('等级调整', 'Override'),
  APPEAL: text('等级申诉', 'Appeal'),
}

export const EVALUATION_ACTIONS = ['override', 'decideOverride', 'appeal', 'decideAppeal'] as const
export type EvaluationAction = (typeof EVALUATION_ACTIONS)[number]

export const EVALUATION_ACTION_LABELS: Labels<EvaluationAction> = {
  override: text('提请调整等级', 'Propose another grade'),
  decideOverride: text('决定调整', 'Decide on an override'),
  appeal: text('为客户申诉', 'Appeal for the client'),
  decideAppeal: text('决定申诉', 'Decide on an appeal'),
}

export const EVALUATION_EVENT_LABELS: Labels<EvaluationAction> = {
  override: text('提请调整客户等级', 'proposed another grade in'),
  decideOverride: text('决定了等级调整', 'decided on an override in'),
  appeal: text('为客户提出等级申诉', 'appealed a grade of'),
  decideAppeal: text('决定了等级申诉', 'decided on an appeal in'),
}

/** Why a grading is due again: time has passed, or something happened that bears on one client. */
export const GRADING_DUE_CAUSES = ['CALENDAR', 'LARGE_PAYMENT', 'SEVERE_COMPLAINT', 'APPEAL_GRANTED'] as const
export type GradingDueCause = (typeof GRADING_DUE_CAUSES)[number]

export const GRADING_DUE_CAUSE_LABELS: Labels<GradingDueCause> = {
  CALENDAR: text('定期评级到期', 'The calendar'),
  LARGE_PAYMENT: text('大额缴费', 'A large payment'),
  SEVERE_COMPLAINT: text('严重投诉', 'A severe complaint'),
  APPEAL_GRANTED: text('申诉成立，待修订目录', 'An appeal was granted: the directory is to be amended'),
}
