import { useQuery } from '@apollo/client/react'
import type { KeyAccountFiguresQuery } from '@steward/graphql-client'
import {
  Amount,
  FailureState,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
} from '@steward/portal'
import {
  BarList,
  Columns,
  DataTable,
  Day,
  EmptyState,
  LineChart,
  Loading,
  Panel,
  Stack,
  Stat,
  type Column,
} from '@steward/ui'
import { KeyAccountFiguresDocument } from './key-account-documents.ts'
import { KeyAccountHeader } from './key-account-header.tsx'
import { KeyAccountPolicyPanel } from './key-account-policy-panel.tsx'

const texts = messages({
  empty: { zh: '还没有大客户', en: 'No key accounts yet' },
  churn: { zh: '流失率', en: 'Churn' },
  churnNote: {
    zh: '当年流失 ÷ 当年在名单上的大客户；“不再符合”不计入流失',
    en: 'Lost in the year by listed in the year; “no longer fits” is no churn',
  },
  years: { zh: '逐年', en: 'Year by year' },
  year: { zh: '年', en: 'Year' },
  accounts: { zh: '大客户', en: 'Key accounts' },
  lost: { zh: '流失', en: 'Lost' },
  up: { zh: '层级上升', en: 'Moved up' },
  down: { zh: '层级下降', en: 'Moved down' },
  revenue: { zh: '收入占比（近 365 天）', en: 'Share of revenue (last 365 days)' },
  top: { zh: '前 20%（{{count}} 户）占大客户收入', en: 'Top 20 % ({{count}}) of key accounts’ revenue' },
  ofAll: { zh: '大客户占全部收入', en: 'Key accounts of all revenue' },
  topOfAll: { zh: '前 20% 占全部收入', en: 'Top 20 % of all revenue' },
  topMinor: { zh: '前 20%', en: 'Top 20 %' },
  others: { zh: '其余大客户', en: 'Other key accounts' },
  thisYear: { zh: '{{year}} 年', en: '{{year}}' },
})

/** Who was lost, who moved, how much hangs on the largest; and the rules by which accounts are kept. */
export function KeyAccountFiguresPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, error, refetch } = useQuery(KeyAccountFiguresDocument, { fetchPolicy: 'cache-and-network' })
  return (
    <>
      <KeyAccountHeader current="figures" />
      <Stack gap={4}>
        {!data ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : data.keyAccountFigures.years.length === 0 ? (
          <EmptyState title={say('empty')} />
        ) : (
          <>
            <Years years={data.keyAccountFigures.years} />
            {data.keyAccountFigures.revenue && <Revenue figures={data.keyAccountFigures} />}
          </>
        )}
        {may('keyAccountPolicy:read') && <KeyAccountPolicyPanel />}
      </Stack>
    </>
  )
}

type Figures = KeyAccountFiguresQuery['keyAccountFigures']
type Year = Figures['years'][number]

function Years({ years }: { readonly years: readonly Year[] }) {
  const say = useMessages(texts)
  const percent = usePercent()
  const last = years.at(-1)!
  const columns: readonly Column<Year>[] = [
    { key: 'year', title: say('year'), render: ({ year }) => year },
    { key: 'accounts', title: say('accounts'), align: 'end', render: ({ accounts }) => accounts },
    { key: 'lost', title: say('lost'), align: 'end', render: ({ lost }) => lost },
    {
      key: 'churn',
      title: say('churn'),
      align: 'end',
      render: ({ churnBasisPoints }) => percent(churnBasisPoints),
    },
    { key: 'up', title: say('up'), align: 'end', render: ({ movedUp }) => movedUp },
    { key: 'down', title: say('down'), align: 'end', render: ({ movedDown }) => movedDown },
  ]
  return (
    <>
      <Columns min={150} gap={3} fill>
        <Stat
          label={`${say('churn')} · ${say('thisYear', { year: last.year })}`}
          value={percent(last.churnBasisPoints)}
          tone={last.lost > 0 ? 'bad' : 'good'}
        />
        <Stat label={`${say('up')} · ${say('thisYear', { year: last.year })}`} value={last.movedUp} />
        <Stat label={`${say('down')} · ${say('thisYear', { year: last.year })}`} value={last.movedDown} />
      </Columns>
      <Panel title={`${say('churn')} · ${say('years')}`}>
        <Stack gap={4}>
          <span className="st-quiet st-small">{say('churnNote')}</span>
          {years.length > 1 && (
            <LineChart
              label={say('churn')}
              places={years.map(({ year }) => String(year))}
              format={percent}
              lines={[
                {
                  key: 'churn',
                  label: say('churn'),
                  tone: 'bad',
                  values: years.map(({ churnBasisPoints }) => churnBasisPoints),
                },
              ]}
            />
          )}
          <DataTable
            label={say('years')}
            columns={columns}
            rows={years.toReversed()}
            rowKey={({ year }) => String(year)}
          />
        </Stack>
      </Panel>
    </>
  )
}

function Revenue({ figures }: { readonly figures: Figures }) {
  const say = useMessages(texts)
  const percent = usePercent()
  const money = useMoneyText()
  const { from, to } = figures
  const revenue = figures.revenue!
  return (
    <Panel title={say('revenue')}>
      <Stack gap={4}>
        <span className="st-quiet st-small">
          <Day on={from} /> – <Day on={to} />
        </span>
        <Columns min={150} gap={3} fill>
          <Stat
            label={say('top', { count: revenue.top })}
            value={percent(revenue.shareBasisPoints)}
            note={<Amount minor={revenue.topMinor} />}
          />
          <Stat
            label={say('ofAll')}
            value={percent(revenue.shareOfAllBasisPoints)}
            note={<Amount minor={revenue.revenueMinor} />}
          />
          <Stat label={say('topOfAll')} value={percent(revenue.topOfAllBasisPoints)} />
        </Columns>
        <BarList
          label={say('revenue')}
          format={money}
          whole={Math.max(1, revenue.revenueMinor)}
          items={[
            { key: 'top', label: say('topMinor'), value: revenue.topMinor, tone: 'primary' },
            {
              key: 'others',
              label: say('others'),
              value: revenue.revenueMinor - revenue.topMinor,
              tone: 'neutral',
            },
          ]}
        />
      </Stack>
    </Panel>
  )
}
