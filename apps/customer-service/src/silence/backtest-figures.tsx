import type { SilenceBacktestResultOfQuery as Answer } from '@steward/graphql-client'
import { messages, useMessages, usePercent } from '@steward/portal'
import {
  Columns,
  DataTable,
  dayText,
  LineChart,
  MatrixTable,
  Panel,
  Stack,
  Stat,
  useIsPhone,
  useUi,
} from '@steward/ui'
import { useDays } from './silence-words.tsx'

const texts = messages({
  subtitle: {
    zh: '假装站在 {{until}}：当时会预警谁？之后到 {{last}} 再没有动静的，才是真的沉默。',
    en: 'As if it were {{until}}: who would have been called silent? Gone is who gave no sign until {{last}}.',
  },
  judged: { zh: '能判定的客户', en: 'Clients judged' },
  judgedOf: { zh: '当时有往来的 {{count}} 位中', en: 'of {{count}} with a sign by then' },
  precision: { zh: '查准率', en: 'Precision' },
  precisionNote: { zh: '预警的人里，真的再没来的', en: 'of those called, how many had gone' },
  recall: { zh: '查全率', en: 'Recall' },
  recallNote: { zh: '再没来的人里，预警到的', en: 'of those gone, how many were called' },
  lead: { zh: '提前天数', en: 'Lead time' },
  leadNote: { zh: '比“视为流失”早（中位数）', en: 'before lost without doubt (median)' },
  inForce: { zh: '现行阈值 {{threshold}}', en: 'In force: {{threshold}}' },
  byThreshold: { zh: '各阈值的查准率与查全率', en: 'Precision and recall by threshold' },
  threshold: { zh: '阈值', en: 'Threshold' },
  called: { zh: '预警', en: 'Called' },
  right: { zh: '命中', en: 'Right' },
  gone: { zh: '实际沉默', en: 'Gone' },
  deciles: { zh: '模型准不准：按 P(alive) 十等分', en: 'Is the model right? Tenths by P(alive)' },
  decile: { zh: '分组', en: 'Tenth' },
  clients: { zh: '客户', en: 'Clients' },
  alive: { zh: '还会来的概率', en: 'P(alive)' },
  expected: { zh: '预计次数', en: 'Foretold' },
  came: { zh: '实际次数', en: 'Came' },
  goneShare: { zh: '再没来', en: 'Never came' },
})

type Backtest = NonNullable<Answer['silenceBacktestResult']> & {
  readonly until: string
  readonly last: string
}

/** What a backtest came to: at the threshold in force, by threshold, and whether the model foretells. */
export function BacktestFigures({ found }: { readonly found: Backtest }) {
  const say = useMessages(texts)
  const percent = usePercent()
  const days = useDays()
  const { locale } = useUi()
  const { thresholds, inForce, deciles } = found
  // The strictest that was tried and is no stricter than what holds.
  const now = thresholds.findLast(({ threshold }) => threshold <= inForce) ?? thresholds[0]
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : percent(value)
  const hundredth = (value: number) => (value / 100).toFixed(2)
  return (
    <Stack gap={4}>
      <p className="st-quiet">
        {say('subtitle', { until: dayText(found.until, locale), last: dayText(found.last, locale) })}
      </p>
      <Columns min={150} gap={3} fill>
        <Stat label={say('judged')} value={found.judged} note={say('judgedOf', { count: found.clients })} />
        <Stat label={say('precision')} value={share(now?.precision)} note={say('precisionNote')} />
        <Stat label={say('recall')} value={share(now?.recall)} note={say('recallNote')} />
        <Stat
          label={say('lead')}
          value={now && now.leadDays !== null ? days(now.leadDays) : '—'}
          note={say('leadNote')}
        />
      </Columns>
      <Panel title={say('byThreshold')}>
        <Stack gap={3}>
          <span className="st-quiet st-small">{say('inForce', { threshold: percent(inForce) })}</span>
          <LineChart
            label={say('byThreshold')}
            places={thresholds.map(({ threshold }) => percent(threshold))}
            format={percent}
            between={[0, 10_000]}
            lines={[
              {
                key: 'precision',
                label: say('precision'),
                tone: 'primary',
                values: thresholds.map(({ precision }) => precision),
              },
              {
                key: 'recall',
                label: say('recall'),
                tone: 'good',
                values: thresholds.map(({ recall }) => recall),
              },
            ]}
          />
          <Thresholds thresholds={thresholds} />
        </Stack>
      </Panel>
      {deciles.length > 0 && (
        <Panel title={say('deciles')} flush>
          <DataTable
            label={say('deciles')}
            rows={deciles}
            rowKey={({ decile }) => String(decile)}
            columns={[
              { key: 'decile', title: say('decile'), card: 'lead', render: ({ decile }) => decile },
              { key: 'clients', title: say('clients'), align: 'end', render: ({ clients }) => clients },
              { key: 'alive', title: say('alive'), align: 'end', render: ({ alive }) => percent(alive) },
              {
                key: 'expected',
                title: say('expected'),
                align: 'end',
                render: ({ expected }) => hundredth(expected),
              },
              { key: 'came', title: say('came'), align: 'end', render: ({ came }) => hundredth(came) },
              { key: 'gone', title: say('goneShare'), align: 'end', render: ({ gone }) => percent(gone) },
            ]}
          />
        </Panel>
      )}
    </Stack>
  )
}

/** On a phone one narrow table, not a card for each threshold. */
function Thresholds({ thresholds }: Pick<Backtest, 'thresholds'>) {
  const say = useMessages(texts)
  const percent = usePercent()
  const days = useDays()
  const isPhone = useIsPhone()
  const share = (value: number | null) => (value === null ? '—' : percent(value))
  if (isPhone)
    return (
      <MatrixTable
        label={say('byThreshold')}
        corner={say('threshold')}
        columns={(['called', 'precision', 'recall'] as const).map((key) => ({ key, label: say(key) }))}
        rows={thresholds.map(({ threshold }) => ({ key: String(threshold), label: percent(threshold) }))}
        cell={(row, column) => {
          const tried = thresholds.find(({ threshold }) => String(threshold) === row)!
          return column === 'called'
            ? tried.called
            : share(tried[column === 'recall' ? 'recall' : 'precision'])
        }}
      />
    )
  return (
    <DataTable
      label={say('byThreshold')}
      rows={thresholds}
      rowKey={({ threshold }) => String(threshold)}
      columns={[
        {
          key: 'threshold',
          title: say('threshold'),
          card: 'lead',
          render: ({ threshold }) => percent(threshold),
        },
        { key: 'called', title: say('called'), align: 'end', render: ({ called }) => called },
        { key: 'right', title: say('right'), align: 'end', render: ({ right }) => right },
        { key: 'gone', title: say('gone'), align: 'end', render: ({ gone }) => gone },
        {
          key: 'precision',
          title: say('precision'),
          align: 'end',
          render: ({ precision }) => share(precision),
        },
        { key: 'recall', title: say('recall'), align: 'end', render: ({ recall }) => share(recall) },
        {
          key: 'lead',
          title: say('lead'),
          align: 'end',
          render: ({ leadDays }) => (leadDays === null ? '—' : days(leadDays)),
        },
      ]}
    />
  )
}
