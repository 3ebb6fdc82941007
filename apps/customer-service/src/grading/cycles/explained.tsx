import { METRIC_PERIOD_LABELS, METRIC_RULES, type Metric } from '@steward/domain'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  Columns,
  DataTable,
  EmptyState,
  Panel,
  Stack,
  StatusTag,
  Waterfall,
  type Column,
  type Tone,
} from '@steward/ui'
import { type EvaluationInFull, type Explained, type ExplainedLine } from './evaluation-documents.ts'
import { usePoints, useRawText } from './grading-words.tsx'

const texts = messages({
  lines: { zh: '评分明细', en: 'How it was scored' },
  criterion: { zh: '指标', en: 'Criterion' },
  raw: { zh: '原始值', en: 'Value' },
  band: { zh: '所在档', en: 'Band' },
  score: { zh: '得分', en: 'Score' },
  weight: { zh: '权重', en: 'Weight' },
  contribution: { zh: '贡献', en: 'Gives' },
  gap: { zh: '与目标差距', en: 'To target' },
  before: { zh: '上次', en: 'Last time' },
  missing: { zh: '缺', en: 'Missing' },
  defaulted: { zh: '缺，按标准默认分', en: 'Missing: scored as the standard says' },
  leftOut: { zh: '缺，其余指标按比例加权', en: 'Missing: the others weigh more' },
  under: { zh: '低于 {{to}}', en: 'below {{to}}' },
  from: { zh: '{{from}} 起', en: 'from {{from}}' },
  between: { zh: '{{from}} 至 {{to}}', en: '{{from}} to {{to}}' },
  onLine: { zh: '按线性折算', en: 'On a line' },
  records: { zh: '查看记录', en: 'Records' },
  drawn: { zh: '总分由什么构成', en: 'What the total is made of' },
  total: { zh: '总分', en: 'Total' },
  changed: { zh: '与上次相比', en: 'Since last time' },
  last: { zh: '上次总分', en: 'Last total' },
  first: { zh: '没有上一次评估', en: 'There is no evaluation before this one' },
  moves: { zh: '什么会改变等级', en: 'What would change the grade' },
  movesHint: {
    zh: '每行只变动一个指标，其余不变；最接近的在前。',
    en: 'Each line changes one criterion alone, the nearest first.',
  },
  up: { zh: '升到 {{grade}}', en: 'Up to {{grade}}' },
  down: { zh: '降到 {{grade}}', en: 'Down to {{grade}}' },
  change: { zh: '{{name}}：{{from}} → {{to}}', en: '{{name}}: {{from}} → {{to}}' },
  none: { zh: '任何单一指标的变动都不会改变等级', en: 'No single criterion would change the grade' },
})

/** The list that a value was counted from: with the filter that its page has. */
const usePlaceOf = (clientId: string | undefined) => {
  const path = usePortalPath()
  const may = useMay()
  return (metric: string): string | undefined => {
    if (!clientId) return undefined
    const money = may('receivable:read')
      ? path(`finance/receivables?client=${clientId}&state=ALL`)
      : undefined
    const costs = may('costEvent:read') ? path(`finance/costs?client=${clientId}`) : undefined
    const timeline = may('client:readTimeline') ? path(`clients/${clientId}?part=timeline`) : undefined
    if (['REVENUE', 'GROWTH', 'PUNCTUALITY', 'BREADTH'].includes(metric)) return money
    if (metric === 'COST_TO_SERVE') return costs
    if (['COMPLAINTS', 'SATISFACTION', 'RECENCY', 'FREQUENCY'].includes(metric)) return timeline
    return path(`clients/${clientId}`)
  }
}

const ruleOf = (metric: string) => METRIC_RULES[metric as Metric]
/** Whatever gives points is good: none of them is red. */
const CONTRIBUTED: readonly Tone[] = ['primary', 'info', 'good', 'neutral']

interface Shown {
  readonly evaluation: EvaluationInFull
  readonly explained: Explained
}

/** The sheet itself: each criterion with what it rests on. */
export function ExplainedLines({ evaluation, explained }: Shown) {
  const say = useMessages(texts)
  return (
    <Panel title={say('lines')} flush>
      <DataTable
        label={say('lines')}
        columns={useColumns(evaluation.client?.id)}
        rows={explained.lines}
        rowKey={({ criterion }) => criterion}
      />
    </Panel>
  )
}

