import { useQuery } from '@apollo/client/react'
import {
  SILENCE_BACKTEST_ACTION_LABELS,
  SILENCE_BACKTEST_STATUS_LABELS,
  text,
  type SilenceMeasure,
} from '@steward/domain'
import type { SilenceBacktestsQuery as Runs } from '@steward/graphql-client'
import { FailureState, messages, useFreshAct, useMay, useMessages, useSay, useToday } from '@steward/portal'
import {
  Button,
  Choice,
  dayText,
  EmptyState,
  FilterBar,
  FilterField,
  Input,
  Loading,
  Panel,
  Select,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { addDays } from '../zoned-time.ts'
import { BacktestFigures } from './backtest-figures.tsx'
import {
  RunSilenceBacktest,
  SilenceBacktestResultOf,
  SilenceBacktests,
  SilenceModels,
} from './backtest-documents.ts'
import { SilenceHeader } from './silence-header.tsx'
import { SilenceRule } from './silence-rule.tsx'

const texts = messages({
  asked: { zh: '回测', en: 'Backtest' },
  until: { zh: '只知道这天及以前', en: 'Known up to' },
  measure: { zh: '判定方法', en: 'Measure' },
  runs: { zh: '已做的回测', en: 'Backtests so far' },
  noRun: { zh: '还没有用这种方法做过回测', en: 'No backtest by this measure yet' },
  noRunHint: {
    zh: '选一天，开始回测；算完后结果留在这里',
    en: 'Choose a day and run one; what it comes to stays here',
  },
  running: { zh: '正在后台计算，算完自动显示', en: 'It is being worked out and shows when it is done' },
  failed: { zh: '没有算完，请重新开始一次。', en: 'It could not be finished: run another.' },
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

type Run_ = Runs['silenceBacktests']['edges'][number]['node']

/** As many are offered to be looked at again; while one runs it is asked again so often. */
const RUNS = 20
const AGAIN_MS = 1_500

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
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SilenceBacktests, {
    variables: { measure: [measure], first: RUNS },
    fetchPolicy: 'cache-and-network',
  })
  const runs = data?.silenceBacktests.edges.map(({ node }) => node)
  const run =
    runs?.find(({ id }) => id === params.get('run')) ?? runs?.find((it) => it.until === until) ?? runs?.[0]
  const isRunning = runs?.some(({ status }) => status === 'RUNNING') ?? false
  useEffect(() => {
    if (!isRunning) return undefined
    startPolling(AGAIN_MS)
    return stopPolling
  }, [isRunning, startPolling, stopPolling])
  const notify = useNotify()
  const act = useFreshAct(RunSilenceBacktest, refetch)
  const begin = async () => {
    const { done, refused } = await act({ measure, until })
    if (refused?.message) notify.failed(refused.message)
    await refetch()
    if (done) change({ run: done.id })
  }
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
            onChange={(by) => change({ by, run: '' })}
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
          {may('silenceBacktest:run') && (
            <Button type="primary" onClick={() => void begin()}>
              {sayWord(SILENCE_BACKTEST_ACTION_LABELS.run)}
            </Button>
          )}
          {runs && runs.length > 1 && (
            <FilterField label={say('runs')}>
              <Select
                aria-label={say('runs')}
                popupMatchSelectWidth={false}
                value={run?.id ?? null}
                onChange={(id: string) => change({ run: id, until: runs.find((it) => it.id === id)!.until })}
                options={runs.map(({ id, until: upTo, last, status }) => ({
                  value: id,
                  label: `${upTo} → ${last} · ${sayWord(SILENCE_BACKTEST_STATUS_LABELS[status])}`,
                }))}
              />
            </FilterField>
          )}
        </FilterBar>
        {!runs ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : !run ? (
          <EmptyState
            title={say('noRun')}
            hint={say('noRunHint')}
            action={
              may('silenceBacktest:run') && (
                <Button onClick={() => void begin()}>{sayWord(SILENCE_BACKTEST_ACTION_LABELS.run)}</Button>
              )
            }
          />
        ) : (
          <Run key={run.id} run={run} />
        )}
        {measure === 'MODEL' && <ModelNote />}
        {may('silencePolicy:read') && <SilenceRule onChanged={() => void refetch()} />}
      </Stack>
    </>
  )
}

/** One backtest: what it came to, or how far it is. */
function Run({ run: { id, status, measure, until, last } }: { readonly run: Run_ }) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(SilenceBacktestResultOf, {
    variables: { id },
    skip: status !== 'DONE',
  })
  if (status === 'FAILED') return <p className="st-problem">{say('failed')}</p>
  if (status === 'RUNNING')
    return (
      <p role="status" className="st-quiet">
        {say('running')}
      </p>
    )
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const found = data?.silenceBacktestResult
  if (!found) return <Loading />
  return found.judged === 0 ? (
    <EmptyState title={say(measure === 'MODEL' && !found.hasModel ? 'noModel' : 'none')} />
  ) : (
    <BacktestFigures found={{ ...found, until, last }} />
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
