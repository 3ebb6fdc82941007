import { useQuery } from '@apollo/client/react'
import { COST_CLASS_LABELS, VALUE_METRIC_DEFINITIONS, VALUE_QUADRANT_LABELS } from '@steward/domain'
import type { ValueOverviewQuery } from '@steward/graphql-client'
import {
  Amount,
  FailureState,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AppLink,
  BarList,
  Columns,
  Day,
  EmptyState,
  LineChart,
  Loading,
  Panel,
  Scatter,
  Stack,
  Stat,
  type Tone,
} from '@steward/ui'
import { FinanceHeader } from '../finance-header.tsx'
import { ClientValues } from './client-values.tsx'
import { ValueCohortLines, ValueOverview, ValuePlane } from './value-documents.ts'
import { ValueByGrade } from './value-by-grade.tsx'
import { ValueGroups } from './value-groups.tsx'
import { AssumedNote, QUADRANT_TONES, quarterText } from './value-words.tsx'

/** As many points as an eye can tell apart. */
const MOST_POINTS = 300
const COHORT_TONES: readonly Tone[] = ['primary', 'info', 'warn', 'bad', 'neutral']

const texts = messages({
  subtitle: {
    zh: '客户带来多少、花去多少；全部历史，已发生与预期分开',
    en: 'What clients bring and cost: the whole history, what happened apart from what is expected',
  },
  none: { zh: '还没有收入和成本记录', en: 'Neither revenue nor costs are on record yet' },
  noneHint: {
    zh: '登记应收或成本后，这里给出价值。',
    en: 'Register receivables or costs, and value appears here.',
  },
  profit: { zh: '利润（已发生）', en: 'Profit (so far)' },
  since: { zh: '自', en: 'since' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  loss: { zh: '亏损客户', en: 'Clients at a loss' },
  expected: { zh: '预期价值', en: 'Expected' },
  costs: { zh: '成本按类别', en: 'Costs by class' },
  quadrants: { zh: '客户按价值与成本', en: 'Clients by value and cost' },
  plane: { zh: '利润与服务成本', en: 'Profit against cost to serve' },
  planeAll: {
    zh: '每个点是一位客户；坐标按平方根缩放，虚线为中位数。',
    en: 'One point a client, on square-root scales; the dashed lines are the medians.',
  },
  planeMost: {
    zh: '只画收入最高的 {{count}} 位；象限人数含全部客户。坐标按平方根缩放，虚线为中位数。',
    en: 'The {{count}} with the largest revenue; the counts are of all. Square-root scales; the dashed lines are the medians.',
  },
  keys: {
    zh: '方向键逐点移动，回车打开客户',
    en: 'Arrow keys move from point to point, Enter opens the client',
  },
  x: { zh: '服务成本 →', en: 'Cost to serve →' },
  y: { zh: '↑ 利润', en: '↑ Profit' },
  point: {
    zh: '{{name}}：利润 {{profit}}，服务成本 {{cost}}',
    en: '{{name}}: profit {{profit}}, cost to serve {{cost}}',
  },
  cohorts: {
    zh: '按建档年份：平均每位客户的累计利润',
    en: 'By opening year: profit so far of a client, on average',
  },
  cohort: { zh: '{{year}} 年（{{count}} 位）', en: '{{year}} ({{count}})' },
  late: { zh: '平均迟 {{days}} 天', en: '{{days}} days late on average' },
  assumptions: { zh: '假设', en: 'Assumptions' },
})

/** What all clients are worth, and which of them; every figure leads to the clients behind it. */
export function ValuePage() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(ValueOverview, { fetchPolicy: 'cache-and-network' })
  const totals = data?.valueTotals
  return (
    <Stack gap={4}>
      <FinanceHeader
        current="value"
        subtitle={say('subtitle')}
        actions={
          may('valueAssumption:read') && (
            <AppLink to={path('finance/value/assumptions')}>{say('assumptions')}</AppLink>
          )
        }
      />
      {!totals ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : totals.clients === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <>
          <Totals totals={totals} />
          <Plane totals={totals} />
          <Cohorts />
          <ValueByGrade />
          <ValueGroups />
          <ClientValues />
        </>
      )}
    </Stack>
  )
}

type Totals = ValueOverviewQuery['valueTotals']

