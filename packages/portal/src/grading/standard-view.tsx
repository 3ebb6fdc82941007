import {
  hundredths,
  METRIC_PERIOD_LABELS,
  METRIC_RULES,
  missingText,
  rawText,
  scaleText,
  type Criterion,
  type Earned,
  type GradingStandard,
} from '@steward/domain'
import { DataTable, EmptyState, Panel, Stack } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { Amount } from '../money/money-words.tsx'
import { useViewer } from '../session/viewer.tsx'
import { CriterionScale, GradeBar } from './standard-drawings.tsx'

const texts = messages({
  criteria: { zh: '评估指标', en: 'Criteria' },
  criterion: { zh: '指标', en: 'Criterion' },
  weight: { zh: '权重', en: 'Weight' },
  scale: { zh: '计分', en: 'Scale' },
  missing: { zh: '缺数据时', en: 'Where missing' },
  target: { zh: '目标', en: 'Target' },
  grades: { zh: '等级划分', en: 'Grades' },
  least: {
    zh: '已知指标的权重合计不足 {{weight}}% 的客户不评级。',
    en: 'Who is known by less than {{weight}} % of the weight is not graded.',
  },
  earns: { zh: '各级享有', en: 'What each grade earns' },
  earnsHint: { zh: '只在合同约定的服务之上增加', en: 'It only adds to the contracted service' },
  none: { zh: '没有写明', en: 'Nothing is laid down' },
  grade: { zh: '等级', en: 'Grade' },
  what: { zh: '内容', en: 'What' },
  times: { zh: '每年次数', en: 'Times a year' },
  minutes: { zh: '每次分钟', en: 'Minutes each' },
  cost: { zh: '每次费用', en: 'Cost each' },
})

/** A grading standard to be read: what is measured and how it scores, which grades follow, what they earn. */
export function StandardView({ standard }: { readonly standard: GradingStandard }) {
  const say = useMessages(texts)
  return (
    <Stack gap={4}>
      <Panel title={say('criteria')} flush>
        <CriteriaTable criteria={standard.criteria} />
      </Panel>
      <Panel title={say('grades')}>
        <Stack gap={2}>
          <GradeBar grades={standard.grades} />
          {standard.leastWeight > 0 && (
            <p className="st-quiet">{say('least', { weight: hundredths(standard.leastWeight) })}</p>
          )}
        </Stack>
      </Panel>
      <Panel title={say('earns')} flush>
        <EarnsTable earns={standard.earns} />
      </Panel>
    </Stack>
  )
}

function CriteriaTable({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  return (
    <DataTable
      label={say('criteria')}
      rows={criteria}
      rowKey={({ key }) => key}
      empty={<EmptyState title={say('none')} />}
      columns={[
        {
          key: 'criterion',
          title: say('criterion'),
          card: 'lead',
          render: ({ name, metric }) => {
            const { label, definition, period } = METRIC_RULES[metric]
            return (
              <Stack gap={0}>
                <span className="st-strong">{name}</span>
                <span className="st-quiet st-small">
                  {sayWord(label)} · {sayWord(METRIC_PERIOD_LABELS[period])}
                </span>
                <span className="st-quiet st-small">{sayWord(definition)}</span>
              </Stack>
            )
          },
        },
        {
          key: 'weight',
          title: say('weight'),
          width: '80px',
          align: 'end',
          render: ({ weight }) => <b>{hundredths(weight)}%</b>,
        },
        {
          key: 'scale',
          title: say('scale'),
          render: (criterion) => (
            <Stack gap={1}>
              <CriterionScale criterion={criterion} />
              <span className="st-quiet st-small" aria-hidden>
                {sayWord(scaleText(criterion.metric, criterion.scale, currency))}
              </span>
            </Stack>
          ),
        },
        {
          key: 'missing',
          title: say('missing'),
          width: '170px',
          render: ({ missing, metric }) => (
            <Stack gap={0}>
              <span>{sayWord(missingText(missing))}</span>
              <span className="st-quiet st-small">{sayWord(METRIC_RULES[metric].missing)}</span>
            </Stack>
          ),
        },
        {
          key: 'target',
          title: say('target'),
          width: '120px',
          align: 'end',
          render: ({ target, metric }) =>
            target === null ? (
              <span className="st-quiet">—</span>
            ) : (
              sayWord(rawText(metric, target, currency))
            ),
        },
      ]}
    />
  )
}

function EarnsTable({ earns }: { readonly earns: readonly Earned[] }) {
  const say = useMessages(texts)
  return (
    <DataTable
      label={say('earns')}
      rows={earns}
      rowKey={({ grade, what, timesAYear }) => [grade, what, timesAYear].join()}
      empty={<EmptyState title={say('none')} hint={say('earnsHint')} />}
      columns={[
        { key: 'grade', title: say('grade'), width: '80px', card: 'tag', render: ({ grade }) => grade },
        { key: 'what', title: say('what'), card: 'lead', render: ({ what }) => what },
        {
          key: 'times',
          title: say('times'),
          width: '120px',
          align: 'end',
          render: ({ timesAYear }) => timesAYear,
        },
        {
          key: 'minutes',
          title: say('minutes'),
          width: '120px',
          align: 'end',
          render: ({ minutes }) => minutes,
        },
        {
          key: 'cost',
          title: say('cost'),
          width: '140px',
          align: 'end',
          render: ({ costMinor }) => <Amount minor={costMinor} />,
        },
      ]}
    />
  )
}
