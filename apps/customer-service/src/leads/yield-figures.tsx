import type { LeadYieldQuery } from '@steward/graphql-client'
import { messages, useMay, useMessages, useViewer } from '@steward/portal'
import { AppLink, Columns, DataTable, Money, Panel, Stat, useIsPhone, useUi, type Column } from '@steward/ui'

const texts = messages({
  leads: { zh: '登记', en: 'Leads' },
  contacted: { zh: '已联系', en: 'Contacted' },
  qualified: { zh: '意向明确', en: 'Qualified' },
  converted: { zh: '已转客户', en: 'Converted' },
  lost: { zh: '流失', en: 'Lost' },
  none: { zh: '没有活动', en: 'Without a campaign' },
  table: { zh: '明细', en: 'In figures' },
  name: { zh: '来源', en: 'Source' },
  campaignName: { zh: '推广活动', en: 'Campaign' },
  rate: { zh: '转化率', en: 'Conversion' },
  days: { zh: '转化天数（中位）', en: 'Days to conversion (median)' },
  dayCount: { zh: '{{days}} 天', en: '{{days}} d' },
  cost: { zh: '活动费用', en: 'Cost of campaigns' },
  perClient: { zh: '每位客户费用', en: 'Cost per client' },
})

export type YieldRow = LeadYieldQuery['leadYield']['total']
export type By = 'source' | 'campaign'
export type Figure = 'leads' | 'contacted' | 'qualified' | 'converted' | 'lost'
/** The list behind a figure, of one row or of all. */
export type ListOf = (figure: Figure, row?: YieldRow) => string

const tenth = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)

/** Hours as days, to the tenth. */
function useDays() {
  const say = useMessages(texts)
  const { locale } = useUi()
  return (hours: number | null | undefined) =>
    hours === null || hours === undefined ? '—' : say('dayCount', { days: tenth(hours / 24, locale) })
}

function useRate() {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return ({ leads, converted }: YieldRow) => (leads === 0 ? '—' : format.format(converted / leads))
}

/** What counts first: each figure leads to its list. */
export function YieldTotals({ total, listOf }: { readonly total: YieldRow; readonly listOf: ListOf }) {
  const say = useMessages(texts)
  const { currency } = useViewer().organization
  const days = useDays()
  const rate = useRate()
  return (
    <Columns min={150} gap={3} fill>
      <Stat label={say('leads')} value={total.leads} to={listOf('leads')} />
      <Stat
        label={say('converted')}
        value={total.converted}
        note={rate(total)}
        tone="good"
        to={listOf('converted')}
      />
      <Stat label={say('lost')} value={total.lost} to={listOf('lost')} />
      <Stat label={say('days')} value={days(total.medianHours)} />
      <Stat
        label={say('perClient')}
        value={
          typeof total.costPerClientMinor === 'number' ? (
            <Money minor={total.costPerClientMinor} currency={currency} />
          ) : (
            '—'
          )
        }
      />
    </Columns>
  )
}

/** All figures, row by row. */
export function YieldTable(props: {
  readonly rows: readonly YieldRow[]
  readonly by: By
  readonly listOf: ListOf
}) {
  const { rows, by, listOf } = props
  const say = useMessages(texts)
  const may = useMay()
  const phone = useIsPhone()
  const days = useDays()
  const rate = useRate()
  const { currency } = useViewer().organization
  const figure = (key: Figure): Column<YieldRow> => ({
    key,
    title: say(key),
    align: 'end',
    width: '84px',
    render: (row) => (row.id ? <AppLink to={listOf(key, row)}>{row[key]}</AppLink> : row[key]),
  })
  const money = (key: 'costMinor' | 'costPerClientMinor', title: string): Column<YieldRow> => ({
    key,
    title,
    align: 'end',
    width: '130px',
    render: (row) => {
      const minor = row[key]
      return typeof minor === 'number' ? <Money minor={minor} currency={currency} /> : '—'
    },
  })
  const table = (
    <DataTable
      label={say('table')}
      rows={rows}
      rowKey={({ id }) => id ?? 'none'}
      columns={[
        {
          key: 'name',
          title: say(by === 'source' ? 'name' : 'campaignName'),
          render: (row) => row.name ?? say('none'),
        },
        figure('leads'),
        figure('contacted'),
        figure('qualified'),
        figure('converted'),
        { key: 'rate', title: say('rate'), align: 'end', width: '88px', render: rate },
        figure('lost'),
        {
          key: 'days',
          title: say('days'),
          align: 'end',
          width: '150px',
          render: ({ medianHours }) => days(medianHours),
        },
        ...(may('campaign:readCost')
          ? [money('costMinor', say('cost')), money('costPerClientMinor', say('perClient'))]
          : []),
      ]}
    />
  )
  return phone ? (
    table
  ) : (
    <Panel flush title={say('table')}>
      {table}
    </Panel>
  )
}