function Totals({ totals }: { readonly totals: Totals }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const percent = usePercent()
  return (
    <Panel>
      <Stack gap={3}>
        <Columns min={170} gap={3} fill>
          <Stat
            label={sayWord(VALUE_METRIC_DEFINITIONS.REVENUE.label)}
            value={<Amount minor={totals.revenueMinor} />}
            note={
              totals.firstOn && (
                <>
                  {say('since')} <Day on={totals.firstOn} />
                </>
              )
            }
            to={path('finance/receivables?state=ALL')}
          />
          <Stat
            label={say('profit')}
            value={<Amount minor={totals.profitMinor} />}
            tone={totals.profitMinor < 0 ? 'bad' : 'good'}
            note={say('clients', { count: totals.clients })}
            to={path('finance/value?order=PROFIT')}
          />
          <Stat
            label={say('expected')}
            value={<Amount minor={totals.expectedMinor} />}
            to={path('finance/value?order=LIFETIME_VALUE')}
          />
          <Stat
            label={say('loss')}
            value={totals.atALoss}
            tone={totals.atALoss > 0 ? 'warn' : 'neutral'}
            to={path('finance/value?order=LOSS')}
          />
          <Stat
            label={sayWord(VALUE_METRIC_DEFINITIONS.PUNCTUALITY.label)}
            value={percent(totals.paidOnTimeBasisPoints)}
            note={totals.daysLateTenths !== null && say('late', { days: totals.daysLateTenths / 10 })}
            to={path('finance')}
          />
        </Columns>
        <AssumedNote of={totals.assumed} />
      </Stack>
    </Panel>
  )
}

const PLACES = [
  ['GROW', 'top-start'],
  ['CARE', 'top-end'],
  ['KEEP_SIMPLE', 'bottom-start'],
  ['EXAMINE', 'bottom-end'],
] as const

function Plane({ totals }: { readonly totals: Totals }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  const { data } = useQuery(ValuePlane, {
    variables: { first: MOST_POINTS, orderBy: 'REVENUE' },
    fetchPolicy: 'cache-and-network',
  })
  const rows = data?.clientValues.rows ?? []
  return (
    <Columns min={440} gap={4}>
      <Panel title={say('plane')}>
        <Stack gap={2}>
          <span className="st-quiet st-small">
            {data?.clientValues.next ? say('planeMost', { count: MOST_POINTS }) : say('planeAll')}
          </span>
          <Scatter
            label={say('plane')}
            hint={say('keys')}
            x={say('x')}
            y={say('y')}
            middle={{ x: totals.middleToServeMinor ?? 0, y: totals.middleProfitMinor ?? 0 }}
            quadrants={PLACES.map(([key, at]) => ({ key, at, label: sayWord(VALUE_QUADRANT_LABELS[key]) }))}
            points={rows.map(({ clientId, name, profitMinor, toServeMinor, quadrant }) => ({
              key: clientId,
              label: say('point', { name, profit: money(profitMinor), cost: money(toServeMinor) }),
              x: toServeMinor,
              y: profitMinor,
              tone: QUADRANT_TONES[quadrant],
              to: path(`clients/${clientId}`),
            }))}
          />
        </Stack>
      </Panel>
      <Stack gap={4}>
        <Panel title={say('quadrants')}>
          <BarList
            label={say('quadrants')}
            items={totals.quadrants.map(({ quadrant, clients }) => ({
              key: quadrant,
              label: sayWord(VALUE_QUADRANT_LABELS[quadrant]),
              value: clients,
              tone: QUADRANT_TONES[quadrant],
              to: path(`finance/value?quadrant=${quadrant}`),
            }))}
          />
        </Panel>
        <ByClass totals={totals} />
      </Stack>
    </Columns>
  )
}

function ByClass({ totals }: { readonly totals: Totals }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  return (
    <Panel title={say('costs')}>
      <BarList
        label={say('costs')}
        format={money}
        items={totals.costs.map(({ costClass, minor }) => ({
          key: costClass,
          label: sayWord(COST_CLASS_LABELS[costClass]),
          value: minor,
          to: path(`finance/costs?class=${costClass}`),
        }))}
      />
    </Panel>
  )
}

function Cohorts() {
  const say = useMessages(texts)
  const money = useMoneyText()
  const { data } = useQuery(ValueCohortLines, { fetchPolicy: 'cache-and-network' })
  const cohorts = data?.valueCohorts.slice(-COHORT_TONES.length) ?? []
  const places = [
    ...new Set(cohorts.flatMap(({ quarters }) => quarters.map(({ quarter }) => quarter))),
  ].sort()
  if (places.length === 0) return null
  return (
    <Panel title={say('cohorts')}>
      <LineChart
        label={say('cohorts')}
        places={places.map(quarterText)}
        format={money}
        lines={cohorts.map(({ year, clients, quarters }, at) => ({
          key: String(year),
          label: say('cohort', { year, count: clients }),
          tone: COHORT_TONES[at]!,
          values: places.map(
            (place) => quarters.findLast(({ quarter }) => quarter <= place)?.perClientMinor ?? null,
          ),
        }))}
      />
    </Panel>
  )
}
