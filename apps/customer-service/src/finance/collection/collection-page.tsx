import { useQuery } from '@apollo/client/react'
import { DEBT_AGE_LABELS, DEBT_AGES } from '@steward/domain'
import { graphql, type CollectionQuery } from '@steward/graphql-client'
import {
  AGE_TONES,
  Amount,
  FailureState,
  messages,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AppLink,
  BarList,
  Columns,
  DataTable,
  EmptyState,
  FilterField,
  Inline,
  Input,
  Loading,
  Panel,
  Stack,
  Stat,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { addDays } from '../../zoned-time.ts'
import { FinanceHeader } from '../finance-header.tsx'

const Collection = graphql(/* GraphQL */ `
  query Collection($from: LocalDate!, $to: LocalDate!) {
    collection(from: $from, to: $to) {
      projectId
      projectName
      dueCount
      dueMinor
      collectedMinor
      rateBasisPoints
      debtors
      overdueMinor
      ages {
        band
        count
        minor
      }
    }
  }
`)

const texts = messages({
  subtitle: {
    zh: '各项目的收缴率与账龄；点数字看背后的应收',
    en: 'The collection rate of each project and the age of what is open; figures lead to the receivables behind them',
  },
  from: { zh: '到期自', en: 'Due from' },
  to: { zh: '至', en: 'Until' },
  rate: { zh: '收缴率', en: 'Collection rate' },
  rateOf: { zh: '已收 {{collected}} / 应收 {{due}}', en: '{{collected}} of {{due}} collected' },
  overdue: { zh: '当前逾期', en: 'Overdue now' },
  debtors: { zh: '欠费客户', en: 'Clients who owe' },
  rates: { zh: '各项目收缴率', en: 'Collection rate by project' },
  ages: { zh: '未结应收按账龄', en: 'What is open, by age' },
  table: { zh: '各项目', en: 'By project' },
  project: { zh: '项目', en: 'Project' },
  due: { zh: '应收', en: 'Due' },
  collected: { zh: '已收', en: 'Collected' },
  none: { zh: '没有应收', en: 'No receivables' },
})

const DAY = /^\d{4}-\d\d-\d\d$/
const YEAR = 365
type Row = CollectionQuery['collection'][number]
const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)

/** How much of what fell due has come in: by project, drawn; and what is open by age. */
export function CollectionPage() {
  const say = useMessages(texts)
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const day = (name: string, usual: string) => {
    const value = params.get(name) ?? ''
    return DAY.test(value) ? value : usual
  }
  const span = { from: day('from', addDays(today, -YEAR)), to: day('to', today) }
  const { data, error, refetch } = useQuery(Collection, { variables: span, fetchPolicy: 'cache-and-network' })
  return (
    <Stack gap={4}>
      <FinanceHeader current="collection" subtitle={say('subtitle')} />
      <Inline gap={3}>
        {(['from', 'to'] as const).map((name) => (
          <FilterField key={name} label={say(name)}>
            <Input
              type="date"
              aria-label={say(name)}
              value={span[name]}
              onChange={({ target }) => target.value && setParams({ ...span, [name]: target.value })}
            />
          </FilterField>
        ))}
      </Inline>
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : data.collection.length === 0 ? (
        <EmptyState title={say('none')} />
      ) : (
        <Rates rows={data.collection} />
      )}
    </Stack>
  )
}

function Rates({ rows }: { readonly rows: readonly Row[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const percent = usePercent()
  const path = usePortalPath()
  const [due, collected] = [sum(rows, (row) => row.dueMinor), sum(rows, (row) => row.collectedMinor)]
  const open = (row: Row) => path(`finance/receivables?project=${row.projectId}&state=OVERDUE`)
  return (
    <>
      <Columns min={220} gap={4} fill>
        <Stat
          label={say('rate')}
          value={percent(due === 0 ? null : Math.round((collected * 10_000) / due))}
          note={say('rateOf', { collected: money(collected), due: money(due) })}
        />
        <Stat
          label={say('overdue')}
          value={<Amount minor={sum(rows, (row) => row.overdueMinor)} />}
          to={path('finance/receivables?state=OVERDUE')}
          tone="bad"
        />
        <Stat label={say('debtors')} value={sum(rows, (row) => row.debtors)} />
      </Columns>
      <Columns min={360} gap={4} fill>
        <Panel title={say('rates')}>
          <BarList
            label={say('rates')}
            format={percent}
            whole={10_000}
            items={rows.map((row) => ({
              key: row.projectId,
              label: row.projectName,
              value: row.rateBasisPoints ?? 0,
              to: path(`finance/receivables?project=${row.projectId}`),
            }))}
          />
        </Panel>
        <Panel title={say('ages')}>
          <BarList
            label={say('ages')}
            format={money}
            items={DEBT_AGES.map((band) => ({
              key: band,
              label: sayWord(DEBT_AGE_LABELS[band]),
              value: sum(rows, ({ ages }) => ages.find((it) => it.band === band)?.minor ?? 0),
              tone: AGE_TONES[band],
            }))}
          />
        </Panel>
      </Columns>
      <Panel title={say('table')} flush>
        <DataTable
          label={say('table')}
          rows={rows}
          rowKey={({ projectId }) => projectId}
          columns={[
            {
              key: 'project',
              title: say('project'),
              card: 'lead',
              render: (row) => <AppLink to={open(row)}>{row.projectName}</AppLink>,
            },
            { key: 'due', title: say('due'), align: 'end', render: (row) => <Amount minor={row.dueMinor} /> },
            {
              key: 'collected',
              title: say('collected'),
              align: 'end',
              render: (row) => <Amount minor={row.collectedMinor} />,
            },
            {
              key: 'rate',
              title: say('rate'),
              align: 'end',
              card: 'tag',
              render: (row) => percent(row.rateBasisPoints),
            },
            {
              key: 'overdue',
              title: say('overdue'),
              align: 'end',
              render: (row) => <Amount minor={row.overdueMinor} />,
            },
            {
              key: 'debtors',
              title: say('debtors'),
              align: 'end',
              minor: true,
              render: (row) => row.debtors,
            },
          ]}
        />
      </Panel>
    </>
  )
}
