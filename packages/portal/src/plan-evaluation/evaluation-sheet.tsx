import {
  PLAN_MEASURE_LABELS,
  PLAN_RESULT_LABELS,
  PLAN_UNMEASURED_REASON_LABELS,
  PLAN_VERDICT_LABELS,
  planTargetWords,
  type PlanVerdict,
  type Text,
} from '@steward/domain'
import {
  Columns,
  DataTable,
  Day,
  EmptyState,
  Instant,
  Panel,
  Stack,
  Stat,
  StatusTag,
  type Column,
  type Tone,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import type { Evaluation } from './evaluation-documents.ts'

const texts = messages({
  title: { zh: '目标与结果', en: 'Objectives and outcomes' },
  noObjectives: { zh: '方案没有目标', en: 'The plan has no objectives' },
  objective: { zh: '指标', en: 'Measured in' },
  target: { zh: '目标', en: 'Target' },
  before: { zh: '期前', en: 'Before' },
  now: { zh: '结果', en: 'Outcome' },
  verdict: { zh: '结论', en: 'Verdict' },
  comparable: { zh: '与可比客户', en: 'Against comparable clients' },
  cost: { zh: '单位成果费用', en: 'Cost per result' },
  stated: { zh: '填报', en: 'as stated' },
  unknown: { zh: '未知', en: 'not known' },
  few: {
    zh: '可比客户 {{count}} 位，不足 5 位，不作比较',
    en: '{{count}} comparable clients, too few to compare',
  },
  both: {
    zh: '中位改善：本方案 {{own}}，{{count}} 位可比客户 {{other}}',
    en: 'Median gain: {{own}} here, {{other}} for {{count}} comparable clients',
  },
  none: { zh: '不适用', en: 'Does not apply' },
  caution: {
    zh: '可比客户：期初等级、客户类型、项目类型相同，期内没有方案。差异不等于方案的效果。',
    en: 'Comparable: same grade at the start, kind and type of community, and no plan in the period. A difference is not an effect.',
  },
  live: { zh: '按目前的记录计算', en: 'As it stands now' },
  frozen: { zh: '提交总结时固定', en: 'Frozen when the summary was submitted' },
  period: { zh: '评估期', en: 'Evaluated' },
  compared: { zh: '对照期自', en: 'compared with the time from' },
  tasks: { zh: '任务', en: 'Tasks' },
  done: { zh: '完成', en: 'Done' },
  ofDue: { zh: '到期 {{due}} 项', en: 'of {{due}} due' },
  late: { zh: '逾期', en: 'Late' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  feedback: { zh: '客户反馈', en: 'Feedback' },
  spent: { zh: '支出', en: 'Spent' },
  ofBudget: { zh: '预算 {{sum}}', en: 'of {{sum}}' },
  perTask: { zh: '每项完成任务', en: 'Per task done' },
  outages: { zh: '停机次数', en: 'Outages' },
  wasBefore: { zh: '期前 {{value}}', en: '{{value}} before' },
  perMachine: { zh: '单台费用', en: 'Cost per machine' },
  machines: { zh: '{{count}} 台设备', en: { one: '{{count}} machine', other: '{{count}} machines' } },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  budget: { zh: '预算与支出', en: 'Budget and spending' },
  line: { zh: '预算行', en: 'Line' },
  approved: { zh: '批准', en: 'Approved' },
  said: { zh: '客户说了什么', en: 'What clients said' },
  on: { zh: '日期', en: 'Day' },
  task: { zh: '任务', en: 'Task' },
  words: { zh: '反馈', en: 'Feedback' },
})

const TONES: Readonly<Record<PlanVerdict, Tone>> = {
  REACHED: 'good',
  PARTLY: 'warn',
  MISSED: 'bad',
  NOT_MEASURABLE: 'neutral',
}

type Outcome = Evaluation['objectives'][number]

/** A change in the unit of its measure. */
const gainWords = (measure: Outcome['measure'], gain: number): Text => {
  const sign = gain < 0 ? '−' : '+'
  const size = Math.abs(gain)
  if (measure === 'GRADE')
    return { zh: `${sign}${size} 级`, en: `${sign}${size} ${size === 1 ? 'grade' : 'grades'}` }
  const { zh, en } = planTargetWords(measure, size)
  return { zh: sign + zh, en: sign + en }
}

/** Objective against outcome, the work, and the money. */
export function EvaluationSheet({ evaluation }: { readonly evaluation: Evaluation }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const value = ({ measure }: Outcome, figure: number | null) =>
    figure === null ? say('unknown') : sayWord(planTargetWords(measure, figure))
  const gain = ({ measure }: Outcome, figure: number) => sayWord(gainWords(measure, figure))
  const columns: readonly Column<Outcome>[] = [
    {
      key: 'objective',
      title: say('objective'),
      render: ({ measure }) => <span className="st-strong">{sayWord(PLAN_MEASURE_LABELS[measure])}</span>,
    },
    {
      key: 'before',
      title: say('before'),
      render: (it) => (
        <>
          {value(it, it.before)}{' '}
          {it.isBeforeStated && <span className="st-quiet st-small">{say('stated')}</span>}
        </>
      ),
    },
    { key: 'target', title: say('target'), render: (it) => value(it, it.target) },
    { key: 'now', title: say('now'), render: (it) => value(it, it.now) },
    {
      key: 'verdict',
      title: say('verdict'),
      card: 'tag',
      render: ({ verdict, reason }) => (
        <>
          <StatusTag tone={TONES[verdict]}>{sayWord(PLAN_VERDICT_LABELS[verdict])}</StatusTag>
          {reason && (
            <span className="st-quiet st-small"> {sayWord(PLAN_UNMEASURED_REASON_LABELS[reason])}</span>
          )}
        </>
      ),
    },
    {
      key: 'comparable',
      title: say('comparable'),
      render: (it) =>
        evaluation.machines > 0 || evaluation.clients === 0 ? (
          <span className="st-quiet">{say('none')}</span>
        ) : it.ownGain === null || it.comparableGain === null ? (
          <span className="st-quiet st-small">{say('few', { count: it.comparableClients })}</span>
        ) : (
          <span className="st-small">
            {say('both', {
              own: gain(it, it.ownGain),
              other: gain(it, it.comparableGain),
              count: it.comparableClients,
            })}
          </span>
        ),
    },
    {
      key: 'cost',
      title: say('cost'),
      render: ({ measure, costPerResultMinor }) =>
        costPerResultMinor === null ? (
          <span className="st-quiet">—</span>
        ) : (
          <>
            {money(costPerResultMinor)}{' '}
            <span className="st-quiet st-small">{sayWord(PLAN_RESULT_LABELS[measure])}</span>
          </>
        ),
    },
  ]
  const { objectives, budget, feedback } = evaluation
  const hasMachines = evaluation.outages !== null
  return (
    <Stack gap={4}>
      <p className="st-quiet st-small">
        {evaluation.frozenAt ? (
          <>
            {say('frozen')} <Instant at={evaluation.frozenAt} />
          </>
        ) : (
          say('live')
        )}
        {' · '}
        {say('period')} <Day on={evaluation.from} /> – <Day on={evaluation.until} />
        {', '}
        {say('compared')} <Day on={evaluation.beforeFrom} />
        {' · '}
        {hasMachines
          ? say('machines', { count: evaluation.machines })
          : say('clients', { count: evaluation.clients })}
      </p>
      <Panel flush title={say('title')}>
        <DataTable
          label={say('title')}
          columns={columns}
          rows={objectives}
          rowKey={({ key }) => key}
          empty={<EmptyState title={say('noObjectives')} />}
        />
      </Panel>
      {!hasMachines && <p className="st-quiet st-small">{say('caution')}</p>}
      <Columns min={150} gap={3}>
        <Stat
          label={say('done')}
          value={evaluation.tasksDone}
          note={say('ofDue', { due: evaluation.tasksDue })}
        />
        <Stat
          label={say('late')}
          value={evaluation.tasksLate}
          tone={evaluation.tasksLate > 0 ? 'warn' : 'neutral'}
        />
        <Stat label={say('cancelled')} value={evaluation.tasksCancelled} />
        <Stat label={say('feedback')} value={evaluation.feedbackCount} />
        <Stat
          label={say('spent')}
          value={money(evaluation.spentMinor)}
          note={say('ofBudget', { sum: money(evaluation.budgetMinor) })}
        />
        <Stat
          label={say('perTask')}
          value={evaluation.costPerTaskMinor === null ? '—' : money(evaluation.costPerTaskMinor)}
        />
        {hasMachines && (
          <>
            <Stat
              label={say('outages')}
              value={evaluation.outages}
              note={say('wasBefore', { value: evaluation.outagesBefore ?? 0 })}
            />
            <Stat
              label={say('perMachine')}
              value={evaluation.machineCostMinor === null ? '—' : money(evaluation.machineCostMinor)}
              note={say('wasBefore', {
                value:
                  evaluation.machineCostBeforeMinor === null ? '—' : money(evaluation.machineCostBeforeMinor),
              })}
            />
          </>
        )}
      </Columns>
      {budget.length > 0 && (
        <Panel flush title={say('budget')}>
          <DataTable
            label={say('budget')}
            columns={[
              { key: 'line', title: say('line'), render: ({ title }) => title },
              {
                key: 'approved',
                title: say('approved'),
                align: 'end',
                render: ({ approvedMinor }) => money(approvedMinor),
              },
              {
                key: 'spent',
                title: say('spent'),
                align: 'end',
                render: ({ spentMinor }) => money(spentMinor),
              },
            ]}
            rows={budget}
            rowKey={({ key }) => key}
          />
        </Panel>
      )}
      {feedback.length > 0 && (
        <Panel flush title={say('said')}>
          <DataTable
            label={say('said')}
            columns={[
              { key: 'words', title: say('words'), render: ({ words }) => words },
              { key: 'task', title: say('task'), render: ({ title }) => title },
              { key: 'on', title: say('on'), width: '120px', render: ({ on }) => <Day on={on} /> },
            ]}
            rows={feedback}
            rowKey={({ on, title, words }) => `${on}/${title}/${words}`}
          />
        </Panel>
      )}
    </Stack>
  )
}
