import { useQuery } from '@apollo/client/react'
import { text, type SilenceMeasure } from '@steward/domain'
import type { SilenceBacktestQuery as Answer } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePercent, useSay, useToday } from '@steward/portal'
import {
  Choice,
  Columns,
  DataTable,
  dayText,
  EmptyState,
  FilterBar,
  FilterField,
  Input,
  LineChart,
  Loading,
  Panel,
  Stack,
  Stat,
  useUi,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { addDays } from '../zoned-time.ts'
import { SilenceBacktestQuery, SilenceModels } from './silence-documents.ts'
import { SilenceHeader } from './silence-header.tsx'
import { SilenceRule } from './silence-rule.tsx'
import { useDays } from './silence-words.tsx'

const texts = messages({
  asked: { zh: '回测', en: 'Backtest' },
  until: { zh: '只知道这天及以前', en: 'Known up to' },
  measure: { zh: '判定方法', en: 'Measure' },
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
  noModel: {
    zh: '按当时的数据，整体模型看不出谁会离开：再次来过的客户太少，或几乎没有人离开过',
    en: 'By then the model could not tell who leaves: too few had come again, or next to nobody had left',
  },
  none: { zh: '当时还没有能判定的客户，换一天看看', en: 'Nobody could be judged by then; try another day' },
  model: { zh: '在用的整体模型', en: 'The model in use' },
  parameters: {
    zh: '{{asOf}} 拟合：r = {{r}}，alpha = {{alpha}}，a = {{a}}，b = {{b}}；对数似然 {{logLikelihood}}；{{clients}} 位客户中 {{repeating}} 位再次来过。',
    en: 'Fitted on {{asOf}}: r = {{r}}, alpha = {{alpha}}, a = {{a}}, b = {{b}}; log-likelihood {{logLikelihood}}; {{repeating}} of {{clients}} clients had come again.',
  },
  notUsed: {
    zh: '它还看不出谁会离开，预警暂不采用。',
    en: 'It cannot tell yet who leaves: no alert goes by it.',
  },
  source: {
    zh: 'BG/NBD 模型（Fader、Hardie、Lee，2005），每周重新拟合一次，参数四舍五入后留存。任何 CSV 可用命令 npm run silence -- fit 跑同一模型。',
    en: 'BG/NBD (Fader, Hardie, Lee 2005), fitted anew each week, its rounded parameters kept. Any CSV runs through the same model by npm run silence -- fit.',
  },
})

const MEASURES: Readonly<Record<SilenceMeasure, ReturnType<typeof text>>> = {
  RHYTHM: text('自身节奏', 'Their own rhythm'),
  MODEL: text('整体模型', 'The model of all'),
}
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** A quarter to see who comes, where nobody has said. */
const USUAL_DAYS = 90

type Backtest = Answer['silenceBacktest']

/** 回测: the rule held against one's own history, drawn, and the rule itself. */
export function BacktestPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const asked = params.get('until') ?? ''
  const until = DAY.test(asked) && asked < today ? asked : addDays(today, -USUAL_DAYS)
  const measure: SilenceMeasure = params.get('by') === 'MODEL' ? 'MODEL' : 'RHYTHM'
  const change = (changed: Record<string, string>) =>
    setParams({ until, by: measure, ...changed }, { replace: true })
  const { data, error, refetch } = useQuery(SilenceBacktestQuery, {
    variables: { measure, until },
    fetchPolicy: 'cache-and-network',
  })
  const found = data?.silenceBacktest
  return (
    <>
      <SilenceHeader part="backtest" />
      <Stack gap={4}>
        <FilterBar label={say('asked')} active={0} onClear={() => setParams({})}>
          <Choice<SilenceMeasure>
            label={say('measure')}
            options={(['RHYTHM', 'MODEL'] as const).map((value) => ({
              value,
              label: sayWord(MEASURES[value]),
            }))}
            value={measure}
            onChange={(by) => change({ by })}
          />
          <FilterField label={say('until')}>
            <Input
              type="date"
              aria-label={say('until')}
              value={until}
              max={addDays(today, -1)}
              onChange={({ target }) => target.value && change({ until: target.value })}
            />
          </FilterField>
        </FilterBar>
        {!found ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : found.judged === 0 ? (
          <EmptyState title={say(measure === 'MODEL' && !found.hasModel ? 'noModel' : 'none')} />
        ) : (
          <Figures found={found} />
        )}
        {measure === 'MODEL' && <ModelNote />}
        {may('silencePolicy:read') && <SilenceRule onChanged={() => void refetch()} />}
      </Stack>
    </>
  )
}

function Figures({ found }: { readonly found: Backtest }) {
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

function ModelNote() {
  const say = useMessages(texts)
  const { locale } = useUi()
  const { data } = useQuery(SilenceModels, { fetchPolicy: 'cache-and-network' })
  const model = data?.silenceModels[0]
  return (
    <Panel title={say('model')}>
      <Stack gap={1}>
        {model && <span>{say('parameters', { ...model, asOf: dayText(model.asOf, locale) })}</span>}
        {model && !model.isUsed && <span className="st-quiet">{say('notUsed')}</span>}
        <span className="st-quiet st-small">{say('source')}</span>
      </Stack>
    </Panel>
  )
}
