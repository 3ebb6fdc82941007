import { text } from '../text.ts'
import { SILENCE_ALERT_ACTION_LABELS } from './silence-alert.ts'
import { SILENCE_BACKTEST_ACTION_LABELS } from './silence-backtest.ts'

const of = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
  text(`沉默预警：${zh}`, `Silence alerts: ${en}`)

/** What the permissions of this room are called. */
export const SILENCE_PERMISSION_LABELS = {
  'silenceAlert:read': text('查看沉默预警', 'See silence alerts'),
  'silenceAlert:readNote': text('查看沉默预警的结论说明', 'See what was found at silence alerts'),
  'silenceAlert:acknowledge': of(SILENCE_ALERT_ACTION_LABELS.acknowledge),
  'silenceAlert:proposeVisit': of(SILENCE_ALERT_ACTION_LABELS.proposeVisit),
  'silenceAlert:recordVisit': of(SILENCE_ALERT_ACTION_LABELS.recordVisit),
  'silenceAlert:close': of(SILENCE_ALERT_ACTION_LABELS.close),
  'silence:readFigures': text('查看流失四步、回测和 RFM', 'See the four steps, backtests and RFM'),
  'silenceBacktest:run': of(SILENCE_BACKTEST_ACTION_LABELS.run),
  'silencePolicy:read': text('查看沉默判定规则', 'See the rule of silence'),
  'silencePolicy:set': text('设定沉默判定规则', 'Set the rule of silence'),
} as const

/** What the verbs of this room have done, after the name of who did it. */
export const SILENCE_EVENT_LABELS = {
  'silenceAlert:acknowledge': text('认领了沉默预警', 'acknowledged the silence alert of'),
  'silenceAlert:proposeVisit': text('安排了沉默走访', 'proposed a visit after a silence alert to'),
  'silenceAlert:recordVisit': text('记录了沉默走访', 'recorded the visit after a silence alert to'),
  'silenceAlert:close': text('关闭了沉默预警', 'closed the silence alert of'),
  'silenceBacktest:run': text('开始了沉默回测', 'began the backtest of silence'),
  'silencePolicy:set': text('设定了沉默判定规则', 'set the rule of silence'),
} as const

/** The records of this room, as the audit names them. */
export const SILENCE_SUBJECT_LABELS = {
  silence_alert: text('沉默预警', 'Silence alert'),
  silence_backtest: text('沉默回测', 'Backtest of silence'),
  silence_model: text('沉默模型', 'Model of silence'),
  silence_policy: text('沉默判定规则', 'Rule of silence'),
} as const