function useColumns(clientId: string | undefined): readonly Column<ExplainedLine>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const points = usePoints()
  const raw = useRawText()
  const placeOf = usePlaceOf(clientId)
  const bandOf = ({ unit, raw: value, bandFrom, bandTo }: ExplainedLine): string => {
    if (value === null) return ''
    if (bandFrom === null && bandTo === null) return say('onLine')
    if (bandFrom === null) return say('under', { to: raw(unit, bandTo) })
    return bandTo === null
      ? say('from', { from: raw(unit, bandFrom) })
      : say('between', { from: raw(unit, bandFrom), to: raw(unit, bandTo) })
  }
  return [
    {
      key: 'criterion',
      title: say('criterion'),
      render: ({ name, metric }) => (
        <>
          <div className="st-strong">{name}</div>
          <div className="st-quiet st-small">
            {sayWord(ruleOf(metric).definition)} {sayWord(METRIC_PERIOD_LABELS[ruleOf(metric).period])}
          </div>
        </>
      ),
    },
    {
      key: 'raw',
      title: say('raw'),
      width: '150px',
      align: 'end',
      render: (line) => {
        const to = placeOf(line.metric)
        if (line.standing !== 'MEASURED')
          return (
            <span className="st-quiet st-small">
              {say(line.standing === 'DEFAULT' ? 'defaulted' : 'leftOut')}
            </span>
          )
        const words = raw(line.unit, line.raw)
        return (
          <>
            {to ? (
              <AppLink to={to} title={say('records')}>
                {words}
              </AppLink>
            ) : (
              words
            )}
            <div className="st-quiet st-small">{bandOf(line)}</div>
          </>
        )
      },
    },
    { key: 'score', title: say('score'), width: '80px', align: 'end', render: ({ score }) => points(score) },
    {
      key: 'weight',
      title: say('weight'),
      width: '80px',
      align: 'end',
      render: ({ weight }) => `${points(weight)}%`,
    },
    {
      key: 'contribution',
      title: say('contribution'),
      width: '80px',
      align: 'end',
      render: ({ contribution }) => <b>{points(contribution)}</b>,
    },
    {
      key: 'gap',
      title: say('gap'),
      width: '130px',
      align: 'end',
      render: ({ unit, gap, target }) =>
        target === null ? (
          '—'
        ) : (
          <>
            {gap === null ? '—' : `${gap > 0 ? '+' : ''}${raw(unit, gap)}`}
            <div className="st-quiet st-small">{raw(unit, target)}</div>
          </>
        ),
    },
    {
      key: 'before',
      title: say('before'),
      width: '110px',
      align: 'end',
      minor: true,
      render: ({ unit, rawBefore, contributionBefore }) =>
        contributionBefore === null ? (
          '—'
        ) : (
          <>
            {raw(unit, rawBefore)}
            <div className="st-quiet st-small">{points(contributionBefore)}</div>
          </>
        ),
    },
  ]
}

/** The total, drawn: what each criterion gives, and how that differs from last time. */
export function ExplainedDrawings({ evaluation, explained }: Shown) {
  const say = useMessages(texts)
  const points = usePoints()
  const { total, previousTotal } = evaluation
  const moved = explained.lines.filter((line) => (line.moved ?? 0) !== 0)
  return (
    <Columns min={440} gap={4}>
      <Panel title={say('drawn')}>
        <Waterfall
          label={say('drawn')}
          format={points}
          steps={[
            ...explained.lines
              .filter(({ contribution }) => contribution > 0)
              .toSorted((one, other) => other.contribution - one.contribution)
              .map(({ criterion, name, contribution }, at) => ({
                key: criterion,
                label: name,
                value: contribution,
                tone: CONTRIBUTED[at % CONTRIBUTED.length]!,
              })),
            ...(total === null
              ? []
              : [{ key: 'total', label: say('total'), value: total, tone: 'primary' as const, isSum: true }]),
          ]}
        />
      </Panel>
      <Panel title={say('changed')}>
        {previousTotal === null || total === null ? (
          <span className="st-quiet">{say('first')}</span>
        ) : (
          <Waterfall
            label={say('changed')}
            format={points}
            steps={[
              { key: 'last', label: say('last'), value: previousTotal, tone: 'neutral', isSum: true },
              ...moved
                .toSorted((one, other) => Math.abs(other.moved ?? 0) - Math.abs(one.moved ?? 0))
                .map(({ criterion, name, moved: by }) => ({
                  key: criterion,
                  label: name,
                  value: by ?? 0,
                  tone: (by ?? 0) > 0 ? ('good' as const) : ('bad' as const),
                })),
              { key: 'total', label: say('total'), value: total, tone: 'primary', isSum: true },
            ]}
          />
        )}
      </Panel>
    </Columns>
  )
}

/** What would move the client up, and what down. */
export function NearestMoves({ explained }: Pick<Shown, 'explained'>) {
  const say = useMessages(texts)
  const raw = useRawText()
  const lineOf = (key: string) => explained.lines.find(({ criterion }) => criterion === key)
  const rows = (way: 'up' | 'down') =>
    explained[way].map(({ criterion, from, to, grade }) => {
      const line = lineOf(criterion)
      return (
        <li key={criterion}>
          <StatusTag tone={way === 'up' ? 'good' : 'warn'}>{say(way, { grade })}</StatusTag>{' '}
          {say('change', {
            name: line?.name ?? criterion,
            from: from === null ? say('missing') : raw(line?.unit ?? 'COUNT', from),
            to: raw(line?.unit ?? 'COUNT', to),
          })}
        </li>
      )
    })
  const [up, down] = [rows('up'), rows('down')]
  return (
    <Panel title={say('moves')}>
      {up.length + down.length === 0 ? (
        <EmptyState title={say('none')} />
      ) : (
        <Stack gap={2}>
          <span className="st-quiet st-small">{say('movesHint')}</span>
          <ul className="st-plain-list">
            {up}
            {down}
          </ul>
        </Stack>
      )}
    </Panel>
  )
}
